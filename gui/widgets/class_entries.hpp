#pragma once

#include <algorithm>
#include <optional>

#include "gui/widgets/choice.hpp"
#include "model/policy/class_names.hpp"
#include "model/usecases/class_choices.hpp"

namespace octad::gui {

/// "All classes" and those that a filter offers, in short; also the chosen one when it is not among them.
inline KeyChoice::Entries classEntries(const viewmodels::Translator& text,
                                       std::vector<model::ClassChoice> offered,
                                       std::optional<model::SeverityClass> chosen = {}) {
  const auto isChosen = [&](const model::ClassChoice& one) { return one.severity == chosen; };
  if (chosen && std::none_of(offered.begin(), offered.end(), isChosen)) offered.push_back({*chosen, {}});
  KeyChoice::Entries entries{{"", text(model::tr("All classes"))}};
  for (const auto& one : offered)
    entries.emplace_back(std::string(model::keyOf(one.severity)),
                         text(model::shortClassWords(one.severity, one.name)));
  return entries;
}

}  // namespace octad::gui
