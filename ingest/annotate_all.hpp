#pragma once

#include <functional>
#include <optional>
#include <variant>

#include "ingest/annotate.hpp"
#include "ingest/error.hpp"

namespace hearsay {

using NextArticle = std::function<std::optional<std::variant<Article, InputError>>()>;
using AnnotationResult = std::variant<Analysis, InputError>;

/// Annotates all articles that `next` hands out, on `threads` threads, and gives the results to `take` in input order.
/// `next` and `take` are called by one thread at a time, `take` only by the caller's. At most a few articles for each
/// thread are held in memory. An exception of either ends the run and reaches the caller.
void annotate_all(const NextArticle& next, const Model& model, const AnnotateOptions& options, unsigned threads,
                  const std::function<void(AnnotationResult)>& take);

}  // namespace hearsay
