#include "ingest/model/model.hpp"

#include <cassert>

#include "ingest/model/parts.hpp"

namespace hearsay {

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;

namespace {

constexpr std::size_t block = 256;  // rows at a time: they stay in the second-level cache

template <class Value>
const Value& named(const Model& model, const ByName<Value>& values, std::string_view name, const char* kind) {
  const auto found = values.find(name);
  if (found == values.end())
    model.parts().file.fail(std::string("has no ") + kind + " \"" + std::string(name) + "\"; retrain with train/");
  return found->second;
}

}  // namespace

const std::vector<std::string>& Model::labels(std::string_view name) const {
  return named(*this, parts_->file.labels(), name, "labels");
}

MatrixView Model::matrix(std::string_view name) const { return named(*this, parts_->matrices, name, "matrix").view(); }

const PackedMatrix& Model::packed(std::string_view name) const { return named(*this, parts_->packed, name, "matrix"); }

const FineMatrix& Model::fine(std::string_view name) const { return named(*this, parts_->fine, name, "matrix"); }

bool Model::knows(std::string_view word) const { return parts_->encoder->knows(word); }

const LemmaLexicon& Model::lemmas() const { return parts_->lemmas; }

std::span<const float> Model::vector(std::string_view name) const {
  return named(*this, parts_->vectors, name, "vector");
}

bool Model::has_vector(std::string_view name) const { return parts_->vectors.find(name) != parts_->vectors.end(); }

Matrix Model::linear(std::string_view head, MatrixView rows) const {
  const Int8Matrix& w = named(*this, parts_->heads, head, "head");
  // Encodings are sums of 8-bit steps already (see encode()): rounding them again loses nothing.
  Matrix out(rows.rows, w.out());
  Int8Rows room;
  for (std::size_t r = 0; r < rows.rows; r += block)
    int8_linear(w, rows.data + r * rows.columns, std::min(block, rows.rows - r), out.values.data() + r * w.out(), false,
                room);
  return out;
}

Matrix Model::linear(std::string_view head, const Encoding& encoding, TokenSpan span) const {
  const Int8Matrix& w = named(*this, parts_->heads, head, "head");
  assert(encoding.steps.size() == encoding.values.size() && encoding.width == w.in() && "an encoding of this model");
  Matrix out(span.size(), w.out());
  for (std::size_t r = 0; r < out.rows; r += block) {
    const std::size_t token = span.begin + r;
    simd::kernels().int8_linear(w.view(), encoding.steps.data() + token * encoding.width, encoding.scale.data() + token,
                                std::min(block, out.rows - r), out.values.data() + r * w.out(), w.out(), false);
  }
  return out;
}

Matrix Model::linear(std::string_view head, const Encoding& encoding) const {
  return linear(head, encoding, {0, static_cast<TokenIndex>(encoding.rows())});
}

}  // namespace hearsay
