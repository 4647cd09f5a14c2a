#pragma once

#include <optional>
#include <string_view>

namespace hearsay {

/// The usual full name for a well-known short form: "EU" and "the European Union" give "European Union". The argument
/// is folded (see fold_name). None for a name that is not in the table.
[[nodiscard]] std::optional<std::string_view> known_full_name(std::string_view folded);

/// "Florida" for "Fla.", as it is written, with its stop.
[[nodiscard]] std::optional<std::string_view> full_name_of_state(std::string_view name);

}  // namespace hearsay
