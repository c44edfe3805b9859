#pragma once

#include <functional>
#include <wx/window.h>

#include "gui/viewmodels/import_dialog.hpp"

namespace octad::gui {

/// File → Import…: choose a file, see what every line would become, put columns right, store. `stored` is
/// called after something was written; `mail` with the path when a mail was chosen, which is no table.
void showImportDialog(wxWindow* parent, viewmodels::Session& session, viewmodels::TableFiles& files,
                      const std::function<void()>& stored,
                      const std::function<void(const std::string&)>& mail = {});

}  // namespace octad::gui
