#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "ingest/model/encode.hpp"
#include "ingest/model/parts.hpp"
#include "ingest/model/recurrent_encoder.hpp"
#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

using Row = std::vector<double>;
using Rows = std::vector<Row>;

constexpr std::size_t state = tiny::width / 2;

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// The network once more in doubles, one sequence and one step at a time, straight from the formulas of
/// train/README.md.
class Plain {
 public:
  explicit Plain(const ModelFile& file) : file_(file) {}

  [[nodiscard]] Rows run(Rows x) const {
    for (std::size_t l = 0; l < tiny::layers; ++l) {
      const Rows input = rounded(x, l == 0);
      for (Row& row : x) row.clear();
      for (const bool backward : {false, true}) direction(input, l, backward, x);
    }
    return x;
  }

 private:
  /// Row by row in steps of its largest number / 127, or in steps of 1/127.
  [[nodiscard]] static Rows rounded(Rows x, bool by_row) {
    for (Row& row : x) {
      double most = by_row ? 0.0 : 1.0;
      for (const double v : row) most = std::max(most, by_row ? std::abs(v) : 1.0);
      for (double& v : row) v = std::nearbyint(v * 127.0 / most) * most / 127.0;
    }
    return x;
  }
  [[nodiscard]] double product(const std::string& name, std::size_t out, const Row& x) const {
    const auto weights = file_.bytes(name, 0, x.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += weights[out * x.size() + i] * x[i];
    return sum * file_.floats(name + ".scale", 0)[out];
  }
  /// Appends the states to the rows of `out`.
  void direction(const Rows& x, std::size_t layer, bool backward, Rows& out) const {
    const std::string name = "layer." + std::to_string(layer) + (backward ? ".backward" : ".forward");
    Row h(state), c(state);
    for (std::size_t t = 0; t < x.size(); ++t) {
      const std::size_t at = backward ? x.size() - 1 - t : t;
      const Row before = rounded({h}, false)[0];
      Row gates;
      for (std::size_t g = 0; g < 4 * state; ++g)
        gates.push_back(product(name + ".input.weight", g, x[at]) + product(name + ".hidden.weight", g, before) +
                        file_.floats(name + ".bias", 0)[g]);
      for (std::size_t i = 0; i < state; ++i) {
        c[i] = sigmoid(gates[state + i]) * c[i] + sigmoid(gates[i]) * std::tanh(gates[2 * state + i]);
        h[i] = sigmoid(gates[3 * state + i]) * std::tanh(c[i]);
        out[at].push_back(h[i]);
      }
    }
  }
  const ModelFile& file_;
};

const Recurrent& network(const Model& model) {
  return dynamic_cast<const RecurrentEncoder&>(*model.parts().encoder).network();
}

std::vector<float> random_forms(std::size_t count) {
  std::mt19937 random(5);
  std::vector<float> out(count * 25);
  for (float& x : out) x = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
  return out;
}

std::vector<float> run(const Recurrent& lstm, const std::vector<float>& forms,
                       const std::vector<std::uint32_t>& form_of, const std::vector<std::uint32_t>& lengths,
                       simd::Isa isa = simd::kernels().isa) {
  Recurrent::Room room;
  room.kernels = &simd::choose_kernels(isa);
  std::vector<float> gates(forms.size() / 25 * lstm.gates()), out(form_of.size() * tiny::width);
  lstm.first_gates(forms, room, gates.data());
  std::vector<const float*> gates_of;
  for (const std::uint32_t form : form_of) gates_of.push_back(gates.data() + form * lstm.gates());
  lstm.run(gates_of, lengths, room, out.data());
  return out;
}

const std::vector<std::uint32_t> lengths{3, 9, 1, 9, 2};
const std::vector<std::uint32_t> form_of{0, 1, 2, 3, 3, 3, 1, 4, 5, 0, 6, 2, 7, 7, 0, 1, 2, 3, 4, 5, 6, 1, 0, 4};

}  // namespace

TEST_CASE("the recurrent network computes what its formulas say", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const auto forms = random_forms(8);
  const auto fast = run(network(*model), forms, form_of, lengths);
  double difference = 0.0, size = 0.0;
  std::size_t at = 0;
  for (const std::uint32_t length : lengths) {
    Rows x;
    for (std::size_t t = at; t < at + length; ++t)
      x.emplace_back(forms.begin() + form_of[t] * 25, forms.begin() + (form_of[t] + 1) * 25);
    for (const Row& row : Plain(model->parts().file).run(x)) {
      for (std::size_t i = 0; i < tiny::width; ++i) {
        difference += std::abs(row[i] - fast[at * tiny::width + i]);
        size += std::abs(row[i]);
      }
      ++at;
    }
  }
  // Rounding may fall to the other side of a step here and there; anything wrong would show as tens of per cent.
  CHECK(difference / size < 0.005);
}

TEST_CASE("a sequence gets the same vectors alone and among others", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const auto forms = random_forms(8);
  const auto all = run(network(*model), forms, form_of, lengths);
  std::size_t at = 0;
  for (const std::uint32_t length : lengths) {
    const auto alone =
        run(network(*model), forms,
            {form_of.begin() + static_cast<long>(at), form_of.begin() + static_cast<long>(at + length)}, {length});
    CHECK(std::equal(alone.begin(), alone.end(), all.begin() + static_cast<long>(at * tiny::width)));
    at += length;
  }
}

TEST_CASE("AVX2, AVX-VNNI and AVX-512 run the recurrent network alike to the last bit", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const auto forms = random_forms(8);
  const auto best = run(network(*model), forms, form_of, lengths, simd::Isa::avx512);
  CHECK(best == run(network(*model), forms, form_of, lengths, simd::Isa::avx2));
  CHECK(best == run(network(*model), forms, form_of, lengths, simd::Isa::avx_vnni));
  const auto plain = run(network(*model), forms, form_of, lengths, simd::Isa::baseline);
  double difference = 0.0;  // no fused products there: the last digits differ, and seldom a rounding
  for (std::size_t i = 0; i < best.size(); ++i) difference += std::abs(best[i] - plain[i]);
  CHECK(difference / static_cast<double>(best.size()) < 1e-3);
}

TEST_CASE("a stretch of a paragraph is encoded apart from all others", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const Encoding alone = encode(tiny::document("the senate said no ."), *model);
  const Encoding among =
      encode(tiny::document("Mr. Smith | the senate said no . | \" unbelievable \" he said ."), *model);
  REQUIRE(among.windows.size() == 1);
  for (std::size_t t = 0; t < 5; ++t)
    for (std::size_t i = 0; i < tiny::width; ++i) CHECK(alone.row(t)[i] == among.row(t + 2)[i]);
}

TEST_CASE("a word goes in as the rows of its tables side by side", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const ModelFile& file = model->parts().file;
  const WordFeatures features(
      file.text("vocab"),
      {{AffixTable::Part::prefix, 2, 16}, {AffixTable::Part::suffix, 3, 32}, {AffixTable::Part::shape, 0, 64}});
  std::vector<std::uint32_t> rows;
  features.append_rows("Senators", rows);
  std::vector<float> input;
  for (std::size_t table = 0; table < rows.size(); ++table) {
    const std::string name = std::array{"embed.words", "embed.prefix2", "embed.suffix3", "embed.shape"}[table];
    const auto values = file.bytes(name, 0, 0);
    const auto scale = file.floats(name + ".scale", 0);
    const std::size_t size = values.size() / scale.size();
    for (std::size_t i = 0; i < size; ++i) input.push_back(values[rows[table] * size + i] * scale[rows[table]]);
  }
  auto expected = run(network(*model), input, {0}, {1});
  simd::kernels().round_rows(expected.data(), 1, tiny::width);
  CHECK(encode(tiny::document("Senators"), *model).values == expected);
}

TEST_CASE("a word has the same vector however many came before it", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  const Encoding fresh = encode(tiny::document("the senate said no ."), *model);
  std::string many;
  for (int i = 0; i < 9000; ++i) {  // more words than are kept
    many += " w" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26 % 26)) + std::string(1, static_cast<char>('a' + i / 676)) +
            (i % 100 == 99 ? " |" : "");
    if (i % 1000 == 500) CHECK(encode(tiny::document(many + " x"), *model).values.size() > 0);
  }
  CHECK(encode(tiny::document("the senate said no ."), *model).values == fresh.values);
}

TEST_CASE("what has the same key and pattern has the same vector", "[ingest][model]") {
  const auto model = tiny::model(tiny::Kind::recurrent);
  CHECK(encode(tiny::document("in 1987"), *model).values == encode(tiny::document("in 2024"), *model).values);
  CHECK(encode(tiny::document("the"), *model).values != encode(tiny::document("THE"), *model).values);
}

}  // namespace hearsay
