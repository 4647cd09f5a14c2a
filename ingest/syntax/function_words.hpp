#pragma once

#include "ingest/document.hpp"

namespace hearsay {

/// "is Senator Ann Lee", "by chairman Ann Lee", "to 5 tonnes": the parser may hang the copula or the preposition on the
/// title, on another word inside the name, or on the number; it belongs to the whole, so it moves to the word that the
/// whole hangs on. Needs   arcs, tags and names of `doc`. Cost    linear.
void lift_function_words(Document& doc);

}  // namespace hearsay
