#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace hearsay {

/// Where a command writes: standard output for "" and "-", else a file that takes its name only when all is written.
class OutputFile {
 public:
  /// Errors  hearsay::Error: the file cannot be made there.
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  /// Errors  hearsay::Error: not everything could be written.
  void commit();

 private:
  std::filesystem::path path_, unfinished_;
  std::ofstream file_;
};

}  // namespace hearsay
