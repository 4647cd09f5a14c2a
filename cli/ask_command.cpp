#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_output.hpp"
#include "graph/query.hpp"
#include "ingest/error.hpp"

namespace hearsay {
namespace {

struct AskCommand {
  std::string store;
  Question question;
  std::size_t limit = 0;
};

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

/// "[Reuters, 2017-07-08] a.txt: The sentence."
std::string cited(const Citation& source) {
  std::string outlet = source.outlet;
  if (!source.date.empty()) outlet += (outlet.empty() ? "" : ", ") + source.date;
  const std::string where = outlet.empty() ? source.article : fmt::format("{} [{}]", source.article, outlet);
  return fmt::format("      {}: {}", where, source.sentence);
}

void print(const SaidAnswer& answer) {
  std::string line = joined(answer.speakers, " > ");
  if (!answer.cue.empty()) line += fmt::format(" ({})", answer.cue);
  if (!answer.addressee.empty()) line += " to " + answer.addressee;
  std::cout << line << (answer.negated ? " [denies]: " : ": ") << answer.content << '\n';
  if (!answer.time.empty()) std::cout << "      when: " << answer.time << '\n';
  if (!answer.place.empty()) std::cout << "      where: " << answer.place << '\n';
  if (!answer.about.empty()) std::cout << "      about: " << joined(answer.about, ", ") << '\n';
  std::cout << cited(answer.source) << "\n\n";
}

void print(const DidAnswer& answer) {
  std::string line = fmt::format("{} - {}{} - {}", answer.subject, answer.polarity == Polarity::negative ? "not " : "",
                                 answer.predicate, answer.object);
  if (answer.object.empty()) line.resize(line.size() - 3);
  if (answer.modality != Modality::asserted) line += fmt::format(" [{}]", to_string(answer.modality));
  std::cout << line << '\n';
  for (const Citation& source : answer.sources) {
    if (!source.speakers.empty()) std::cout << "      according to " << joined(source.speakers, " > ") << '\n';
    std::cout << cited(source) << '\n';
  }
  std::cout << '\n';
}

template <typename Answer>
void print_all(const std::vector<Answer>& answers, std::size_t limit) {
  const std::size_t count = limit == 0 ? answers.size() : std::min(limit, answers.size());
  for (std::size_t i = 0; i < count; ++i) print(answers[i]);
  if (count < answers.size()) std::cout << "... and " << answers.size() - count << " more\n";
}

int run(const AskCommand& options) {
  const auto result = ask(load_filled_graph(options.store), options.question);
  if (const auto* unknown = std::get_if<UnknownName>(&result)) {
    fmt::print(stderr, "Nobody and nothing in {} is called \"{}\".\n", options.store, unknown->name);
    if (!unknown->suggestions.empty()) fmt::print(stderr, "Did you mean: {}?\n", joined(unknown->suggestions, ", "));
    return something_skipped;
  }
  const Answers& answers = std::get<Answers>(result);
  print_all(answers.said, options.limit);
  print_all(answers.did, options.limit);
  if (answers.said.empty() && answers.did.empty()) fmt::print(stderr, "The articles do not say.\n");
  return all_done;
}

}  // namespace

void add_ask_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("ask", "Ask a graph who said or did what, to whom, about whom");
  const auto options = std::make_shared<AskCommand>();
  command->add_option("FILE", options->store, "A graph made by \"hearsay build\"")->required();
  command->add_option("--who", options->question.who, "Who said or did it")->type_name("NAME");
  command->add_flag("--said", options->question.said, "Only what was said (without --said and --did: both)");
  command->add_flag("--did", options->question.did, "Only what was done");
  command->add_option("--whom", options->question.whom, "To whom it was said or done")->type_name("NAME");
  command->add_option("--about", options->question.about, "Of whom or what it speaks")->type_name("NAME or words");
  command->add_option("--limit", options->limit, "Print at most N answers of each kind")->type_name("N");
  command->footer(
      "Examples:\n"
      "  hearsay ask news.hearsay --who Lavrov --said\n"
      "  hearsay ask news.hearsay --who Putin --did --whom Trump\n"
      "  hearsay ask news.hearsay --said --about sanctions");
  command->callback([options, &status] { status = run(*options); });
}

}  // namespace hearsay
