#pragma once

#include <string_view>

namespace hearsay {

/// Whether `text` names one of the few organisations that every newsroom knows: bodies between states, armed groups,
/// agencies, parliaments, news agencies and broadcasters. The model sometimes takes them for people or places, and a
/// reader never would.
[[nodiscard]] bool is_known_organization(std::string_view text);

}  // namespace hearsay
