#include "ingest/syntax/hyphenated.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "ingest/syntax/rehang.hpp"
#include "ingest/words.hpp"

namespace hearsay {
namespace {

// "never-to-be-forgotten-by-anyone-at-all": longer ones are no words.
constexpr TokenIndex longest = 25;

bool is_glued(const Document& doc, TokenIndex t) { return doc.tokens[t].end == doc.tokens[t + 1].begin; }

/// "no", "on", "the" of "no-fly", "on-the-ground"
bool is_small_word(const Document& doc, TokenIndex t) { return is_one_of(doc.tags[t].upos, {"DET", "ADP"}); }

/// "sixty", "Anna", "free": not a mark, a small word or a sum.
bool is_full_word(const Document& doc, TokenIndex t) {
  return is_one_of(doc.tags[t].upos, {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM", "X"});
}

class HyphenMender {
 public:
  explicit HyphenMender(Document& doc) : doc_(doc), heirs_(doc) {}

  void mend() {
    for (const TokenSpan sentence : doc_.sentences)
      for (TokenIndex t = sentence.begin; t < sentence.end;) t = mend_at(t, sentence.end);
    heirs_.inherit(doc_);
  }

 private:
  /// Mends the hyphenated word that begins at `begin`, if one does; gives the place behind it.
  TokenIndex mend_at(TokenIndex begin, TokenIndex limit) {
    TokenIndex end = begin + 1;
    while (end + 1 < limit && is_glued(doc_, end - 1) && word(doc_, end) == "-" && is_glued(doc_, end)) end += 2;
    if (end > begin + 1) mend({begin, end});
    return end;
  }

  void mend(TokenSpan hyphenated) {
    if (hyphenated.size() > longest) return;
    for (TokenIndex t = hyphenated.begin; t + 1 < hyphenated.end; t += 2)
      if (is_small_word(doc_, t) && leaves(t, hyphenated)) hang_small_word(t, hyphenated);
    for (TokenIndex t = hyphenated.begin; t + 1 < hyphenated.end; t += 2)
      if (leaves(t + 1, hyphenated) && !hangs_below(doc_, t, {t + 1, t + 2})) hang(doc_, t + 1, t, "punct");
    const TokenIndex last = hyphenated.end - 1;
    if (!is_full_word(doc_, last) || !leaves(last, hyphenated)) return;
    for (TokenIndex t = hyphenated.begin; t < last; t += 2)
      if (is_full_word(doc_, t) && leaves(t, hyphenated)) hang_piece(t, hyphenated);
  }

  [[nodiscard]] bool leaves(TokenIndex t, TokenSpan hyphenated) const {
    return doc_.arcs[t].head && !hyphenated.contains(*doc_.arcs[t].head);
  }

  /// On the next piece that is no small word.
  void hang_small_word(TokenIndex small, TokenSpan hyphenated) {
    TokenIndex next = small + 2;
    while (next < hyphenated.end && is_small_word(doc_, next)) next += 2;
    if (next >= hyphenated.end || !is_full_word(doc_, next) || hangs_below(doc_, next, {small, small + 1})) return;
    hang(doc_, small, next, doc_.tags[small].upos == "DET" ? "det" : "case");
  }

  /// On the last piece, when that modifies a noun behind or both pieces are the same to one word; a name before a name
  /// on the noun.
  void hang_piece(TokenIndex piece, TokenSpan hyphenated) {
    const TokenIndex last = hyphenated.end - 1, noun = *doc_.arcs[last].head;
    const Arc arc = doc_.arcs[piece];
    const bool modifies = noun > last && is_modifier(doc_.arcs[last].deprel);
    const bool same = arc.head == noun && arc.deprel == doc_.arcs[last].deprel;
    if (is_one_of(arc.deprel, {"flat", "conj", "appos", "list", "parataxis"}) || is_figure(piece, last)) return;
    if (same && !modifies) {
      if (noun < last && hyphenated.size() > 3) return;  // "talk one-on-one"
      heirs_.add(piece, last, hyphenated);
    } else if (!modifies || hangs_below(doc_, noun, {piece, piece + 1})) {
      if (!modifies || !take_place(piece, noun)) return;
      heirs_.add(piece, noun, hyphenated);
    } else if (*arc.head != noun) {
      if (is_premodifier(arc.deprel)) return;
      heirs_.add(piece, noun, hyphenated);
    }
    hang(doc_, piece, modifies && are_two_names(piece, last) ? noun : last, label(piece, last));
  }

  /// "Norland-U.S. ties": each a party to what the noun says, not a part of the other.
  [[nodiscard]] bool are_two_names(TokenIndex piece, TokenIndex last) const {
    const auto names = [&](TokenIndex t) {
      return is_one_of(doc_.tags[t].upos, {"PROPN", "ADJ"}) && word(doc_, t)[0] >= 'A' && word(doc_, t)[0] <= 'Z';
    };
    return names(piece) && names(last);
  }

  /// "7-1/8", "180-270"
  [[nodiscard]] bool is_figure(TokenIndex piece, TokenIndex last) const {
    const auto starts_with_digit = [&](TokenIndex t) { return word(doc_, t)[0] >= '0' && word(doc_, t)[0] <= '9'; };
    return starts_with_digit(piece) && starts_with_digit(last);
  }

  [[nodiscard]] static bool is_modifier(std::string_view deprel) {
    return is_one_of(deprel, {"compound", "amod", "nummod", "advmod", "obl:unmarked", "nmod"});
  }

  /// What the piece is to the last one: "sixty" of "sixty-one" is a `compound`.
  [[nodiscard]] std::string label(TokenIndex piece, TokenIndex last) const {
    const std::string& deprel = doc_.arcs[piece].deprel;
    const bool number = doc_.tags[last].upos == "NUM" && deprel == "nummod";
    return is_modifier(deprel) && deprel != "nmod" && !number ? deprel : "compound";
  }

  /// "rebuild Norland-U.S. ties" with the ties under Norland: they get what Norland was.
  bool take_place(TokenIndex piece, TokenIndex noun) {
    if (doc_.arcs[noun].head != piece) return false;
    doc_.arcs[noun].head = doc_.arcs[piece].head;
    doc_.arcs[noun].deprel = doc_.arcs[piece].deprel;
    return true;
  }

  Document& doc_;
  Heirs heirs_;
};

}  // namespace

void hold_hyphenated_together(Document& doc) { HyphenMender(doc).mend(); }

}  // namespace hearsay
