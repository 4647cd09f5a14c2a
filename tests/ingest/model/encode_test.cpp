#include "ingest/model/encode.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <thread>

#include "ingest/model/parts.hpp"
#include "ingest/model/transformer_encoder.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

using tiny::Kind;
using Row = std::vector<double>;
using Rows = std::vector<Row>;

/// The encoder once more in doubles, straight from the formulas of train/README.md.
class Plain {
 public:
  explicit Plain(const ModelFile& file) : file_(file) {}

  [[nodiscard]] Rows encode(const PieceWindow& window) const {
    Rows x;
    for (std::size_t p = 0; p < window.ids.size(); ++p) {
      Row sum = table_row("embed.words", window.ids[p]);
      const Row place = table_row("embed.positions", p), shape = table_row("embed.shapes", window.shapes[p]);
      for (std::size_t i = 0; i < tiny::width; ++i) sum[i] += place[i] + shape[i];
      x.push_back(norm(sum, "embed.norm"));
    }
    for (std::size_t l = 0; l < tiny::layers; ++l) x = layer(x, "layer." + std::to_string(l));
    return x;
  }

 private:
  [[nodiscard]] Row table_row(const std::string& name, std::size_t row) const {
    const auto values = file_.bytes(name, 0, tiny::width);
    const float scale = file_.floats(name + ".scale", 0)[row];
    Row out;
    for (std::size_t i = 0; i < tiny::width; ++i) out.push_back(scale * values[row * tiny::width + i]);
    return out;
  }
  [[nodiscard]] Row norm(const Row& x, const std::string& name) const {
    const auto gain = file_.floats(name + ".weight", 0), shift = file_.floats(name + ".bias", 0);
    double mean = 0.0, square = 0.0;
    for (const double v : x) mean += v / static_cast<double>(x.size());
    for (const double v : x) square += (v - mean) * (v - mean) / static_cast<double>(x.size());
    Row out;
    for (std::size_t i = 0; i < x.size(); ++i)
      out.push_back((x[i] - mean) / std::sqrt(square + 1e-12) * gain[i] + shift[i]);
    return out;
  }
  [[nodiscard]] Row linear(const Row& x, const std::string& name) const {
    double most = 0.0;
    for (const double v : x) most = std::max(most, std::abs(v));
    const auto weights = file_.bytes(name + ".weight", 0, x.size());
    const auto scale = file_.floats(name + ".weight.scale", 0), bias = file_.floats(name + ".bias", 0);
    Row out;
    for (std::size_t o = 0; o < scale.size(); ++o) {
      double sum = 0.0;
      for (std::size_t i = 0; i < x.size(); ++i) sum += std::nearbyint(x[i] * 127.0 / most) * weights[o * x.size() + i];
      out.push_back(sum * most / 127.0 * scale[o] + bias[o]);
    }
    return out;
  }
  [[nodiscard]] Rows layer(const Rows& x, const std::string& name) const {
    Rows q, k, v, out;
    for (const Row& row : x) {
      q.push_back(linear(row, name + ".q"));
      k.push_back(linear(row, name + ".k"));
      v.push_back(linear(row, name + ".v"));
    }
    for (std::size_t i = 0; i < x.size(); ++i) {
      Row y = linear(attend(q[i], k, v), name + ".o");
      for (std::size_t d = 0; d < y.size(); ++d) y[d] += x[i][d];
      y = norm(y, name + ".norm1");
      Row wide = linear(y, name + ".up");
      for (double& u : wide) u = 0.5 * u * (1.0 + std::erf(u / std::sqrt(2.0)));
      wide = linear(wide, name + ".down");
      for (std::size_t d = 0; d < y.size(); ++d) y[d] += wide[d];
      out.push_back(norm(y, name + ".norm2"));
    }
    return out;
  }
  [[nodiscard]] static Row attend(const Row& q, const Rows& k, const Rows& v) {
    constexpr std::size_t depth = tiny::width / tiny::heads;
    Row out(tiny::width);
    for (std::size_t h = 0; h < tiny::width; h += depth) {
      Row share;
      double total = 0.0;
      for (const Row& key : k) {
        double score = 0.0;
        for (std::size_t d = h; d < h + depth; ++d) score += q[d] * key[d];
        share.push_back(std::exp(score / std::sqrt(static_cast<double>(depth))));
        total += share.back();
      }
      for (std::size_t p = 0; p < v.size(); ++p)
        for (std::size_t d = h; d < h + depth; ++d) out[d] += share[p] / total * v[p][d];
    }
    return out;
  }
  const ModelFile& file_;
};

}  // namespace

TEST_CASE("the encoder computes what its formulas say", "[ingest][model]") {
  const auto model = tiny::model();
  PieceWindow window;
  for (std::uint32_t p = 0; p < 37; ++p) window.add(p * 5 % 60, static_cast<std::uint8_t>(p % 8));
  for (std::size_t p = 0; p < 37; p += 1 + p % 3) window.wanted.push_back(p);
  Transformer::Room room;
  const auto& encoder = dynamic_cast<const TransformerEncoder&>(*model->parts().encoder);
  const float* const fast = encoder.network().run(window, room);
  const Rows plain = Plain(model->parts().file).encode(window);
  double difference = 0.0, size = 0.0;
  for (std::size_t w = 0; w < window.wanted.size(); ++w) {
    for (std::size_t i = 0; i < tiny::width; ++i) {
      difference += std::abs(plain[window.wanted[w]][i] - fast[w * tiny::width + i]);
      size += std::abs(plain[window.wanted[w]][i]);
    }
  }
  // Rounding may fall to the other side of a step here and there; anything wrong would show as tens of per cent.
  CHECK(difference / size < 0.01);
}

TEST_CASE("every token has a vector, in documents of any length", "[ingest][model]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  std::string words;
  for (int i = 0; i < 200; ++i) words += i % 17 == 16 ? ". " : i % 61 == 60 ? "| " : "unbelievable ";
  const Document doc = tiny::document(words);
  const Encoding encoding = encode(doc, *model);
  REQUIRE(encoding.width == tiny::width);
  REQUIRE(encoding.rows() == doc.tokens.size());
  TokenIndex next = 0;
  for (const TokenSpan window : encoding.windows) {
    CHECK(window.begin == next);
    next = window.end;
  }
  CHECK(next == doc.tokens.size());
  for (std::size_t t = 0; t < encoding.rows(); ++t) {
    float most = 0.0F;
    for (const float x : encoding.row(t)) {
      REQUIRE(std::isfinite(x));
      most = std::max(most, std::abs(x));
    }
    CHECK(most > 0.0F);
    for (const float x : encoding.row(t))
      CHECK(std::abs(x * 127.0F / most - std::nearbyint(x * 127.0F / most)) < 1e-3F);
  }
}

TEST_CASE("a window's vectors do not depend on what stands in other windows", "[ingest][model]") {
  const auto model = tiny::model();
  const Encoding alone = encode(tiny::document("the senate said no ."), *model);
  const std::string filler =
      "unbelievable unbelievable unbelievable unbelievable unbelievable unbelievable "
      "unbelievable unbelievable unbelievable unbelievable unbelievable unbelievable";
  const Encoding both = encode(tiny::document(filler + " | the senate said no ."), *model);
  REQUIRE(both.windows.size() == 2);
  for (std::size_t t = 0; t < 5; ++t)
    for (std::size_t i = 0; i < tiny::width; ++i) CHECK(alone.row(t)[i] == both.row(t + 12)[i]);
}

TEST_CASE("a sentence of any length is read window by window, and nothing is lost", "[ingest][model]") {
  const Kind kind = GENERATE(Kind::transformer, Kind::recurrent);
  const auto model = tiny::model(kind);
  std::string words;
  for (int i = 0; i < 1000; ++i) words += i % 2 == 0 ? "the " : "senate ";
  const Encoding encoding = encode(tiny::document(words), *model);
  CHECK(encoding.rows() == 1000);
  const std::size_t most = kind == Kind::transformer ? tiny::most_pieces - 2 : tiny::most_words;
  for (const TokenSpan window : encoding.windows) CHECK(window.size() <= most);
  CHECK(encoding.windows.back().end == 1000);
}

TEST_CASE("texts that nobody would write are encoded all the same", "[ingest][model]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  CHECK(encode(Document{}, *model).rows() == 0);
  CHECK(encode(tiny::document("😀 \x01 Путин \xef\xbf\xbf"), *model).rows() == 4);
  CHECK(encode(tiny::document(std::string(10'000'000, 'x')), *model).rows() == 1);
  CHECK(encode(tiny::document(std::string(1'000'000, '\xd0')), *model).rows() == 1);
  std::string marks;
  for (int i = 0; i < 100'000; ++i) marks += "\" ";
  CHECK(encode(tiny::document(marks), *model).rows() == 100'000);
}

TEST_CASE("threads that share a model get what one thread gets", "[ingest][model]") {
  const auto model = tiny::model(GENERATE(Kind::transformer, Kind::recurrent));
  const Document doc = tiny::document("the senate said the vote was unbelievable . | so said the other house .");
  const Encoding expected = encode(doc, *model);
  std::vector<Encoding> results(4);
  {
    std::vector<std::jthread> threads;
    for (Encoding& result : results) threads.emplace_back([&] { result = encode(doc, *model); });
  }
  for (const Encoding& result : results) CHECK(result.values == expected.values);
}

TEST_CASE("a head's scores are products with its rows", "[ingest][model]") {
  const auto model = tiny::model();
  const Encoding encoding = encode(tiny::document("the senate said no ."), *model);
  const Matrix scores = model->linear("upos", encoding);
  const ModelFile& file = model->parts().file;
  const auto weights = file.bytes("head.upos.weight", 4, tiny::width);
  const auto scale = file.floats("head.upos.weight.scale", 4), bias = file.floats("head.upos.bias", 4);
  REQUIRE(scores.rows == 5);
  REQUIRE(scores.columns == 4);
  for (std::size_t t = 0; t < 5; ++t) {
    for (std::size_t o = 0; o < 4; ++o) {
      double sum = bias[o];
      for (std::size_t i = 0; i < tiny::width; ++i) sum += encoding.row(t)[i] * scale[o] * weights[o * tiny::width + i];
      CHECK(scores.row(t)[o] == Approx(sum).margin(1e-4));
    }
  }
}

}  // namespace hearsay
