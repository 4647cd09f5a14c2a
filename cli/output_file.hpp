#pragma once

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

namespace hearsay {

/// Where a command writes: standard output for "" and "-", else a file that takes its name only when all is written.
class OutputFile {
 public:
  /// Errors  hearsay::Error: the file cannot be made there; the message says why.
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream();
  /// Without it the file is left as it was.
  /// Errors  hearsay::Error: not everything could be written.
  void commit();

 private:
  std::filesystem::path path_, unfinished_;
  std::ofstream file_;
};

/// Errors  hearsay::Error: `output` is the file `input`, which the run reads.
void refuse_to_overwrite(const std::filesystem::path& input, const std::string& output);

}  // namespace hearsay
