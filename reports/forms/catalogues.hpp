#pragma once

#include "model/core/catalogue.hpp"

namespace octad::reports {

/// The Chinese texts embedded in the program ("locale/zh_CN.mo" of octad_templates).
model::Catalogue chineseCatalogue();

}  // namespace octad::reports
