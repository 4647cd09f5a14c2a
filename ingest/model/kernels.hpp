#pragma once
// Dense arithmetic for the heads: views and products with packed matrices.
// All of it is single-threaded, deterministic and safe to call from many threads.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hearsay {

/// Rows of floats that somebody else owns, as long as the owner (a Matrix, the Model) lives.
struct MatrixView {
  const float* data = nullptr;
  std::size_t rows = 0, columns = 0;
  [[nodiscard]] std::span<const float> row(std::size_t r) const { return {data + r * columns, columns}; }
};

/// Rows of floats, one after the other.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), values(r * c) {}
  [[nodiscard]] std::span<float> row(std::size_t r) { return std::span<float>(values).subspan(r * columns, columns); }
  [[nodiscard]] std::span<const float> row(std::size_t r) const {
    return std::span<const float>(values).subspan(r * columns, columns);
  }
  [[nodiscard]] MatrixView view() const& { return {values.data(), rows, columns}; }
  MatrixView view() const&& = delete;
};

/// A float matrix laid out for products. Building one costs a copy: keep it, or take the Model's.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  /// `w`: [out, in], as a linear layer has it.
  explicit PackedMatrix(MatrixView w);
  [[nodiscard]] std::size_t out() const { return out_; }
  [[nodiscard]] std::size_t in() const { return in_; }
  [[nodiscard]] const float* panels() const { return panels_.data(); }

 private:
  std::size_t out_ = 0, in_ = 0;
  std::vector<float> panels_;
};

/// x W^T + bias. `bias` is empty or has one number per output.
[[nodiscard]] Matrix multiply(MatrixView x, const PackedMatrix& w, std::span<const float> bias = {});
/// The same into `out`, whose memory is used again.
void multiply(MatrixView x, const PackedMatrix& w, Matrix& out, std::span<const float> bias = {});

/// The product of `x` with each row: out[r] = x . rows[r].
void dots(std::span<const float> x, MatrixView rows, std::span<float> out);

/// x = x < 0 ? slope * x : x; slope 0 is ReLU.
void leaky_relu(std::span<float> x, float slope);

/// Probabilities in place of scores.
void softmax(std::span<float> scores);

/// The place of the largest score; the first of equals. `scores` is not empty.
[[nodiscard]] std::size_t best_of(std::span<const float> scores);

}  // namespace hearsay
