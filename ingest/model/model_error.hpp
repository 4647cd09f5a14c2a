#pragma once

#include "ingest/error.hpp"

namespace hearsay {

/// The model file is missing, damaged, of another version, or not a model. The message starts with the path.
class ModelError : public Error {
 public:
  using Error::Error;
};

}  // namespace hearsay
