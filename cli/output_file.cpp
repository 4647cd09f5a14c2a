#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <system_error>

#include "ingest/error.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::string why_not_writable(const fs::path& path, int error_number) {
  std::error_code error;
  const fs::path folder = path.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error))
    return "there is no folder " + folder.string() + "; make it first";
  return std::string("cannot be written (") + std::strerror(error_number) + "); check the folder and its permissions";
}

}  // namespace

OutputFile::OutputFile(const std::string& path) : path_(path == "-" ? "" : path) {
  if (path_.empty()) return;
  std::error_code error;
  if (fs::is_directory(path_, error)) throw Error(path_.string() + ": is a folder; give the name of a file in it");
  unfinished_ = path_.string() + ".part";
  file_.open(unfinished_, std::ios::binary | std::ios::trunc);
  if (!file_) throw Error(path_.string() + ": " + why_not_writable(path_, errno));
}

OutputFile::~OutputFile() {
  if (unfinished_.empty()) return;
  std::error_code ignored;
  fs::remove(unfinished_, ignored);
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::commit() {
  if (path_.empty()) {
    std::cout.flush();
    return;
  }
  file_.close();
  std::error_code error;
  if (file_) fs::rename(unfinished_, path_, error);
  if (!file_ || error) throw Error(path_.string() + ": could not be written whole; is the disk full?");
  unfinished_.clear();
}

void refuse_to_overwrite(const fs::path& input, const std::string& output) {
  std::error_code error;
  if (fs::equivalent(input, output, error))
    throw Error(output + ": is what is being read; give another name after -o, it is left as it is");
}

}  // namespace hearsay
