#include "ingest/model/lstm.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {
namespace {

/// 8-bit weights, and the floats that they stand for.
struct Weights {
  FineMatrix rounded;
  Matrix plain;
};

Weights random_weights(std::size_t rows, std::size_t columns, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::int8_t> values(rows * columns);
  for (std::int8_t& v : values) v = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  const std::vector<float> scale(rows, 1.0F / 127.0F);
  Weights out{FineMatrix(values, scale), Matrix(rows, columns)};
  for (std::size_t i = 0; i < values.size(); ++i) out.plain.values[i] = static_cast<float>(values[i]) / 127.0F;
  return out;
}

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// One direction over one sequence, from the formulas.
std::vector<std::vector<double>> lstm(const Matrix& input, const Matrix& recurrent, std::span<const float> bias,
                                      const std::vector<std::span<const float>>& steps) {
  const std::size_t size = recurrent.columns;
  std::vector<double> hidden(size), cell(size);
  std::vector<std::vector<double>> out;
  for (const auto step : steps) {
    std::vector<double> gates(4 * size);
    for (std::size_t g = 0; g < gates.size(); ++g) {
      gates[g] = bias[g];
      for (std::size_t i = 0; i < step.size(); ++i) gates[g] += input.row(g)[i] * step[i];
      for (std::size_t i = 0; i < size; ++i) gates[g] += recurrent.row(g)[i] * hidden[i];
    }
    for (std::size_t i = 0; i < size; ++i) {
      cell[i] = sigmoid(gates[size + i]) * cell[i] + sigmoid(gates[i]) * std::tanh(gates[2 * size + i]);
      hidden[i] = sigmoid(gates[3 * size + i]) * std::tanh(cell[i]);
    }
    out.push_back(hidden);
  }
  return out;
}

}  // namespace

TEST_CASE("the bidirectional LSTM runs many sequences as it runs one", "[ingest][model]") {
  constexpr std::size_t in = 6, size = 20;
  const Weights inputs[2] = {random_weights(4 * size, in, 3), random_weights(4 * size, in, 4)};
  const Weights recurrents[2] = {random_weights(4 * size, size, 5), random_weights(4 * size, size, 6)};
  const Matrix biases = tiny::random_matrix(2, 4 * size, 7);
  const std::vector<std::uint32_t> lengths{3, 9, 0, 1, 9};
  const Matrix steps = tiny::random_matrix(22, in, 8);
  const Matrix out = bilstm({&inputs[0].rounded, &recurrents[0].rounded, biases.row(0)},
                            {&inputs[1].rounded, &recurrents[1].rounded, biases.row(1)}, steps.view(), lengths);
  REQUIRE(out.rows == 22);
  REQUIRE(out.columns == 2 * size);
  std::size_t begin = 0;
  for (const std::uint32_t length : lengths) {
    std::vector<std::span<const float>> rows;
    for (std::size_t i = 0; i < length; ++i) rows.push_back(steps.row(begin + i));
    const auto forward = lstm(inputs[0].plain, recurrents[0].plain, biases.row(0), rows);
    std::reverse(rows.begin(), rows.end());
    const auto backward = lstm(inputs[1].plain, recurrents[1].plain, biases.row(1), rows);
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t k = 0; k < size; ++k) {
        CHECK(out.row(begin + i)[k] == Approx(forward[i][k]).margin(1e-3));
        CHECK(out.row(begin + i)[size + k] == Approx(backward[length - 1 - i][k]).margin(1e-3));
      }
    }
    begin += length;
  }
}

}  // namespace hearsay
