#include <algorithm>
#include <ostream>

#include "audit/told/case_history.hpp"
#include "audit/told/return_history.hpp"
#include "cli/verbs/return_words.hpp"
#include "db/mapping/json.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using model::HistoryEvent;
using model::tr;
using std::string;
using told::HistoryLine;

namespace {

/// A text of several lines on one: a line is an event, for people and for grep.
string oneLine(const string& text) {
  string line;
  for (const char letter : text) {
    const bool space = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t';
    if (!space)
      line += letter;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// What is told, and behind it the raw row of the trail.
nlohmann::ordered_json toldJson(Context& context, const HistoryLine& line, const HistoryEvent& event) {
  auto changes = nlohmann::ordered_json::array();
  for (const auto& change : line.changes)
    changes.push_back({{"column", change.column}, {"before", change.before}, {"after", change.after}});
  nlohmann::ordered_json json{{"at", context.local(line.at)},
                              {"person", line.person},
                              {"sentence", context.text(line.sentence)},
                              {"reason", context.text(line.reason.c_str())},
                              {"changes", changes},
                              {"derived", line.derived}};
  const auto raw = db::toJson(event);
  for (const auto& [name, value] : raw.items())
    if (!json.contains(name)) json[name] = value;
  return json;
}

void printLine(Context& context, const HistoryLine& line, bool changes) {
  auto& out = context.out();
  const string reason = oneLine(context.text(line.reason.c_str()));
  out << context.local(line.at) << "  " << oneLine(context.text(line.sentence))
      << (reason.empty() ? "" : "  (" + reason + ")") << '\n';
  if (!changes) return;
  const auto shown = [](const string& value) { return value.empty() ? string("-") : oneLine(value); };
  for (const auto& change : line.changes)
    out << "    " << change.column << ": " << shown(change.before) << " → " << shown(change.after) << '\n';
}

/// A history in words: one line an event, what is computed only with --all; as JSON every event.
void printHistory(Context& context, const Arguments& arguments, const std::vector<HistoryLine>& lines,
                  const std::vector<HistoryEvent>& events) {
  if (context.options().json) {
    auto json = nlohmann::ordered_json::array();
    for (const auto& line : lines) json.push_back(toldJson(context, line, events[line.event]));
    return context.print(json);
  }
  const bool all = arguments.flag("all");
  for (const auto& line : lines)
    if (all || !line.derived) printLine(context, line, arguments.flag("changes"));
  const auto computed =
      std::count_if(lines.begin(), lines.end(), [](const HistoryLine& line) { return line.derived; });
  if (!all && computed > 0)
    context.out() << context.text(
                         {tr("{0} computed changes left out; --all shows them"), {std::to_string(computed)}})
                  << '\n';
}

void caseHistory(Context& context, const Arguments& arguments) {
  const auto id = context.caseId(arguments.text("NUMBER"));
  const auto file = context.reader().openCase(id);
  const auto events = context.reader().history(id);
  printHistory(context, arguments, told::historyLines(events, file), events);
}

void returnHistory(Context& context, const Arguments& arguments) {
  const auto file = openReturn(context, arguments);
  const auto events = context.reader().returns().history(file.head.id);
  printHistory(context, arguments, told::historyLines(events, file), events);
}

void historyOptions(boost::program_options::options_description_easy_init& add) {
  add("all", bool_switch(), "what the program computed too")(
      "changes", bool_switch(), "below each line what changed: column: before → after");
}

}  // namespace

std::vector<Verb> historyVerbs() {
  return {{"case history",
           {"NUMBER"},
           "who did what in a case and when, in words, the newest first",
           historyOptions,
           caseHistory},
          {"return history",
           {"RETURN"},
           "who did what in a return and when, in words, the newest first",
           historyOptions,
           returnHistory}};
}

}  // namespace octad::cli
