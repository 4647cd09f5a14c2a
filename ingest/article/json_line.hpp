#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "ingest/article/mapped_text.hpp"

namespace hearsay {

/// The fields of one JSON object that are an article's; others are skipped.
struct JsonArticle {
  std::optional<MappedText> text, title;  ///< decoded, with the bytes of the line they came from
  std::optional<std::string> id, publisher, date, author, url;
  std::string keys_seen;  ///< for messages: "id, title"
  bool text_is_no_string = false;
};

/// Reads one JSON object. Gives the reason when it is none: where it breaks and how.
[[nodiscard]] std::variant<JsonArticle, std::string> read_json_line(std::string_view line);

}  // namespace hearsay
