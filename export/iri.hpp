#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

/// `path` as part of an IRI: letters, digits and "-._~/" stay, all else becomes %XX of its UTF-8 bytes. The segments
/// "." and "..", which an IRI reader would resolve away, get a "~" in front.
[[nodiscard]] std::string encode_iri_path(std::string_view path);

/// Whether `text` is an absolute http or https IRI that every RDF reader accepts; stricter than RFC 3987.
[[nodiscard]] bool is_web_iri(std::string_view text);

/// `base` ready to have relative IRIs put behind it: ends in "/".
/// Errors  hearsay::Error when it is not an absolute http or https IRI, or has a query or fragment.
[[nodiscard]] std::string checked_base(std::string_view base);

}  // namespace hearsay
