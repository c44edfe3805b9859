#pragma once

#include <string>

#include "model/ports/progress.hpp"
#include "model/ports/unit_of_work.hpp"
#include "model/usecases/set_up.hpp"

namespace octad::demo {

/// Fills a new database with a believable factory: about 80 cases over the 14 months before `now`, in every
/// state, Chinese and English, with photos, rejected answers, an ineffective verification and overdue work.
/// Made only through use cases, with a clock that the generator moves; the same `now` makes the same factory.
/// `login` becomes the CQE who opens it.
void makeDemonstration(model::Store& store, const model::SiteSetup& site, const std::string& login,
                       model::Instant now, model::Progress* progress);

}  // namespace octad::demo
