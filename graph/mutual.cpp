#include "graph/mutual.hpp"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

using namespace std::string_view_literals;

// Encounters and exchanges, where neither side does more than the other. "Agree with" is left out: one may follow.
constexpr std::array mutual_predicates{
    "meet"sv,        "meet with"sv,      "talk with"sv,      "speak with"sv,      "negotiate with"sv,
    "confer with"sv, "have talk with"sv, "hold talk with"sv, "hold talks with"sv, "shake hand with"sv,
    "marry"sv,       "clash with"sv};

}  // namespace

bool is_mutual(std::string_view predicate) {
  return std::find(mutual_predicates.begin(), mutual_predicates.end(), predicate) != mutual_predicates.end();
}

std::string mutual_form(std::string_view predicate) {
  return predicate == "meet with" ? "meet" : std::string(predicate);
}

}  // namespace hearsay
