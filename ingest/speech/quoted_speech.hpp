#pragma once
// What typography says about speakers: which quotation belongs to whom when no cue stands beside it.

#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/speech/tree.hpp"

namespace hearsay {

/// Widens contents that cover most of a quotation to its marks, so that a content never ends one word too early.
void snap_to_quotations(const Document& doc, const std::vector<Quotation>& quotations,
                        std::vector<Attribution>& attributions);

/// Gives quotations that no content covers to their speakers.
/// Rules   in this order: the other half of a divided quotation ("...," he said, "..."); sentences that are wholly
///         quoted and follow an attributed quotation in their paragraph; a quotation that goes on over paragraphs;
///         a quoted paragraph after "He said:"; one that is signed with a dash and a name; one without any cue,
///         which belongs to the speaker of the paragraph before. The last two and a half-quoted sentence after an
///         attributed quotation make attributions without a cue verb; the others add pieces to one that is there.
/// Cost    linear in tokens.
void assign_quotations(const Tree& tree, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions);

/// In a transcript nobody speaks beyond the next label: drops attributions that mix turns, so that add_turns() can
/// give each turn to its speaker.
void set_turns_apart(const Document& doc, std::vector<Attribution>& attributions);

/// Transcripts ("Q: ...", "SMITH: ...") and headlines ("Smith: Taxes must rise").
/// Needs   tags, names.
void add_turns(const Document& doc, std::vector<Attribution>& attributions);

}  // namespace hearsay
