#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/translator.hpp"
#include "model/cases/case_file.hpp"
#include "model/core/zone.hpp"

namespace octad::viewmodels {

/// Who handed a discipline in, what the department says to an answer entered for it, and who else owes one:
/// "submitted by TE, revision 2, 2026-11-22 17:30 · not confirmed by TE yet · PIE owes its answer". Empty
/// when there is nothing to say.
std::string answerWords(const model::CaseFile& file, model::DisciplineCode code, const model::Zone& zone,
                        const Translator& text);

/// The department asked; a supplier is told as one.
std::string askedLabel(const model::CaseFile& file, const model::Assignment& question,
                       const Translator& text);

/// What stands beside a question in the list of departments: the question, or why it was refused and whom
/// the department names, and more time that is asked for.
std::string questionWords(const model::CaseFile& file, const model::Assignment& question,
                          const Translator& text);
/// "Refused (2)": with how often the question came back.
std::string questionState(const model::Assignment& question, const Translator& text);

/// "Self-assessment of revision 2: department 78 %, CQE not yet": what stands above the replies.
std::string assessmentWords(const model::CaseFile& file, const Translator& text);

/// "Effect challenged by C26-00012": what the header says; empty when nothing is open.
model::Message challengeWords(const model::CaseFile& file);

}  // namespace octad::viewmodels
