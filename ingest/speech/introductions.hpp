#pragma once
// Who is named beside a quotation without a verb of saying of its own: before a colon, or behind a dash.

#include <optional>
#include <vector>

#include "ingest/speech/cue_subjects.hpp"
#include "ingest/speech/quotes.hpp"

namespace hearsay {

/// "She changed her answer:" - the verb that introduces what follows the colon, and its subject.
struct Introduction {
  CueSubject speaker;
  TokenIndex cue = 0;
};

/// Looks for "by Ann Lee:" behind a quoted title; failing that for the last verb of saying of `before`, the words up to
/// the colon; failing that for any verb
/// (`is_inside`: the quotation stands in the same sentence), or for the main verb (it stands in the next paragraph);
/// failing that for "From the report:", whose cue is the colon itself.
[[nodiscard]] std::optional<Introduction> find_introduction(const Trees& trees, TokenSpan before, bool is_inside);

/// "..." - Ann Lee, teacher.
struct Signature {
  TokenSpan name;
  TokenIndex dash = 0;
  TokenSpan quoted;  ///< from the paragraph's begin to the last quotation before the dash
};

/// "Taxes must fall. - Ann Lee (@annlee) May 3": how posts are shown on other pages, marks around them or not.
[[nodiscard]] std::optional<Signature> find_post(const Document& doc, TokenSpan paragraph);

/// "Ann Lee (@annlee): Taxes must fall." The colon stands for the dash.
[[nodiscard]] std::optional<Signature> find_labelled_post(const Document& doc, TokenSpan paragraph);

/// The name behind a dash that follows the quotations of a paragraph, there or in a short next one.
/// Needs   tags. `quotation` is an index into `quotations`; only the first of its paragraph has a signature.
[[nodiscard]] std::optional<Signature> find_signature(const Document& doc, const std::vector<Quotation>& quotations,
                                                      std::uint32_t quotation);

}  // namespace hearsay
