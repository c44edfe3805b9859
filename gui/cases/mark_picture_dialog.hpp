#pragma once

#include "gui/viewmodels/case_page.hpp"
#include "model/core/ids.hpp"

class wxImage;
class wxWindow;

namespace octad::gui {

/// Draws arrows, circles and words over a picture of the case; the file stays as it came.
void showMarkPicture(wxWindow* parent, viewmodels::CasePageViewModel& page, model::AttachmentId attachment,
                     const wxImage& picture);

}  // namespace octad::gui
