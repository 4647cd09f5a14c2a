#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// A piece of content without the quotation marks around it and a comma at its end. A quotation that goes on in the
/// next piece has a mark at one end only.
[[nodiscard]] std::string unquote(std::string_view text);

}  // namespace hearsay
