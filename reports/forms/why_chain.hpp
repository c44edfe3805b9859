#pragma once

#include <vector>

#include "reports/charts/why_tree.hpp"
#include "reports/forms/report_subject.hpp"

namespace octad::reports {

/// The whys of one cause in order.
std::vector<const model::WhyStep*> whyChain(const model::CaseFile& file, model::CauseId cause);

/// The tree of all causes that were not excluded and have whys; no branches when there is none.
WhyTree whyTreeOf(const ReportSubject& subject);

}  // namespace octad::reports
