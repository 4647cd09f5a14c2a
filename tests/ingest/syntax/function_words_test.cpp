#include "ingest/syntax/function_words.hpp"

#include <catch2/catch.hpp>

#include "tests/support/conllu.hpp"

using namespace hearsay;

TEST_CASE("the mark of the possessive belongs to the owner", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Brokers welcomed the owner 's proposal.
1	Brokers	broker	NOUN	NNS	_	2	nsubj	_	_
2	welcomed	welcome	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	owner	owner	NOUN	NN	_	6	nmod:poss	_	_
5	's	's	PART	POS	_	6	case	_	_
6	proposal	proposal	NOUN	NN	_	2	obj	_	_
7	.	.	PUNCT	.	_	2	punct	_	_

)");
  lift_function_words(doc);
  CHECK(word(doc, *doc.arcs[4].head) == "owner");
}
