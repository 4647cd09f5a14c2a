#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/span.hpp"

namespace hearsay {

/// A run of text bytes that was copied from, or stands for, a run of source bytes.
struct SourceRun {
  std::uint32_t text_begin = 0;    ///< first byte in Article::text
  std::uint64_t source_begin = 0;  ///< first byte in the file (or in the JSON string's file line) it came from
  std::uint32_t size = 0;          ///< bytes in Article::text; the source may be longer (entities, escapes)
  friend bool operator==(const SourceRun&, const SourceRun&) = default;
};

/// One published text with its metadata. Absent metadata is absent, never guessed.
struct Article {
  std::string id;    ///< stable: 32 hex digits, XXH3-128 (seed 0) of name and text
  std::string name;  ///< what output calls it: the file's name, or the "id" of its JSON line
  std::string path;  ///< the input as the user gave it; "-" is standard input
  std::optional<std::string> title, publisher, byline, url;
  std::optional<std::string> date;    ///< ISO 8601: YYYY-MM-DD, or with a time YYYY-MM-DDTHH:MM
  std::string text;                   ///< valid UTF-8; paragraphs parted by an empty line
  std::optional<ByteSpan> headline;   ///< the title where it stands in `text`
  std::vector<SourceRun> source_map;  ///< ascending; empty: text and source are the same bytes
};

/// The byte of the source that `text_byte` came from.
[[nodiscard]] std::uint64_t source_offset(const Article& article, std::uint32_t text_byte);

}  // namespace hearsay
