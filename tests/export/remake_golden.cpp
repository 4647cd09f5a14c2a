#include <iostream>

#include "golden.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: remake_golden FOLDER\n";
    return 2;
  }
  const hearsay::KnowledgeGraph graph = hearsay::small_graph();
  for (const hearsay::Golden& golden : hearsay::golden_files()) {
    std::ofstream out(std::string(argv[1]) + '/' + golden.file, std::ios::binary);
    golden.write(graph, out);
    if (!out.flush()) {
      std::cerr << golden.file << " could not be written\n";
      return 1;
    }
  }
}
