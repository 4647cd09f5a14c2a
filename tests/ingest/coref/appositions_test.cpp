#include "ingest/coref/appositions.hpp"

#include <catch2/catch.hpp>

#include "tests/support/conllu.hpp"

using namespace hearsay;

TEST_CASE("a person in apposition is the chairman, not the board", "[ingest][coref]") {
  Document doc = from_conllu(R"(# text = They met the chairman of the board, Ann Lee.
1	They	they	PRON	PRP	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	chairman	chairman	NOUN	NN	_	2	obj	_	_
5	of	of	ADP	IN	_	7	case	_	_
6	the	the	DET	DT	_	7	det	_	_
7	board	board	NOUN	NN	_	4	nmod	_	_
8	,	,	PUNCT	,	_	9	punct	_	_
9	Ann	Ann	PROPN	NNP	_	7	appos	_	NER=B-PER
10	Lee	Lee	PROPN	NNP	_	9	flat	_	NER=I-PER
11	.	.	PUNCT	.	_	2	punct	_	_

)");
  hold_appositions_to_people(doc);
  CHECK(word(doc, *doc.arcs[8].head) == "chairman");
}

TEST_CASE("a person in apposition stays with the nearest noun for a person", "[ingest][coref]") {
  Document doc = from_conllu(R"(# text = They met a friend of the author, Ann Lee.
1	They	they	PRON	PRP	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_
3	a	a	DET	DT	_	4	det	_	_
4	friend	friend	NOUN	NN	_	2	obj	_	_
5	of	of	ADP	IN	_	7	case	_	_
6	the	the	DET	DT	_	7	det	_	_
7	author	author	NOUN	NN	_	4	nmod	_	_
8	,	,	PUNCT	,	_	9	punct	_	_
9	Ann	Ann	PROPN	NNP	_	7	appos	_	NER=B-PER
10	Lee	Lee	PROPN	NNP	_	9	flat	_	NER=I-PER
11	.	.	PUNCT	.	_	2	punct	_	_

)");
  hold_appositions_to_people(doc);
  CHECK(word(doc, *doc.arcs[8].head) == "author");
}
