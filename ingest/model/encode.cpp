#include "ingest/model/encode.hpp"

#include "ingest/model/parts.hpp"

namespace hearsay {

Encoding encode(const Document& doc, const Model& model) {
  Encoding out = model.parts().encoder->encode(doc);
  simd::kernels().round_rows(out.values.data(), doc.tokens.size(), out.width);
  return out;
}

}  // namespace hearsay
