#pragma once

#include <filesystem>
#include <string>

namespace hearsay {

/// The model file that `name` means: a path when there is such a file, else NAME.hsm in $HEARSAY_MODELS, beside the
/// installed program (../share/hearsay/models) or in the source tree it was built from.
/// Errors  hearsay::Error that lists the models there are and the places looked at.
[[nodiscard]] std::filesystem::path find_model(const std::string& name);

}  // namespace hearsay
