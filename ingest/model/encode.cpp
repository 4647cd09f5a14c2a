#include "ingest/model/encode.hpp"

#include "ingest/model/parts.hpp"

namespace hearsay {

Encoding encode(const Document& doc, const Model& model) {
  Encoding out = model.parts().encoder->encode(doc);
  const std::size_t rows = doc.tokens.size();
  out.steps.resize(rows * out.width);
  out.scale.resize(rows);
  simd::kernels().round_rows(out.values.data(), rows, out.width);
  simd::kernels().quantise(out.values.data(), rows, out.width, out.steps.data(), out.width, out.scale.data());
  return out;
}

}  // namespace hearsay
