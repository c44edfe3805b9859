#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/core/enum_keys.hpp"
#include "model/eightd/gates.hpp"

namespace octad::model {

/// What a line of the coverage matrix is about.
enum class CoverageSubject {
  cause,        ///< a cause, or one action against it
  noCause,      ///< a kind of cause that D4 has to name and does not
  action,       ///< a corrective action directed at no cause
  containment,  ///< D3
  effect        ///< D8, of the whole problem
};

template <>
struct EnumKeys<CoverageSubject> {
  static constexpr std::array entries{
      EnumEntry<CoverageSubject>{CoverageSubject::cause, "cause", tr("Cause")},
      EnumEntry<CoverageSubject>{CoverageSubject::noCause, "no_cause", tr("Cause not found")},
      EnumEntry<CoverageSubject>{CoverageSubject::action, "action", tr("Action without cause")},
      EnumEntry<CoverageSubject>{CoverageSubject::containment, "containment", tr("Containment")},
      EnumEntry<CoverageSubject>{CoverageSubject::effect, "effect", tr("Effect")},
  };
};

/// The columns: what is claimed, what proves it, what is done against it, what proves that.
enum class CoverageColumn { cause, causeProof, action, actionProof };

template <>
struct EnumKeys<CoverageColumn> {
  static constexpr std::array entries{
      EnumEntry<CoverageColumn>{CoverageColumn::cause, "cause", tr("Cause (D4)")},
      EnumEntry<CoverageColumn>{CoverageColumn::causeProof, "cause_proof", tr("Its evidence (D4)")},
      EnumEntry<CoverageColumn>{CoverageColumn::action, "action", tr("Action (D3, D5)")},
      EnumEntry<CoverageColumn>{CoverageColumn::actionProof, "action_proof", tr("Its evidence (D3, D6, D8)")},
  };
};
constexpr std::size_t kCoverageColumns = EnumKeys<CoverageColumn>::entries.size();

enum class CoverageMark { none, covered, hole };

/// One cell: what is there, and what the gates miss there.
struct CoverageCell {
  Message words;
  std::vector<MissingPoint> missing;
  CoverageMark mark() const {
    if (!missing.empty()) return CoverageMark::hole;
    return words.id.empty() ? CoverageMark::none : CoverageMark::covered;
  }
};

struct CoverageRow {
  CoverageSubject subject = CoverageSubject::cause;
  CauseId causeId;
  ActionId actionId;
  std::array<CoverageCell, kCoverageColumns> cells;

  CoverageCell& cell(CoverageColumn column) { return cells[static_cast<std::size_t>(column)]; }
  const CoverageCell& cell(CoverageColumn column) const { return cells[static_cast<std::size_t>(column)]; }
};

/// Cause x action x evidence of a problem. Its holes are the points that the gates of D3 to D6 and D8 miss,
/// each in the cell where it is mended; excluded causes are left out.
struct Coverage {
  std::vector<CoverageRow> rows;
  std::size_t holes() const;
};

Coverage coverageOf(const CaseFile& file, int verificationLots = kVerificationLots);

}  // namespace octad::model
