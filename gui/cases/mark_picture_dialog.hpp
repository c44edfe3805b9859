#pragma once

#include "gui/viewmodels/case_page.hpp"
#include "model/core/ids.hpp"

class wxImage;
class wxWindow;

namespace octad::gui {

/// Draws arrows, circles and words over a picture of the case; the file stays as it came. True when marks
/// were stored.
bool showMarkPicture(wxWindow* parent, viewmodels::CasePageViewModel& page, model::AttachmentId attachment,
                     const wxImage& picture);

}  // namespace octad::gui
