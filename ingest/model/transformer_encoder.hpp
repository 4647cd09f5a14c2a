#pragma once

#include "ingest/model/encoder.hpp"
#include "ingest/model/transformer.hpp"
#include "ingest/model/word_pieces.hpp"

namespace hearsay {

/// Reads a document window by window; a token's vector is that of its first piece.
class TransformerEncoder final : public Encoder {
 public:
  TransformerEncoder(WordPieces pieces, Transformer network)
      : pieces_(std::move(pieces)), network_(std::move(network)) {}

  [[nodiscard]] std::size_t width() const override { return network_.width; }
  [[nodiscard]] bool knows(std::string_view word) const override { return pieces_.knows(word); }
  [[nodiscard]] Encoding encode(const Document& doc) const override;
  [[nodiscard]] const Transformer& network() const { return network_; }

 private:
  WordPieces pieces_;
  Transformer network_;
};

}  // namespace hearsay
