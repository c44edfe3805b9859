#pragma once

#include <optional>

#include "gui/viewmodels/lock.hpp"
#include "gui/viewmodels/who_am_i.hpp"

class wxWindow;

namespace octad::gui {

/// What the user wants next after looking at who they are.
struct WhoWish {
  enum class Kind { nothing, changePassword, lock, otherPerson, actFor, actForSelf };
  Kind kind = Kind::nothing;
  std::optional<model::StandIn> place;  ///< for actFor
};

/// Who works here and what the person may do: roles, department, rights in words, whom the person stands in
/// for and who stands in for the person, how the window is connected.
WhoWish showWhoAmI(wxWindow* parent, viewmodels::WhoAmIViewModel& viewModel, viewmodels::LockViewModel& lock);

}  // namespace octad::gui
