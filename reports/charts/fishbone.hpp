#pragma once

#include <string>
#include <vector>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

/// How a cause is marked on its bone.
enum class BoneMark { open, confirmed, primary, secondary, excluded };

struct BoneCause {
  std::string text;
  BoneMark mark = BoneMark::open;
};

/// One branch with its causes.
struct Bone {
  std::string name;
  std::vector<BoneCause> causes;
};

/// A cause and effect diagram (Ishikawa): the problem at the head, its branches above and below the spine.
struct Fishbone {
  std::string problem;
  std::vector<Bone> bones;  ///< drawn in pairs, the first half above
  std::vector<std::pair<BoneMark, std::string>> legend;
};

/// The height in points it needs at `width`.
double fishboneHeight(const Fishbone& fishbone, double width);

/// Draws it into 0, 0, width, height; a height below fishboneHeight scales it down.
void drawFishbone(cairo_t* cr, double width, double height, const Fishbone& fishbone);

/// The diagram as a drawing for documents, as high as it needs.
Drawing fishboneDrawing(std::string name, Fishbone fishbone, double width = 495);

}  // namespace octad::reports
