#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "model/access/people.hpp"

namespace octad::db {

/// The rights of the model as the database writes them (tables role_right and transition_right).
inline constexpr std::array<std::pair<model::Right, std::string_view>, 9> kRightNames{{
    {model::Right::registerComplaint, "registerComplaint"},
    {model::Right::handleComplaint, "handleComplaint"},
    {model::Right::answerAssignment, "answerAssignment"},
    {model::Right::checkAction, "checkAction"},
    {model::Right::recordReturn, "recordReturn"},
    {model::Right::approveClosing, "approveClosing"},
    {model::Right::import, "import"},
    {model::Right::administer, "administer"},
    {model::Right::read, "read"},
}};

constexpr std::string_view rightName(model::Right right) {
  for (const auto& [known, name] : kRightNames)
    if (known == right) return name;
  return {};
}

}  // namespace octad::db
