#include "ingest/relation/event_nouns.hpp"

#include "ingest/relation/noun_words.hpp"
#include "ingest/relation/roles.hpp"

namespace hearsay {
namespace {

class EventReader {
 public:
  EventReader(const Trees& trees, std::vector<NominalFact>& facts) : trees_(trees), facts_(facts) {}

  void read(TokenIndex noun, const EventNoun& event) {
    Parties parties = parties_of(noun, event);
    if (parties.doers.empty()) return;
    const Stance stance = stance_of_noun(trees_, noun);
    const std::vector<Argument> settings = settings_of(noun);
    const auto tell = [&](TokenIndex who, TokenIndex whom) {
      if (who == whom) return;
      NominalFact fact = fact_between(trees_, noun, who, std::string(event.predicate), whom);
      fact.is_event = true;
      fact.stance = stance;
      fact.confidence = 0.9F;
      fact.object->preposition = preposition_in(event.predicate);
      fact.settings = settings;
      facts_.push_back(std::move(fact));
    };
    if (event.is_mutual && parties.others.empty()) {
      for (std::size_t i = 1; i < parties.doers.size(); ++i) tell(parties.doers[0], parties.doers[i]);
      return;
    }
    for (const TokenIndex who : parties.doers) {
      for (const auto& [whom, preposition] : parties.others) tell(who, whom);
    }
    // "U.S. deaths": the country does not die.
    const bool is_country =
        event.predicate == "die" && !parties.doers.empty() && is_place(trees_, parties.doers.front());
    if (parties.others.empty() && event.prepositions.empty() && !is_country) {
      NominalFact fact = fact_between(trees_, noun, parties.doers.front(), std::string(event.predicate), noun);
      fact.object.reset();
      fact.is_event = true;
      fact.stance = stance;
      fact.confidence = 0.8F;
      facts_.push_back(std::move(fact));
    }
  }

 private:
  struct Parties {
    std::vector<TokenIndex> doers;
    std::vector<std::pair<TokenIndex, std::string>> others;  ///< with their preposition
  };

  Parties parties_of(TokenIndex noun, const EventNoun& event) const {
    Parties parties;
    for (const TokenIndex c : trees_.children(noun)) {
      const std::string preposition = trees_.is(c, "nmod") ? first_case(trees_, c) : "";
      if (is_possessor(trees_, c)) {
        add_parties(parties.doers, c);
      } else if (preposition == "between" || (event.is_mutual && preposition == "of" && has_conjunct(c))) {
        add_parties(parties.doers, c);
      } else if (preposition == "by" || (preposition == "of" && !event.is_mutual && !takes(event, "of"))) {
        add_parties(parties.doers, c);
      } else if (preposition == "among" && has_conjunct(c)) {
        add_parties(parties.doers, c);
      } else if (!preposition.empty() && takes(event, preposition) && !is_time_expression(trees_, c)) {
        for (const TokenIndex o : conjuncts(trees_, c)) parties.others.emplace_back(o, preposition);
      } else if (c < noun && (trees_.is(c, "amod") || trees_.is(c, "compound")) && is_people_word(trees_, c)) {
        add_parties(parties.doers, c);
        add_hyphenated(parties.doers, c);
      }
    }
    if (trees_.is(noun, "acl")) parties.doers.clear();
    return parties;
  }

  bool has_conjunct(TokenIndex t) const { return trees_.has_child(t, "conj"); }
  static bool takes(const EventNoun& event, std::string_view preposition) {
    return (" " + std::string(event.prepositions) + " ").find(" " + std::string(preposition) + " ") !=
           std::string::npos;
  }
  void add_parties(std::vector<TokenIndex>& doers, TokenIndex first) const {
    for (const TokenIndex p : conjuncts(trees_, first)) doers.push_back(p);
    // "between presidents Putin and Trump" may hang the second name on the first one's title.
  }
  /// "the Putin-Trump meeting"
  void add_hyphenated(std::vector<TokenIndex>& doers, TokenIndex right) const {
    for (const TokenIndex c : trees_.children(right)) {
      const bool hyphen = c + 2 == right && trees_.form(c + 1) == "-";
      if (hyphen && is_people_word(trees_, c)) doers.insert(doers.begin(), c);
    }
  }

  /// "their meeting in Hamburg on Friday": where and when.
  std::vector<Argument> settings_of(TokenIndex noun) const {
    std::vector<Argument> settings;
    for (const TokenIndex c : trees_.children(noun)) {
      if (!trees_.is(c, "nmod") || c < noun) continue;
      const std::string preposition = first_case(trees_, c);
      const bool is_time = is_time_expression(trees_, c);
      if (!is_time && !(is_place(trees_, c) && (preposition == "in" || preposition == "at" || preposition == "near")))
        continue;
      Argument setting = participant(trees_, c, is_time ? Role::time : Role::place);
      setting.preposition = preposition;
      settings.push_back(std::move(setting));
    }
    return settings;
  }

  static std::string preposition_in(std::string_view predicate) {
    const std::size_t space = predicate.rfind(' ');
    return space == std::string_view::npos ? "" : std::string(predicate.substr(space + 1));
  }

  const Trees& trees_;
  std::vector<NominalFact>& facts_;
};

}  // namespace

void read_event_noun(const Trees& trees, TokenIndex noun, const EventNoun& event, std::vector<NominalFact>& facts) {
  EventReader(trees, facts).read(noun, event);
}

}  // namespace hearsay
