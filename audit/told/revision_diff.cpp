#include "audit/told/revision_diff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/told/history_event.hpp"
#include "model/eightd/beginning.hpp"
#include "model/eightd/problem.hpp"

namespace octad::told {

using Json = nlohmann::ordered_json;
using model::Message;
using model::tr;
using model::translated;

namespace {

struct TableWords {
  const char* table;
  const char* label;
  const char* titleColumn;  ///< names the row
  const char* sameColumn;   ///< tells that a row typed again is the one that was there
};

/// What an answer consists of, in the order of an 8D. Everything else of a reply is master data and goods.
constexpr std::array kTables{
    TableWords{"complaint", tr("Complaint"), "", ""},
    TableWords{"items", tr("Item"), "failure", "failure"},
    TableWords{"problem", tr("Problem"), "", ""},
    TableWords{"discipline", tr("Wording"), "", ""},
    TableWords{"disciplines", tr("Wording"), "code", "code"},
    TableWords{"clean_point", tr("Clean point"), "", ""},
    TableWords{"clean_point_date", tr("Clean point"), "", ""},
    TableWords{"team", tr("Team"), "name", "name"},
    TableWords{"facts", tr("Question"), "question", "question"},
    TableWords{"is_nots", tr("Is / Is not"), "question", "is_fact"},
    TableWords{"sweep", tr("Stock sweep"), "location", "location"},
    TableWords{"causes", tr("Cause"), "text", "text"},
    TableWords{"why_steps", tr("Why-step"), "position", "answer"},
    TableWords{"candidates", tr("Candidate"), "text", "text"},
    TableWords{"effect_criterion", tr("Validation plan"), "", ""},
    TableWords{"effect_window", tr("Validation plan"), "", ""},
    TableWords{"effect_unit", tr("Validation plan"), "", ""},
    TableWords{"effect_sample", tr("Validation plan"), "", ""},
    TableWords{"actions", tr("Action"), "text", "text"},
    TableWords{"verifications", tr("Verification"), "verified_on", ""},
    TableWords{"document_changes", tr("Document"), "document", "document"},
    TableWords{"read_across", tr("Read-across"), "subject", "subject"},
    TableWords{"way", tr("How it is answered"), "", ""},
    TableWords{"recognition", tr("Recognition"), "", ""},
};

const char* labelOfColumn(const std::string& column) {
  static const std::map<std::string, const char*> labels{
      {"text", tr("Internal")},
      {"text_customer", tr("For the customer")},
      {"answer", tr("Answer")},
      {"answer_customer", tr("For the customer")},
      {"evidence", tr("Evidence")},
      {"type", tr("Type")},
      {"result", tr("Result")},
      {"method", tr("How verified")},
      {"proof", tr("Proof")},
      {"verified_by", tr("Verified by")},
      {"verified_on", tr("Verified on")},
      {"cause_id", tr("Against the cause")},
      {"owner", tr("Owner")},
      {"due_on", tr("Due")},
      {"done_on", tr("Done on")},
      {"effectiveness", tr("Effect in %")},
      {"effectiveness_method", tr("How the effect was found")},
      {"first_good_lot", tr("First lot made with it")},
      {"checked_by", tr("Checked by")},
      {"checked_on", tr("Checked on")},
      {"lifted_on", tr("Lifted on")},
      {"name", tr("Name")},
      {"role", tr("Function")},
      {"department", tr("Department or company")},
      {"contact", tr("E-mail or telephone")},
      {"question", tr("Question")},
      {"location", tr("Location")},
      {"suspect", tr("Suspect")},
      {"ok", tr("OK")},
      {"ng", tr("NG")},
      {"rework", tr("Rework")},
      {"unreachable", tr("Unreachable")},
      {"risk_accepted_by", tr("Risk accepted by")},
      {"not_applicable", tr("Not applicable because")},
      {"document", tr("Document")},
      {"old_revision", tr("Old revision")},
      {"new_revision", tr("New revision")},
      {"effective_on", tr("Valid from")},
      {"not_affected", tr("Not affected because")},
      {"clean_point", tr("Clean point")},
      {"clean_point_date", tr("Clean point built on")},
      {"statement_customer", tr("Problem statement")},
      {"verbatim", tr("The customer's words")},
      {"criterion", tr("Criterion")},
      {"lots", tr("Lots")},
      {"inspected", tr("Inspected")},
      {"failed", tr("Failed")},
      {"is_fact", tr("Is")},
      {"is_not", tr("Is not, although it could be")},
      {"distinction", tr("Distinction")},
      {"changed", tr("What changed there, and when")},
      {"branch", tr("Branch (6M)")},
      {"rank", tr("Weight")},
      {"root_cause", tr("Root cause")},
      {"effect", tr("Effect")},
      {"risk", tr("Risk")},
      {"cost", tr("Cost")},
      {"time", tr("Time")},
      {"chosen", tr("Decision")},
      {"reason", tr("Reason of the decision")},
      {"side_effects", tr("Side effects and what is done about them")},
      {"proof_before", tr("Proof before rollout (trial)")},
      {"change_record", tr("4M or engineering change no.")},
      {"customer_approval", tr("Customer's approval (PCN, PPAP)")},
      {"approval_record", tr("Approval no.")},
      {"effect_criterion", tr("Criterion")},
      {"effect_window", tr("Watched for")},
      {"effect_unit", tr("Unit")},
      {"effect_sample", tr("Sample (pieces)")},
      {"severity_before", tr("FMEA before: S")},
      {"occurrence_before", tr("FMEA before: O")},
      {"detection_before", tr("FMEA before: D")},
      {"severity_after", tr("FMEA after: S")},
      {"occurrence_after", tr("FMEA after: O")},
      {"detection_after", tr("FMEA after: D")},
      {"subject", tr("Where else")},
      {"answered_on", tr("Answered on")},
      {"way", tr("How it is answered")},
      {"recognition", tr("Recognition")},
  };
  const auto found = labels.find(column);
  return found == labels.end() ? nullptr : found->second;
}

/// Keys, versions and what follows from the course of the case is no part of an answer.
bool isContent(const std::string& table, const std::string& column) {
  if (table == "complaint") return column == "statement_customer" || column == "verbatim";
  static const std::set<std::string> left{"id",         "uuid",       "row_version", "revision", "state",
                                          "decided_at", "created_at", "recorded_at", "position", "sha256",
                                          "number",     "title",      "kind"};
  return left.count(column) == 0 && (column == "cause_id" || !column.ends_with("_id"));
}

/// A value in words: keys of enumerations by their labels.
Message words(const std::string& table, const std::string& column, const Json& value, const Json& document) {
  if (value.is_null()) return {};
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (text.empty()) return {};
  if (table == "causes" && column == "type") return {"{0}", {auditLabel<model::CauseType>(text)}};
  if (table == "causes" && column == "result") return {"{0}", {auditLabel<model::CauseResult>(text)}};
  if (table == "verifications" && column == "result")
    return {"{0}", {auditLabel<model::VerificationResult>(text)}};
  if (column == "location") return {"{0}", {auditLabel<model::SweepLocation>(text)}};
  if (column == "role") return {"{0}", {auditLabel<model::TeamFunction>(text)}};
  if (column == "question") return {"{0}", {auditLabel<model::Question>(text)}};
  if (column == "branch") return {"{0}", {auditLabel<model::CauseBranch>(text)}};
  if (column == "rank") return {"{0}", {auditLabel<model::CauseRank>(text)}};
  if (column == "customer_approval") return {"{0}", {auditLabel<model::CustomerApproval>(text)}};
  if (column == "effect_unit") return {"{0}", {auditLabel<model::WindowUnit>(text)}};
  if (column == "way") return {"{0}", {auditLabel<model::AnswerWay>(text)}};
  if (column == "chosen" || column == "root_cause")
    return {"{0}", {translated(value == Json(true) ? tr("yes") : tr("no"))}};
  if (column == "cause_id") {
    const auto causes = document.find("causes");
    if (causes != document.end())
      for (const auto& cause : *causes)
        if (cause.value("id", 0LL) == value) return {"{0}", {model::beginningOf(cause.value("text", ""))}};
  }
  return {"{0}", {text}};
}

using Rows = std::vector<std::pair<std::string, Json>>;  ///< by key

Rows rowsOf(const Json& document, const char* table) {
  Rows rows;
  const auto found = document.find(table);
  if (found == document.end()) return rows;
  if (found->is_array()) {
    for (const auto& row : *found)
      if (row.is_object()) rows.emplace_back(row.contains("id") ? row["id"].dump() : row.dump(), row);
  } else if (found->is_object()) {
    rows.emplace_back("", *found);
  } else if (labelOfColumn(table) != nullptr) {  // the clean point; numbers of case and problem are no answer
    rows.emplace_back("", Json{{table, *found}});
  }
  return rows;
}

Message titleOf(const TableWords& table, const Json& row, const Json& document) {
  if (*table.titleColumn == '\0' || !row.contains(table.titleColumn)) return {table.label};
  const Message name = words(table.table, table.titleColumn, row[table.titleColumn], document);
  if (name.id.empty()) return {table.label};
  std::string argument = name.args.front();
  if (argument.empty() || argument.front() != '\x01') argument = model::beginningOf(argument);
  return {"{0}: {1}", {translated(table.label), argument}};
}

class Comparison {
 public:
  Comparison(const Json& before, const Json& after) : m_before(before), m_after(after) {}

  std::vector<RevisionRow> build() {
    for (const auto& table : kTables) compare(table);
    return std::move(m_rows);
  }

 private:
  void compare(const TableWords& table) {
    const Rows before = rowsOf(m_before, table.table);
    const Rows after = rowsOf(m_after, table.table);
    std::set<const Json*> matched;
    const auto match = [&](const auto& isSame) -> const Json* {
      for (const auto& [key, row] : before)
        if (!matched.contains(&row) && isSame(key, row)) {
          matched.insert(&row);
          return &row;
        }
      return nullptr;
    };
    std::vector<const Json*> partners;
    for (const auto& [wanted, ignored] : after)
      partners.push_back(
          match([&wanted = wanted](const std::string& key, const Json&) { return key == wanted; }));
    for (std::size_t at = 0; at < after.size(); ++at) {
      const Json& row = after[at].second;
      if (partners[at] || *table.sameColumn == '\0' || !row.contains(table.sameColumn)) continue;
      partners[at] = match([&](const std::string&, const Json& other) {
        return other.contains(table.sameColumn) && other[table.sameColumn] == row[table.sameColumn];
      });
    }
    for (std::size_t at = 0; at < after.size(); ++at) add(table, partners[at], &after[at].second);
    for (const auto& [key, row] : before)
      if (!matched.contains(&row)) add(table, &row, nullptr);
  }

  void add(const TableWords& table, const Json* before, const Json* after) {
    RevisionRow row;
    row.table = table.table;
    const Json& shown = after ? *after : *before;
    row.title = titleOf(table, shown, after ? m_after : m_before);
    for (const auto& [column, value] : shown.items()) {
      if (!isContent(table.table, column)) continue;
      RevisionField field;
      const char* label = labelOfColumn(column);
      field.label = label ? Message(label) : Message("{0}", {column});
      if (before && before->contains(column))
        field.before = words(table.table, column, (*before)[column], m_before);
      if (after) field.after = words(table.table, column, value, m_after);
      if (field.before.id.empty() && field.after.id.empty()) continue;
      row.fields.push_back(std::move(field));
    }
    const bool differs = std::any_of(row.fields.begin(), row.fields.end(),
                                     [](const RevisionField& field) { return field.changed(); });
    row.fate = !before   ? RowFate::added
               : !after  ? RowFate::removed
               : differs ? RowFate::changed
                         : RowFate::kept;
    if (!row.fields.empty()) m_rows.push_back(std::move(row));
  }

  const Json& m_before;
  const Json& m_after;
  std::vector<RevisionRow> m_rows;
};

}  // namespace

std::vector<RevisionRow> compareRevisions(const std::string& before, const std::string& after) {
  const Json first = Json::parse(before, nullptr, false);
  const Json second = Json::parse(after, nullptr, false);
  if (!first.is_object() || !second.is_object()) return {};
  return Comparison(first, second).build();
}

std::size_t changedRows(const std::vector<RevisionRow>& rows) {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [](const RevisionRow& row) { return row.fate != RowFate::kept; }));
}

}  // namespace octad::told
