#include "ingest/annotate_all.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>

namespace hearsay {
namespace {

constexpr std::size_t max_waiting_per_thread = 4;

AnnotationResult annotate_one(std::variant<Article, InputError> input, const Model& model,
                              const AnnotateOptions& options) {
  if (auto* error = std::get_if<InputError>(&input)) return std::move(*error);
  return annotate(std::get<Article>(std::move(input)), model, options);
}

/// Tasks in input order, run by a fixed set of threads.
class Pool {
 public:
  explicit Pool(unsigned threads) {
    for (unsigned i = 0; i < threads; ++i) {
      workers_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
  }

  std::future<AnnotationResult> run(std::packaged_task<AnnotationResult()> task) {
    std::future<AnnotationResult> result = task.get_future();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    ready_.notify_one();
    return result;
  }

 private:
  void work(const std::stop_token& stop) {
    for (;;) {
      std::packaged_task<AnnotationResult()> task;
      {
        std::unique_lock lock(mutex_);
        if (!ready_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::packaged_task<AnnotationResult()>> tasks_;
  std::vector<std::jthread> workers_;  // last member: its threads stop before what they use goes
};

}  // namespace

void annotate_all(const NextArticle& next, const Model& model, const AnnotateOptions& options, unsigned threads,
                  const std::function<void(AnnotationResult)>& take) {
  if (threads <= 1) {
    while (auto input = next()) take(annotate_one(*std::move(input), model, options));
    return;
  }
  Pool pool(threads);
  std::deque<std::future<AnnotationResult>> waiting;
  const auto take_first = [&] {
    AnnotationResult result = waiting.front().get();
    waiting.pop_front();
    take(std::move(result));
  };
  while (auto input = next()) {
    waiting.push_back(
        pool.run(std::packaged_task<AnnotationResult()>([&model, &options, item = *std::move(input)]() mutable {
          return annotate_one(std::move(item), model, options);
        })));
    if (waiting.size() >= threads * max_waiting_per_thread) take_first();
  }
  while (!waiting.empty()) take_first();
}

}  // namespace hearsay
