#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ingest/article/metadata.hpp"

namespace hearsay {

/// Gathers what the tags of a page say and decides who is believed.
class HtmlMetadata {
 public:
  /// A <meta> name or property and its content; also "title", "canonical", "time" and "time-modified".
  void meta(std::string_view key, std::string_view content);
  /// The text of a <script type="application/ld+json">; broken JSON says nothing.
  void json_ld(std::string_view script);
  /// The text of an element with a byline class.
  void byline(std::string_view text);
  /// JSON-LD wins over <meta>, and that over the visible page.
  void finish(Metadata& metadata) const;

 private:
  [[nodiscard]] std::optional<std::string> first(std::initializer_list<const char*> keys) const;
  std::map<std::string, std::string> fields_;
};

}  // namespace hearsay
