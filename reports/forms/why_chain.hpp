#pragma once

#include <vector>

#include "reports/charts/cause_drawings.hpp"
#include "reports/forms/report_subject.hpp"

namespace octad::reports {

/// The tree of all causes that were not excluded and have whys; no branches when there is none.
WhyTree whyTreeOf(const ReportSubject& subject);

/// The fishbone of the causes that were placed on a branch; no bones when none was.
Fishbone fishboneOf(const ReportSubject& subject);

}  // namespace octad::reports
