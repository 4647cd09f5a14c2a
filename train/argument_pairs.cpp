// Prints what the head `arguments` sees, for train/arguments.py.
//
//   argument_pairs MODEL.hsm SENTENCES.txt OUT.bin
//
// SENTENCES.txt holds one sentence a line. OUT.bin, little endian: u32 width of a vector, kinds of signs, rows of their
// table; then for each sentence u32 line (from 0), tokens, pairs; for each token u32 begin and end in the bytes of its
// line and i32 head (-1: none); for each token its vector, f32; for each pair u32 verb and word, and u16 row of each
// kind of sign.

#include "ingest/relation/argument_pairs.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "ingest/annotate.hpp"
#include "ingest/model/encode.hpp"

using namespace hearsay;

namespace {

class Dump {
 public:
  Dump(const Document& doc, const Encoding& encoding, const char* path)
      : doc_(doc), encoding_(encoding), out_(path, std::ios::binary) {}

  void write(const std::vector<ArgumentPair>& pairs) {
    put(static_cast<std::uint32_t>(encoding_.width));
    put(static_cast<std::uint32_t>(argument_signs));
    put(static_cast<std::uint32_t>(argument_sign_rows()));
    auto next = pairs.begin();
    for (const TokenSpan sentence : doc_.sentences) {
      const auto end = std::find_if(next, pairs.end(), [&](const ArgumentPair& p) { return p.verb >= sentence.end; });
      write_sentence(sentence, {next, end});
      next = end;
    }
  }

 private:
  void put(const auto& value) { out_.write(reinterpret_cast<const char*>(&value), sizeof value); }

  void write_sentence(TokenSpan sentence, const std::vector<ArgumentPair>& pairs) {
    // Lines are the paragraphs of the text; empty ones have no sentence.
    const std::uint32_t first = doc_.tokens[sentence.begin].begin;
    line_ += static_cast<std::uint32_t>(std::count(doc_.text.begin() + at_, doc_.text.begin() + first, '\n'));
    at_ = first;
    const auto break_before = doc_.text.rfind('\n', first);
    const std::uint32_t line_begin =
        break_before == std::string::npos ? 0 : static_cast<std::uint32_t>(break_before) + 1;
    put(line_);
    put(sentence.size());
    put(static_cast<std::uint32_t>(pairs.size()));
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
      put(doc_.tokens[t].begin - line_begin);
      put(doc_.tokens[t].end - line_begin);
      const auto head = doc_.arcs[t].head;
      put(head ? static_cast<std::int32_t>(*head - sentence.begin) : -1);
    }
    for (TokenIndex t = sentence.begin; t < sentence.end; ++t)
      for (const float value : encoding_.row(t)) put(value);
    for (const ArgumentPair& pair : pairs) {
      put(pair.verb - sentence.begin);
      put(pair.word - sentence.begin);
      for (const std::uint16_t row : pair.rows) put(row);
    }
  }

  const Document& doc_;
  const Encoding& encoding_;
  std::ofstream out_;
  std::uint32_t line_ = 0, at_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: argument_pairs MODEL.hsm SENTENCES.txt OUT.bin\n";
    return 2;
  }
  const auto model = load_model(argv[1]);
  std::ifstream file(argv[2]);
  Article article;
  article.text.assign(std::istreambuf_iterator<char>(file), {});
  AnnotateOptions options;
  options.one_sentence_per_line = true;
  options.last = Layer::names;
  const Document doc = annotate(std::move(article), *model, options).document;
  const Trees trees(doc);
  Dump(doc, encode(doc, *model), argv[3]).write(argument_pairs(trees, read_clauses(trees)));
}
