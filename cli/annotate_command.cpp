#include <algorithm>
#include <array>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "export/layers/write_layers.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

struct AnnotateCommand {
  InputOptions inputs;
  std::string format = "conllu";
  std::string text = "auto";
  bool explain = false;
};

/// A format, how far the analysis must go for it, and who writes it.
struct Format {
  std::string_view name;
  Layer last;
  void (*write)(const AnnotateCommand& options, const Analysis& analysis);
};

constexpr std::array formats{
    Format{"conllu", Layer::names, [](const auto&, const auto& analysis) { write_conllu(analysis, std::cout); }},
    Format{"coref", Layer::coreference,
           [](const auto& options, const auto& analysis) { write_coref(analysis, options.explain, std::cout); }},
    Format{"attributions", Layer::coreference,
           [](const auto&, const auto& analysis) { write_attributions(analysis, std::cout); }},
    Format{"openie", Layer::arguments,
           [](const auto& options, const auto& analysis) {
             write_openie(analysis, options.inputs.one_sentence_per_line, std::cout);
           }},
    Format{"statements", Layer::statements,
           [](const auto&, const auto& analysis) { write_statements(analysis, std::cout); }}};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats) names.emplace_back(format.name);
  return names;
}

/// Offsets of a layer refer to the text as it was given; statements are wanted from the article's own words only.
bool is_verbatim(const AnnotateCommand& options) {
  if (options.text == "auto") return options.format != "statements";
  return options.text == "verbatim";
}

int run(AnnotateCommand options) {
  const Format& format =
      *std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == options.format; });
  if (options.explain && options.format != "coref")
    throw Error("--explain goes with --format coref, not with " + options.format);
  options.inputs.verbatim = is_verbatim(options);
  options.inputs.last_layer = format.last;
  const InputReport report = for_each_article(open_inputs(options.inputs), options.inputs,
                                              [&](const Analysis& analysis) { format.write(options, analysis); });
  return report.skipped == 0 ? all_done : something_skipped;
}

}  // namespace

void add_annotate_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("annotate", "Print one layer of the analysis of each article");
  const auto options = std::make_shared<AnnotateCommand>();
  add_input_options(*command, options->inputs, true);
  command->add_option("--format,-f", options->format, "What to print (docs/formats.md describes each)")
      ->check(CLI::IsMember(format_names()))
      ->capture_default_str();
  command
      ->add_option("--text", options->text,
                   "verbatim: annotate every character of the input; clean: the article without menus, forms and the "
                   "like; auto: clean for statements, else verbatim")
      ->check(CLI::IsMember({"auto", "verbatim", "clean"}))
      ->capture_default_str();
  command->add_flag("--one-sentence-per-line", options->inputs.one_sentence_per_line,
                    "Each line of the input is one sentence");
  command->add_flag("--explain", options->explain,
                    "With --format coref: also each entity's name, and why each mention went where it did: the "
                    "antecedent, the score, the reason, and what a constraint ruled out");
  command->footer(
      "Examples:\n"
      "  hearsay annotate --format conllu article.txt\n"
      "  hearsay annotate --format attributions news.jsonl > who-said-what.jsonl\n"
      "  echo 'Trump met Putin in Hamburg.' | hearsay annotate --format openie -\n"
      "  hearsay annotate --format coref --explain article.txt");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace hearsay
