#pragma once

#include <optional>
#include <string>

#include "model/core/message.hpp"

namespace octad::cli {

class Context;

/// Asks for something that nobody shall read: on a terminal without showing what is typed, otherwise one line
/// of standard input. None at the end of the input.
std::optional<std::string> askHidden(Context& context, const model::Message& question);
/// True when somebody sits at a terminal who can be asked.
bool canAsk();

}  // namespace octad::cli
