#pragma once

#include <functional>
#include <optional>
#include <string>

#include "gui/viewmodels/start.hpp"

class wxWindow;

namespace octad::gui {

struct TypedPassword {
  std::string password;
  bool remember = false;
};

/// Asks for the password of an address; says what was wrong with the last one, and where there is no store of
/// passwords that it will be asked for every time. None: the user does not want to go on.
std::optional<TypedPassword> askPassword(wxWindow* parent, const viewmodels::StartViewModel::Wanted& wanted,
                                         const viewmodels::Translator& text);

}  // namespace octad::gui
