#pragma once

#include <vector>

#include "model/access/deputies.hpp"
#include "model/work/notice.hpp"

namespace octad::model {

/// What the deputies are told beside those who are away on `today`: the same notice, said to be in their
/// place. Customer and subject go along where the deputy may read what the absent person may: by a role of
/// the deputy's own, or because the absent person reads it as member of the department that the deputy stands
/// in for. Nobody is told twice.
std::vector<Notice> deputyNotices(const std::vector<Notice>& notices, const std::vector<Person>& people,
                                  const std::vector<Deputy>& deputies, Date today);

}  // namespace octad::model
