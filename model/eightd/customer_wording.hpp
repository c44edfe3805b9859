#pragma once

#include <vector>

#include "model/cases/case_file.hpp"
#include "model/core/message.hpp"

namespace octad::model {

/// Where the customer would read our internal wording, because there is none for the customer: one sentence
/// for the disciplines, one for causes and actions, one for the whys, which have one wording only. Told
/// before a report is written or sent; nothing is blocked.
std::vector<Message> internalWordingShown(const CaseFile& file);

}  // namespace octad::model
