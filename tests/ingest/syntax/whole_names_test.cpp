#include "ingest/syntax/whole_names.hpp"

#include <catch2/catch.hpp>

#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

std::string arc(const Document& doc, TokenIndex t) {
  return doc.arcs[t].deprel + " of " + (doc.arcs[t].head ? std::string(word(doc, *doc.arcs[t].head)) : "nothing");
}

}  // namespace

TEST_CASE("a person's words hang under the first", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Ann Kovacs left.
1	Ann	Ann	PROPN	NNP	_	3	nsubj	_	NER=B-PER
2	Kovacs	Kovacs	PROPN	NNP	_	3	nsubj	_	NER=I-PER
3	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

)");
  hold_names_together(doc);
  CHECK(arc(doc, 0) == "nsubj of left");
  CHECK(arc(doc, 1) == "flat of Ann");
}

TEST_CASE("the words of other names hang under the last, which takes what the parser saw on one", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Reporters met New Hampshire.
1	Reporters	reporter	NOUN	NNS	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_
3	New	New	PROPN	NNP	_	2	obj	_	NER=B-LOC
4	Hampshire	Hampshire	PROPN	NNP	_	2	flat	_	NER=I-LOC|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

)");
  hold_names_together(doc);
  CHECK(arc(doc, 2) == "compound of Hampshire");
  CHECK(arc(doc, 3) == "obj of met");
}

TEST_CASE("names with a conjunction, and modifiers of one noun, stay as they are", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Lomb & Lomb bought Union Carbide stock.
1	Lomb	Lomb	PROPN	NNP	_	4	nsubj	_	NER=B-ORG
2	&	&	CCONJ	CC	_	3	cc	_	NER=I-ORG
3	Lomb	Lomb	PROPN	NNP	_	4	nsubj	_	NER=I-ORG
4	bought	buy	VERB	VBD	_	0	root	_	_
5	Union	Union	PROPN	NNP	_	7	compound	_	NER=B-ORG
6	Carbide	Carbide	PROPN	NNP	_	7	compound	_	NER=I-ORG
7	stock	stock	NOUN	NN	_	4	obj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

)");
  hold_names_together(doc);
  CHECK(arc(doc, 2) == "nsubj of bought");
  CHECK(arc(doc, 4) == "compound of stock");
}
