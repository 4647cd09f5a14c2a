#include "ingest/relation/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hearsay {
namespace {

struct Weight {
  std::string_view sign;
  float weight;
};

// Printed by bench/calibrate_statements.py --fit.
constexpr Weight weights[] = {
    {"always", 3.675F},
    {"subject arc", 0.121F},
    {"verb arc", 0.502F},
    {"object arc", 0.275F},
    {"relative subject", 0.021F},
    {"shared subject", -0.223F},
    {"controlled subject", -0.066F},
    {"attached subject", 0.454F},
    {"adjunct subject", -0.491F},
    {"subject is nmod", -1.069F},
    {"subject words", 0.489F},
    {"subject in pieces", -1.124F},
    {"object is conj", -0.216F},
    {"object is nmod", -0.461F},
    {"object is nsubj", -0.513F},
    {"object words", 0.034F},
    {"object in pieces", -0.034F},
    {"further arguments", -0.602F},
    {"sentence words", -0.644F},
};
static_assert(std::size(weights) == sign_count);

float log_of(float certainty) { return std::log(std::max(certainty, 0.001F)); }

float words_in(const Argument& argument) {
  const std::size_t words = std::accumulate(argument.span.begin(), argument.span.end(), std::size_t{0},
                                            [](std::size_t sum, const TokenSpan& span) { return sum + span.size(); });
  return std::log(1.0F + static_cast<float>(words));
}

}  // namespace

const std::array<std::string_view, sign_count>& sign_names() {
  static const auto names = [] {
    std::array<std::string_view, sign_count> all;
    std::transform(std::begin(weights), std::end(weights), all.begin(), [](const Weight& w) { return w.sign; });
    return all;
  }();
  return names;
}

Signs signs_of(const Trees& trees, const Clause& clause, const Statement& statement) {
  const auto arc = [&](TokenIndex token) { return log_of(trees.doc().arcs[token].confidence); };
  const SubjectOrigin origin = clause.subjects.empty() ? SubjectOrigin::own : clause.subjects.front().origin;
  const auto from = [&](SubjectOrigin which) { return origin == which ? 1.0F : 0.0F; };
  const auto is = [&](TokenIndex token, std::string_view deprel) {
    return trees.deprel(token) == deprel ? 1.0F : 0.0F;
  };
  const auto in_pieces = [](const Argument& argument) { return argument.span.size() > 1 ? 1.0F : 0.0F; };
  const Argument* object = statement.objects.empty() ? nullptr : &statement.objects.front();
  const bool has_arc = object != nullptr && object->head != clause.head;
  return {1.0F,
          arc(statement.subject.head),
          arc(clause.head),
          has_arc ? arc(object->head) : 0.0F,
          from(SubjectOrigin::relative),
          from(SubjectOrigin::shared),
          from(SubjectOrigin::controlled),
          from(SubjectOrigin::attached),
          from(SubjectOrigin::adjunct) + from(SubjectOrigin::learned),  // as far away
          is(statement.subject.head, "nmod"),
          words_in(statement.subject),
          in_pieces(statement.subject),
          has_arc ? is(object->head, "conj") : 0.0F,
          has_arc ? is(object->head, "nmod") : 0.0F,
          has_arc ? is(object->head, "nsubj") : 0.0F,
          object != nullptr ? words_in(*object) : 0.0F,
          object != nullptr ? in_pieces(*object) : 0.0F,
          object != nullptr ? static_cast<float>(statement.objects.size() - 1) : 0.0F,
          std::log(static_cast<float>(trees.sentence(clause.head).size()))};
}

float confidence_of(const Signs& signs) {
  float sum = 0.0F;
  for (std::size_t i = 0; i < sign_count; ++i) sum += weights[i].weight * signs[i];
  return 1.0F / (1.0F + std::exp(-sum));
}

}  // namespace hearsay
