#pragma once

#include "gui/cases/page_services.hpp"
#include "gui/returns/return_services.hpp"
#include "gui/viewmodels/session.hpp"

namespace octad::gui {

/// Documents for the pages, written by the reports room. Used in the executor.
PageServices documentServices(const viewmodels::Session& session);

/// The papers of returned goods. Used in the executor.
ReturnServices returnServices(const viewmodels::Session& session);

/// The list of the morning meeting, in the language of the window. Used in the executor.
void writeMorningList(const viewmodels::Session& session, const std::string& path);

/// The cases of a list as a register, in the language of the window. Used in the executor.
void writeList(const viewmodels::Session& session, const ListExportRequest& request);

}  // namespace octad::gui
