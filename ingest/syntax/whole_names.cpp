#include "ingest/syntax/whole_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "ingest/syntax/party_tags.hpp"
#include "ingest/syntax/rehang.hpp"

namespace hearsay {
namespace {

// "Johnson & Johnson" and "the Putin-Trump meeting" hold two.
bool holds_one_thing(const Document& doc, const Name& name) {
  constexpr std::array<std::string_view, 5> types{"PERSON", "ORG", "GPE", "LOC", "FAC"};
  for (TokenIndex t = name.span.begin; t < name.span.end; ++t)
    if (doc.tags[t].upos == "CCONJ" || doc.tags[t].upos == "ADP" || word(doc, t) == "-" || word(doc, t) == "–")
      return false;
  return std::ranges::find(types, name.type) != types.end();
}

/// Words of the name that hang on a word outside of it, or on nothing.
std::vector<TokenIndex> outer_words(const Document& doc, TokenSpan name) {
  std::vector<TokenIndex> out;
  for (TokenIndex t = name.begin; t < name.end; ++t)
    if (!doc.arcs[t].head || !name.contains(*doc.arcs[t].head)) out.push_back(t);
  return out;
}

/// "Ann Lee, D-N.Y.": the letter is an apposition of the name, whatever the parser took it for, and the state hangs on
/// it.
void hang_party_tag(Document& doc, TokenIndex tag) {
  const auto name = std::ranges::lower_bound(doc.names, tag - 1, {}, [](const Name& n) { return n.span.end; });
  if (name == doc.names.end() || name->span.end != tag - 1 || name->type != "PERSON") return;
  const TokenIndex bearer = outer_words(doc, name->span).front();
  for (std::optional<TokenIndex> above = bearer; above; above = doc.arcs[*above].head)
    if (tag <= *above && *above < tag + party_tag_words) return;  // the name hangs on the tag
  hang(doc, tag, bearer, "appos");
  hang(doc, tag + 1, tag + 2, "punct");
  hang(doc, tag + 2, tag, "flat");
}

}  // namespace

void hold_names_together(Document& doc) {
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t)
    if (is_party_tag(doc, t)) hang_party_tag(doc, t);
  for (const Name& name : doc.names) {
    if (name.span.size() < 2 || !holds_one_thing(doc, name)) continue;
    const std::vector<TokenIndex> outer = outer_words(doc, name.span);
    const auto same_head = [&](TokenIndex t) {
      return doc.arcs[t].head && doc.arcs[t].head == doc.arcs[outer[0]].head;
    };
    if (outer.size() < 2 || !std::ranges::all_of(outer, same_head)) continue;
    const bool person = name.type == "PERSON";
    const TokenIndex head = person ? outer.front() : outer.back();
    // What the whole name is to its head, the parser saw on one of its words at least.
    const auto telling = std::ranges::find_if(outer, [&](TokenIndex t) { return !is_inside_name(doc.arcs[t].deprel); });
    if (telling == outer.end() && !person) continue;  // "the New York office": as UD may have it
    if (telling != outer.end()) doc.arcs[head].deprel = doc.arcs[*telling].deprel;
    for (const TokenIndex t : outer)
      if (t != head) hang(doc, t, head, person ? "flat" : "compound");
  }
}

}  // namespace hearsay
