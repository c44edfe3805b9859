#pragma once

#include "model/eightd/failure_words.hpp"

namespace octad::cli {

/// Reads failures by the words that ship inside the program.
const model::FailureReader& failureReader();

}  // namespace octad::cli
