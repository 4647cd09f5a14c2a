#include "ingest/syntax/titled_names.hpp"

#include <algorithm>
#include <vector>

#include "ingest/syntax/rehang.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// "Minister of Environment and Climate Change"
constexpr TokenIndex longest_office = 7;

/// "[U.S.] [Secretary] [of State] [Ann Lee]"
struct TitledName {
  TokenSpan front, title, office, person;  ///< one behind the other; front and office may be empty

  [[nodiscard]] TokenSpan phrase() const { return {front.begin, person.end}; }
  [[nodiscard]] TokenIndex noun() const { return title.end - 1; }  ///< of the title
  [[nodiscard]] TokenIndex head() const { return person.begin; }
};

class TitleMender {
 public:
  explicit TitleMender(Document& doc) : doc_(doc), heirs_(doc) {}

  void mend() {
    std::size_t person = 0, sentence = 0;
    for (std::size_t n = 0; n < doc_.names.size(); ++n) {
      if (doc_.names[n].type != "TITLE") continue;
      while (doc_.sentences[sentence].end <= doc_.names[n].span.begin) ++sentence;
      for (person = std::max(person, n); person < doc_.names.size() && doc_.names[person].type != "PERSON";) ++person;
      if (person == doc_.names.size()) break;
      if (const TitledName name = titled(n, person, doc_.sentences[sentence].begin); !name.person.empty()) mend(name);
    }
    heirs_.inherit(doc_);
  }

 private:
  /// Empty where title and person do not belong together.
  [[nodiscard]] TitledName titled(std::size_t title, std::size_t person, TokenIndex limit) const {
    const TokenSpan words = doc_.names[title].span, bearer = doc_.names[person].span;
    if (bearer.begin - words.begin > longest_office + words.size()) return {};
    TokenIndex noun_end = words.begin;
    while (noun_end < bearer.begin && word(doc_, noun_end) != "of") ++noun_end;
    if (noun_end == words.begin || (words.end < bearer.begin && noun_end != words.end)) return {};
    TokenIndex front = words.begin;
    while (front > limit && is_front(title, front - 1)) --front;
    if (front > limit && is_owned(front - 1)) return {};
    return {{front, words.begin}, {words.begin, noun_end}, {noun_end, bearer.begin}, bearer};
  }

  /// "former", "U.S.", "Defense Ministry"
  [[nodiscard]] bool is_front(std::size_t title, TokenIndex token) const {
    if (doc_.tags[token].upos == "ADJ") return true;
    for (std::size_t n = title; n > 0 && doc_.names[n - 1].span.end > token; --n)
      if (doc_.names[n - 1].span.contains(token))
        return is_one_of(doc_.names[n - 1].type, {"GPE", "ORG", "NORP", "LOC", "FAC"});
    return false;
  }

  [[nodiscard]] bool is_owned(TokenIndex token) const {
    const Tag& tag = doc_.tags[token];
    return tag.upos == "DET" || tag.xpos == "PRP$" || tag.xpos == "POS";
  }

  void mend(TitledName name) {
    if (!fits(name)) name.front = {name.title.begin, name.title.begin};
    if (!fits(name)) return;
    const TokenIndex head = name.head();
    const Arc place = doc_.arcs[telling(name)];
    if (place.head && hangs_below(doc_, *place.head, name.phrase())) return;
    mend_office(name);
    for (TokenIndex t = name.front.begin; t < name.title.end; ++t)
      if (is_top(name, t) && t != name.noun())
        hang(doc_, t, name.noun(), doc_.tags[t].upos == "ADJ" ? "amod" : "compound");
    for (TokenIndex t = head + 1; t < name.person.end; ++t)
      if (is_top(name, t)) hang(doc_, t, head, "flat");
    if (doc_.arcs[name.noun()].head != head || !name.office.empty()) hang(doc_, name.noun(), head, "nmod:desc");
    doc_.arcs[head].head = place.head;
    doc_.arcs[head].deprel = place.deprel;
    for (TokenIndex t = name.front.begin; t < head; ++t) heirs_.add(t, head, name.phrase());
  }

  /// Office words hang on its first noun ("Health and Human Services") and that on the title.
  void mend_office(const TitledName& name) {
    if (name.office.empty()) return;
    const auto leads = [&](TokenIndex t) {
      return !is_one_of(doc_.tags[t].upos, {"ADP", "DET", "CCONJ", "PUNCT"}) &&
             !(doc_.arcs[t].head && name.office.contains(*doc_.arcs[t].head));
    };
    TokenIndex noun = name.office.begin;
    while (noun < name.office.end && !leads(noun)) ++noun;
    if (noun == name.office.end) noun = name.office.end - 1;
    hang(doc_, noun, name.noun(), "nmod");
    for (TokenIndex t = name.office.begin; t < name.office.end; ++t) {
      if (t == noun || (doc_.arcs[t].head && name.office.contains(*doc_.arcs[t].head))) continue;
      hang(doc_, t, noun, t == name.office.begin ? "case" : doc_.tags[t].upos == "DET" ? "det" : "compound");
    }
  }

  [[nodiscard]] bool is_top(const TitledName& name, TokenIndex t) const {
    return !doc_.arcs[t].head || !name.phrase().contains(*doc_.arcs[t].head);
  }

  [[nodiscard]] static bool tells(std::string_view deprel) {
    return !is_inside_name(deprel) && !is_one_of(deprel, {"case", "det", "punct", "mark", "cc", "nummod"});
  }

  /// The words of the phrase that say what it is to its sentence.
  [[nodiscard]] std::vector<TokenIndex> telling_tops(const TitledName& name) const {
    std::vector<TokenIndex> tops;
    for (TokenIndex t = name.front.begin; t < name.person.end; ++t)
      if (is_top(name, t) && tells(doc_.arcs[t].deprel)) tops.push_back(t);
    return tops;
  }

  /// "in Norland President Lee said": two phrases, which differ in what they are to the sentence.
  [[nodiscard]] bool fits(const TitledName& name) const {
    const std::vector<TokenIndex> tops = telling_tops(name);
    if (name.front.empty()) return !tops.empty();
    const auto other = [&](TokenIndex t) {
      return doc_.arcs[t].head != doc_.arcs[tops[0]].head || doc_.arcs[t].deprel != doc_.arcs[tops[0]].deprel;
    };
    return !tops.empty() && !(name.front.contains(tops[0]) && std::ranges::any_of(tops, other));
  }

  /// Of several, the one that a preposition in front of the phrase hangs on, else the last.
  [[nodiscard]] TokenIndex telling(const TitledName& name) const {
    const std::vector<TokenIndex> tops = telling_tops(name);
    if (name.front.begin > 0 && doc_.arcs[name.front.begin - 1].deprel == "case")
      for (const TokenIndex t : tops)
        if (doc_.arcs[name.front.begin - 1].head == t) return t;
    return tops.back();
  }

  Document& doc_;
  Heirs heirs_;
};

}  // namespace

void hang_titles_on_names(Document& doc) { TitleMender(doc).mend(); }

}  // namespace hearsay
