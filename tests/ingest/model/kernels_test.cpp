#include "ingest/model/kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

namespace hearsay {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, unsigned seed) {
  std::mt19937 random(seed);
  Matrix out(rows, columns);
  for (float& x : out.values) x = static_cast<float>(random() % 2001) / 1000.0F - 1.0F;
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

TEST_CASE("a product adds the bias to every row", "[ingest][model]") {
  const Matrix x = random_matrix(5, 7, 1), w = random_matrix(3, 7, 2);
  const std::vector<float> bias{1.0F, -2.0F, 0.5F};
  const Matrix y = multiply(x.view(), PackedMatrix(w.view()), bias);
  for (std::size_t r = 0; r < 5; ++r) {
    for (std::size_t o = 0; o < 3; ++o) {
      double sum = bias[o];
      for (std::size_t i = 0; i < 7; ++i) sum += x.row(r)[i] * w.row(o)[i];
      CHECK(y.row(r)[o] == Approx(sum).margin(1e-5));
    }
  }
  CHECK(multiply(MatrixView{nullptr, 0, 7}, PackedMatrix(w.view()), bias).rows == 0);
}

TEST_CASE("the bidirectional LSTM runs many sequences as it runs one", "[ingest][model]") {
  constexpr std::size_t in = 6, size = 20;
  const Matrix inputs[2] = {random_matrix(4 * size, in, 3), random_matrix(4 * size, in, 4)};
  const Matrix recurrents[2] = {random_matrix(4 * size, size, 5), random_matrix(4 * size, size, 6)};
  const Matrix biases = random_matrix(2, 4 * size, 7);
  const std::vector<std::uint32_t> lengths{3, 9, 0, 1, 9};
  const Matrix steps = random_matrix(22, in, 8);
  const PackedMatrix packed[4] = {PackedMatrix(inputs[0].view()), PackedMatrix(recurrents[0].view()),
                                  PackedMatrix(inputs[1].view()), PackedMatrix(recurrents[1].view())};
  const auto bias = [&](std::size_t d) { return std::vector<float>(biases.row(d).begin(), biases.row(d).end()); };
  const Matrix out =
      bilstm({&packed[0], &packed[1], bias(0)}, {&packed[2], &packed[3], bias(1)}, steps.view(), lengths);
  REQUIRE(out.rows == 22);
  REQUIRE(out.columns == 2 * size);
  std::size_t begin = 0;
  for (const std::uint32_t length : lengths) {
    std::vector<std::span<const float>> rows;
    for (std::size_t i = 0; i < length; ++i) rows.push_back(steps.row(begin + i));
    const auto forward = lstm(inputs[0], recurrents[0], biases.row(0), rows);
    std::reverse(rows.begin(), rows.end());
    const auto backward = lstm(inputs[1], recurrents[1], biases.row(1), rows);
    for (std::size_t i = 0; i < length; ++i) {
      for (std::size_t k = 0; k < size; ++k) {
        CHECK(out.row(begin + i)[k] == Approx(forward[i][k]).margin(1e-5));
        CHECK(out.row(begin + i)[size + k] == Approx(backward[length - 1 - i][k]).margin(1e-5));
      }
    }
    begin += length;
  }
}

TEST_CASE("softmax and the best score", "[ingest][model]") {
  std::vector<float> scores{1.0F, 3.0F, 3.0F, -1000.0F};
  CHECK(best_of(scores) == 1);
  softmax(scores);
  CHECK(scores[0] + scores[1] + scores[2] + scores[3] == Approx(1.0));
  CHECK(scores[1] == scores[2]);
  CHECK(scores[3] == 0.0F);
}

}  // namespace hearsay
