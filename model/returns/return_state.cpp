#include "model/returns/return_state.hpp"

#include <algorithm>

#include "model/core/catalogue.hpp"
#include "model/returns/replacement.hpp"

namespace octad::model {

namespace {

using Place = ReturnPlace;

long long looseInGoodsIn(const ReturnFile& file) {
  long long pieces = 0;
  for (const auto& line : file.lines) {
    const auto locations = file.locations(line.id);
    if (const auto found = locations.find(""); found != locations.end()) pieces += found->second;
  }
  return pieces;
}

/// Pieces inside the house or at a laboratory that are not settled.
long long inHand(const ReturnBalance& balance) {
  return balance.open() - balance.expected();
}

bool creditBooked(const ReturnFile& file) {
  long long net = 0;
  for (const auto& cost : file.costs)
    if (cost.kind == CostKind::credit) net += cost.reversal ? -cost.amountMinor : cost.amountMinor;
  return net > 0;
}

ReturnWait waitForDisposition(const ReturnBalance& balance) {
  if (balance.disposed(Disposition::rework, Place::work) +
          balance.disposed(Disposition::repair, Place::work) >
      0)
    return ReturnWait::production;
  if (balance.disposed(Disposition::credit, Place::work) > 0) return ReturnWait::finance;
  return ReturnWait::warehouse;
}

ReturnWait waitOfSettled(const ReturnFile& file, const ReturnBalance& balance) {
  return balance.at(Place::credited) > 0 && !creditBooked(file) ? ReturnWait::finance : ReturnWait::cqe;
}

/// "Line 2 (PSU-12V): 3 pieces …"
Message ofLine(const ReturnFile& file, const ReturnLine& line, const char* sentence, long long pieces) {
  return {sentence, {std::to_string(line.position), file.partNumber(line.partId), std::to_string(pieces)}};
}

struct PlaceWords {
  Place place;
  const char* sentence;
};

constexpr std::array kOpenPlaces{
    PlaceWords{Place::expected,
               tr("Line {0} ({1}): {2} announced pieces have neither come nor been declared missing.")},
    PlaceWords{Place::quarantine, tr("Line {0} ({1}): {2} pieces are in quarantine without a finding.")},
    PlaceWords{Place::test, tr("Line {0} ({1}): {2} pieces are in test.")},
    PlaceWords{Place::external, tr("Line {0} ({1}): {2} pieces are at a supplier or laboratory.")},
    PlaceWords{Place::awaiting, tr("Line {0} ({1}): {2} pieces await a disposition.")},
    PlaceWords{Place::work, tr("Line {0} ({1}): the disposition of {2} pieces is not carried out.")},
    PlaceWords{Place::ready, tr("Line {0} ({1}): {2} pieces are ready and have not left.")},
};

std::string joinedCaseNumbers(const ReturnFile& file) {
  std::string numbers;
  for (const auto& entry : file.cases) numbers += (numbers.empty() ? "" : ", ") + entry.number;
  return numbers;
}

std::optional<Date> lastDay(const ReturnFile& file) {
  std::optional<Date> last;
  const auto later = [&last](const std::optional<Date>& day) {
    if (day && (!last || *day > *last)) last = day;
  };
  later(file.head.announcedOn);
  later(file.head.authorisedOn);
  later(file.head.sentOn);
  for (const auto& movement : file.movements) later(movement.movedOn);
  return last;
}

}  // namespace

bool isEnded(ReturnState state) {
  return state == ReturnState::closed || state == ReturnState::cancelled || state == ReturnState::matched;
}

ReturnState stateOf(const ReturnFile& file) {
  const GoodsReturn& head = file.head;
  const ReturnBalance balance = file.balance();
  if (head.matchedWith) return ReturnState::matched;
  if (head.closedAt)
    return balance.announced() == 0 && balance.received() == 0 ? ReturnState::cancelled : ReturnState::closed;
  if (balance.received() == 0) {
    if (balance.missing() > 0 && balance.expected() == 0) return ReturnState::settled;
    if (head.sentOn) return ReturnState::inTransit;
    return head.authorisedOn ? ReturnState::authorised : ReturnState::announced;
  }
  if (balance.at(Place::quarantine) > 0)
    return looseInGoodsIn(file) > 0 ? ReturnState::received : ReturnState::quarantined;
  if (balance.at(Place::test) + balance.at(Place::external) > 0) return ReturnState::inTest;
  if (balance.at(Place::awaiting) > 0) return ReturnState::found;
  if (inHand(balance) > 0) return ReturnState::disposed;
  return balance.expected() > 0 ? ReturnState::inTransit : ReturnState::settled;
}

ReturnWait waitOf(const ReturnFile& file) {
  const ReturnBalance balance = file.balance();
  switch (stateOf(file)) {
    case ReturnState::announced:
    case ReturnState::found:
      return ReturnWait::cqe;
    case ReturnState::authorised:
      return ReturnWait::customer;
    case ReturnState::inTransit:
    case ReturnState::received:
    case ReturnState::quarantined:
      return ReturnWait::warehouse;
    case ReturnState::inTest:
      if (balance.at(Place::test) == 0) return ReturnWait::outside;
      // Nobody tests for no department: the CQE has to name one.
      return file.head.testDepartmentId ? ReturnWait::tester : ReturnWait::cqe;
    case ReturnState::disposed:
      return waitForDisposition(balance);
    case ReturnState::settled:
      return waitOfSettled(file, balance);
    case ReturnState::closed:
    case ReturnState::cancelled:
    case ReturnState::matched:
      break;
  }
  return ReturnWait::nobody;
}

void refreshReturn(ReturnFile& file) {
  GoodsReturn& head = file.head;
  const ReturnBalance balance = file.balance();
  head.state = stateOf(file);
  head.waitsFor = waitOf(file);
  head.announced = balance.announced();
  head.received = balance.received();
  head.openPieces = balance.open();
  if (!file.lines.empty()) {
    head.partNumber = file.partNumber(file.lines.front().partId);
    head.failure = file.lines.front().failure;
  }
  // Who may not see the cases (the warehouse) leaves their numbers as they are.
  const bool allSeen = std::all_of(file.lines.begin(), file.lines.end(), [&file](const ReturnLine& line) {
    return !line.complaintId || file.caseOf(line) != nullptr;
  });
  if (allSeen) head.caseNumbers = joinedCaseNumbers(file);
  head.waitingSince = lastDay(file);
  head.dueOn.reset();
  if (isEnded(head.state) || head.state == ReturnState::settled) return;
  if (balance.expected() > 0) head.dueOn = head.expectedOn;
  const auto replacement = replacementClock(file);
  if (replacement && replacement->state == ReplacementState::running &&
      (!head.dueOn || replacement->dueOn < *head.dueOn))
    head.dueOn = replacement->dueOn;
}

long long undecidedPieces(const ReturnFile& file, const ReturnLine& line) {
  if (line.complaintId) return 0;
  long long pieces = file.balance(line.id).found(Finding::confirmed);
  for (const auto& decision : file.decisions)
    if (decision.lineId == line.id && decision.decision == ConfirmedDecision::belowTrigger)
      pieces -= decision.quantity;
  return std::max(pieces, 0LL);
}

std::optional<Message> ntfTrigger(const ReturnFile& file, const ReturnLine& line) {
  const ReturnBalance balance = file.balance(line.id);
  const long long pieces = balance.found(Finding::noTroubleFound);
  if (pieces >= kNtfPieces)
    return Message(tr("{0} pieces without trouble found: from {1} on the NTF process is followed."),
                   {std::to_string(pieces), std::to_string(kNtfPieces)});
  if (pieces > 0 && pieces * 100 >= kNtfShare * balance.found())
    return Message(tr("{0} of {1} pieces without trouble found: from {2} % on the NTF process is followed."),
                   {std::to_string(pieces), std::to_string(balance.found()), std::to_string(kNtfShare)});
  return std::nullopt;
}

Message triggerOf(const ReturnFile& file, const NtfDossier& dossier) {
  const auto now = ntfTrigger(file, file.line(dossier.lineId));
  if (now && Catalogue().sentence(*now) == dossier.trigger) return *now;
  return {"{0}", {dossier.trigger}};
}

bool waitsForDossier(const ReturnFile& file, const ReturnLine& line) {
  bool concluded = false;
  for (const auto& dossier : file.dossiers) {
    if (dossier.lineId != line.id) continue;
    if (!dossier.concludedAt) return true;
    concluded = true;
  }
  return !concluded && ntfTrigger(file, line).has_value();
}

std::vector<MissingReturnPoint> missingForReturn(const ReturnFile& file) {
  std::vector<MissingReturnPoint> points;
  if (isEnded(stateOf(file))) return points;
  for (const auto& line : file.lines) {
    const ReturnBalance balance = file.balance(line.id);
    for (const auto& [place, sentence] : kOpenPlaces)
      if (const long long pieces = balance.at(place); pieces > 0)
        points.push_back({MissingInReturnKind::pieces, line.id, place, ofLine(file, line, sentence, pieces)});
    if (const long long pieces = undecidedPieces(file, line); pieces > 0)
      points.push_back(
          {MissingInReturnKind::decision,
           line.id,
           {},
           ofLine(file, line,
                  tr("Line {0} ({1}): {2} confirmed pieces have no case. Attach them to one, open one, "
                     "or say why they stay below the trigger."),
                  pieces)});
    if (waitsForDossier(file, line))
      points.push_back(
          {MissingInReturnKind::dossier,
           line.id,
           {},
           ofLine(file, line, tr("Line {0} ({1}): the NTF dossier of {2} pieces is not concluded."),
                  balance.found(Finding::noTroubleFound))});
  }
  const bool anyCase = std::any_of(file.lines.begin(), file.lines.end(),
                                   [](const ReturnLine& line) { return line.complaintId.has_value(); });
  if (!anyCase && file.head.withoutCase.empty())
    points.push_back(
        {MissingInReturnKind::reasonWithoutCase,
         {},
         {},
         tr("No complaint stands behind this return: attach it to a case, or say why it has none.")});
  if (file.balance().at(Place::credited) > 0 && !creditBooked(file))
    points.push_back({MissingInReturnKind::creditNote,
                      {},
                      Place::credited,
                      tr("Pieces were credited, but no credit note is booked.")});
  return points;
}

}  // namespace octad::model
