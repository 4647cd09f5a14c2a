#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// `text` in lower case, whatever the script of its letters.
[[nodiscard]] std::string lower_case(std::string_view text);

/// The lemma that an edit script makes of a form.
/// "lower|2|y": the form in lower case, two characters off its end, "y" added; "keep|0|": the same with the form's
/// own case; "=|be": the lemma is "be", whatever the form. Where a script would take as many characters as there are,
/// the lemma is the cased form; anything that is no script leaves the form as it is.
[[nodiscard]] std::string apply_lemma_script(std::string_view form, std::string_view script);

}  // namespace hearsay
