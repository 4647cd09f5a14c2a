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

TEST_CASE("party and state hang on the politician, in a list too", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Ann Lee, D-Minn., and Tom Ray (R-Texas) voted.
1	Ann	Ann	PROPN	NNP	_	16	nsubj	_	NER=B-PERSON
2	Lee	Lee	PROPN	NNP	_	1	flat	_	NER=I-PERSON|SpaceAfter=No
3	,	,	PUNCT	,	_	4	punct	_	_
4	D	D	PROPN	NNP	_	1	conj	_	SpaceAfter=No
5	-	-	PUNCT	HYPH	_	6	punct	_	SpaceAfter=No
6	Minn.	Minn.	PROPN	NNP	_	1	conj	_	SpaceAfter=No
7	,	,	PUNCT	,	_	9	punct	_	_
8	and	and	CCONJ	CC	_	9	cc	_	_
9	Tom	Tom	PROPN	NNP	_	1	conj	_	NER=B-PERSON
10	Ray	Ray	PROPN	NNP	_	9	flat	_	NER=I-PERSON
11	(	(	PUNCT	-LRB-	_	12	punct	_	SpaceAfter=No
12	R	R	PROPN	NNP	_	14	compound	_	SpaceAfter=No
13	-	-	PUNCT	HYPH	_	14	punct	_	SpaceAfter=No
14	Texas	Texas	PROPN	NNP	_	9	appos	_	SpaceAfter=No
15	)	)	PUNCT	-RRB-	_	14	punct	_	_
16	voted	vote	VERB	VBD	_	0	root	_	SpaceAfter=No
17	.	.	PUNCT	.	_	16	punct	_	_

)");
  hold_names_together(doc);
  CHECK(arc(doc, 3) == "appos of Ann");
  CHECK(arc(doc, 5) == "flat of D");
  CHECK(arc(doc, 11) == "appos of Tom");
  CHECK(arc(doc, 13) == "flat of R");
}
