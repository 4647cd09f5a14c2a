#include "ingest/model/kernels.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/ingest/model/tiny_model.hpp"

namespace hearsay {

TEST_CASE("a product adds the bias to every row", "[ingest][model]") {
  const Matrix x = tiny::random_matrix(5, 7, 1), w = tiny::random_matrix(3, 7, 2);
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

TEST_CASE("softmax and the best score", "[ingest][model]") {
  std::vector<float> scores{1.0F, 3.0F, 3.0F, -1000.0F};
  CHECK(best_of(scores) == 1);
  softmax(scores);
  CHECK(scores[0] + scores[1] + scores[2] + scores[3] == Approx(1.0));
  CHECK(scores[1] == scores[2]);
  CHECK(scores[3] == 0.0F);
}

}  // namespace hearsay
