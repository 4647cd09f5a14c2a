#pragma once
// The tables of a store; docs/schema.md tells what they hold. A change raises store_version.

#include <cstdint>

namespace hearsay {

constexpr std::int64_t store_application_id = 0x48525359;  ///< "HRSY", at byte 68 of the file
constexpr std::int64_t store_version = 2;

constexpr const char* store_schema = R"sql(
CREATE TABLE article(
  id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, path TEXT NOT NULL,
  title TEXT, publisher TEXT, date TEXT, byline TEXT, url TEXT);
CREATE TABLE entity(
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, named INTEGER NOT NULL);
CREATE TABLE alias(
  entity INTEGER NOT NULL REFERENCES entity, is_description INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY(entity, is_description, name)) WITHOUT ROWID;
CREATE TABLE entity_member(
  entity INTEGER NOT NULL REFERENCES entity, member INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY(entity, member)) WITHOUT ROWID;
CREATE TABLE claim(
  id INTEGER PRIMARY KEY, subject INTEGER NOT NULL REFERENCES entity, predicate TEXT NOT NULL,
  object INTEGER REFERENCES entity, object_text TEXT NOT NULL, polarity TEXT NOT NULL, modality TEXT NOT NULL,
  sources INTEGER NOT NULL);
CREATE TABLE evidence(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, sentence TEXT NOT NULL,
  code_point_begin INTEGER NOT NULL, code_point_end INTEGER NOT NULL,
  source_begin INTEGER NOT NULL, source_end INTEGER NOT NULL);
CREATE TABLE referent(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, place INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL, unresolved INTEGER NOT NULL, entity INTEGER REFERENCES entity,
  UNIQUE(article, place));
CREATE TABLE referent_name(
  referent INTEGER NOT NULL REFERENCES referent, is_phrase INTEGER NOT NULL, place INTEGER NOT NULL,
  text TEXT NOT NULL, PRIMARY KEY(referent, is_phrase, place)) WITHOUT ROWID;
CREATE TABLE referent_member(
  referent INTEGER NOT NULL REFERENCES referent, place INTEGER NOT NULL,
  member INTEGER NOT NULL REFERENCES referent, PRIMARY KEY(referent, place)) WITHOUT ROWID;
CREATE TABLE attribution(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, place INTEGER NOT NULL,
  speaker INTEGER REFERENCES referent, speaker_text TEXT NOT NULL,
  addressee INTEGER REFERENCES referent, addressee_text TEXT NOT NULL,
  cue TEXT NOT NULL, cue_lemma TEXT NOT NULL, kind TEXT NOT NULL, negated INTEGER NOT NULL,
  said_time TEXT, said_place TEXT,
  parent INTEGER REFERENCES attribution, confidence REAL NOT NULL, evidence INTEGER NOT NULL REFERENCES evidence,
  UNIQUE(article, place));
CREATE TABLE attribution_content(
  attribution INTEGER NOT NULL REFERENCES attribution, place INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(attribution, place)) WITHOUT ROWID;
CREATE TABLE attribution_about(
  attribution INTEGER NOT NULL REFERENCES attribution, place INTEGER NOT NULL,
  referent INTEGER NOT NULL REFERENCES referent, PRIMARY KEY(attribution, place)) WITHOUT ROWID;
CREATE TABLE statement(
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article, place INTEGER NOT NULL,
  subject INTEGER NOT NULL REFERENCES referent, predicate TEXT NOT NULL, has_object INTEGER NOT NULL,
  polarity TEXT NOT NULL, modality TEXT NOT NULL, tense TEXT NOT NULL, relation_type TEXT NOT NULL,
  cameo TEXT NOT NULL, attributed_to INTEGER REFERENCES attribution, confidence REAL NOT NULL,
  evidence INTEGER NOT NULL REFERENCES evidence, claim INTEGER REFERENCES claim,
  UNIQUE(article, place));
CREATE TABLE argument(
  statement INTEGER NOT NULL REFERENCES statement, place INTEGER NOT NULL, role TEXT NOT NULL,
  preposition TEXT NOT NULL, text TEXT NOT NULL, referent INTEGER REFERENCES referent, normalized TEXT,
  PRIMARY KEY(statement, place)) WITHOUT ROWID;
CREATE INDEX evidence_of_article ON evidence(article);
CREATE INDEX referent_of_entity ON referent(entity);
CREATE INDEX statement_of_claim ON statement(claim);
CREATE INDEX claim_by_subject ON claim(subject);
CREATE INDEX claim_by_object ON claim(object);
)sql";

}  // namespace hearsay
