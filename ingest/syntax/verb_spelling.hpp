#pragma once

#include <string>
#include <string_view>

namespace hearsay {

/// "smiled" comes from "smile", not "smil", and "preached" from "preach": where English spelling says whether the lemma
/// of a form in -ed or -ing ends in a silent e, that lemma; else `lemma`. Both in lower case. Over the verb forms of
/// EWT and GUM (2847 pairs) it changes one right lemma. Constant time.
[[nodiscard]] std::string spelled_lemma(std::string_view form, const std::string& lemma);

}  // namespace hearsay
