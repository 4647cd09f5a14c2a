#include "ingest/syntax/spanning_tree.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

namespace hearsay {
namespace {

Matrix random_scores(std::size_t words, std::mt19937& random, bool ties) {
  Matrix scores(words, words + 1);
  for (float& s : scores.values)
    s = ties ? static_cast<float>(random() % 3) : static_cast<float>(random() % 10'000) / 100;
  return scores;
}

std::vector<std::size_t> tree_of(const Matrix& scores) { return best_tree(scores.view()); }

bool is_tree(const std::vector<std::size_t>& heads) {
  if (std::count(heads.begin(), heads.end(), root_head) != 1) return false;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::size_t steps = 0, at = i;
    for (; at != root_head && steps <= heads.size(); at = heads[at]) ++steps;
    if (steps > heads.size()) return false;
  }
  return true;
}

double total(const Matrix& scores, const std::vector<std::size_t>& heads) {
  double sum = 0.0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.row(i)[heads[i] == root_head ? 0 : heads[i] + 1];
  return sum;
}

/// The best tree by trying all of them.
double best_total(const Matrix& scores) {
  const std::size_t words = scores.rows;
  std::vector<std::size_t> choice(words, 0);
  double best = -1e9;
  while (true) {
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < words; ++i) heads.push_back(choice[i] == 0 ? root_head : choice[i] - 1);
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++choice[i] > words) choice[i++] = 0;
    if (i == words) return best;
  }
}

}  // namespace

TEST_CASE("the best tree is found among all trees with one root", "[ingest][syntax]") {
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    const Matrix scores = random_scores(1 + static_cast<std::size_t>(round) % 5, random, round % 3 == 0);
    const auto heads = best_tree(scores.view());
    REQUIRE(is_tree(heads));
    CHECK(total(scores, heads) == Approx(best_total(scores)));
  }
}

TEST_CASE("whatever the scores, there is one root and no cycle", "[ingest][syntax]") {
  std::mt19937 random(2);
  for (const std::size_t words : {1UL, 2UL, 3UL, 17UL, 60UL, 150UL}) {
    for (const bool ties : {false, true}) CHECK(is_tree(tree_of(random_scores(words, random, ties))));
    Matrix broken = random_scores(words, random, false);
    for (float& s : broken.values)
      if (random() % 4 == 0)
        s = random() % 2 == 0 ? std::numeric_limits<float>::quiet_NaN() : -std::numeric_limits<float>::infinity();
    CHECK(is_tree(best_tree(broken.view())));
    CHECK(is_tree(tree_of(Matrix(words, words + 1))));
  }
}

TEST_CASE("a ring of best heads is broken where it costs least", "[ingest][syntax]") {
  // Each word likes its neighbour best; only word 2 could well hang under ROOT.
  Matrix scores(3, 4);
  scores.row(0)[2] = scores.row(1)[3] = scores.row(2)[1] = 10.0F;
  scores.row(2)[0] = 8.0F;
  CHECK(best_tree(scores.view()) == std::vector<std::size_t>{1, 2, root_head});
}

}  // namespace hearsay
