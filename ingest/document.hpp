#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

/// Universal Dependencies tags and lemma of one token.
struct Tag {
  std::string upos;   ///< UD part of speech, e.g. "PROPN"
  std::string xpos;   ///< Penn Treebank tag, e.g. "NNP"
  std::string feats;  ///< UD features as in CoNLL-U, e.g. "Number=Sing"; empty for none
  std::string lemma;
};

/// Head and relation of one token.
struct Arc {
  std::optional<TokenIndex> head;  ///< none: root of its sentence
  std::string deprel;              ///< UD relation with subtype, e.g. "nsubj:pass"
  float confidence = 1.0F;         ///< calibrated probability of the head, 0 to 1
};

/// A name as it stands in the text.
struct Name {
  TokenSpan span;
  std::string type;         ///< PERSON ORG GPE LOC FAC NORP EVENT WORK LAW PRODUCT DATE TIME MONEY PERCENT
                            ///< QUANTITY ORDINAL CARDINAL TITLE or MISC; see docs/formats.md for PER/ORG/LOC/MISC
  float confidence = 1.0F;  ///< 0 to 1
};

/// What a word is to a verb: who acts; what is acted on (also the subject of a passive); what else is asked for with
/// who or what; when; where; why and how.
enum class ArgumentKind : std::uint8_t { subject, object, oblique, time, place, manner };
inline constexpr std::size_t argument_kinds = 6;

/// A word that may head an argument of a verb, as the model sees it.
struct VerbArgument {
  TokenIndex verb = 0, word = 0;
  std::array<float, argument_kinds> probability{};  ///< of each kind; what is missing to 1 is that it is none

  [[nodiscard]] float of(ArgumentKind kind) const { return probability[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] float core() const { return probability[0] + probability[1] + probability[2]; }
  [[nodiscard]] float any() const { return core() + probability[3] + probability[4] + probability[5]; }
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

/// A span that refers to something.
struct Mention {
  TokenSpan span;
  TokenIndex head = 0;  ///< the syntactic head of the span
  MentionKind kind = MentionKind::nominal;
};

/// Why a mention went where it did.
struct Link {
  std::uint32_t mention = 0;                ///< index into Document::mentions
  std::optional<std::uint32_t> antecedent;  ///< none: it begins an entity
  float score = 0.0F;                       ///< above 0 for a link
  std::string reason;                       ///< "same name", "apposition", "speaker of the quotation", ...
  std::string rejected;                     ///< the nearest that a constraint forbade, and which: "Putin (gender)"
};

/// Mentions of one thing inside one article.
struct Cluster {
  std::vector<std::uint32_t> mentions;  ///< indexes into Document::mentions, ascending
  std::string canonical;                ///< the fullest name, else the best description
  std::string kind;                     ///< Person Organization Place Event Group Concept Work, or empty when unknown
  std::vector<std::uint32_t> members;   ///< clusters that a group ("the two leaders") consists of; usually empty
};

/// The linguistic analysis of one article: layers over one text. A later layer never edits an earlier one, but
/// for arcs (mend_trees()).
struct Document {
  std::string text;                   ///< valid UTF-8; Article::text
  std::vector<ByteSpan> tokens;       ///< ascending, disjoint, none empty: UD words ("do" + "n't")
  std::vector<TokenSpan> paragraphs;  ///< cover all tokens, in order
  std::vector<TokenSpan> sentences;   ///< cover all tokens, in order; none crosses a paragraph
  std::vector<Tag> tags;              ///< one per token
  std::vector<Arc> arcs;              ///< one per token; one root per sentence, no cycles
  std::vector<Name> names;            ///< by first token, disjoint
  /// By verb, then word; only where relations are wanted and the model knows of them.
  std::vector<VerbArgument> verb_arguments;
  std::vector<Mention> mentions;      ///< by first token, longer first; may nest
  std::vector<Cluster> clusters;      ///< by first mention; every mention is in exactly one
  std::vector<Link> links;            ///< one a mention, in their order
  std::optional<TokenSpan> headline;  ///< the article's title, when it is part of the text
  std::optional<std::string> date;    ///< the article's date (ISO 8601), for "Friday" and "last year"
};

/// The characters of `span`, as long as `doc` lives and is not changed.
[[nodiscard]] inline std::string_view text_of(const Document& doc, ByteSpan span) {
  return std::string_view(doc.text).substr(span.begin, span.size());
}
std::string_view text_of(const Document&&, ByteSpan) = delete;

/// The bytes from the first to the last token of `span`.
[[nodiscard]] inline ByteSpan bytes_of(const Document& doc, TokenSpan span) {
  if (span.empty()) return {};
  return {doc.tokens[span.begin].begin, doc.tokens[span.end - 1].end};
}
[[nodiscard]] inline std::string_view text_of(const Document& doc, TokenSpan span) {
  return text_of(doc, bytes_of(doc, span));
}
std::string_view text_of(const Document&&, TokenSpan) = delete;
/// The texts of several stretches, parted by a space.
[[nodiscard]] std::string text_of(const Document& doc, const std::vector<TokenSpan>& pieces);

[[nodiscard]] inline std::string_view word(const Document& doc, TokenIndex token) {
  return text_of(doc, doc.tokens[token]);
}

/// The number of the sentence that holds `token`. Logarithmic.
[[nodiscard]] std::uint32_t sentence_of(const Document& doc, TokenIndex token);
/// The number of the paragraph that holds `token`. Logarithmic.
[[nodiscard]] std::uint32_t paragraph_of(const Document& doc, TokenIndex token);

/// The name that holds the token, or null. Logarithmic; Trees::name_at() is constant.
[[nodiscard]] const Name* name_at(const Document& doc, TokenIndex token);

constexpr std::uint32_t no_cluster = UINT32_MAX;
/// A list ("Ann and her sister") and its first member ("Ann") have one head: which of the two counts.
enum class SharedHead : std::uint8_t { member, list };
/// For every token the cluster of the mention that it heads, else no_cluster. Linear.
[[nodiscard]] std::vector<std::uint32_t> clusters_by_head(const Document& doc, SharedHead shared = SharedHead::member);

}  // namespace hearsay
