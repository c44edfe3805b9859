#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "model/access/people.hpp"

namespace octad::db {

/// The rights of the model as the database writes them (tables role_right and transition_right).
inline constexpr std::array<std::pair<model::Right, std::string_view>, 15> kRightNames{{
    {model::Right::registerComplaint, "registerComplaint"},
    {model::Right::handleComplaint, "handleComplaint"},
    {model::Right::answerAssignment, "answerAssignment"},
    {model::Right::checkAction, "checkAction"},
    {model::Right::announceReturn, "announceReturn"},
    {model::Right::recordReturn, "recordReturn"},
    {model::Right::testReturn, "testReturn"},
    {model::Right::disposeReturn, "disposeReturn"},
    {model::Right::bookCost, "bookCost"},
    {model::Right::countSweep, "countSweep"},
    {model::Right::approveClosing, "approveClosing"},
    {model::Right::import, "import"},
    {model::Right::administer, "administer"},
    {model::Right::audit, "audit"},
    {model::Right::read, "read"},
}};

constexpr std::string_view rightName(model::Right right) {
  for (const auto& [known, name] : kRightNames)
    if (known == right) return name;
  return {};
}

}  // namespace octad::db
