#pragma once

#include "gui/cases/page_services.hpp"
#include "gui/viewmodels/session.hpp"

namespace octad::gui {

/// Documents for the pages, written by the reports room. Used in the executor.
PageServices documentServices(const viewmodels::Session& session);

}  // namespace octad::gui
