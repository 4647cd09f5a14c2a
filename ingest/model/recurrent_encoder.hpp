#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "ingest/model/encoder.hpp"
#include "ingest/model/int8_table.hpp"
#include "ingest/model/recurrent.hpp"
#include "ingest/model/word_features.hpp"

namespace hearsay {

/// Reads a document as sequences of words, each a stretch of one paragraph inside one window.
class RecurrentEncoder final : public Encoder {
 public:
  /// `tables`: the words table, then one for each affix table of `features`.
  RecurrentEncoder(WordFeatures features, std::vector<Int8Table> tables, Recurrent network, std::size_t most_words);
  ~RecurrentEncoder() override;

  [[nodiscard]] std::size_t width() const override { return 2 * network_.state; }
  [[nodiscard]] bool knows(std::string_view word) const override { return features_.knows(word); }
  [[nodiscard]] Encoding encode(const Document& doc) const override;
  [[nodiscard]] const Recurrent& network() const { return network_; }

 private:
  class Forms;
  struct Workspace;
  [[nodiscard]] std::unique_ptr<Workspace> take_workspace() const;
  void give_back(std::unique_ptr<Workspace> workspace) const;

  WordFeatures features_;
  std::vector<Int8Table> tables_;
  Recurrent network_;
  std::size_t most_words_;  ///< of one window
  mutable std::mutex lock_;
  mutable std::vector<std::unique_ptr<Workspace>> idle_;  ///< at most one for each thread that ever encoded at once
};

}  // namespace hearsay
