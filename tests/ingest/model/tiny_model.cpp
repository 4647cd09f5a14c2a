#include "tests/ingest/model/tiny_model.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <stdexcept>

#include "ingest/model/parts.hpp"

namespace hearsay::tiny {
namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  void vector(const std::string& name, std::size_t size, float middle, float spread) {
    Array out{name, "f32", {size}, {}};
    for (std::size_t i = 0; i < size; ++i) append(out.bytes, middle + spread * uniform());
    arrays.push_back(std::move(out));
  }
  void matrix(const std::string& name, std::size_t rows, std::size_t columns, int most, float scale) {
    Array out{name, "i8", {rows, columns}, {}};
    for (std::size_t i = 0; i < rows * columns; ++i)
      out.bytes += static_cast<char>(static_cast<int>(random_() % (2 * static_cast<unsigned>(most) + 1)) - most);
    arrays.push_back(std::move(out));
    vector(name + ".scale", rows, scale, scale / 2);
  }
  void linear(const std::string& name, std::size_t rows, std::size_t columns) {
    matrix(name + ".weight", rows, columns, 63, 0.004F);
    vector(name + ".bias", rows, 0.0F, 0.2F);
  }
  void gates(const std::string& name, std::size_t rows, std::size_t columns) {
    matrix(name + ".weight", rows, columns, 63, 0.008F);
  }
  void norm(const std::string& name) {
    vector(name + ".weight", width, 1.0F, 0.2F);
    vector(name + ".bias", width, 0.0F, 0.1F);
  }

  std::vector<Array> arrays;

 private:
  static void append(std::string& bytes, float value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof raw);
  }
  float uniform() { return static_cast<float>(random_() % 2001) / 1000.0F - 1.0F; }
  std::mt19937 random_;
};

std::string vocabulary(std::size_t& size) {
  std::string text = "[UNK]\n[CLS]\n[SEP]\n.\n,\n!\n?\n\"\n“\n”\n'\nsaid\nthe\nun\n##believ\n##able";
  size = 16;
  for (char c = 'a'; c <= 'z'; ++c, size += 2) text += std::string("\n") + c + "\n##" + c;
  return text;
}

void add_encoder(Maker& make) {
  std::size_t pieces = 0;
  const std::string words = vocabulary(pieces);
  make.arrays.push_back({"vocab", "u8", {words.size()}, words});
  make.matrix("embed.words", pieces, width, 127, 0.01F);
  make.matrix("embed.positions", most_pieces, width, 127, 0.005F);
  make.matrix("embed.shapes", 8, width, 127, 0.005F);
  make.norm("embed.norm");
  for (std::size_t l = 0; l < layers; ++l) {
    const std::string name = "layer." + std::to_string(l);
    for (const char* part : {".q", ".k", ".v", ".o"}) make.linear(name + part, width, width);
    make.linear(name + ".up", feed_forward, width);
    make.linear(name + ".down", width, feed_forward);
    make.norm(name + ".norm1");
    make.norm(name + ".norm2");
  }
}

void add_recurrent_encoder(Maker& make) {
  const std::string words = "<unk>\nthe\nsenate\nsaid\nno\n.\n\"\nunbelievable\n0000";
  make.arrays.push_back({"vocab", "u8", {words.size()}, words});
  make.matrix("embed.words", 9, 12, 127, 0.01F);
  make.matrix("embed.prefix2", 16, 4, 127, 0.01F);
  make.matrix("embed.suffix3", 32, 6, 127, 0.01F);
  make.matrix("embed.shape", 64, 3, 127, 0.01F);
  for (std::size_t l = 0; l < layers; ++l) {
    for (const char* direction : {".forward", ".backward"}) {
      const std::string name = "layer." + std::to_string(l) + direction;
      make.gates(name + ".input", 2 * width, l == 0 ? 25 : width);
      make.gates(name + ".hidden", 2 * width, width / 2);
      make.vector(name + ".bias", 2 * width, 0.0F, 0.5F);
    }
  }
}

void add_heads(Maker& make) {
  for (const auto& [name, size] :
       {std::pair{"upos", 4}, {"xpos", 3}, {"feats", 3}, {"lemma", 4}, {"sentence", 2}, {"names", 5}, {"cue", 3}})
    make.linear(std::string("head.") + name, static_cast<std::size_t>(size), width);
  for (const char* part : {"dep", "head"}) {
    make.linear(std::string("head.arcs.") + part, 16, width);
    make.linear(std::string("head.labels.") + part, 8, width);
  }
  make.matrix("head.arcs.w", 17, 16, 127, 0.01F);
  make.vector("head.arcs.root", 16, 0.0F, 0.5F);
  make.vector("head.arcs.distance", 19, 0.0F, 0.5F);
  make.matrix("head.labels.u", 4 * 9, 9, 127, 0.01F);
  make.vector("head.labels.root", 8, 0.0F, 0.5F);
}

template <class Number>
void append(std::string& bytes, Number value) {
  char raw[sizeof value];
  std::memcpy(raw, &value, sizeof value);
  bytes.append(raw, sizeof raw);
}

void pad(std::string& bytes, std::size_t before) {
  while ((bytes.size() + before) % 64 != 0) bytes += '\0';
}

std::string entry_of(const Array& array, std::size_t offset) {
  std::string shape;
  for (const std::size_t size : array.shape) {
    if (!shape.empty()) shape += ',';
    shape += std::to_string(size);
  }
  return "{\"name\":\"" + array.name + "\",\"type\":\"" + array.type + "\",\"shape\":[" + shape +
         "],\"offset\":" + std::to_string(offset) + ",\"bytes\":" + std::to_string(array.bytes.size()) + "}";
}

}  // namespace

Array& Draft::array(std::string_view name) {
  const auto found = std::find_if(arrays.begin(), arrays.end(), [&](const Array& a) { return a.name == name; });
  if (found == arrays.end()) throw std::out_of_range(std::string(name));
  return *found;
}

Draft draft(Kind kind, unsigned seed) {
  Maker make(seed);
  kind == Kind::transformer ? add_encoder(make) : add_recurrent_encoder(make);
  add_heads(make);
  Draft out;
  out.encoder =
      kind == Kind::transformer
          ? R"({"kind":"transformer","layers":2,"width":32,"heads":2,"ffn":64,"max_pieces":40,)"
            R"("layer_norm_eps":1e-12})"
          : R"({"kind":"recurrent","layers":2,"width":32,"state":16,"input":25,"max_words":20,"word_size":12,)"
            R"("affixes":[{"name":"prefix2","rows":16,"size":4},{"name":"suffix3","rows":32,"size":6},)"
            R"({"name":"shape","rows":64,"size":3}]})";
  out.labels =
      R"({"upos":["NOUN","VERB","DET","PUNCT"],"xpos":["NN","VBD","."],"feats":["_","Number=Sing","Tense=Past"],)"
      R"("lemma":["lower|0|","keep|0|","lower|1|","=|be"],"relations":["det","nsubj","root","punct"],)"
      R"("names":["O","B-PER","I-PER","B-ORG","I-ORG"],"cue":["O","B","I"]})";
  out.arrays = std::move(make.arrays);
  return out;
}

std::vector<std::byte> file_of(std::string_view header, std::string_view body, std::uint32_t version) {
  std::string rest(header);
  pad(rest, 24);
  rest += body;
  std::string file("HEARSAY\0", 8);
  append(file, version);
  append(file, static_cast<std::uint32_t>(header.size()));
  append(file, static_cast<std::uint64_t>(XXH3_64bits(rest.data(), rest.size())));
  file += rest;
  std::vector<std::byte> out(file.size());
  std::memcpy(out.data(), file.data(), file.size());
  return out;
}

std::vector<std::byte> file_of(const Draft& draft) {
  std::string entries, body;
  for (const Array& array : draft.arrays) {
    pad(body, 0);
    if (!entries.empty()) entries += ',';
    entries += entry_of(array, body.size());
    body += array.bytes;
  }
  const std::string header = "{\"name\":\"tiny\",\"encoder\":" + draft.encoder + ",\"labels\":" + draft.labels +
                             ",\"tensors\":[" + entries + "]}";
  return file_of(header, body, draft.version);
}

std::shared_ptr<const Model> model(Kind kind, unsigned seed) {
  return make_model(ModelFile("tiny.hsm", file_of(draft(kind, seed))));
}

Matrix random_matrix(std::size_t rows, std::size_t columns, unsigned seed) {
  std::mt19937 random(seed);
  Matrix out(rows, columns);
  for (float& x : out.values) x = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
  return out;
}

Document document(std::string_view words) {
  Document doc;
  TokenIndex first = 0;
  const auto end_paragraph = [&] {
    const auto end = static_cast<TokenIndex>(doc.tokens.size());
    if (end > first) doc.paragraphs.push_back({first, end});
    first = end;
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view one = words.substr(at, end - at);
    if (one == "|")
      end_paragraph();
    else if (!one.empty()) {
      const auto begin = static_cast<std::uint32_t>(doc.text.size());
      doc.text += one;
      doc.tokens.push_back({begin, static_cast<std::uint32_t>(doc.text.size())});
      doc.text += ' ';
    }
    at = end + 1;
  }
  end_paragraph();
  doc.sentences = doc.paragraphs;
  return doc;
}

}  // namespace hearsay::tiny
