#include "ingest/syntax/function_words.hpp"

#include <catch2/catch.hpp>

#include "tests/support/conllu.hpp"

using namespace hearsay;

TEST_CASE("a copula belongs to the name, not to its title", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = The winner is Senator Ann Lee.
1	The	the	DET	DT	_	2	det	_	_
2	winner	winner	NOUN	NN	_	5	nsubj	_	_
3	is	be	AUX	VBZ	_	4	cop	_	_
4	Senator	Senator	PROPN	NNP	_	5	nmod:desc	_	_
5	Ann	Ann	PROPN	NNP	_	0	root	_	NER=B-PER
6	Lee	Lee	PROPN	NNP	_	5	flat	_	NER=I-PER
7	.	.	PUNCT	.	_	5	punct	_	_

)");
  lift_function_words(doc);
  CHECK(word(doc, *doc.arcs[2].head) == "Ann");
}

TEST_CASE("a preposition belongs to the name, which is no apposition then", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = An aide to Secretary Ann Lee spoke.
1	An	a	DET	DT	_	2	det	_	_
2	aide	aide	NOUN	NN	_	7	nsubj	_	_
3	to	to	ADP	IN	_	4	case	_	_
4	Secretary	Secretary	PROPN	NNP	_	5	nmod:desc	_	_
5	Ann	Ann	PROPN	NNP	_	2	appos	_	NER=B-PER
6	Lee	Lee	PROPN	NNP	_	5	flat	_	NER=I-PER
7	spoke	speak	VERB	VBD	_	0	root	_	_
8	.	.	PUNCT	.	_	7	punct	_	_

)");
  lift_function_words(doc);
  CHECK(word(doc, *doc.arcs[2].head) == "Ann");
  CHECK(doc.arcs[4].deprel == "nmod");
}

TEST_CASE("a preposition before an amount belongs to the unit", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Prices rose to five dollars.
1	Prices	price	NOUN	NNS	_	2	nsubj	_	_
2	rose	rise	VERB	VBD	_	0	root	_	_
3	to	to	ADP	IN	_	4	case	_	_
4	five	five	NUM	CD	_	5	nummod	_	_
5	dollars	dollar	NOUN	NNS	_	2	obj	_	_
6	.	.	PUNCT	.	_	2	punct	_	_

)");
  lift_function_words(doc);
  CHECK(word(doc, *doc.arcs[2].head) == "dollars");
}

TEST_CASE("two amounts of one unit keep a preposition each", "[ingest][syntax]") {
  Document doc = from_conllu(R"(# text = Sales rose to 760 from 709 tonnes.
1	Sales	sale	NOUN	NNS	_	2	nsubj	_	_
2	rose	rise	VERB	VBD	_	0	root	_	_
3	to	to	ADP	IN	_	4	case	_	_
4	760	760	NUM	CD	_	7	nummod	_	_
5	from	from	ADP	IN	_	7	case	_	_
6	709	709	NUM	CD	_	7	nummod	_	_
7	tonnes	ton	NOUN	NNS	_	2	obj	_	_
8	.	.	PUNCT	.	_	2	punct	_	_

)");
  lift_function_words(doc);
  CHECK(word(doc, *doc.arcs[2].head) == "760");
}

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
