#pragma once
// One layer of the analysis, article by article; the formats are described in docs/formats.md.

#include <ostream>

#include "ingest/analysis.hpp"

namespace hearsay {

/// CoNLL-U (universaldependencies.org/format.html): `# newdoc id`, `# newpar`, `# sent_id`, `# text`, names in MISC.
void write_conllu(const Analysis& analysis, std::ostream& out);

/// One JSON line: {"id","text","clusters":[[[begin,end],...],...]}, offsets in code points.
/// With `explain` also {"entities": [...], "links": [...]}: what each cluster is called, and why each mention is in it.
void write_coref(const Analysis& analysis, bool explain, std::ostream& out);

/// One JSON line: {"id","attributions":[{"source","cue","content","addressee","speaker","kind","about",...}]}.
void write_attributions(const Analysis& analysis, std::ostream& out);

/// Tab-separated: sentence number, confidence, arg1, relation, arg2, further arguments.
/// With `by_line` the number is that of the line in the text, else that of the sentence; both from 1.
void write_openie(const Analysis& analysis, bool by_line, std::ostream& out);

/// One JSON line per statement and per attribution, after coreference.
void write_statements(const Analysis& analysis, std::ostream& out);

}  // namespace hearsay
