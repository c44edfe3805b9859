#pragma once

#include <optional>
#include <string>

#include "gui/viewmodels/profiles.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// A server for the start page: where it is, who one is there, and whose certificate is believed. What is
/// wrong is told at its field. Stores it among the profiles; none: the user changed their mind.
std::optional<viewmodels::Profile> editServer(wxWindow* parent, viewmodels::Profiles& profiles,
                                              const viewmodels::Profile& start, const std::string& formerName,
                                              const viewmodels::Translator& text);

}  // namespace octad::gui
