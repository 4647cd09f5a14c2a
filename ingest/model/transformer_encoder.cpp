#include "ingest/model/transformer_encoder.hpp"

#include <algorithm>
#include <unordered_map>

#include "ingest/model/windows.hpp"

namespace hearsay {
namespace {

struct CutWord {
  PieceList pieces;
  WordShape shape = WordShape::other;
};

/// Words of one document as pieces; a word that comes again is not cut again.
class PieceCache {
 public:
  explicit PieceCache(const WordPieces& pieces) : pieces_(pieces) {}

  const CutWord& operator()(std::string_view word) {
    if (cut_.size() > most_words) cut_.clear();
    const auto [place, is_new] = cut_.try_emplace(word);
    if (is_new) place->second = {pieces_.of_word(word), word_shape(word)};
    return place->second;
  }

 private:
  static constexpr std::size_t most_words = 50'000;
  const WordPieces& pieces_;
  std::unordered_map<std::string_view, CutWord> cut_;
};

std::vector<std::uint8_t> piece_counts(const Document& doc, PieceCache& cache) {
  std::vector<std::uint8_t> counts;
  counts.reserve(doc.tokens.size());
  for (TokenIndex t = 0; t < doc.tokens.size(); ++t) counts.push_back(cache(word(doc, t)).pieces.size);
  return counts;
}

/// Fills `pieces` with a window; the first piece of each token is wanted.
void fill(const Document& doc, TokenSpan window, const WordPieces& marks, PieceCache& cache, PieceWindow& pieces) {
  pieces.ids.clear();
  pieces.shapes.clear();
  pieces.wanted.clear();
  pieces.add(marks.begin_mark(), 0);
  std::uint32_t paragraph = paragraph_of(doc, window.begin);
  for (TokenIndex t = window.begin; t < window.end; ++t) {
    for (; t >= doc.paragraphs[paragraph].end; ++paragraph) pieces.add(marks.end_mark(), 0);
    pieces.wanted.push_back(pieces.ids.size());
    const CutWord& cut = cache(word(doc, t));
    for (const std::uint32_t id : cut.pieces.all()) pieces.add(id, static_cast<std::uint8_t>(cut.shape));
  }
  pieces.add(marks.end_mark(), 0);
}

}  // namespace

Encoding TransformerEncoder::encode(const Document& doc) const {
  const std::size_t width = network_.width;
  PieceCache cache(pieces_);
  Encoding out;
  out.width = width;
  out.values.resize(doc.tokens.size() * width);
  out.windows = cut_windows(doc, piece_counts(doc, cache), network_.positions);
  thread_local Transformer::Room room;  // large: kept from one article to the next
  PieceWindow pieces;
  for (const TokenSpan window : out.windows) {
    fill(doc, window, pieces_, cache, pieces);
    const float* const vectors = network_.run(pieces, room);
    std::copy_n(vectors, pieces.wanted.size() * width, out.values.data() + window.begin * width);
  }
  return out;
}

}  // namespace hearsay
