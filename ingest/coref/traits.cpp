#include "ingest/coref/traits.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "ingest/words.hpp"

namespace hearsay {
namespace {

constexpr TokenIndex longest_title = 6;  // words from the head of "Secretary of State Rex Tillerson" to the name

using namespace std::string_view_literals;

class Describer {
 public:
  Describer(const Trees& trees, const Mention& mention) : trees_(trees), doc_(trees.doc()), mention_(mention) {}

  Traits describe() {
    traits_.kind = mention_.kind;
    traits_.head = trees_.lemma(mention_.head);
    traits_.clause = trees_.clause_of(mention_.head);
    describe_place();
    if (mention_.kind == MentionKind::pronoun)
      describe_pronoun();
    else
      describe_phrase();
    return std::move(traits_);
  }

 private:
  void describe_place() {
    const std::string_view relation = trees_.relation(mention_.head);
    traits_.is_subject = relation == "nsubj";
    traits_.is_object = relation == "obj" || relation == "iobj";
    traits_.is_modifier = (relation == "compound" || relation == "nmod" || relation == "amod") &&
                          trees_.deprel(mention_.head) != "nmod:poss";
  }

  void describe_pronoun() {
    const std::string form = ascii_lower(word(doc_, mention_.head));
    const auto one_of = [&](auto... words) { return ((form == words) || ...); };
    traits_.reflexive = form.ends_with("self") || form.ends_with("selves");
    if (one_of("i", "me", "my", "mine", "myself"))
      set(1, Numbers::singular, Genders::all, Kinds::person);
    else if (one_of("we", "us", "our", "ours", "ourselves", "'s", "’s"))
      set(1, Numbers::plural, Genders::all, Kinds::person | Kinds::organization);
    else if (one_of("you", "your", "yours", "yourself", "yourselves"))
      set(2, Numbers::all, Genders::all, Kinds::person);
    else if (one_of("he", "him", "his", "himself"))
      set(3, Numbers::singular, Genders::masculine, Kinds::person);
    else if (one_of("she", "her", "hers", "herself"))
      set(3, Numbers::singular, Genders::feminine, Kinds::person);
    else if (one_of("it", "its", "itself"))
      set(3, Numbers::singular, Genders::neuter, Kinds::all & ~Kinds::person);
    else if (one_of("they", "them", "their", "theirs", "themselves"))
      set(3, Numbers::plural, Genders::all, Kinds::all);
    else {
      traits_.demonstrative = true;
      const bool plural = form == "these" || form == "those";
      set(3, plural ? Numbers::plural : Numbers::singular, Genders::neuter, Kinds::all & ~Kinds::person);
    }
  }

  void set(int person, int number, int gender, int kinds) {
    traits_.person = static_cast<std::uint8_t>(person);
    traits_.number = static_cast<std::uint8_t>(number);
    traits_.gender = static_cast<std::uint8_t>(gender);
    traits_.kinds = static_cast<std::uint8_t>(kinds);
  }

  void describe_phrase() {
    describe_modifiers();
    if (mention_.kind == MentionKind::nominal)
      for (const std::string& modifier : traits_.modifiers)
        if (const auto opposite = opposite_of(modifier)) traits_.opposites.push_back(*opposite);
    describe_number();
    if (traits_.coordination) return;
    if (mention_.kind == MentionKind::name)
      describe_name();
    else {
      traits_.kinds = kinds_of_noun(traits_.head);
      traits_.gender = gender_of_noun(traits_.head);
      if ((traits_.kinds & Kinds::person) == 0) traits_.gender = Genders::neuter;
    }
  }

  void describe_number() {
    for (const TokenIndex d : trees_.children(mention_.head))
      if (trees_.deprel(d) == "conj" && mention_.span.contains(d) && d > mention_.head) traits_.coordination = true;
    if (traits_.coordination) {
      traits_.number = Numbers::plural;
      return;
    }
    if (trees_.has_feature(mention_.head, "Number=Plur"))
      traits_.number = Numbers::plural;
    else if (trees_.has_feature(mention_.head, "Number=Sing"))
      traits_.number = Numbers::singular;
    if (is_collective(traits_.head) || traits_.head == "people") traits_.number = Numbers::all;
  }

  /// "Russian", "US" and "France's" say to whom something belongs; "french" and "france" are written alike.
  void add_nation(TokenIndex token) {
    const std::string_view relation = trees_.relation(token), form = word(doc_, token);
    const bool capital = form.front() >= 'A' && form.front() <= 'Z';
    const bool owner = trees_.deprel(token) == "nmod:poss" && type_at(token) == "GPE";
    const bool adjective = relation == "amod" && (trees_.upos(token) == "ADJ" || type_at(token) == "NORP");
    const bool noun = relation == "compound" && (type_at(token) == "GPE" || type_at(token) == "NORP" ||
                                                 usual_name(ascii_lower(form)) != ascii_lower(form));
    if (!capital || !(owner || adjective || noun)) return;
    const std::string lemma(usual_name(ascii_lower(form)));
    const std::string_view country = country_of(lemma);
    traits_.nations.push_back(country.empty() ? lemma : std::string(country));
  }

  [[nodiscard]] std::string_view type_at(TokenIndex token) const {
    const auto after = std::upper_bound(doc_.names.begin(), doc_.names.end(), token,
                                        [](TokenIndex t, const Name& n) { return t < n.span.begin; });
    if (after == doc_.names.begin() || !(after - 1)->span.contains(token)) return {};
    return (after - 1)->type;
  }

  void describe_modifiers() {
    constexpr std::array anybody{"anyone"sv, "someone"sv,  "everyone"sv,  "anybody"sv,    "somebody"sv, "everybody"sv,
                                 "nobody"sv, "anything"sv, "something"sv, "everything"sv, "nothing"sv,  "one"sv};
    traits_.indefinite = is_in(anybody, traits_.head);
    for (const TokenIndex d : trees_.children(mention_.head)) {
      if (!mention_.span.contains(d)) continue;
      add_nation(d);
      if (trees_.deprel(d) == "nmod:desc" || trees_.relation(d) == "compound")
        for (const TokenIndex part : trees_.children(d)) add_nation(part);
      const std::string_view relation = trees_.relation(d);
      const std::string& lemma = trees_.lemma(d);
      if (trees_.deprel(d) == "nmod:poss") traits_.definite = true;
      if (relation == "det") {
        traits_.definite |=
            lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those";
        traits_.demonstrative |= lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those";
        constexpr std::array open{"a"sv,  "an"sv,    "another"sv, "some"sv, "any"sv,
                                  "no"sv, "every"sv, "each"sv,    "many"sv, "several"sv};
        traits_.indefinite |= is_in(open, lemma);
        if (trees_.upos(d) == "NUM") traits_.modifiers.push_back(lemma);
      } else if (relation == "amod" || relation == "compound" || relation == "nummod" || relation == "nmod" ||
                 relation == "flat") {
        constexpr std::array quantifiers{"many"sv,    "most"sv,  "more"sv, "few"sv,
                                         "several"sv, "other"sv, "such"sv, "much"sv};
        if (relation == "amod" && !traits_.definite) traits_.indefinite |= is_in(quantifiers, lemma);
        if (trees_.upos(d) != "PUNCT" && trees_.upos(d) != "PRON")
          traits_.modifiers.push_back(std::string(usual_name(lemma)));
        for (const TokenIndex part : trees_.children(d))
          if (trees_.deprel(part) == "compound" || trees_.deprel(part) == "amod")
            traits_.modifiers.push_back(std::string(usual_name(trees_.lemma(part))));
      }
    }
  }

  /// The name that holds the head; else the proper nouns around it.
  [[nodiscard]] TokenSpan name_span() {
    const auto after = std::upper_bound(doc_.names.begin(), doc_.names.end(), mention_.head,
                                        [](TokenIndex t, const Name& n) { return t < n.span.begin; });
    if (after != doc_.names.begin() && (after - 1)->span.contains(mention_.head) && (after - 1)->type != "TITLE") {
      traits_.name_type = (after - 1)->type;
      const TokenSpan name = (after - 1)->span;  // longer than the mention in "Food Standards of Australia"
      return {std::max(name.begin, mention_.span.begin), std::min(name.end, mention_.span.end)};
    }
    // "President Donald Trump" headed by the title: the name of a person inside the mention.
    if (after != doc_.names.end() && after->type == "PERSON" && mention_.span.contains(after->span) &&
        after->span.begin <= mention_.head + longest_title) {
      traits_.name_type = after->type;
      return after->span;
    }
    TokenSpan span{mention_.head, mention_.head + 1};
    while (span.begin > mention_.span.begin && trees_.upos(span.begin - 1) == "PROPN") --span.begin;
    while (span.end < mention_.span.end && trees_.upos(span.end) == "PROPN") ++span.end;
    return span;
  }

  void describe_name() {
    const TokenSpan span = name_span();
    for (TokenIndex t = span.begin; t < span.end; ++t) {
      const std::string form = ascii_lower(word(doc_, t));
      if (form != "the" && form != "'s" && form != "’s" && form != ".") traits_.name.push_back(form);
    }
    for (const std::string& form : traits_.name) traits_.key += (traits_.key.empty() ? "" : " ") + form;
    traits_.key = usual_name(traits_.key);
    set_kinds_of_name();
    describe_titles(span);
    if (traits_.kinds == Kinds::person && traits_.gender == Genders::all)
      traits_.gender = gender_of_given_name(word(doc_, span.begin));
    if (traits_.kinds == Kinds::person) traits_.gender &= Genders::masculine | Genders::feminine;
    if ((traits_.kinds & Kinds::person) == 0) traits_.gender = Genders::neuter;
  }

  void set_kinds_of_name() {
    const std::string& type = traits_.name_type;
    if (type == "PERSON")
      traits_.kinds = Kinds::person;
    else if (type == "ORG")
      traits_.kinds = Kinds::organization, traits_.number = Numbers::all;
    else if (type == "GPE")
      traits_.kinds = Kinds::place | Kinds::organization;
    else if (type == "LOC" || type == "FAC")
      traits_.kinds = Kinds::place | Kinds::organization;
    else if (type == "NORP")
      traits_.kinds = Kinds::person | Kinds::organization;
    else if (type == "DATE" || type == "TIME")
      traits_.kinds = Kinds::time;
    else if (!type.empty())
      traits_.kinds = Kinds::thing | Kinds::organization;
  }

  void describe_titles(TokenSpan name) {
    for (TokenIndex t = mention_.span.begin; t < mention_.span.end; ++t) {
      if (name.contains(t)) continue;
      if (t > name.end) break;
      const std::string title(full_title(ascii_lower(trees_.lemma(t))));
      const std::uint8_t gender = gender_of_title(title);
      if (gender != Genders::all) traits_.gender = gender;
      if (gender != Genders::all || is_role(title)) traits_.titles.push_back(title);
    }
  }

  const Trees& trees_;
  const Document& doc_;
  const Mention& mention_;
  Traits traits_;
};

}  // namespace

bool share_nation(const Traits& a, const Traits& b) {
  for (const std::string& x : a.nations)
    for (const std::string& y : b.nations) {
      const std::size_t stem = std::min({x.size(), y.size(), std::size_t{5}});
      if (x.compare(0, stem, y, 0, stem) == 0) return true;
    }
  return false;
}

bool are_opposites(const Traits& a, const Traits& b) {
  for (const Opposite& x : a.opposites)
    for (const Opposite& y : b.opposites)
      if (x.scale == y.scale && x.place != y.place) return true;
  return false;
}

namespace {

/// What two people can have together: their meeting is his and hers.
bool is_shared(const Traits& traits) {
  constexpr std::array shared{"meeting"sv,  "talk"sv,         "talks"sv,      "conversation"sv, "discussion"sv,
                              "call"sv,     "negotiation"sv,  "summit"sv,     "debate"sv,       "exchange"sv,
                              "marriage"sv, "relationship"sv, "friendship"sv, "encounter"sv,    "tie"sv,
                              "relation"sv, "dispute"sv,      "deal"sv,       "agreement"sv,    "race"sv,
                              "home"sv,     "house"sv,        "family"sv,     "wedding"sv,      "difference"sv};
  return is_in(shared, traits.head) || traits.kinds == Kinds::person;
}

/// The owner of a thing that one has for himself.
void find_owner(const Trees& trees, const Mention& mention, const std::vector<std::uint32_t>& by_head,
                const std::vector<Mention>& mentions, Traits& traits) {
  if (traits.kind != MentionKind::nominal || traits.coordination || is_shared(traits)) return;
  for (const TokenIndex d : trees.children(mention.head)) {
    const bool owns = trees.deprel(d) == "nmod:poss" || trees.relation(d) == "compound";
    if (owns && mention.span.contains(d) && by_head[d] < mentions.size()) traits.owner = by_head[d];
  }
}

}  // namespace

std::vector<Traits> describe(const Trees& trees, const std::vector<Mention>& mentions) {
  std::vector<Traits> traits;
  traits.reserve(mentions.size());
  for (const Mention& mention : mentions) {
    traits.push_back(Describer(trees, mention).describe());
    traits.back().sentence = sentence_of(trees.doc(), mention.head);
  }
  std::vector<std::uint32_t> by_head(trees.doc().tokens.size(), UINT32_MAX);
  for (std::uint32_t m = 0; m < mentions.size(); ++m)
    if (!traits[m].coordination) by_head[mentions[m].head] = m;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) find_owner(trees, mentions[m], by_head, mentions, traits[m]);
  return traits;
}

}  // namespace hearsay
