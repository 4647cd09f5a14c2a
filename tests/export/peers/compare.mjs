// Reads a JSON-LD file with the reference processor and into a SPARQL store, without the network.
// Fails unless both see the same graph, every schema.org term is real and every claim has its sentence.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import oxigraph from 'oxigraph';

const nquads = 'application/n-quads';
const canonical = { algorithm: 'RDFC-1.0', format: nquads, safe: true };
const prefixes = `
  PREFIX hs: <https://hearsay.example/ns#>
  PREFIX oa: <http://www.w3.org/ns/oa#>
  PREFIX prov: <http://www.w3.org/ns/prov#>
  PREFIX schema: <http://schema.org/>`;

jsonld.documentLoader = async (url) => { throw new Error(`the file asks for ${url}`); };

const ask = (store, pattern) => store.query(`${prefixes} SELECT * WHERE { ${pattern} }`);

async function checkSameGraph(text, store) {
  const reference = await jsonld.canonize(JSON.parse(text), canonical);
  const stored = await jsonld.canonize(store.dump({ format: nquads }), { ...canonical, inputFormat: nquads });
  if (reference !== stored) throw new Error('two processors, two graphs');
  return reference.trim().split('\n').length;
}

function checkTerms(store) {
  const file = createRequire(import.meta.url).resolve('@vocabulary/schema').replace(/index\.js$/, 'schema.nq');
  store.load(fs.readFileSync(file, 'utf8'), { format: nquads });
  const unknown = store.query(`SELECT DISTINCT ?term WHERE { { ?s ?term ?o } UNION { ?s a ?term }
    FILTER STRSTARTS(STR(?term), "http://schema.org/")
    FILTER NOT EXISTS { GRAPH <http://schema.org/> { ?term a ?kind } } }`);
  if (unknown.length > 0) throw new Error(`schema.org has no ${unknown.map((row) => row.get('term').value).join(', ')}`);
}

function checkEvidence(store) {
  const claims = ask(store, '?claim a hs:Statement').length;
  const withSentence = new Set(ask(store, `?claim a hs:Statement ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?sentence`)
    .map((row) => row.get('claim').value)).size;
  if (claims === 0 || claims !== withSentence) throw new Error(`${claims} claims, ${withSentence} with a sentence`);
  const speeches = ask(store, '?said a hs:Attribution').length;
  const placed = ask(store, `?said a hs:Attribution ; schema:text ?text ; prov:wasQuotedFrom|prov:wasDerivedFrom ?place .
    ?place oa:hasSource ?article ; oa:hasSelector/oa:start ?start .`).length;
  if (speeches !== placed) throw new Error(`${speeches} attributions, ${placed} with a place`);
  return { claims, speeches };
}

for (const path of process.argv.slice(2)) {
  const text = fs.readFileSync(path, 'utf8');
  const store = new oxigraph.Store();
  store.load(text, { format: 'application/ld+json', base_iri: 'https://elsewhere.example/' });
  const triples = await checkSameGraph(text, store);
  const { claims, speeches } = checkEvidence(store);
  checkTerms(store);
  console.log(`${path}: ${triples} triples, ${claims} claims, ${speeches} attributions; all readers agree`);
}
