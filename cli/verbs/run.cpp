#include "cli/verbs/run.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

#include "cli/verbs/context.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"

namespace octad::cli {

namespace options = boost::program_options;

namespace {

/// `--json` stands alone except for the verbs that read a file with it; those take the word after it.
bool readsJson(const Verb& verb) {
  return verb.name == "case new" || verb.name == "case write" || verb.name == "classify" ||
         verb.name == "clocks" || verb.name == "return announce" || verb.name == "return receive";
}

/// Verbs on one case or return that store something can be held to the version the caller saw.
bool changesCase(const Verb& verb) {
  const bool reads = verb.name == "case show" || verb.name.rfind("audit ", 0) == 0 ||
                     verb.name == "case signatures" || verb.name == "case sign" ||
                     verb.name == "return show" || verb.name == "return history" ||
                     verb.name == "case history" || verb.name.rfind("report ", 0) == 0;
  return !reads && !verb.positional.empty() &&
         (verb.positional.front() == "NUMBER" || verb.positional.front() == "RETURN");
}

options::options_description describe(const Verb& verb) {
  options::options_description description("Options");
  auto add = description.add_options();
  add("db", options::value<std::string>(), "the database: sqlite:///path.octad or postgresql://…");
  add("as", options::value<std::string>(), "login of the person who acts");
  add("stand-in", options::value<std::string>(),
      "login of somebody who is away and whose deputy you are today");
  add("lang", options::value<std::string>(),
      "language of the answers and documents: zh, en (documents also zh+en)");
  if (readsJson(verb))
    add("json", options::value<std::string>(),
        "file with the input as JSON, - for standard input; the answer is JSON too");
  else
    add("json", options::bool_switch(), "answer in JSON");
  if (changesCase(verb))
    add("version", options::value<std::string>(),
        "row version the change was made for; a case that moved on since is a conflict");
  add("help", options::bool_switch(), "this help");
  if (verb.options) verb.options(add);
  return description;
}

/// The option behind an argument without dashes: "UNIT" for "UNIT...", of which there may be several.
std::string optionOf(const std::string& positional) {
  constexpr std::string_view kMore = "...";
  const bool many = positional.ends_with(kMore);
  return many ? positional.substr(0, positional.size() - kMore.size()) : positional;
}

std::string usage(const Verb& verb) {
  std::string line = "octadctl " + verb.name;
  for (const auto& name : verb.positional) line += " " + name;
  return line + " [options]";
}

void printVerb(std::ostream& out, const Verb& verb) {
  std::string head = verb.name;
  for (const auto& name : verb.positional) head += " " + name;
  out << "  " << head << std::string(head.size() < 34 ? 34 - head.size() : 1, ' ') << verb.summary << '\n';
}

void printHelp(std::ostream& out) {
  out << "octadctl - complaint cases and 8D without a window\n\nUsage: octadctl VERB … [--db URL] [--as "
         "LOGIN] [--lang zh|en] [--json]\n\n";
  for (const Verb& verb : allVerbs()) printVerb(out, verb);
  out << "\n`octadctl VERB --help` lists the options of a verb. The database is --db, else OCTAD_DB, else "
         "the embedded file of the\n"
         "user. The person acting is --as, else OCTAD_AS, else the login of this session.\n"
         "Exit codes: 0 done, 1 refused by a rule or bad data, 2 wrong usage, 3 database not reachable, 4 "
         "conflict.\n"
         "docs/manual.md describes the JSON of a case field by field.\n";
}

/// The verb that the first words name, the longest name first; null when there is none.
const Verb* findVerb(const std::vector<std::string>& words, std::size_t& used) {
  for (std::size_t count = std::min<std::size_t>(words.size(), 3); count > 0; --count) {
    std::string name = words[0];
    for (std::size_t i = 1; i < count; ++i) name += " " + words[i];
    for (const Verb& verb : allVerbs())
      if (verb.name == name) {
        used = count;
        return &verb;
      }
  }
  return nullptr;
}

/// `octadctl return --help`: the verbs that begin with these words. False when none does.
bool printFamily(const std::vector<std::string>& words, std::ostream& out) {
  if (std::find(words.begin(), words.end(), "--help") == words.end()) return false;
  std::string start;
  for (const auto& word : words) {
    if (word.rfind("--", 0) == 0) break;
    start += word + " ";
  }
  bool any = false;
  for (const Verb& verb : allVerbs()) {
    if (start.empty() || verb.name.rfind(start, 0) != 0) continue;
    if (!std::exchange(any, true)) out << "Usage: octadctl VERB [options]\n\n";
    printVerb(out, verb);
  }
  if (any) out << "\n`octadctl VERB --help` lists the options of a verb.\n";
  return any;
}

/// Global options may stand before the verb too; they are moved behind it.
std::vector<std::string> verbFirst(const std::vector<std::string>& arguments) {
  std::vector<std::string> before;
  std::size_t i = 0;
  while (i < arguments.size() && arguments[i].rfind("--", 0) == 0) {
    const bool takesValue = arguments[i] == "--db" || arguments[i] == "--as" || arguments[i] == "--lang" ||
                            arguments[i] == "--stand-in";
    before.push_back(arguments[i++]);
    if (takesValue && i < arguments.size()) before.push_back(arguments[i++]);
  }
  std::vector<std::string> words(arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.end());
  words.insert(words.end(), before.begin(), before.end());
  return words;
}

int exitCode(const model::Error& error) {
  switch (error.code()) {
    case model::ErrorCode::conflict:
      return 4;
    case model::ErrorCode::busy:
    case model::ErrorCode::connectionLost:
      return 3;
    case model::ErrorCode::refused:
    case model::ErrorCode::invalid:
    case model::ErrorCode::notFound:
      return 1;
  }
  return 1;
}

int runVerb(const Verb& verb, const std::vector<std::string>& words, std::istream& in, std::ostream& out,
            std::ostream& err) {
  const auto description = describe(verb);
  options::positional_options_description positional;
  options::options_description all = description;
  for (const auto& name : verb.positional) {
    const std::string option = optionOf(name);
    if (option == name) {
      all.add_options()(option.c_str(), options::value<std::string>());
      positional.add(option.c_str(), 1);
    } else {
      all.add_options()(option.c_str(), options::value<std::vector<std::string>>());
      positional.add(option.c_str(), -1);
    }
  }
  for (const auto& name : verb.trailing) positional.add(name.c_str(), 1);
  options::variables_map values;
  try {
    options::store(
        options::command_line_parser(words)
            .options(all)
            .positional(positional)
            .style(options::command_line_style::unix_style & ~options::command_line_style::allow_guessing)
            .run(),
        values);
    options::notify(values);
  } catch (const options::error& wrong) {
    err << wrong.what() << ". Usage: " << usage(verb) << '\n';
    return 2;
  }
  const Arguments arguments(values);
  if (arguments.flag("help")) {
    out << "Usage: " << usage(verb) << "\n\n" << verb.summary << "\n\n" << description;
    return 0;
  }
  for (const auto& name : verb.positional) {
    if (arguments.has(optionOf(name).c_str())) continue;
    err << name << " is missing. Usage: " << usage(verb) << '\n';
    return 2;
  }
  GlobalOptions global{arguments.text("db"), arguments.text("as"), arguments.text("lang"),
                       readsJson(verb) ? arguments.has("json") : arguments.flag("json")};
  if (global.language == "zh+en") global.language.clear();  // of a document; answers follow the environment
  const bool json = global.json;
  const auto fail = [&](const std::string& code, const std::string& sentence, const std::string& field,
                        int exit) {
    err << sentence << '\n';
    if (json)
      out << nlohmann::ordered_json{{"error", {{"code", code}, {"message", sentence}, {"field", field}}}}
                 .dump()
          << '\n';
    return exit;
  };
  try {
    global.standIn = arguments.text("stand-in");
    global.version = arguments.number("version").value_or(0);
    Context context(std::move(global), in, out, err);
    try {
      verb.run(context, arguments);
      return 0;
    } catch (const model::Error& error) {
      return fail(std::string(model::errorCodeKey(error.code())), context.text(error.message()),
                  error.field(), exitCode(error));
    }
  } catch (const model::Error& error) {
    return fail(std::string(model::errorCodeKey(error.code())), error.what(), error.field(), exitCode(error));
  } catch (const UsageError& wrong) {
    return fail("usage", wrong.what(), "", 2);
  }
}

}  // namespace

const std::vector<Verb>& allVerbs() {
  static const std::vector<Verb> verbs = [] {
    std::vector<Verb> all;
    for (auto& group :
         {databaseVerbs(),   serverVerbs(),    importVerbs(),      caseVerbs(),       workVerbs(),
          noticeVerbs(),     mailVerbs(),      decisionVerbs(),    disciplineVerbs(), customerVerbs(),
          recordVerbs(),     caseClockVerbs(), campaignVerbs(),    returnVerbs(),     returnMoveVerbs(),
          historyVerbs(),    sweepVerbs(),     classifyVerbs(),    clockVerbs(),      policyVerbs(),
          reportVerbs(),     metricsVerbs(),   timeMetricsVerbs(), auditVerbs(),      proofVerbs(),
          coverageVerbs(),   compareVerbs(),   lintVerbs(),        similarVerbs(),    lessonVerbs(),
          departmentVerbs(), challengeVerbs(), assessVerbs(),      masterVerbs(),     signingVerbs(),
          auditPlaceVerbs(), loginVerbs()})
      all.insert(all.end(), group.begin(), group.end());
    return all;
  }();
  return verbs;
}

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto words = verbFirst(arguments);
  if (words.empty() || words[0] == "help" || words[0] == "--help") {
    printHelp(words.empty() ? err : out);
    return words.empty() ? 2 : 0;
  }
  std::size_t used = 0;
  const Verb* verb = findVerb(words, used);
  if (!verb && printFamily(words, out)) return 0;
  if (!verb) {
    err << "octadctl has no verb \"" << words[0] << (words.size() > 1 ? " " + words[1] : "")
        << "\". `octadctl --help` lists them.\n";
    return 2;
  }
  return runVerb(*verb, {words.begin() + static_cast<std::ptrdiff_t>(used), words.end()}, in, out, err);
}

}  // namespace octad::cli
