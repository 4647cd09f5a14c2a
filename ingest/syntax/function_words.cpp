#include "ingest/syntax/function_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hearsay {
namespace {

bool is_function(std::string_view deprel) { return deprel == "case" || deprel == "cop" || deprel == "mark"; }

// A title before a name, or a later or earlier word of one name.
bool belongs_to_name(const Document& doc, TokenIndex t) {
  const Arc& arc = doc.arcs[t];
  if (arc.deprel == "nmod:desc") return true;
  const Name* name = name_at(doc, t);
  return name != nullptr && name->span.contains(*arc.head) && (arc.deprel == "flat" || arc.deprel == "compound");
}

// "to 5 tonnes", "is down 5 percent": a number, or what modifies one, before its unit. A range keeps what parts it.
bool is_before_unit(const Document& doc, TokenIndex function, TokenIndex t) {
  const Arc& arc = doc.arcs[t];
  if (*arc.head < t) return false;
  if (doc.arcs[function].deprel == "cop") return arc.deprel == "amod" || arc.deprel == "nummod";
  const std::string_view w = word(doc, function), before = function > 0 ? word(doc, function - 1) : "";
  const bool is_range = w == "between" || before == "up" || (function > 0 && doc.tags[function - 1].upos == "NUM");
  return arc.deprel == "nummod" && !is_range;
}

// "to 760 from 709 tonnes": each number has its own.
bool has_own(const Document& doc, TokenIndex function, TokenIndex head) {
  constexpr TokenIndex kFar = 12;
  for (TokenIndex t = function + 1; t < std::min(head, function + kFar); ++t) {
    if (doc.arcs[t].head == head && doc.arcs[t].deprel == doc.arcs[function].deprel) return true;
  }
  return false;
}

// "the owner's proposal": the mark belongs to the owner before it.
void hang_on_owner(Document& doc, TokenIndex mark) {
  constexpr int kSteps = 8;
  Arc& arc = doc.arcs[mark];
  if (arc.deprel != "case" || mark == 0 || !arc.head || *arc.head < mark) return;
  TokenIndex owner = mark - 1;
  for (int step = 0; step < kSteps; ++step) {
    const std::optional<TokenIndex> above = doc.arcs[owner].head;
    if (!above || *above > mark || doc.tags[*above].upos == "VERB") break;
    owner = *above;
  }
  if (doc.arcs[owner].head && *doc.arcs[owner].head > mark) arc.head = owner;
}

}  // namespace

void lift_function_words(Document& doc) {
  constexpr int kSteps = 3;
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    Arc& arc = doc.arcs[t];
    if (doc.tags[t].xpos == "POS") hang_on_owner(doc, t);
    if (!is_function(arc.deprel) || doc.tags[t].xpos == "POS") continue;
    for (int step = 0; step < kSteps && arc.head && t < *arc.head && doc.arcs[*arc.head].head; ++step) {
      if (!belongs_to_name(doc, *arc.head) && !is_before_unit(doc, t, *arc.head)) break;
      if (has_own(doc, t, *doc.arcs[*arc.head].head)) break;
      arc.head = doc.arcs[*arc.head].head;
      // "an aide to Secretary Ann Lee": with a preposition the name is no apposition of the aide.
      if (arc.deprel == "case" && arc.head && doc.arcs[*arc.head].deprel == "appos") {
        doc.arcs[*arc.head].deprel = "nmod";
      }
    }
  }
}

}  // namespace hearsay
