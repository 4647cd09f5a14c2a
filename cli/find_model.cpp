#include "cli/find_model.hpp"

#include <cstdlib>
#include <set>
#include <vector>

#include "ingest/error.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> model_folders() {
  std::vector<fs::path> folders;
  if (const char* variable = std::getenv("HEARSAY_MODELS")) folders.emplace_back(variable);
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "share/hearsay/models");
  folders.emplace_back(HEARSAY_SOURCE_MODELS);
  return folders;
}

/// The names of the models in all folders, each once.
std::string models_there_are(const std::vector<fs::path>& folders) {
  std::set<std::string> names;
  for (const fs::path& folder : folders) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
      if (entry.path().extension() == ".hsm") names.insert(entry.path().stem().string());
  }
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? "none" : list;
}

}  // namespace

fs::path find_model(const std::string& name) {
  std::error_code error;
  if (fs::is_regular_file(name, error)) return name;
  const std::vector<fs::path> folders = model_folders();
  std::string looked_at;
  for (const fs::path& folder : folders) {
    fs::path candidate = folder / (name + ".hsm");
    if (fs::is_regular_file(candidate, error)) return candidate;
    looked_at += "\n  " + candidate.string();
  }
  throw Error("no model \"" + name + "\"; there are: " + models_there_are(folders) +
              ".\nLooked for the file itself and for:" + looked_at +
              "\nSet HEARSAY_MODELS to the folder that holds it, or give --model a path.");
}

}  // namespace hearsay
