#pragma once

#include <string>

#include "reports/charts/drawing.hpp"

namespace octad::reports {

enum class BarcodeKind { code128, qr };

/// A code that a scanner reads, drawn as rectangles so that it stays sharp at any size. Throws
/// model::Invalid("code") for a text the code cannot hold.
Drawing barcodeDrawing(std::string name, const std::string& text, BarcodeKind kind, double width,
                       double height);

}  // namespace octad::reports
