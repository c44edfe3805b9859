#pragma once

#include <string>

namespace octad::demo {

/// A drawn picture that stands for a photo of evidence: a board with one open joint, or a surface with a
/// scratch, both near the middle. PNG bytes; the same seed gives the same picture.
std::string boardPhoto(unsigned seed);
std::string surfacePhoto(unsigned seed);

}  // namespace octad::demo
