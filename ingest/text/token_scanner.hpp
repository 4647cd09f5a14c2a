#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/characters.hpp"

namespace hearsay {

/// What stands around a piece of text without white space.
struct ChunkContext {
  std::string_view previous;   ///< the token before, as it stands; empty at the start of a paragraph
  char32_t next = 0;           ///< the first character of the next chunk; 0 at the end of the paragraph
  std::string_view next_word;  ///< the letters that the next chunk begins with
};

/// Cuts one chunk (text between white space) into words.
/// Every matcher returns the number of characters it takes at a place, 0 for none; each looks at most a fixed
/// distance beyond what it takes, so that the whole is linear.
class TokenScanner {
 public:
  /// Appends the end of each word of `chunk` to `ends` (as places in `chunk`).
  void scan(const Characters& chunk, const ChunkContext& context, std::vector<std::size_t>& ends);

 private:
  [[nodiscard]] std::size_t match(std::size_t at);
  [[nodiscard]] std::size_t match_url(std::size_t at) const;
  [[nodiscard]] std::size_t match_email(std::size_t at) const;
  [[nodiscard]] std::size_t match_domain(std::size_t at) const;
  [[nodiscard]] std::size_t newsgroup_end(std::size_t at, std::size_t limit) const;
  [[nodiscard]] std::size_t match_handle(std::size_t at) const;
  [[nodiscard]] std::size_t match_elision(std::size_t at) const;
  [[nodiscard]] std::size_t match_acronym(std::size_t at) const;
  [[nodiscard]] std::size_t match_number(std::size_t at) const;
  [[nodiscard]] std::size_t match_phone(std::size_t at) const;
  [[nodiscard]] std::size_t match_word(std::size_t at);
  [[nodiscard]] std::size_t match_emoticon(std::size_t at) const;
  [[nodiscard]] std::size_t match_symbols(std::size_t at) const;

  [[nodiscard]] std::size_t word_end(std::size_t at) const;
  [[nodiscard]] std::size_t number_suffix(std::size_t end) const;
  [[nodiscard]] bool keeps_stop(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_currency_prefix(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_broken_off(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool is_initial(std::size_t begin) const;
  [[nodiscard]] bool is_last(std::size_t end) const;
  [[nodiscard]] std::string ascii(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool spells(std::size_t at, std::string_view lower) const;
  [[nodiscard]] std::size_t trim_address(std::size_t begin, std::size_t end) const;

  const Characters* text_ = nullptr;
  ChunkContext context_;
  std::size_t token_begin_ = 0, previous_begin_ = 0;
  std::vector<std::size_t> cuts_;  ///< clitics inside the word just matched
};

}  // namespace hearsay
