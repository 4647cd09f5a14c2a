#include "ingest/syntax/mend_trees.hpp"

#include "ingest/syntax/function_words.hpp"
#include "ingest/syntax/hyphenated.hpp"
#include "ingest/syntax/titled_names.hpp"
#include "ingest/syntax/whole_names.hpp"

namespace hearsay {

void mend_trees(Document& doc) {
  hold_names_together(doc);
  hold_hyphenated_together(doc);
  hang_titles_on_names(doc);
  lift_function_words(doc);
}

}  // namespace hearsay
