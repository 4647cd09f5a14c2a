#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

#include <csignal>
#include <exception>
#include <iostream>
#include <string_view>

#include "cli/commands.hpp"
#include "ingest/error.hpp"

namespace {

/// Each article needs as much memory as the one before: what it gives back stays with the program. Handing it to the
/// system and asking again would cost a page fault for every 4 KB.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kept = 1 << 25;
  mallopt(M_MMAP_THRESHOLD, kept);
  mallopt(M_TRIM_THRESHOLD, 2 * kept);
#endif
}

int no_such_command(std::string_view word) {
  std::cerr << "hearsay: there is no command \"" << word << "\"; there are build, export, ask and annotate.\n"
            << "Run with --help for more information.\n";
  return hearsay::wrong_call;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::signal(SIGPIPE, SIG_DFL);  // `hearsay ... | head` ends quietly, as other tools do
  std::ios::sync_with_stdio(false);

  CLI::App app{"Reads news articles and builds a graph of who did what to whom, and who said so.", "hearsay"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "hearsay " HEARSAY_VERSION);
  app.footer(
      "Examples:\n"
      "  hearsay build articles/ -o news.hearsay          read a folder into a graph\n"
      "  hearsay export news.hearsay --format svg -o news.svg\n"
      "  hearsay ask news.hearsay --who Lavrov --said --about Trump\n"
      "  cat page.html | hearsay annotate --format attributions -\n"
      "\"hearsay COMMAND --help\" explains each command.");

  int status = hearsay::all_done;
  hearsay::add_build_command(app, status);
  hearsay::add_export_command(app, status);
  hearsay::add_ask_command(app, status);
  hearsay::add_annotate_command(app, status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    if (app.get_subcommands().empty() && argc > 1) return no_such_command(argv[1]);
    app.exit(error);
    return hearsay::wrong_call;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? hearsay::all_done : hearsay::wrong_call;
  } catch (const std::exception& error) {
    std::cerr << "hearsay: " << error.what() << '\n';
    return hearsay::wrong_call;
  }
  std::cout.flush();
  if (!std::cout) {
    std::cerr << "hearsay: the output could not be written; is the disk full?\n";
    return hearsay::wrong_call;
  }
  return status;
}
