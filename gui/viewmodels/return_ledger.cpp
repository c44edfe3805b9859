#include "gui/viewmodels/return_ledger.hpp"

#include <algorithm>
#include <array>

namespace octad::viewmodels {

using model::Disposition;
using model::EnumKeys;
using model::Finding;
using model::ReturnBalance;
using model::ReturnFile;
using model::ReturnLineId;
using model::ReturnPlace;
using model::tr;

namespace {

constexpr std::array kOnTheWay{ReturnPlace::expected, ReturnPlace::missing,   ReturnPlace::quarantine,
                               ReturnPlace::test,     ReturnPlace::awaiting,  ReturnPlace::external,
                               ReturnPlace::retained, ReturnPlace::destroyed, ReturnPlace::work,
                               ReturnPlace::ready,    ReturnPlace::shipped,   ReturnPlace::credited,
                               ReturnPlace::scrapped};
constexpr std::array kInTheHouse{ReturnPlace::quarantine, ReturnPlace::test,     ReturnPlace::awaiting,
                                 ReturnPlace::external,   ReturnPlace::retained, ReturnPlace::destroyed,
                                 ReturnPlace::work,       ReturnPlace::ready,    ReturnPlace::shipped,
                                 ReturnPlace::credited,   ReturnPlace::scrapped};

long long namedAt(const ReturnFile& file, const PiecesAt& kind) {
  return std::count_if(file.units.begin(), file.units.end(), [&kind](const model::ReturnUnit& unit) {
    return unit.lineId == kind.lineId && unit.place == kind.place && unit.finding == kind.finding &&
           unit.disposition == kind.disposition &&
           (kind.place != ReturnPlace::quarantine || unit.location == kind.location);
  });
}

void addKinds(std::vector<PiecesAt>& kinds, const ReturnBalance& balance, ReturnLineId line,
              ReturnPlace place) {
  for (const auto& finding : EnumKeys<Finding>::entries)
    for (const auto& disposition : EnumKeys<Disposition>::entries) {
      if (!model::isDisposed(place) && disposition.value != Disposition::none) continue;
      const long long pieces = balance.at(place, finding.value, disposition.value);
      if (pieces > 0) kinds.push_back({line, place, {}, finding.value, disposition.value, pieces, 0});
    }
}

/// Pieces of the places of one side: "Quarantine 40 + In test 78".
std::string side(const std::vector<std::pair<const char*, long long>>& terms, const Translator& text) {
  std::string words;
  for (std::size_t at = 0; at < terms.size(); ++at) {
    if (at > 0 && terms[at].second == 0) continue;  // what is nothing only makes the sentence long
    if (!words.empty()) words += " + ";
    words += text(terms[at].first) + " " + groupedNumber(terms[at].second);
  }
  return words;
}

/// How far pieces have come; none for places beside the way.
std::optional<int> stepOf(ReturnPlace place) {
  switch (place) {
    case ReturnPlace::outside:
    case ReturnPlace::surplus:
      return 0;
    case ReturnPlace::expected:
      return 1;
    case ReturnPlace::quarantine:
      return 2;
    case ReturnPlace::test:
    case ReturnPlace::external:
      return 3;
    case ReturnPlace::awaiting:
      return 4;
    case ReturnPlace::work:
      return 5;
    case ReturnPlace::ready:
      return 6;
    case ReturnPlace::shipped:
    case ReturnPlace::credited:
    case ReturnPlace::scrapped:
      return 7;
    case ReturnPlace::missing:
    case ReturnPlace::retained:
    case ReturnPlace::destroyed:
      break;
  }
  return std::nullopt;
}

/// The next step before the ways aside, these before the ways back and to another shelf.
int proposalOrder(ReturnPlace from, ReturnPlace to) {
  const auto before = stepOf(from);
  const auto after = stepOf(to);
  if (!before || !after) return 1;
  if (*after == *before && from != to) return 1;
  return *after > *before ? 0 : 2;
}

std::string locationWords(ReturnPlace place, const std::string& location, const Translator& text) {
  if (place != ReturnPlace::quarantine) return {};
  return ", " + (location.empty() ? text(tr("goods-in")) : location);
}

}  // namespace

std::vector<PiecesAt> piecesOf(const ReturnFile& file, ReturnLineId line) {
  const ReturnBalance balance = file.balance(line);
  std::vector<PiecesAt> kinds;
  for (const ReturnPlace place : kOnTheWay) {
    if (place == ReturnPlace::quarantine) {
      for (const auto& [location, pieces] : file.locations(line))
        kinds.push_back({line, place, location, Finding::open, Disposition::none, pieces, 0});
      continue;
    }
    addKinds(kinds, balance, line, place);
  }
  for (auto& kind : kinds) kind.named = namedAt(file, kind);
  return kinds;
}

std::vector<PiecesAt> moveSources(const ReturnFile& file, ReturnLineId line) {
  auto sources = piecesOf(file, line);
  std::erase_if(sources, [](const PiecesAt& kind) { return moveTargets(kind).empty(); });
  for (const ReturnPlace endless : {ReturnPlace::outside, ReturnPlace::surplus})
    sources.push_back({line, endless, {}, Finding::open, Disposition::none, 0, 0});
  return sources;
}

std::string placeWords(const PiecesAt& kind, const Translator& text) {
  std::string words = text.label(kind.place) + locationWords(kind.place, kind.location, text);
  if (kind.disposition != Disposition::none && model::isDisposed(kind.place))
    words += ", " + text.label(kind.disposition);
  if (kind.finding != Finding::open) words += ", " + text.label(kind.finding);
  return words;
}

std::vector<LedgerEquation> ledgerEquations(const ReturnBalance& balance, const Translator& text) {
  std::vector<LedgerEquation> equations(2);
  equations[0].words =
      side({{tr("Announced"), balance.announced()}, {tr("Surplus"), balance.surplus()}}, text) + " = " +
      side({{tr("Received"), balance.received()},
            {model::labelOf(ReturnPlace::missing), balance.missing()},
            {model::labelOf(ReturnPlace::expected), balance.expected()}},
           text);
  equations[0].balanced =
      balance.announced() + balance.surplus() == balance.received() + balance.missing() + balance.expected();
  std::vector<std::pair<const char*, long long>> places;
  long long sum = 0;
  for (const ReturnPlace place : kInTheHouse) {
    const long long pieces = balance.at(place);
    sum += pieces;
    if (pieces != 0) places.emplace_back(model::labelOf(place), pieces);
  }
  if (places.empty()) places.emplace_back(model::labelOf(ReturnPlace::quarantine), 0);
  equations[1].words = side({{tr("Received"), balance.received()}}, text) + " = " + side(places, text);
  equations[1].balanced = sum == balance.received();
  return equations;
}

std::vector<MoveTarget> moveTargets(const PiecesAt& from) {
  std::vector<MoveTarget> targets;
  for (const auto& move : model::returnMoves()) {
    if (move.from != from.place) continue;
    // What carries a disposition out is only the way of that disposition.
    if (model::isDisposed(move.from) && model::isDisposed(move.to) &&
        !model::carriesOut(from.disposition, move.from, move.to))
      continue;
    MoveTarget target;
    target.to = move.to;
    target.right = move.right;
    const bool found = from.finding != Finding::open;
    target.finding = (move.to == ReturnPlace::awaiting && !model::isDisposed(move.from) &&
                      move.from != ReturnPlace::retained) ||
                     (move.to == ReturnPlace::destroyed && !found);
    target.disposition = move.to == ReturnPlace::work;
    target.location = move.to == ReturnPlace::quarantine;
    target.document = move.needsDocument;
    target.reason = move.needsReason;
    targets.push_back(target);
  }
  std::stable_sort(targets.begin(), targets.end(), [&from](const MoveTarget& one, const MoveTarget& other) {
    return proposalOrder(from.place, one.to) < proposalOrder(from.place, other.to);
  });
  return targets;
}

std::size_t usualSource(const std::vector<PiecesAt>& sources) {
  for (std::size_t at = 0; at < sources.size(); ++at) {
    const auto& from = sources[at];
    const auto targets = moveTargets(from);
    if (!model::isSettled(from.place) && !targets.empty() &&
        proposalOrder(from.place, targets.front().to) == 0)
      return at;
  }
  return 0;
}

std::optional<PiecesAt> piecesFor(const ReturnFile& file, ReturnPlace from, ReturnPlace to) {
  std::optional<PiecesAt> named;
  for (const auto& line : file.lines)
    for (const auto& kind : piecesOf(file, line.id)) {
      const auto targets = moveTargets(kind);
      if (kind.place != from || std::none_of(targets.begin(), targets.end(),
                                             [to](const MoveTarget& target) { return target.to == to; }))
        continue;
      if (kind.named < kind.pieces) return kind;
      if (!named) named = kind;
    }
  return named;
}

std::vector<MovementRow> movementRows(const ReturnFile& file, const Translator& text) {
  std::vector<MovementRow> rows;
  for (const auto& movement : file.movements) {
    MovementRow row;
    row.id = movement.id;
    row.day = movement.movedOn.iso();
    for (const auto& line : file.lines)
      if (line.id == movement.lineId) row.line = lineWords(file, line);
    row.quantity = movement.quantity;
    const PiecesAt from{movement.lineId,
                        movement.from,
                        movement.fromLocation,
                        movement.fromFinding,
                        movement.disposition,
                        movement.quantity,
                        0};
    const PiecesAt to{movement.lineId,
                      movement.to,
                      movement.toLocation,
                      movement.toFinding,
                      movement.disposition,
                      movement.quantity,
                      0};
    row.way = placeWords(from, text) + " → " + placeWords(to, text);
    row.document = movement.document;
    row.reason = text(movement.reason);  // some are the program's own words
    row.who = file.personName(movement.recordedBy);
    row.reversal = movement.reverses.has_value();
    row.reversed = std::any_of(file.movements.begin(), file.movements.end(),
                               [&movement](const auto& other) { return other.reverses == movement.id; });
    rows.push_back(std::move(row));
  }
  std::reverse(rows.begin(), rows.end());
  return rows;
}

std::string lineWords(const ReturnFile& file, const model::ReturnLine& line) {
  std::string words = std::to_string(line.position) + " · " + file.partNumber(line.partId);
  if (!line.lot.empty()) words += ", " + line.lot;
  return words;
}

}  // namespace octad::viewmodels
