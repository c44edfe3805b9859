#include "model/returns/return_figures.hpp"

#include <set>

namespace octad::model {

namespace {

/// An average of days weighted by pieces.
struct Days {
  long long pieces = 0;
  long long sum = 0;
  void add(int days, long long quantity) {
    pieces += quantity;
    sum += days * quantity;
  }
  std::optional<double> average() const {
    if (pieces <= 0) return std::nullopt;
    return static_cast<double>(sum) / static_cast<double>(pieces);
  }
};

void tally(ReturnFigures& figures, Finding finding, long long quantity) {
  if (finding == Finding::open) return;
  figures.found += quantity;
  if (finding == Finding::confirmed) figures.confirmed += quantity;
  if (finding == Finding::noTroubleFound) figures.noTroubleFound += quantity;
  if (finding == Finding::customerCaused) figures.customerCaused += quantity;
  if (finding == Finding::transport) figures.transport += quantity;
}

}  // namespace

ReturnFigures returnFigures(std::span<const FiguresMovement> movements,
                            std::span<const std::pair<TestLevel, long long>> foundByLevel) {
  ReturnFigures figures;
  std::set<ReturnId> returns;
  Days analysis;
  Days way;
  for (const auto& movement : movements) {
    returns.insert(movement.returnId);
    if (isPhysical(movement.to) && !isPhysical(movement.from)) {
      figures.received += movement.quantity;
      if (movement.announcedOn)
        way.add(daysBetween(*movement.announcedOn, movement.movedOn), movement.quantity);
    } else if (!isPhysical(movement.to) && isPhysical(movement.from)) {  // taken back
      figures.received -= movement.quantity;
      if (movement.announcedOn)
        way.add(daysBetween(*movement.announcedOn, movement.movedOn), -movement.quantity);
    }
    if (movement.fromFinding == movement.toFinding) continue;
    tally(figures, movement.toFinding, movement.quantity);
    tally(figures, movement.fromFinding, -movement.quantity);
    // The first finding ends the analysis; changing it later does not make it longer.
    if (movement.receivedOn && movement.fromFinding == Finding::open)
      analysis.add(daysBetween(*movement.receivedOn, movement.movedOn), movement.quantity);
    else if (movement.receivedOn && movement.reversal && movement.toFinding == Finding::open)
      analysis.add(daysBetween(*movement.receivedOn, movement.movedOn), -movement.quantity);
  }
  figures.returns = static_cast<long long>(returns.size());
  figures.analysisDays = analysis.average();
  figures.returnDays = way.average();
  if (figures.found > 0)
    figures.ntfShare =
        100.0 * static_cast<double>(figures.noTroubleFound) / static_cast<double>(figures.found);
  for (const auto& [level, units] : foundByLevel) {
    if (level == TestLevel::standard) figures.foundByStandardTest += units;
    if (level == TestLevel::load) figures.foundByLoadTest += units;
    if (level == TestLevel::ntf) figures.foundByNtf += units;
  }
  return figures;
}

}  // namespace octad::model
