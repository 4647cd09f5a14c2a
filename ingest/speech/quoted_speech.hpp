#pragma once
// What typography says about speakers: which quotation belongs to whom when no cue stands beside it.

#include <string_view>
#include <vector>

#include "ingest/speech/attribution.hpp"
#include "ingest/speech/quotes.hpp"
#include "ingest/syntax/trees.hpp"

namespace hearsay {

/// Widens contents that cover most of a quotation to its marks, so that a content never ends one word too early.
void snap_to_quotations(const Document& doc, const std::vector<Quotation>& quotations,
                        std::vector<Attribution>& attributions);

/// Gives quotations that no content covers to their speakers.
/// Rules   in this order: the other half of a divided quotation ("...," he said, "..."); sentences that are wholly
///         quoted and follow an attributed quotation in their paragraph; a quotation that goes on over paragraphs;
///         a quoted paragraph after "He said:"; one that is signed with a dash and a name; one without any cue,
///         which belongs to the speaker of the paragraph before, or to the other one where two speak in turn and one
///         asks; before all others, posts signed "- Ann Lee (@annlee)". The last two and a half-quoted sentence after
///         an attributed quotation make attributions without a cue verb; the others add pieces to one that is there.
/// Cost    linear in tokens.
void assign_quotations(const Trees& tree, const std::vector<Quotation>& quotations,
                       std::vector<Attribution>& attributions);

/// Transcripts ("Q: ...", "SMITH: ..."): nobody speaks beyond the next label. Attributions that mix turns are
/// dropped, and each turn goes to its speaker.
void add_transcript(const Document& doc, std::vector<Attribution>& attributions);

/// Headlines: "Smith: Taxes must rise", "Taxes must rise: Smith".
/// Needs   names.
void add_headline(const Document& doc, std::vector<Attribution>& attributions);

/// Sorts pieces and joins those that overlap; empty ones go.
void join_pieces(std::vector<TokenSpan>& pieces);

/// A dash, however it is typed.
[[nodiscard]] bool is_dash(std::string_view word);

}  // namespace hearsay
