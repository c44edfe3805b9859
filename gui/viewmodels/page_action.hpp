#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <vector>

#include "model/core/message.hpp"

namespace octad::viewmodels {

/// Something to do on a page: whether it can be done now, and if not, the sentence that says why.
template <class Id>
struct PageAction {
  Id id = {};
  const char* label = "";  ///< English text for the catalogue, with mnemonic
  bool dangerous = false;  ///< takes something back or ends the whole; stands apart
  std::optional<model::Message> whyNot;

  bool enabled() const { return !whyNot.has_value(); }
};

/// The one action of the list; every id of the function that made the list is always there.
template <class Id>
const PageAction<Id>& actionOf(const std::vector<PageAction<Id>>& actions, Id id) {
  const auto found =
      std::find_if(actions.begin(), actions.end(), [id](const auto& action) { return action.id == id; });
  if (found == actions.end()) throw std::logic_error("no such action on this page");
  return *found;
}

}  // namespace octad::viewmodels
