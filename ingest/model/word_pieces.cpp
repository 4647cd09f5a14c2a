#include "ingest/model/word_pieces.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <stdexcept>

#include "ingest/model/code_points.hpp"

namespace hearsay {
namespace {

constexpr std::size_t longest_run = 100;  // code points

bool is_quote(std::string_view word) {
  constexpr std::string_view quotes[] = {"“", "”", "\"", "'", "‘", "’", "`", "``", "''"};
  return std::find(std::begin(quotes), std::end(quotes), word) != std::end(quotes);
}

bool is_punctuation(UChar32 c) {
  if (c < 0x80) return c > 0x20 && c < 0x7f && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  return (U_GET_GC_MASK(c) & U_GC_P_MASK) != 0;
}

bool parts_runs(UChar32 c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7f;
  return (U_GET_GC_MASK(c) & (U_GC_C_MASK | U_GC_Z_MASK)) != 0;
}

/// The canonical decomposition of `c`, code points in `out`; how many.
std::size_t decompose(UChar32 c, std::array<UChar32, 8>& out) {
  if (c < 0xC0) {
    out[0] = c;
    return 1;
  }
  UErrorCode status = U_ZERO_ERROR;
  static const UNormalizer2* const nfd = unorm2_getNFDInstance(&status);
  UChar units[16];
  const std::int32_t length = unorm2_getDecomposition(nfd, c, units, 16, &status);
  if (length < 0 || U_FAILURE(status)) {
    out[0] = c;
    return 1;
  }
  std::size_t n = 0;
  for (std::int32_t i = 0; i < length && n < out.size();) {
    U16_NEXT(units, i, length, out[n]);
    ++n;
  }
  return n;
}

}  // namespace

WordShape word_shape(std::string_view word) {
  if (is_quote(word)) return WordShape::quote;
  std::size_t at = 0;
  const auto first = u_charType(next_code_point(word, at));
  if (first == U_DECIMAL_DIGIT_NUMBER) return WordShape::digit;
  if ((U_MASK(first) & U_GC_L_MASK) == 0) return WordShape::other;
  const bool single = at == word.size();
  bool lower = first == U_LOWERCASE_LETTER, later_upper = false;
  while (at < word.size()) {
    const auto kind = u_charType(next_code_point(word, at));
    lower |= kind == U_LOWERCASE_LETTER;
    later_upper |= kind == U_UPPERCASE_LETTER;
  }
  if (first != U_UPPERCASE_LETTER && first != U_TITLECASE_LETTER)
    return later_upper ? WordShape::mixed : WordShape::lower;
  if (!single && !lower) return WordShape::upper;
  return later_upper ? WordShape::mixed : WordShape::title;
}

/// Normalised characters without a space or punctuation between them, at most 100 of them kept.
struct WordPieces::Run {
  std::string text;
  std::array<std::uint16_t, longest_run + 1> begins{};  ///< byte where each character begins, and the end
  std::size_t size = 0;                                 ///< characters, those beyond the first 100 counted too

  void add(UChar32 c) {
    if (++size > longest_run) return;
    append_code_point(text, c);
    begins[size] = static_cast<std::uint16_t>(text.size());
  }
  void clear() {
    text.clear();
    size = 0;
  }
};

WordPieces::WordPieces(std::span<const std::string_view> vocabulary) {
  first_.reserve(vocabulary.size());
  for (std::uint32_t id = 0; id < vocabulary.size(); ++id) {
    const std::string_view piece = vocabulary[id];
    const bool continues = piece.size() > 2 && piece.starts_with("##");
    (continues ? later_.emplace(piece.substr(2), id) : first_.emplace(piece, id));
    longest_ = std::max(longest_, piece.size());
  }
  unknown_ = first_.at("[UNK]");
  begin_mark_ = first_.at("[CLS]");
  end_mark_ = first_.at("[SEP]");
}

void WordPieces::spell(const Run& run, PieceList& out) const {
  PieceList spelled;
  for (std::size_t begin = 0; begin < run.size;) {
    const auto& pieces = begin == 0 ? first_ : later_;
    const std::string_view rest = std::string_view(run.text).substr(run.begins[begin]);
    auto found = pieces.end();
    std::size_t end = run.size;
    for (; end > begin && found == pieces.end(); --end) {
      const std::size_t bytes = static_cast<std::size_t>(run.begins[end] - run.begins[begin]);
      if (bytes <= longest_) found = pieces.find(rest.substr(0, bytes));
    }
    if (found == pieces.end()) return out.add(unknown_);
    spelled.add(found->second);
    begin = end + 1;
  }
  for (const std::uint32_t id : spelled.all()) out.add(id);
}

PieceList WordPieces::of_word(std::string_view word) const {
  PieceList out;
  Run run;
  const auto finish = [&] {
    if (run.size > longest_run)
      out.add(unknown_);
    else if (run.size > 0)
      spell(run, out);
    run.clear();
  };
  std::array<UChar32, 8> parts;
  for (std::size_t at = 0; at < word.size() && out.size < PieceList::most;) {
    const std::size_t n = decompose(next_code_point(word, at), parts);
    for (std::size_t i = 0; i < n; ++i) {
      const UChar32 c = parts[i] < 0x80 || u_charType(parts[i]) != U_NON_SPACING_MARK ? u_tolower(parts[i]) : -1;
      if (c < 0) continue;
      const bool alone = is_punctuation(c);
      if (!alone && !parts_runs(c)) {
        run.add(c);
        continue;
      }
      finish();
      if (alone) {
        run.add(c);
        finish();
      }
    }
  }
  finish();
  if (out.size == 0) out.add(unknown_);
  return out;
}

}  // namespace hearsay
