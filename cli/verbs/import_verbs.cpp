#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/mail_intake.hpp"
#include "cli/verbs/printed_progress.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/import/master_import.hpp"
#include "model/import/register_import.hpp"
#include "model/intake/incoming_mail.hpp"
#include "reports/exchange/file_checksum.hpp"
#include "reports/exchange/table_reader.hpp"
#include "reports/workbook/csv_writer.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// What one dry run says, whatever kind of file it was.
struct Verdicts {
  const std::vector<model::ImportLine>& lines;
  std::vector<model::Message> notes;
  const std::vector<std::vector<string>>& refusedRows;
  bool known;
};

long long count(const Verdicts& verdicts, model::LineVerdict wanted) {
  long long found = 0;
  for (const auto& line : verdicts.lines) found += line.verdict == wanted;
  return found;
}

string summary(Context& context, const Verdicts& verdicts) {
  string text;
  for (const auto& entry : model::EnumKeys<model::LineVerdict>::entries)
    text += (text.empty() ? "" : ", ") + context.text(entry.label) + ": " +
            std::to_string(count(verdicts, entry.value));
  return text;
}

void printVerdicts(Context& context, const Verdicts& verdicts, bool everyLine) {
  for (const auto& note : verdicts.notes) context.out() << "* " << context.text(note) << '\n';
  for (const auto& line : verdicts.lines) {
    if (line.verdict == model::LineVerdict::fresh && !everyLine) continue;
    context.out() << context.text({tr("Line {0}"), {std::to_string(line.line)}}) << "  " << line.number
                  << "  " << context.label(line.verdict);
    if (!line.field.empty()) context.out() << "  [" << line.field << "] " << context.text(line.reason);
    context.out() << '\n';
  }
  if (verdicts.known) context.out() << context.text(tr("This very file was imported before.")) << '\n';
  context.out() << summary(context, verdicts) << '\n';
}

nlohmann::ordered_json verdictsJson(Context& context, const Verdicts& verdicts) {
  nlohmann::ordered_json json;
  for (const auto& entry : model::EnumKeys<model::LineVerdict>::entries)
    json["counts"][string(entry.key)] = count(verdicts, entry.value);
  json["known_file"] = verdicts.known;
  json["notes"] = nlohmann::ordered_json::array();
  for (const auto& note : verdicts.notes) json["notes"].push_back(context.text(note));
  json["lines"] = nlohmann::ordered_json::array();
  for (const auto& line : verdicts.lines)
    json["lines"].push_back({{"line", line.line},
                             {"number", line.number},
                             {"verdict", model::keyOf(line.verdict)},
                             {"field", line.field},
                             {"message", line.field.empty() ? "" : context.text(line.reason)}});
  return json;
}

/// The lines that were left out, as a file that can be mended and imported again.
string writeRefused(const std::filesystem::path& source, const std::vector<std::vector<string>>& rows) {
  auto path = source;
  path.replace_extension(".refused.csv");
  std::ofstream file(path, std::ios::binary);
  reports::CsvWriter csv(file);
  csv.header(rows.front());
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) csv.record({row->begin(), row->end()});
  if (!file.flush()) throw model::Invalid("file", {tr("{0} cannot be written."), {path.string()}});
  return path.string();
}

/// Says what was found, then writes unless it was a dry run.
template <class Write>
void finish(Context& context, const Arguments& arguments, const Verdicts& verdicts, Write write) {
  const bool dry = arguments.flag("dry-run");
  const bool json = context.options().json;
  if (!json) printVerdicts(context, verdicts, dry);
  long long written = 0;
  string refusedFile;
  if (!dry) {
    written = write();
    if (verdicts.refusedRows.size() > 1)
      refusedFile = writeRefused(arguments.text("FILE"), verdicts.refusedRows);
  }
  if (json) {
    auto answer = verdictsJson(context, verdicts);
    answer["written"] = written;
    if (!refusedFile.empty()) answer["refused_file"] = refusedFile;
    context.print(answer);
    return;
  }
  if (dry) {
    context.out() << context.text(tr("Dry run: nothing was stored.")) << '\n';
    return;
  }
  context.out() << context.text({tr("{0} lines stored."), {std::to_string(written)}}) << '\n';
  if (!refusedFile.empty())
    context.out() << context.text({tr("The lines left out are in {0}."), {refusedFile}}) << '\n';
}

template <class Work>
auto whileTelling(Context& context, Work work) {
  PrintedProgress progress(context);
  return work(progress);
}

void importFile(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = arguments.text("FILE");
  if (model::isMailName(path.string())) return importMail(context, arguments);
  for (const char* option : {"register", "set", "customer", "again", "new-customer"})
    if (arguments.has(option) &&
        (string(option) == "set" || string(option) == "customer" || arguments.flag(option)))
      throw UsageError(context.text({tr("--{0} is for mails (.eml)."), {option}}));
  const auto kind = model::parseImportKind(arguments.has("kind") ? arguments.text("kind") : "complaints");
  reports::ReadOptions read;
  read.encoding = arguments.text("encoding");
  read.sheet = arguments.text("sheet");
  const auto table = reports::openTable(path, read);
  const model::RowSource rows = [&table]() -> std::optional<model::SourceRow> {
    auto row = table->next();
    if (!row) return std::nullopt;
    return model::SourceRow{row->line, std::move(row->cells)};
  };
  model::RegisterOptions options{model::ColumnMap::parse(arguments.text("map")), path.filename().string(),
                                 reports::fileSha256(path)};
  const auto allNotes = [&table](const std::vector<model::Message>& columns,
                                 const std::vector<model::Message>& notes) {
    auto all = table->facts().notes;
    all.insert(all.end(), columns.begin(), columns.end());
    all.insert(all.end(), notes.begin(), notes.end());
    return all;
  };
  const bool skip = arguments.flag("skip-refused");
  const auto take = [&](const auto& plan, auto write) {
    finish(context, arguments,
           {plan.lines, allNotes(plan.columns, plan.notes), plan.refusedRows, plan.knownFile.has_value()},
           [&] { return whileTelling(context, write); });
  };
  if (kind == model::ImportKind::complaints) {
    const auto plan = whileTelling(context, [&](model::Progress& progress) {
      return model::planRegister(rows, options, context.reader(), context.clock().now(), &progress);
    });
    take(plan, [&](model::Progress& progress) {
      return model::ImportRegister(context.workplace()).execute(plan, options, skip, &progress);
    });
    return;
  }
  const auto plan = whileTelling(context, [&](model::Progress& progress) {
    return model::planMasterData(kind, rows, options, context.reader(), &progress);
  });
  take(plan, [&](model::Progress& progress) {
    return model::ImportMasterData(context.workplace()).execute(kind, plan, options, skip, &progress);
  });
}

}  // namespace

std::vector<Verb> importVerbs() {
  return {{"import",
           {"FILE"},
           "import a register, shipments or a calendar (CSV, TSV, xlsx), or one complaint that came by mail "
           "(.eml)",
           [](auto& add) {
             add("kind", value<string>(), "complaints (when not given), shipments, calendar")(
                 "map", value<string>(),
                 "field=column,… with headings or numbers from 1; only numbers: the file has no headings")(
                 "encoding", value<string>(), "e.g. GB18030, when the file is not UTF-8")(
                 "sheet", value<string>(), "sheet of a workbook")(
                 "dry-run", bool_switch(), "only say what would happen with each line")(
                 "skip-refused", bool_switch(), "import the good lines; the others go to FILE.refused.csv")(
                 "register", bool_switch(), "a mail: register the complaint as it was read")(
                 "set", value<std::vector<string>>(),
                 "a mail: FIELD=VALUE instead of what was read, e.g. items.0.part=P-100; again for the next")(
                 "customer", value<string>(), "a mail: name or code of the customer")(
                 "new-customer", bool_switch(), "a mail: make the customer when it is not known")(
                 "again", bool_switch(), "a mail: register it although it was registered before");
           },
           importFile}};
}

}  // namespace octad::cli
