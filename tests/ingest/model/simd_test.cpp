#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>

#include "ingest/model/fine_matrix.hpp"
#include "ingest/model/int8_matrix.hpp"
#include "ingest/model/kernels.hpp"

namespace hearsay {
namespace {

using simd::Isa;
using simd::Kernels;

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> out{&simd::choose_kernels(Isa::baseline)};
  for (const Isa isa : {Isa::avx2, Isa::avx_vnni, Isa::avx512})
    if (&simd::choose_kernels(isa) != out.back()) out.push_back(&simd::choose_kernels(isa));
  return out;
}

std::vector<float> random_floats(std::size_t n, unsigned seed, float spread = 2.0F) {
  std::mt19937 random(seed);
  std::vector<float> out(n);
  for (float& x : out) x = (static_cast<float>(random() % 20001) / 10000.0F - 1.0F) * spread;
  return out;
}

std::vector<std::int8_t> random_weights(std::size_t n) {
  std::mt19937 random(3);
  std::vector<std::int8_t> out(n);
  for (auto& w : out) w = static_cast<std::int8_t>(static_cast<int>(random() % 129) - 64);
  return out;
}

}  // namespace

TEST_CASE("int8 products are exact on every instruction set", "[ingest][model]") {
  const auto [out, in, rows] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
      {{32, 32, 1}, {64, 128, 13}, {17, 384, 5}, {5, 20, 30}, {96, 1536, 25}, {49, 33, 2}}));
  const auto weights = random_weights(out * in);
  const auto scale = random_floats(out, 4), bias = random_floats(out, 5);
  const Int8Matrix matrix(weights, scale, bias);
  const simd::Int8Weights w = matrix.view();
  const auto x = random_floats(rows * in, 6);
  for (const Kernels* const kernels : all_kernels()) {
    INFO("instruction set " << static_cast<int>(kernels->isa) << ", " << out << " x " << in << ", rows " << rows);
    std::vector<std::uint8_t> q(rows * w.quads * 4);
    std::vector<float> steps(rows), result(rows * out + 1, 42.0F);
    kernels->quantise(x.data(), rows, in, q.data(), w.quads * 4, steps.data());
    kernels->int8_linear(w, q.data(), steps.data(), rows, result.data(), out, false);
    double worst = 0.0;
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < out; ++o) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < in; ++i)
          sum += std::lround(std::nearbyint(x[r * in + i] * (1.0F / steps[r]))) * weights[o * in + i];
        const double expected = static_cast<double>(sum) * steps[r] * scale[o] + bias[o];
        worst = std::max(worst, std::abs(expected - result[r * out + o]) / (1.0 + std::abs(expected)));
      }
    }
    // One activation on the edge between two steps may fall to the other side: 64 steps of weight at most.
    CHECK(worst < 0.02);
    CHECK(result.back() == 42.0F);
  }
}

TEST_CASE("the largest weights and activations do not saturate", "[ingest][model]") {
  constexpr std::size_t in = 256;
  // 32 is the largest weight of which four products with the largest activation fit into 16 bits.
  const std::int8_t weight = GENERATE(std::int8_t{64}, -64, 33, 32, -32, 16);
  const std::vector<std::int8_t> weights(32 * in, weight);
  const Int8Matrix matrix(weights, std::vector<float>(32, 1.0F), {});
  for (const float value : {1.0F, -1.0F}) {
    const std::vector<float> x(in, value);
    for (const Kernels* const kernels : all_kernels()) {
      std::vector<std::uint8_t> q(in);
      std::vector<float> step(1), y(32);
      kernels->quantise(x.data(), 1, in, q.data(), in, step.data());
      kernels->int8_linear(matrix.view(), q.data(), step.data(), 1, y.data(), 32, false);
      CHECK(y[31] == Approx(value * static_cast<float>(weight) * in));
    }
  }
}

TEST_CASE("only quads that are safe together are paired, and no quad is lost", "[ingest][model]") {
  constexpr std::size_t in = 128, quads = in / 4, panels = 2, out = panels * simd::int8_panel;
  std::vector<std::int8_t> weights = random_weights(out * in);
  for (auto& w : weights) w = static_cast<std::int8_t>(w / 3);  // most quads have a mate among the others
  const Int8Matrix matrix(weights, std::vector<float>(out, 1.0F), {});
  const simd::Int8Weights w = matrix.view();
  for (std::size_t panel = 0; panel < panels; ++panel) {
    const std::span order(w.order + panel * quads, quads);
    std::vector<std::uint16_t> sorted(order.begin(), order.end()), all(quads);
    std::ranges::sort(sorted);
    std::iota(all.begin(), all.end(), std::uint16_t{0});
    CHECK(sorted == all);
    CHECK(w.paired[panel] % 2 == 0);
    CHECK(w.paired[panel] > quads / 2);
    for (std::size_t k = 0; k < w.paired[panel]; k += 2) {
      for (std::size_t o = panel * simd::int8_panel; o < (panel + 1) * simd::int8_panel; ++o) {
        for (const std::size_t half : {0, 2}) {
          int most = 0, least = 0;
          for (const std::size_t at : {order[k] * 4 + half, order[k + 1] * 4 + half}) {
            for (std::size_t i = at; i < at + 2; ++i) {
              most += std::max<int>(weights[o * in + i], 0);
              least += std::min<int>(weights[o * in + i], 0);
            }
          }
          CHECK(255 * most <= 32767);
          CHECK(255 * least >= -32768);
        }
      }
    }
  }
}

TEST_CASE("products of 8-bit weights with 16-bit activations are nearly those of floats", "[ingest][model]") {
  const auto [out, in, rows] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
      {{32, 32, 1}, {4947, 97, 13}, {17, 5, 5}, {257, 256, 30}, {33, 512, 2}}));
  std::vector<std::int8_t> weights(out * in);
  std::mt19937 random(2);
  for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  const auto scale = random_floats(out, 4);
  auto x = random_floats(rows * in, 6);
  std::fill_n(x.begin(), in, 2.0F);  // the largest sums
  std::fill_n(weights.begin(), in, std::int8_t{127});
  const FineMatrix matrix(weights, scale);
  std::vector<float> first;
  for (const Kernels* const kernels : all_kernels()) {
    INFO("instruction set " << static_cast<int>(kernels->isa) << ", " << out << " x " << in << ", rows " << rows);
    const std::size_t stride = (in + 1) / 2 * 2;
    std::vector<std::int16_t> q(rows * stride);
    std::vector<float> steps(rows), result(rows * out + 1, 42.0F);
    kernels->quantise_fine(x.data(), rows, in, q.data(), stride, steps.data());
    kernels->fine_linear(matrix.view(), q.data(), steps.data(), rows, result.data());
    double worst = 0.0;
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < out; ++o) {
        double sum = 0.0, size = 0.0;
        for (std::size_t i = 0; i < in; ++i) {
          sum += static_cast<double>(x[r * in + i]) * weights[o * in + i] * scale[o];
          size += 2.0 * 127.0 * std::abs(scale[o]);
        }
        worst = std::max(worst, std::abs(sum - result[r * out + o]) / (size + 1e-9));
      }
    }
    CHECK(worst < 2e-5);
    CHECK(result.back() == 42.0F);
    if (kernels->isa == Isa::avx2) first = result;
    if (kernels->isa > Isa::avx2) CHECK(first == result);
  }
}

TEST_CASE("GELU is x times the normal distribution", "[ingest][model]") {
  // One input of 1.0 becomes 127 steps of 1/127; the weights are what makes the values.
  std::vector<std::int8_t> weights(129 * 4, 0);
  for (int i = 0; i < 129; ++i) weights[static_cast<std::size_t>(i) * 4] = static_cast<std::int8_t>(i - 64);
  const Int8Matrix matrix(weights, std::vector<float>(129, 0.15F), {});
  const float one[4] = {1.0F, 0.0F, 0.0F, 0.0F};
  for (const Kernels* const kernels : all_kernels()) {
    std::uint8_t q[4];
    float step = 0.0F;
    std::vector<float> y(129);
    kernels->quantise(one, 1, 4, q, 4, &step);
    kernels->int8_linear(matrix.view(), q, &step, 1, y.data(), 129, true);
    for (int i = 0; i < 129; ++i) {
      const double x = 0.15 * (i - 64);
      CHECK(y[static_cast<std::size_t>(i)] ==
            Approx(0.5 * x * (1 + std::erf(x / std::sqrt(2.0)))).margin(1e-6 * (1 + std::abs(x))));
    }
  }
}

TEST_CASE("float products fit any shape and write nothing beyond it", "[ingest][model]") {
  const auto [rows, columns, inner] = GENERATE(table<std::size_t, std::size_t, std::size_t>(
      {{1, 1, 1}, {13, 16, 32}, {7, 33, 5}, {48, 100, 32}, {3, 51, 97}, {25, 17, 200}}));
  const auto a = random_floats(rows * inner, 8), w = random_floats(columns * inner, 9);
  const PackedMatrix packed(MatrixView{w.data(), columns, inner});
  for (const Kernels* const kernels : all_kernels()) {
    for (const bool add : {false, true}) {
      std::vector<float> c(rows * columns + 20, 3.0F);
      kernels->float_linear(rows, columns, inner, a.data(), inner, packed.panels(), c.data(), columns, add);
      for (std::size_t i = 0; i < rows * columns; ++i) {
        double sum = add ? 3.0 : 0.0;
        for (std::size_t k = 0; k < inner; ++k) sum += a[i / columns * inner + k] * w[i % columns * inner + k];
        CHECK(c[i] == Approx(sum).margin(1e-4));
      }
      for (std::size_t i = rows * columns; i < c.size(); ++i) CHECK(c[i] == 3.0F);
    }
  }
}

TEST_CASE("softmax gives probabilities, and nothing to what is not there", "[ingest][model]") {
  for (const Kernels* const kernels : all_kernels()) {
    for (const std::size_t columns : {1UL, 15UL, 16UL, 37UL}) {
      auto x = random_floats(48 * 2, 10, 100.0F);
      const auto before = x;
      kernels->softmax(x.data(), 2, columns, 48, 0.5F);
      for (std::size_t r = 0; r < 2; ++r) {
        double top = -1e9, total = 0.0;
        for (std::size_t i = 0; i < columns; ++i) top = std::max(top, 0.5 * before[r * 48 + i]);
        for (std::size_t i = 0; i < columns; ++i) total += std::exp(0.5 * before[r * 48 + i] - top);
        for (std::size_t i = 0; i < columns; ++i)
          CHECK(x[r * 48 + i] == Approx(std::exp(0.5 * before[r * 48 + i] - top) / total).margin(1e-6));
        for (std::size_t i = columns; i < (columns + 15) / 16 * 16; ++i) CHECK(x[r * 48 + i] == 0.0F);
      }
    }
  }
}

TEST_CASE("AVX2, AVX-VNNI and AVX-512 agree to the last bit", "[ingest][model]") {
  const Kernels& one = simd::choose_kernels(Isa::avx2);
  const Kernels& other = simd::choose_kernels(GENERATE(Isa::avx_vnni, Isa::avx512));
  constexpr std::size_t rows = 7, width = 96;
  const auto gain = random_floats(width, 11), shift = random_floats(width, 12),
             residual = random_floats(rows * width, 13);
  auto x = random_floats(rows * width, 14), y = x;
  one.add_norm(x.data(), residual.data(), gain.data(), shift.data(), rows, width, 1e-12F);
  other.add_norm(y.data(), residual.data(), gain.data(), shift.data(), rows, width, 1e-12F);
  CHECK(x == y);
  one.softmax(x.data(), rows, 90, width, 0.3F);
  other.softmax(y.data(), rows, 90, width, 0.3F);
  CHECK(x == y);
  one.round_rows(x.data(), rows, width);
  other.round_rows(y.data(), rows, width);
  CHECK(x == y);
  std::vector<float> cell(24, 0.25F), same_cell = cell, hidden(24), same_hidden(24);
  one.lstm_cell(residual.data(), gain.data(), shift.data(), cell.data(), hidden.data(), 24);
  other.lstm_cell(residual.data(), gain.data(), shift.data(), same_cell.data(), same_hidden.data(), 24);
  CHECK(hidden == same_hidden);
  CHECK(cell == same_cell);
  std::vector<std::uint8_t> q(16), same_q(16);
  cell.assign(16, 0.5F);
  same_cell = cell;
  one.lstm_rounded(residual.data(), gain.data(), cell.data(), hidden.data(), q.data(), 16);
  other.lstm_rounded(residual.data(), gain.data(), same_cell.data(), same_hidden.data(), same_q.data(), 16);
  CHECK(hidden == same_hidden);
  CHECK(cell == same_cell);
  CHECK(q == same_q);
  std::vector<float> dots(rows), same_dots(rows);
  one.dots(gain.data(), residual.data(), rows, width - 3, dots.data());
  other.dots(gain.data(), residual.data(), rows, width - 3, same_dots.data());
  CHECK(dots == same_dots);
}

TEST_CASE("layer normalisation has mean 0 and variance 1 before gain and shift", "[ingest][model]") {
  const std::vector<float> gain(64, 2.0F), shift(64, 0.5F);
  for (const Kernels* const kernels : all_kernels()) {
    auto x = random_floats(64, 15, 9.0F);
    kernels->add_norm(x.data(), nullptr, gain.data(), shift.data(), 1, 64, 1e-12F);
    double mean = 0.0, square = 0.0;
    for (const float v : x) mean += v / 64.0;
    for (const float v : x) square += (v - mean) * (v - mean) / 64.0;
    CHECK(mean == Approx(0.5).margin(1e-5));
    CHECK(square == Approx(4.0).margin(1e-4));
  }
}

}  // namespace hearsay
