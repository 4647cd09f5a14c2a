#pragma once

#include <vector>

#include "ingest/document.hpp"

namespace hearsay {

/// How many tokens at the front of a person's name are its title: "Prime Minister Theresa May" has two. Behind
/// "Secretary of", "State" is one too.
[[nodiscard]] TokenIndex title_length(const Document& doc, TokenSpan person);

/// Adds the titles right before persons, by grammar: "Mr.", "Prime Minister", "Secretary of State". Of an office that
/// names a place or body ("Prime Minister of Norland Anna Kovacs") the words in front of "of" are the title.
/// Needs   sentences and tags of `doc`; `names` by first token. Titles stand behind them, in text order; `taken` says
///         for every token whether a name has it.
void add_titles(const Document& doc, std::vector<Name>& names, std::vector<bool>& taken);

}  // namespace hearsay
