#include "ingest/syntax/function_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hearsay {
namespace {

bool is_function(std::string_view deprel) { return deprel == "case" || deprel == "cop" || deprel == "mark"; }

const Name* name_at(const Document& doc, TokenIndex t) {
  const auto name = std::ranges::lower_bound(doc.names, t, {}, [](const Name& n) { return n.span.end - 1; });
  return name != doc.names.end() && name->span.contains(t) ? &*name : nullptr;
}

// A title before a name, or a later or earlier word of one name.
bool is_inside(const Document& doc, TokenIndex t) {
  const Arc& arc = doc.arcs[t];
  if (!arc.head) return false;
  if (arc.deprel == "nmod:desc") return true;
  const Name* name = name_at(doc, t);
  return name != nullptr && name->span.contains(*arc.head) && (arc.deprel == "flat" || arc.deprel == "compound");
}

}  // namespace

void lift_function_words(Document& doc) {
  constexpr int kSteps = 3;
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) {
    Arc& arc = doc.arcs[t];
    if (!is_function(arc.deprel) || doc.tags[t].xpos == "POS") continue;
    for (int step = 0; step < kSteps && arc.head && t < *arc.head && is_inside(doc, *arc.head); ++step) {
      arc.head = doc.arcs[*arc.head].head;
      // "an aide to Secretary Ann Lee": with a preposition the name is no apposition of the aide.
      if (arc.deprel == "case" && arc.head && doc.arcs[*arc.head].deprel == "appos") {
        doc.arcs[*arc.head].deprel = "nmod";
      }
    }
  }
}

}  // namespace hearsay
