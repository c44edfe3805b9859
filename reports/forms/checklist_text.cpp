#include "reports/forms/checklist_text.hpp"

#include "reports/forms/labels.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {

using model::tr;

std::string checklistText(const model::CaseFile& file, const std::vector<model::ClausePoint>& checklist,
                          const DocumentOptions& options) {
  const Labels labels(options.language);
  std::string out = labels.text(tr("Clause checklist")) + "  " + file.complaint.number + "\n" +
                    momentText(options.printedAt, options.zone) + "\n" +
                    labels.text(tr("The questions are in our own words; the clauses are those of IATF "
                                   "16949:2016.")) +
                    "\n";
  for (const auto& point : checklist) {
    out += "\n" + point.clause + "  " + labels.sentence(point.question) + "\n";
    if (!point.applies()) out += "  - " + labels.sentence(point.notApplicable) + "\n";
    for (const auto& fact : point.found) out += "  + " + labels.sentence(fact) + "\n";
    for (const auto& missing : point.missing) out += "  ! " + labels.sentence(missing) + "\n";
  }
  return out;
}

}  // namespace octad::reports
