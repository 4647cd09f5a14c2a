#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/article/block.hpp"

namespace hearsay {

/// What is known about an article apart from its text.
struct Metadata {
  std::optional<std::string> title, publisher, byline, url;
  std::optional<std::string> published, updated;  ///< ISO 8601
  std::optional<MappedText> title_source;         ///< the title with the place it came from

  [[nodiscard]] const std::optional<std::string>& date() const { return published ? published : updated; }
};

/// What one line of an article's head or foot says about the article.
struct MetadataLine {
  std::optional<std::string> publisher, byline, url;
  std::optional<std::string> published, updated, undated;  ///< `undated`: a date without a word that says of what
};

/// Reads "By Jane Doe | July 8, 2017", "PUBLISHED : Friday, 07 July, 2017, 9:20pm", "The Daily Post, 3 May 2010",
/// "Associated Press"; none for any other line, sentences among them.
[[nodiscard]] std::optional<MetadataLine> read_metadata_line(std::string_view line);

/// A line that is nothing but a link, or says where the text came from: gives the address.
[[nodiscard]] std::optional<std::string> read_address_line(std::string_view line);

/// The outlet that an address and the text together name: themoscowtimes.com with "Moscow" in the text.
[[nodiscard]] std::optional<std::string> publisher_from_address(std::string_view url, const std::vector<Block>& blocks);

/// Whose copyright a foot line states: "© 1998 The Lagan Herald. All rights reserved."
[[nodiscard]] std::optional<std::string> copyright_holder(std::string_view line);

/// A news agency known by its name: "Associated Press", "REUTERS".
[[nodiscard]] std::optional<std::string> news_agency(std::string_view line);

/// Does `name` look like the names of people or of one outlet: one to eight words, capitals, no sentence?
[[nodiscard]] bool looks_like_names(std::string_view name);

}  // namespace hearsay
