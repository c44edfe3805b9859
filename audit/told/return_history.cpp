#include "audit/told/return_history.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <unordered_map>

#include "audit/told/history_event.hpp"

namespace octad::told {

using model::HistoryEvent;
using model::Message;
using model::ReturnFile;
using model::tr;

namespace {

/// Columns that follow from others; a change of these alone is no news.
const std::set<std::string>& derivedColumns() {
  static const std::set<std::string> columns{
      "state",     "waits_for", "due_on",      "waiting_since", "part_number", "failure", "case_numbers",
      "announced", "received",  "open_pieces", "row_version",   "created_at",  "id",      "uuid"};
  return columns;
}

/// Thousands of units have some events each: looked up, not searched for.
using Serials = std::unordered_map<long long, std::string>;

struct Event : AuditEvent {
  Event(const HistoryEvent& event, const ReturnFile& of, const Serials& units)
      : AuditEvent(event), file(of), serials(units) {}
  const ReturnFile& file;
  const Serials& serials;
};

Message headSentence(const Event& event) {
  const std::string& useCase = event.raw.useCase;
  if (event.inserted())
    return {
        event.flag("blind") ? tr("{0} recorded goods that came unannounced") : tr("{0} announced the return"),
        {event.who()}};
  if (event.became("authorised_on"))
    return {tr("{0} authorised the return as {1}"), {event.who(), event.value("rma_number")}};
  if (event.became("sent_on"))
    return {tr("{0} recorded that the goods are on their way, sent on {1}"),
            {event.who(), event.value("sent_on")}};
  if (event.became("matched_with"))
    return {tr("{0} matched the announcement with goods that had come"), {event.who()}};
  if (event.became("closed_at")) {
    if (event.value("closed_at").empty()) return {tr("{0} reopened the return"), {event.who()}};
    return {useCase == "return-cancel" ? tr("{0} cancelled the return") : tr("{0} closed the return"),
            {event.who()}};
  }
  if (useCase == "return-match") return {tr("{0} matched the goods with their announcement"), {event.who()}};
  if (event.became("received_on") && !event.value("received_on").empty())
    return {tr("{0} received the first goods"), {event.who()}};
  return {tr("{0} changed details of the return"), {event.who()}};
}

std::string lineOf(const Event& event, model::ReturnLineId id) {
  for (const auto& line : event.file.lines)
    if (line.id == id) return std::to_string(line.position) + " " + event.file.partNumber(line.partId);
  return {};
}

Message lineSentence(const Event& event) {
  const std::string words = event.inserted()
                                ? lineOf(event, model::ReturnLineId(event.number("id")))
                                : lineOf(event, model::ReturnLineId(std::atoll(event.raw.key.c_str())));
  if (event.inserted()) return {tr("{0} added line {1}"), {event.who(), words}};
  if (event.became("complaint_id")) return {tr("{0} attached line {1} to a case"), {event.who(), words}};
  return {tr("{0} changed line {1}"), {event.who(), words}};
}

Message movementSentence(const Event& event) {
  const std::string line = lineOf(event, model::ReturnLineId(event.number("line_id")));
  const auto place = [&event](const char* column, const char* location) {
    const std::string shelf = event.value(location);
    return shelf.empty() ? auditLabel<model::ReturnPlace>(event.value(column)) : shelf;
  };
  const std::string from = place("from_place", "from_location");
  const std::string to = place("to_place", "to_location");
  if (!event.value("reverses").empty())
    return {tr("{0} took back: {1} pieces of {2} from “{3}” to “{4}”"),
            {event.who(), event.value("quantity"), line, from, to}};
  const auto finding = model::fromKey<model::Finding>(event.value("to_finding"));
  if (event.value("to_place") == "awaiting" && finding && *finding != model::Finding::open)
    return {tr("{0}: {1} pieces of {2} found: {3}"),
            {event.who(), event.value("quantity"), line, model::translated(model::labelOf(*finding))}};
  if (event.value("to_place") == "work")
    return {tr("{0} decided on {1} pieces of {2}: {3}"),
            {event.who(), event.value("quantity"), line,
             auditLabel<model::Disposition>(event.value("disposition"))}};
  return {tr("{0} moved {1} pieces of {2} from “{3}” to “{4}”"),
          {event.who(), event.value("quantity"), line, from, to}};
}

std::string serialOf(const Event& event, model::ReturnUnitId id) {
  const auto found = event.serials.find(id.value);
  return found == event.serials.end() ? std::string() : found->second;
}

Message unitSentence(const Event& event) {
  std::string serial = event.value("serial");
  if (serial.empty()) serial = serialOf(event, model::ReturnUnitId(std::atoll(event.raw.key.c_str())));
  if (event.inserted()) return {tr("{0} entered unit {1}"), {event.who(), serial}};
  if (event.removed()) return {tr("{0} removed unit {1}"), {event.who(), serial}};
  if (const auto before = event.before.find("serial"); before != event.before.end())
    return {tr("{0} corrected the serial number {1} to {2}"), {event.who(), before->second, serial}};
  if (event.became("finding"))
    return {tr("{0}: unit {1} found: {2}"),
            {event.who(), serial, auditLabel<model::Finding>(event.value("finding"))}};
  if (event.became("place"))
    return {tr("{0} moved unit {1} to “{2}”"),
            {event.who(), serial, auditLabel<model::ReturnPlace>(event.value("place"))}};
  return {tr("{0} changed unit {1}"), {event.who(), serial}};
}

Message testSentence(const Event& event) {
  const std::string serial = serialOf(event, model::ReturnUnitId(event.number("unit_id")));
  return {event.flag("passed") ? tr("{0}: unit {1} passed: {2}") : tr("{0}: unit {1} failed: {2}"),
          {event.who(), serial, auditLabel<model::TestLevel>(event.value("level"))}};
}

Message decisionSentence(const Event& event) {
  return {
      tr("{0} decided on {1} confirmed pieces: {2}"),
      {event.who(), event.value("quantity"), auditLabel<model::ConfirmedDecision>(event.value("decision"))}};
}

Message dossierSentence(const Event& event) {
  if (event.inserted()) return {tr("{0} opened an NTF dossier"), {event.who()}};
  if (event.became("concluded_at")) return {tr("{0} concluded the NTF dossier"), {event.who()}};
  return {tr("{0} wrote in the NTF dossier"), {event.who()}};
}

Message costSentence(const Event& event) {
  const std::string kind = auditLabel<model::CostKind>(event.value("kind"));
  return {event.flag("reversal") ? tr("{0} took a cost back: {1}") : tr("{0} booked a cost: {1}"),
          {event.who(), kind}};
}

Message paperSentence(const Event& event) {
  return {tr("{0} added the file {1}"), {event.who(), event.value("original_name")}};
}

Message handOverSentence(const Event& event) {
  return {tr("{0} handed the return on to {1}"),
          {event.who(), event.file.personName(model::PersonId(event.number("owner_id")))}};
}

using Teller = Message (*)(const Event&);
const std::map<std::string, Teller>& tellers() {
  static const std::map<std::string, Teller> table{
      {"goods_return", headSentence},        {"return_line", lineSentence},
      {"return_movement", movementSentence}, {"return_unit", unitSentence},
      {"unit_test", testSentence},           {"return_decision", decisionSentence},
      {"ntf_dossier", dossierSentence},      {"return_cost", costSentence},
      {"return_attachment", paperSentence},  {"return_hand_over", handOverSentence},
  };
  return table;
}

bool isDerived(const Event& event) {
  // A unit goes where its movement goes, and is found so by its test: told already.
  if (event.raw.table == "return_unit" && event.raw.operation == "UPDATE") return !event.became("serial");
  if (event.raw.operation != "UPDATE") return false;
  return std::all_of(event.after.begin(), event.after.end(),
                     [](const auto& value) { return derivedColumns().count(value.first) != 0; });
}

}  // namespace

std::vector<HistoryLine> historyLines(const std::vector<HistoryEvent>& events, const ReturnFile& file) {
  std::vector<HistoryLine> lines;
  lines.reserve(events.size());
  Serials serials;
  for (const auto& unit : file.units) serials.emplace(unit.id.value, unit.serial);
  for (const auto& raw : events) {
    const Event event(raw, file, serials);
    HistoryLine line;
    line.at = raw.recordedAt;
    line.person = event.who();
    const auto teller = tellers().find(raw.table);
    line.sentence = teller != tellers().end() ? teller->second(event)
                                              : Message(tr("{0} changed: {1}"), {event.who(), raw.table});
    // Movements and decisions have a reason each, other rows that of their change.
    line.reason = raw.reason.empty() && event.became("reason") ? event.value("reason") : raw.reason;
    line.changes = changesOf(event);
    line.derived = isDerived(event);
    line.event = lines.size();
    lines.push_back(std::move(line));
  }
  std::reverse(lines.begin(), lines.end());
  std::stable_sort(lines.begin(), lines.end(),
                   [](const HistoryLine& left, const HistoryLine& right) { return right.at < left.at; });
  return lines;
}

}  // namespace octad::told
