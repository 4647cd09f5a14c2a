#pragma once

#include <CLI/CLI.hpp>

namespace hearsay {

/// Exit statuses of the program.
enum Status : int {
  all_done = 0,
  something_skipped = 1,  ///< an input could not be used; the rest was
  wrong_call = 2,         ///< the options do not fit together, or a file that everything needs is missing
};

/// Each adds one subcommand to `app`; when it is chosen, `status` holds its result after parsing.
void add_annotate_command(CLI::App& app, int& status);
void add_build_command(CLI::App& app, int& status);
void add_export_command(CLI::App& app, int& status);
void add_ask_command(CLI::App& app, int& status);

}  // namespace hearsay
