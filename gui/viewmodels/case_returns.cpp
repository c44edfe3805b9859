#include "gui/viewmodels/case_returns.hpp"

#include <algorithm>
#include <utility>

#include "model/returns/return_state.hpp"

namespace octad::viewmodels {

using model::CaseFile;
using model::Finding;
using model::Message;
using model::ReturnBalance;
using model::ReturnPlace;
using model::tr;

namespace {

/// The places in which received pieces are, in the order of their way through the house.
constexpr ReturnPlace kInTheHouse[] = {ReturnPlace::quarantine, ReturnPlace::test,     ReturnPlace::awaiting,
                                       ReturnPlace::external,   ReturnPlace::retained, ReturnPlace::destroyed,
                                       ReturnPlace::work,       ReturnPlace::ready,    ReturnPlace::shipped,
                                       ReturnPlace::credited,   ReturnPlace::scrapped};
constexpr Finding kFindings[] = {Finding::confirmed, Finding::noTroubleFound, Finding::customerCaused,
                                 Finding::transport, Finding::open};

/// One side of an equation: "Quarantine 18 + Shipped 100".
class Terms {
 public:
  explicit Terms(const Translator& text) : m_text(text) {}
  void add(const char* label, long long pieces, bool always = false) {
    if (pieces == 0 && !always) return;
    if (!m_words.empty()) m_words += " + ";
    m_words += m_text(label) + " " + groupedNumber(pieces);
  }
  bool empty() const { return m_words.empty(); }
  const std::string& words() const { return m_words; }

 private:
  const Translator& m_text;
  std::string m_words;
};

void addLine(std::string& lines, const Terms& left, const Terms& right) {
  if (right.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines += left.words() + " = " + right.words();
}

}  // namespace

std::vector<CaseReturnRow> caseReturnRows(const CaseFile& file) {
  std::vector<CaseReturnRow> rows;
  for (const auto& share : file.returns) {
    const ReturnBalance balance = file.returnBalance(share.id);
    CaseReturnRow row;
    row.lineId = share.id;
    row.returnId = share.returnId;
    row.number = share.number;
    row.rmaNumber = share.rmaNumber;
    row.part = file.partNumber(share.partId);
    row.lot = share.lot;
    row.state = chipOf(share.state);
    row.ended = model::isEnded(share.state);
    row.announced = balance.announced();
    row.received = balance.received();
    row.confirmed = balance.found(Finding::confirmed);
    row.noTroubleFound = balance.found(Finding::noTroubleFound);
    row.customerCaused = balance.found(Finding::customerCaused);
    row.open = balance.open();
    const model::ReturnHandOver* handOver = file.handOver(share.returnId);
    if (handOver && !row.ended) {
      row.hold = ReturnHold::goesOn;
      row.closing = {"→ {0}", {file.personName(handOver->ownerId)}};
    } else if (row.open > 0) {
      row.hold = ReturnHold::blocks;
      row.closing = {tr("⚠ blocks closing")};
    } else {
      row.closing = {tr("✓ settled")};
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CaseReturnLink> caseReturnLinks(const model::CaseFile& file) {
  std::vector<CaseReturnLink> links;
  for (const auto& row : caseReturnRows(file))
    if (std::none_of(links.begin(), links.end(),
                     [&row](const CaseReturnLink& link) { return link.id == row.returnId; }))
      links.push_back({row.returnId, row.number});
  return links;
}

Message returnTotals(const CaseFile& file) {
  if (file.returns.empty()) return {};
  const ReturnBalance all(file.returnFlows);
  return {tr("{0} announced, {1} received, {2} open"),
          {groupedNumber(all.announced()), groupedNumber(all.received()), groupedNumber(all.open())}};
}

long long returnedPieces(const CaseFile& file) {
  return ReturnBalance(file.returnFlows).received();
}

Message holdSentence(const CaseFile& file, const CaseReturnRow& row) {
  if (row.hold == ReturnHold::goesOn) {
    const model::ReturnHandOver* handOver = file.handOver(row.returnId);
    return {tr("Return {0} continues with {1} after the closing: {2}"),
            {row.number, file.personName(handOver->ownerId), handOver->reason}};
  }
  if (row.hold == ReturnHold::blocks)
    return {tr("⚠ {0} pieces of return {1} are open: the case cannot be closed until they are settled or the "
               "return is handed on."),
            {groupedNumber(row.open), row.number}};
  return {};
}

std::string balanceWords(const ReturnBalance& balance, const Translator& text) {
  std::string lines;
  Terms announced(text);
  announced.add(tr("Announced"), balance.announced(), true);
  announced.add(model::labelOf(ReturnPlace::surplus), balance.surplus());
  Terms arrived(text);
  arrived.add(tr("Received"), balance.received(), true);
  arrived.add(model::labelOf(ReturnPlace::missing), balance.missing());
  arrived.add(model::labelOf(ReturnPlace::expected), balance.expected());
  addLine(lines, announced, arrived);
  Terms received(text);
  received.add(tr("Received"), balance.received(), true);
  Terms places(text);
  for (const ReturnPlace place : kInTheHouse) places.add(model::labelOf(place), balance.at(place));
  addLine(lines, received, places);
  Terms findings(text);
  if (balance.found() > 0)
    for (const Finding finding : kFindings) findings.add(model::labelOf(finding), balance.found(finding));
  addLine(lines, received, findings);
  return lines;
}

}  // namespace octad::viewmodels
