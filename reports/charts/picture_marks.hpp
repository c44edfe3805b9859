#pragma once

#include <vector>

#include "model/cases/case_records.hpp"

using cairo_t = struct _cairo;

namespace octad::reports {

/// Draws the marks of a picture into the rectangle 0, 0, width, height that the picture fills; `scale` is the
/// size of a point there, for pens and letters.
void drawMarks(cairo_t* cr, double width, double height, const std::vector<model::PictureMark>& marks,
               double scale = 1);

}  // namespace octad::reports
