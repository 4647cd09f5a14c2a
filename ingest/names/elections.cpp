#include "ingest/names/elections.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/names/name_words.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

using namespace std::string_view_literals;

// The longest name of a vote has some eight words; beyond that the sentence has gone on.
constexpr TokenIndex longest = 10;

bool is_vote(std::string_view form) {
  constexpr std::array words{"election"sv, "elections"sv, "referendum"sv, "primary"sv,  "primaries"sv,  "runoff"sv,
                             "spill"sv,    "caucus"sv,    "caucuses"sv,   "olympics"sv, "by-election"sv};
  return is_in(words, form);
}

/// What may stand between a place or party and "election".
bool is_vote_modifier(std::string_view form) {
  constexpr std::array words{"presidential"sv,
                             "general"sv,
                             "state"sv,
                             "federal"sv,
                             "parliamentary"sv,
                             "gubernatorial"sv,
                             "legislative"sv,
                             "local"sv,
                             "municipal"sv,
                             "senate"sv,
                             "leadership"sv,
                             "mayoral"sv,
                             "regional"sv,
                             "provincial"sv,
                             "national"sv,
                             "house"sv,
                             "of"sv,
                             "representatives"sv,
                             "by"sv,
                             "-"sv,
                             "assembly"sv,
                             "constitutional"sv,
                             "independence"sv,
                             "primary"sv,
                             "special"sv,
                             "summer"sv,
                             "winter"sv,
                             "council"sv,
                             "party"sv,
                             "deputy"sv,
                             "labour"sv,
                             "the"sv,
                             "for"sv};
  return is_in(words, form);
}

class Elections {
 public:
  Elections(const Document& doc, const std::vector<Name>& names) : doc_(doc), names_(names) {}

  std::vector<Name> run() {
    for (const TokenSpan sentence : doc_.sentences)
      for (TokenIndex token = sentence.begin; token < sentence.end; ++token)
        if (const TokenIndex end = end_of_vote(token, sentence.end); end > token) {
          events_.push_back(
              {{begin_with_month(token, sentence.begin), end_with_place(end, sentence.end)}, "EVENT", 0.9F});
          token = events_.back().span.end - 1;
        }
    return merged();
  }

 private:
  [[nodiscard]] std::string lower(TokenIndex token) const { return ascii_lower(word(doc_, token)); }

  /// The end of the vote that begins with the year at `token`; `token` itself when there is none.
  [[nodiscard]] TokenIndex end_of_vote(TokenIndex token, TokenIndex limit) const {
    if (!is_year(word(doc_, token))) return token;
    bool named = false;
    for (TokenIndex at = token + 1; at < std::min(limit, token + longest); ++at) {
      const bool vote = is_vote(lower(at)) && (at + 1 == limit || !is_vote(lower(at + 1)));
      if (vote) return named ? at + 1 : token;
      const bool capital = is_capital(word(doc_, at));
      if (!capital && !is_vote_modifier(lower(at)) && !is_vote(lower(at))) return token;
      named = named || capital;
    }
    return token;
  }

  /// "February" + "1974 ..."
  [[nodiscard]] TokenIndex begin_with_month(TokenIndex year, TokenIndex limit) const {
    return year > limit && is_month(lower(year - 1)) ? year - 1 : year;
  }

  /// "... election" + "in (the) Westmark"
  [[nodiscard]] TokenIndex end_with_place(TokenIndex end, TokenIndex limit) const {
    if (end + 1 >= limit || lower(end) != "in") return end;
    const TokenIndex place = end + (lower(end + 1) == "the" ? 2U : 1U);
    const auto name = name_at(place);
    return name != names_.end() && name->span.begin == place && name->type == "LOC" ? name->span.end : end;
  }

  /// The model's name that covers `token`, or the next one.
  [[nodiscard]] std::vector<Name>::const_iterator name_at(TokenIndex token) const {
    return std::partition_point(names_.begin(), names_.end(), [&](const Name& name) { return name.span.end <= token; });
  }

  /// An event takes the place of what lies in it, unless the model saw a longer one.
  [[nodiscard]] std::vector<Name> merged() const {
    std::vector<Name> out;
    auto name = names_.begin();
    for (const Name& event : events_) {
      while (name != names_.end() && name->span.end <= event.span.begin) out.push_back(*name++);
      const bool longer = name != names_.end() && name->type == "EVENT" && name->span.begin <= event.span.begin &&
                          name->span.end >= event.span.end;
      if (longer) continue;
      while (name != names_.end() && name->span.begin < event.span.end) ++name;
      out.push_back(event);
    }
    out.insert(out.end(), name, names_.end());
    return out;
  }

  const Document& doc_;
  const std::vector<Name>& names_;
  std::vector<Name> events_;
};

}  // namespace

std::vector<Name> with_elections(const Document& doc, const std::vector<Name>& names) {
  return Elections(doc, names).run();
}

}  // namespace hearsay
