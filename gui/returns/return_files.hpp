#pragma once

#include <optional>
#include <vector>

#include "gui/cases/incoming_files.hpp"
#include "gui/viewmodels/return_action_forms.hpp"

namespace octad::gui {

/// The form that asks what the files are and keeps them with the return, or with one of its units. Hashing
/// and storing run where the form is executed.
viewmodels::ReturnForm returnAttachForm(const viewmodels::ReturnPageViewModel& page,
                                        std::vector<FileSource> files, model::ReturnPaper paper,
                                        std::optional<model::ReturnUnitId> unit);

}  // namespace octad::gui
