#pragma once

#include <string>

#include "gui/viewmodels/case_actions.hpp"
#include "gui/viewmodels/translator.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"

// What the page of a discipline says in sentences above and between its tables.
namespace octad::viewmodels {

/// The newest answer of a discipline; null when nothing was handed in.
const model::Submission* newestSubmission(const model::CaseFile& file, model::DisciplineCode code);

/// Why a discipline is as it is: returned by whom and why, not required because, or why it cannot be written
/// (`save` is the action of saving it). Empty when there is nothing to say.
std::string reviewWords(const model::CaseFile& file, model::DisciplineCode code, const CaseAction& save,
                        const Translator& text);

/// D0: by an 8D, short or not ours, and whether safety or a penalty clause are concerned.
std::string wayWords(const model::CaseFile& file, const Translator& text);

/// D8: the customer's word on the newest reply, the result and what it cost as far as they are known, and
/// when the case was closed and opened again.
std::string closingWords(const model::CaseFile& file, const model::Zone& zone, const Translator& text);

}  // namespace octad::viewmodels
