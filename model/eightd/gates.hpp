#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"

namespace octad::model {

/// Gates are hard for major, soft with a recorded reason for general, absent for other (design 5).
enum class GateStrength { hard, soft, absent };

GateStrength gateStrength(SeverityClass severity);

/// One thing that is missing, in words, and where to jump.
struct MissingPoint {
  DisciplineCode discipline = DisciplineCode::d0;
  std::string field;  ///< e.g. "causes", "team", "sweep.customer", "returns", "replies"
  Message text;
  CauseId causeId = {};    ///< the cause it is about, where it is about one
  ActionId actionId = {};  ///< the action
  std::string column = {};  ///< the field of that row where it is mended, "why_steps" for the whys of a cause
};

/// Consecutive good lots that prove the effect, unless the policy says otherwise (Policy::verificationLots).
constexpr int kVerificationLots = 3;

/// What is missing before a discipline can be approved (field.md 3.1, rules 3-D, 3-J). A discipline that is
/// not required misses nothing.
std::vector<MissingPoint> missingFor(DisciplineCode code, const CaseFile& file,
                                     int verificationLots = kVerificationLots);
/// What is missing before the 8D report goes to the customer, beside its disciplines: the decision on similar
/// cases. The first reply and the 3D do not wait for it.
std::vector<MissingPoint> missingBeforeRelease(const CaseFile& file);
/// What is missing before the case can be closed: disciplines, effectiveness after the last failed
/// verification, quantity balance (open sweep, returns awaiting), customer's answer, open actions.
std::vector<MissingPoint> missingForClosing(const CaseFile& file, int verificationLots = kVerificationLots);
/// Returned pieces allocated to the case that are not settled, unless their return was handed on
/// (design 4.7). This holds whatever the class of the complaint.
std::vector<MissingPoint> missingReturns(const CaseFile& file);
/// What is missing for the next step of the case: the first discipline not approved, or the closing.
std::vector<MissingPoint> missingNext(const CaseFile& file, int verificationLots = kVerificationLots);
/// What to do next where missingNext() has no point.
Message nothingMissingNext(const CaseFile& file);

/// What stands before the reason of disciplines that a short answer made unnecessary.
inline constexpr std::string_view kShortPath = "short_reply";
/// Why a discipline is not required, in words.
Message notRequiredWords(const Discipline& discipline);

/// The phase shown, derived from the disciplines: containing, analysing, implementing, verifying, closing,
/// closed.
std::string phaseOf(const CaseFile& file);
const char* phaseLabel(std::string_view phase);

}  // namespace octad::model
