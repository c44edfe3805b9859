#include "model/returns/ledger.hpp"

#include "model/core/error.hpp"

namespace octad::model {

namespace {

using Place = ReturnPlace;

constexpr std::array kMoves{
    // The announcement and what became of it
    ReturnMove{Place::outside, Place::expected, Right::announceReturn, false, false},
    ReturnMove{Place::expected, Place::outside, Right::announceReturn, true, false},  // fewer will come
    ReturnMove{Place::expected, Place::quarantine, Right::recordReturn, false, false},
    ReturnMove{Place::surplus, Place::quarantine, Right::recordReturn, true, false},
    // An announcement that belongs to pieces which came without one: they are no surplus any more.
    ReturnMove{Place::expected, Place::surplus, Right::disposeReturn, true, false},
    ReturnMove{Place::expected, Place::missing, Right::recordReturn, true, false},
    ReturnMove{Place::missing, Place::quarantine, Right::recordReturn, true, false},  // turned up
    // Storing and testing
    ReturnMove{Place::quarantine, Place::quarantine, Right::recordReturn, false, false},
    ReturnMove{Place::quarantine, Place::test, Right::recordReturn, false, false},
    ReturnMove{Place::test, Place::quarantine, Right::testReturn, false, false},
    ReturnMove{Place::test, Place::awaiting, Right::testReturn, false, false},
    // What the eye sees at goods-in needs no test: transport damage, foreign parts.
    ReturnMove{Place::quarantine, Place::awaiting, Right::testReturn, true, false},
    ReturnMove{Place::awaiting, Place::test, Right::testReturn, true, false},      // tested again
    ReturnMove{Place::awaiting, Place::awaiting, Right::testReturn, true, false},  // another finding
    // Out of the house and back
    ReturnMove{Place::quarantine, Place::external, Right::testReturn, true, false},
    ReturnMove{Place::test, Place::external, Right::testReturn, true, false},
    ReturnMove{Place::awaiting, Place::external, Right::testReturn, true, false},
    ReturnMove{Place::external, Place::quarantine, Right::testReturn, false, false},
    ReturnMove{Place::external, Place::test, Right::testReturn, false, false},
    ReturnMove{Place::external, Place::awaiting, Right::testReturn, false, false},
    // Kept or destroyed
    ReturnMove{Place::awaiting, Place::retained, Right::disposeReturn, true, false},
    ReturnMove{Place::retained, Place::awaiting, Right::disposeReturn, true, false},
    ReturnMove{Place::test, Place::destroyed, Right::testReturn, true, false},
    ReturnMove{Place::awaiting, Place::destroyed, Right::testReturn, true, false},
    ReturnMove{Place::external, Place::destroyed, Right::testReturn, true, false},
    // Dispositions
    ReturnMove{Place::awaiting, Place::work, Right::disposeReturn, false, false},
    ReturnMove{Place::work, Place::awaiting, Right::disposeReturn, true, false},  // decided again, or not OK
    ReturnMove{Place::work, Place::ready, Right::testReturn, false, true},        // inspected again
    ReturnMove{Place::work, Place::shipped, Right::recordReturn, false, true},
    ReturnMove{Place::ready, Place::shipped, Right::recordReturn, false, true},
    ReturnMove{Place::work, Place::credited, Right::bookCost, false, true},
    ReturnMove{Place::work, Place::scrapped, Right::recordReturn, false, true},
};

}  // namespace

bool isDisposed(ReturnPlace place) {
  return place == Place::work || place == Place::ready || place == Place::shipped ||
         place == Place::credited || place == Place::scrapped;
}

bool isPhysical(ReturnPlace place) {
  return place != Place::outside && place != Place::expected && place != Place::missing &&
         place != Place::surplus;
}

bool isSettled(ReturnPlace place) {
  return place == Place::missing || place == Place::retained || place == Place::destroyed ||
         place == Place::shipped || place == Place::credited || place == Place::scrapped;
}

ReturnBalance::ReturnBalance(std::span<const ReturnFlow> flows) {
  for (const auto& flow : flows) add(flow);
}

void ReturnBalance::add(const ReturnFlow& flow) {
  const auto book = [this, &flow](Place place, Finding finding, long long quantity) {
    const Key key{place, finding, isDisposed(place) ? flow.disposition : Disposition::none};
    const auto entry = m_pieces.try_emplace(key, 0).first;
    entry->second += quantity;
    if (entry->second == 0) m_pieces.erase(entry);  // so that equal balances compare equal
  };
  book(flow.from, flow.fromFinding, -flow.quantity);
  book(flow.to, flow.toFinding, flow.quantity);
}

long long ReturnBalance::at(ReturnPlace place) const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (key.place == place) sum += pieces;
  return sum;
}

long long ReturnBalance::at(ReturnPlace place, Finding finding) const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (key.place == place && key.finding == finding) sum += pieces;
  return sum;
}

long long ReturnBalance::at(ReturnPlace place, Finding finding, Disposition disposition) const {
  const auto found = m_pieces.find({place, finding, disposition});
  return found == m_pieces.end() ? 0 : found->second;
}

long long ReturnBalance::disposed(Disposition disposition) const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (isDisposed(key.place) && key.disposition == disposition) sum += pieces;
  return sum;
}

long long ReturnBalance::disposed(Disposition disposition, ReturnPlace place) const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (key.place == place && key.disposition == disposition) sum += pieces;
  return sum;
}

long long ReturnBalance::received() const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (isPhysical(key.place)) sum += pieces;
  return sum;
}

long long ReturnBalance::disposed() const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (isDisposed(key.place)) sum += pieces;
  return sum;
}

long long ReturnBalance::found(Finding finding) const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (key.finding == finding && isPhysical(key.place)) sum += pieces;
  return sum;
}

long long ReturnBalance::found() const {
  return received() - found(Finding::open);
}

long long ReturnBalance::open() const {
  long long sum = 0;
  for (const auto& [key, pieces] : m_pieces)
    if (key.place == Place::expected || (isPhysical(key.place) && !isSettled(key.place))) sum += pieces;
  return sum;
}

ReturnBalance balanceOf(ReturnLineId line, std::span<const ReturnFlow> flows) {
  ReturnBalance balance;
  for (const auto& flow : flows)
    if (flow.lineId == line) balance.add(flow);
  return balance;
}

std::span<const ReturnMove> returnMoves() {
  return kMoves;
}

const ReturnMove& requireReturnMove(ReturnPlace from, ReturnPlace to) {
  for (const auto& move : kMoves)
    if (move.from == from && move.to == to) return move;
  throw Refused("return-move", {tr("Pieces cannot go from \"{0}\" to \"{1}\"."),
                                {translated(labelOf(from)), translated(labelOf(to))}});
}

bool carriesOut(Disposition disposition, ReturnPlace from, ReturnPlace to) {
  switch (disposition) {
    case Disposition::rework:
    case Disposition::repair:
      return (from == Place::work && to == Place::ready) || (from == Place::ready && to == Place::shipped);
    case Disposition::replace:
    case Disposition::returnAsIs:
      return from == Place::work && to == Place::shipped;
    case Disposition::credit:
      return from == Place::work && to == Place::credited;
    case Disposition::scrap:
      return from == Place::work && to == Place::scrapped;
    case Disposition::none:
      break;
  }
  return false;
}

}  // namespace octad::model
