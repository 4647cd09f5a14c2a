#include "ingest/syntax/trees.hpp"

#include <catch2/catch.hpp>
#include <type_traits>

#include "tests/support/conllu.hpp"

using namespace hearsay;

namespace {

// The bridge was opened by Ann's sister and Bob, who waved.
Document bridge() {
  return from_conllu(R"(# text = The bridge was Opened by Ann's sister and Bob, who waved.
1	The	the	DET	DT	PronType=Art	2	det	_	_
2	bridge	bridge	NOUN	NN	_	4	nsubj:pass	_	_
3	was	be	AUX	VBD	_	4	aux:pass	_	_
4	Opened	Openn	VERB	VBN	_	0	root	_	_
5	by	by	ADP	IN	_	8	case	_	_
6	Ann	Ann	PROPN	NNP	_	8	nmod:poss	_	NER=B-PER|SpaceAfter=No
7	's	's	PART	POS	_	6	case	_	_
8	sister	sister	NOUN	NN	_	4	obl:agent	_	_
9	and	and	CCONJ	CC	_	10	cc	_	_
10	Bob	Bob	PROPN	NNP	_	8	conj	_	SpaceAfter=No
11	,	,	PUNCT	,	_	13	punct	_	_
12	who	who	PRON	WP	PronType=Rel	13	nsubj	_	_
13	waved	wave	VERB	VBD	_	10	acl:relcl	_	SpaceAfter=No
14	.	.	PUNCT	.	_	4	punct	_	_

)");
}

}  // namespace

TEST_CASE("a relation answers for its subtypes, a subtype for itself alone", "[ingest][syntax]") {
  const Document doc = bridge();
  const Trees trees(doc);
  CHECK(trees.is(1, "nsubj"));
  CHECK(trees.is(1, "nsubj:pass"));
  CHECK_FALSE(trees.is(11, "nsubj:pass"));
  CHECK_FALSE(trees.is(1, "nsub"));
  CHECK(trees.is(1, {"obj", "nsubj"}));
  CHECK(trees.deprel(1) == "nsubj:pass");
  CHECK(trees.relation(1) == "nsubj");
  CHECK(trees.child(3, "nsubj") == 1);
  CHECK(trees.child(3, {"obl", "aux"}) == 2);
  CHECK_FALSE(trees.child_with(3, "nsubj").has_value());
  CHECK(trees.child_with(3, "nsubj:pass") == 1);
  CHECK(trees.has_child(7, "case", "by"));
  CHECK_FALSE(trees.has_child(7, "case", "of"));
}

TEST_CASE("words are in lower case, and a verb's lemma is mended", "[ingest][syntax]") {
  const Document doc = bridge();
  const Trees trees(doc);
  CHECK(trees.form(3) == "opened");
  CHECK(trees.lemma(3) == "open");
  CHECK(trees.lemma(5) == "ann");
  CHECK(trees.has_feature(11, "PronType=Rel"));
  REQUIRE(trees.name_at(5) != nullptr);
  CHECK(trees.name_at(5)->type == "PERSON");
  CHECK(trees.name_at(7) == nullptr);
}

TEST_CASE("a tree knows what stands below, above and beside a word", "[ingest][syntax]") {
  const Document doc = bridge();
  const Trees trees(doc);
  CHECK(trees.yield(7) == TokenSpan{4, 13});
  CHECK(trees.yield(3) == TokenSpan{0, 14});
  CHECK(trees.dominates(7, 11));
  CHECK_FALSE(trees.dominates(11, 7));
  CHECK(trees.clause_of(11) == 12);
  CHECK(trees.clause_of(8) == 3);
  CHECK(conjuncts(trees, 7) == std::vector<TokenIndex>{7, 9});
}

TEST_CASE("without arcs and tags every token stands alone", "[ingest][syntax]") {
  Document doc = bridge();
  doc.arcs.clear();
  doc.tags.clear();
  const Trees trees(doc);
  CHECK(trees.size() == 14);
  CHECK(trees.children(3).empty());
  CHECK(trees.yield(3) == TokenSpan{3, 4});
  CHECK(trees.relation(3).empty());
}

TEST_CASE("a word of hostile text has no more children than can be looked at", "[ingest][syntax]") {
  Document doc;
  doc.text.assign(1000, 'a');
  for (TokenIndex t = 0; t < 1000; ++t) {
    doc.tokens.push_back({t, t + 1});
    doc.arcs.push_back({t == 0 ? std::optional<TokenIndex>() : 0, t == 0 ? "root" : "dep"});
  }
  const Trees trees(doc);
  CHECK(trees.children(0).size() == 200);
  CHECK(trees.yield(0) == TokenSpan{0, 1000});
}

TEST_CASE("trees of a document that is about to die do not compile", "[ingest][syntax]") {
  STATIC_REQUIRE_FALSE(std::is_constructible_v<Trees, Document>);
  STATIC_REQUIRE(std::is_constructible_v<Trees, const Document&>);
}
