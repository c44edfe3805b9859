#include <algorithm>
#include <ostream>

#include "audit/told/revision_diff.hpp"
#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "model/core/error.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// The frozen texts of what is compared, by revision.
std::vector<std::pair<int, string>> revisionsOf(const model::CaseFile& file, const string& what) {
  std::vector<std::pair<int, string>> revisions;
  if (what == "replies") {
    int count = 0;
    for (const auto& reply : file.replies) revisions.emplace_back(++count, reply.snapshot);
    return revisions;
  }
  const auto code = keyed<model::DisciplineCode>(what, "DISCIPLINE");
  for (const auto& submission : file.submissions)
    if (submission.discipline == code) revisions.emplace_back(submission.revision, submission.snapshot);
  std::sort(revisions.begin(), revisions.end());
  return revisions;
}

const string& snapshotOf(const std::vector<std::pair<int, string>>& revisions, long long wanted,
                         const char* option) {
  for (const auto& [revision, snapshot] : revisions)
    if (revision == wanted) return snapshot;
  throw model::Invalid(option, {tr("There is no revision {0}. The newest is {1}."),
                                {std::to_string(wanted), std::to_string(revisions.back().first)}});
}

nlohmann::ordered_json jsonOf(Context& context, const std::vector<told::RevisionRow>& rows) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : rows) {
    auto fields = nlohmann::ordered_json::array();
    for (const auto& field : row.fields)
      fields.push_back({{"field", context.text(field.label)},
                        {"before", context.text(field.before)},
                        {"after", context.text(field.after)},
                        {"changed", field.changed()}});
    list.push_back({{"table", row.table},
                    {"title", context.text(row.title)},
                    {"fate", string(model::keyOf(row.fate))},
                    {"fields", fields}});
  }
  return list;
}

void print(Context& context, const told::RevisionRow& row, bool all) {
  context.out() << context.text(row.title) << "  [" << context.label(row.fate) << "]\n";
  for (const auto& field : row.fields) {
    if (!field.changed() && !all) continue;
    context.out() << "  " << context.text(field.label) << '\n';
    if (!field.changed()) {
      context.out() << "      " << context.text(field.after) << '\n';
      continue;
    }
    if (!field.before.id.empty()) context.out() << "    - " << context.text(field.before) << '\n';
    if (!field.after.id.empty()) context.out() << "    + " << context.text(field.after) << '\n';
  }
}

void compare(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  const auto revisions = revisionsOf(file, arguments.text("DISCIPLINE"));
  if (revisions.size() < 2)
    throw model::Refused("revisions",
                         {tr("{0} of case {1} has fewer than two revisions: nothing to compare."),
                          {arguments.text("DISCIPLINE"), file.complaint.number}});
  const long long to = arguments.number("to").value_or(revisions.back().first);
  const long long from = arguments.number("from").value_or(to - 1);
  const string& after = snapshotOf(revisions, to, "to");
  const auto rows = told::compareRevisions(snapshotOf(revisions, from, "from"), after);
  if (context.options().json)
    return context.print(
        {{"from", from}, {"to", to}, {"changed", told::changedRows(rows)}, {"rows", jsonOf(context, rows)}});
  const bool all = arguments.flag("all");
  for (const auto& row : rows)
    if (all || row.fate != told::RowFate::kept) print(context, row, all);
  context.out() << context.text({tr("revision {0} → {1}: {2} of {3} rows changed"),
                                 {std::to_string(from), std::to_string(to),
                                  std::to_string(told::changedRows(rows)), std::to_string(rows.size())}})
                << '\n';
}

}  // namespace

std::vector<Verb> compareVerbs() {
  return {{"case compare",
           {"NUMBER", "DISCIPLINE"},
           "two revisions of an answer (D3 …) or of the replies, side by side",
           [](auto& add) {
             add("from", value<string>(), "revision; the one before when not given")(
                 "to", value<string>(), "revision; the newest when not given")(
                 "all", boost::program_options::bool_switch(), "also what is as before");
           },
           compare}};
}

}  // namespace octad::cli
