#include "gui/viewmodels/return_findings.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "gui/viewmodels/return_ledger.hpp"
#include "model/returns/return_state.hpp"

namespace octad::viewmodels {

using model::Disposition;
using model::Finding;
using model::labelOf;
using model::Message;
using model::ReturnFile;
using model::ReturnPlace;
using model::tr;
using model::translated;

namespace {

Message ntfWords(const ReturnFile& file, const model::ReturnLine& line, bool waits) {
  if (const auto rule = model::ntfTrigger(file, line)) return *rule;
  if (waits) return {tr("The NTF dossier is open.")};
  if (file.balance(line.id).found(Finding::noTroubleFound) > 0)
    return {tr("Too few pieces for the NTF process; it may be followed all the same.")};
  return {};
}

std::string lineOf(const ReturnFile& file, model::ReturnLineId id) {
  for (const auto& line : file.lines)
    if (line.id == id) return lineWords(file, line);
  return {};
}

std::string caseNumber(const ReturnFile& file, const std::optional<model::ComplaintId>& id) {
  for (const auto& entry : file.cases)
    if (id == entry.id) return entry.number;
  return {};
}

}  // namespace

std::vector<FindingRow> findingRows(const ReturnFile& file) {
  std::vector<FindingRow> rows;
  for (const auto& line : file.lines) {
    const model::ReturnBalance balance = file.balance(line.id);
    FindingRow row;
    row.lineId = line.id;
    row.line = lineWords(file, line);
    row.confirmed = balance.found(Finding::confirmed);
    row.noTroubleFound = balance.found(Finding::noTroubleFound);
    row.customerCaused = balance.found(Finding::customerCaused);
    row.transport = balance.found(Finding::transport);
    row.open = balance.found(Finding::open);
    row.undecided = model::undecidedPieces(file, line);
    if (line.complaintId) row.caseId = *line.complaintId;
    row.caseNumber = caseNumber(file, line.complaintId);
    row.ntfWaits = model::waitsForDossier(file, line);
    row.ntf = ntfWords(file, line, row.ntfWaits);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<PhenomenonRow> phenomenonRows(const ReturnFile& file) {
  std::map<std::pair<std::string, Finding>, long long> units;
  for (const auto& found : file.foundPieces()) units[{found.failure, found.finding}] += found.pieces;
  std::vector<PhenomenonRow> rows;
  for (const auto& [kind, count] : units) rows.push_back({kind.first, kind.second, count});
  std::stable_sort(rows.begin(), rows.end(), [](const PhenomenonRow& one, const PhenomenonRow& other) {
    return one.units > other.units;
  });
  return rows;
}

std::vector<DecisionRow> decisionRows(const ReturnFile& file, const model::Zone& zone,
                                      const Translator& text) {
  std::vector<DecisionRow> rows;
  for (const auto& dossier : file.dossiers) {
    DecisionRow row;
    row.lineId = dossier.lineId;
    row.line = lineOf(file, dossier.lineId);
    row.open = !dossier.concludedAt;
    if (row.open)
      row.what = Message(tr("NTF dossier open"));
    else
      row.what = Message(tr("NTF dossier: {0}, we carry {1} %"),
                         {translated(labelOf(dossier.liability)),
                          dossier.technicalFactor ? std::to_string(*dossier.technicalFactor) : "?"});
    row.words = dossier.result.empty() ? dossier.trigger : dossier.result;
    row.who = file.personName(row.open ? dossier.openedBy : dossier.concludedBy.value_or(model::PersonId()));
    row.when = timeText(zone, row.open ? dossier.openedAt : *dossier.concludedAt);
    rows.push_back(std::move(row));
  }
  for (const auto& decision : file.decisions) {
    DecisionRow row;
    row.lineId = decision.lineId;
    row.line = lineOf(file, decision.lineId);
    const std::string number = caseNumber(file, decision.complaintId);
    const std::string what = text.label(decision.decision) + (number.empty() ? "" : " " + number);
    row.what = decision.quantity > 0
                   ? Message(tr("{0} confirmed pieces: {1}"), {groupedNumber(decision.quantity), what})
                   : Message("{0}", {what});
    row.words = decision.reason;
    row.who = file.personName(decision.decidedBy);
    row.when = timeText(zone, decision.decidedAt);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<DispositionRow> dispositionRows(const ReturnFile& file) {
  std::vector<DispositionRow> rows;
  for (const auto& line : file.lines) {
    const model::ReturnBalance balance = file.balance(line.id);
    for (const auto& finding : model::EnumKeys<Finding>::entries) {
      for (const auto& disposition : model::EnumKeys<Disposition>::entries) {
        DispositionRow row;
        row.line = lineWords(file, line);
        row.finding = finding.value;
        row.disposition = disposition.value;
        const auto in = [&](ReturnPlace place) {
          return balance.at(place, finding.value, disposition.value);
        };
        row.work = in(ReturnPlace::work);
        row.ready = in(ReturnPlace::ready);
        row.shipped = in(ReturnPlace::shipped);
        row.credited = in(ReturnPlace::credited);
        row.scrapped = in(ReturnPlace::scrapped);
        row.decided = disposition.value == Disposition::none
                          ? in(ReturnPlace::awaiting)
                          : row.work + row.ready + row.shipped + row.credited + row.scrapped;
        if (row.decided > 0) rows.push_back(std::move(row));
      }
    }
  }
  return rows;
}

std::string amountText(long long minor) {
  constexpr long long kMinor = 100;
  const long long size = std::llabs(minor);
  const std::string cents = std::to_string(size % kMinor);
  return (minor < 0 ? "−" : "") + groupedNumber(size / kMinor) + "." + (cents.size() < 2 ? "0" : "") + cents;
}

std::vector<CostRow> costRows(const ReturnFile& file) {
  std::vector<CostRow> rows;
  for (const auto& cost : file.costs)
    rows.push_back({cost.bookedOn.iso(), cost.kind,
                    amountText(cost.reversal ? -cost.amountMinor : cost.amountMinor), cost.currency,
                    cost.document, cost.note, file.personName(cost.bookedBy), cost.reversal});
  return rows;
}

std::string costTotals(const ReturnFile& file) {
  std::map<std::string, long long> totals;
  for (const auto& cost : file.costs)
    totals[cost.currency] += cost.reversal ? -cost.amountMinor : cost.amountMinor;
  std::string words;
  for (const auto& [currency, minor] : totals)
    words += (words.empty() ? "" : " · ") + currency + " " + amountText(minor);
  return words;
}

}  // namespace octad::viewmodels
