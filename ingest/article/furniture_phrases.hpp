#pragma once

#include <cstdint>
#include <string_view>

namespace hearsay {

/// What the words of a block say it is, whatever the site.
enum class Phrase : std::uint8_t {
  none,
  furniture,       ///< menus, sharing, sign-up lines, credits, legal texts: the block goes
  comments_begin,  ///< "Leave a Reply", "12 comments": what follows was written by readers
  related_begin,   ///< "Related stories", "Most read": a list of headlines follows
  ending,          ///< "-30-", "###", "Reuter": the text ends here
};

/// Looks the block up in the phrase tables. `plain` is its plain_form(); linear, only its first bytes count.
[[nodiscard]] Phrase furniture_phrase(std::string_view plain, std::size_t words, bool is_prose);

/// Length of a credit that closes a caption ("... in Berlin. (AP Photo/Jane Doe)"), bytes of `text`; 0 for none.
[[nodiscard]] std::size_t trailing_credit(std::string_view text);

}  // namespace hearsay
