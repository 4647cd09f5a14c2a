#pragma once

#include <string_view>
#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// "Inc", "Ltd.", "Plc", "AG": what makes a name that of a company.
[[nodiscard]] bool is_legal_form(std::string_view form);

/// "Kovacs Steel" of "Kovacs Steel, Inc."; a name without a legal form stays as it is.
[[nodiscard]] TokenSpan without_legal_form(const Document& doc, TokenSpan name);

/// Types companies by their legal form: "Kovacs Steel Inc" is an organisation, and so are "Kovacs Steel" and "Kovacs"
/// in the same article, unless that is the last name of a person there, or the first part of the company's name a
/// place. Needs   tokens of `doc`; `names` by first token, with PERSON for people. Gives   new types, and legal forms
/// inside the names that they follow. Cost linear, up to a logarithm.
void type_companies(const Document& doc, std::vector<Name>& names);

}  // namespace hearsay
