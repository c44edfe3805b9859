#include "model/usecases/verify_lot.hpp"

#include <algorithm>
#include <set>

#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/case_parts.hpp"
#include "model/usecases/verify_effect.hpp"

namespace octad::model {

namespace {

constexpr int kMostCases = 500;

/// The corrective actions are done, and the effect is not closed yet.
bool awaitsEffect(const CaseFile& file) {
  bool any = false;
  for (const auto& action : file.actions) {
    if (action.kind != ActionKind::corrective) continue;
    if (!action.doneOn) return false;
    any = true;
  }
  const auto acceptance = file.complaint.acceptance;
  const bool ours = acceptance == Acceptance::accepted || acceptance == Acceptance::partly;
  return any && ours && file.discipline(DisciplineCode::d8).state != DisciplineState::approved;
}

bool isAbout(const CaseFile& file, const std::string& part) {
  return std::any_of(file.items.begin(), file.items.end(), [&](const ComplaintItem& item) {
    return foldText(file.partNumber(item.partId)) == foldText(part);
  });
}

/// One open case of each problem.
std::vector<CaseFile> casesOf(Reader& reader, const std::string& part) {
  CaseFilter filter;
  filter.openOnly = true;
  filter.text = part;
  std::vector<CaseFile> found;
  std::set<ProblemId> known;
  for (const auto& row : reader.casePage(filter, {}, kMostCases, std::nullopt).rows) {
    CaseFile file = reader.openCase(row.id);
    if (isAbout(file, part) && awaitsEffect(file) && known.insert(file.problem.id).second)
      found.push_back(std::move(file));
  }
  return found;
}

EffectCheck checkOf(const CaseFile& file, const LotCheck& input, const std::string& lot) {
  EffectCheck check;
  check.target = {file.complaint.id, 0, {}};
  check.verifiedOn = input.verifiedOn;
  check.lots = 1;
  check.inspected = input.inspected;
  const auto failed = input.failed.find(file.complaint.number);
  check.failed = failed == input.failed.end() ? 0 : failed->second;
  check.result = check.failed > 0 ? VerificationResult::notEffective : VerificationResult::effective;
  check.criterion = file.problem.effectCriterion.empty() ? input.criterion : file.problem.effectCriterion;
  check.note = input.note.empty() ? lot : lot + ": " + input.note;
  return check;
}

}  // namespace

std::vector<LotResult> VerifyLot::execute(const LotCheck& input) {
  requireRight(m_workplace.actor, Right::handleComplaint);
  const std::string part = cleanLine(input.part, "part", kNameLength);
  const std::string lot = cleanLine(input.lot, "lot", kNameLength);
  const auto cases = casesOf(m_workplace.store.reader(), part);
  if (cases.empty())
    throw Invalid("part", {tr("No 8D of part {0} waits for its effect to be verified."), {part}});
  for (const auto& [number, pieces] : input.failed)
    if (std::none_of(cases.begin(), cases.end(),
                     [&number = number](const CaseFile& file) { return file.complaint.number == number; }))
      throw Invalid("failed", {tr("Case {0} is not among those of part {1} that wait for their effect."),
                               {number, part}});
  std::vector<LotResult> results;
  for (const auto& file : cases) {
    const auto check = checkOf(file, input, lot);
    LotResult result{file.complaint.number, check.result, {}};
    try {
      VerifyEffect(m_workplace).execute(check);
    } catch (const Refused& refused) {
      result.refusal = refused.message();
    } catch (const Invalid& invalid) {
      result.refusal = invalid.message();
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace octad::model
