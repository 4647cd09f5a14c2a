#include "cli/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <system_error>

#include "ingest/error.hpp"

namespace hearsay {

OutputFile::OutputFile(const std::string& path) : path_(path == "-" ? "" : path) {
  if (path_.empty()) return;
  unfinished_ = path_.string() + ".part";
  file_.open(unfinished_, std::ios::binary | std::ios::trunc);
  if (!file_) throw Error(path_.string() + ": cannot be written: " + std::strerror(errno));
}

OutputFile::~OutputFile() {
  if (unfinished_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove(unfinished_, ignored);
}

std::ostream& OutputFile::stream() { return path_.empty() ? std::cout : file_; }

void OutputFile::commit() {
  if (path_.empty()) {
    std::cout.flush();
    return;
  }
  file_.close();
  std::error_code error;
  if (file_) std::filesystem::rename(unfinished_, path_, error);
  if (!file_ || error) throw Error(path_.string() + ": could not be written whole; is the disk full?");
  unfinished_.clear();
}

}  // namespace hearsay
