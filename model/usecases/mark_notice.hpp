#pragma once

#include <optional>

#include "model/usecases/workplace.hpp"
#include "model/work/notice.hpp"

namespace octad::model {

/// Marks notices of the acting person as read.
class MarkNotice {
 public:
  explicit MarkNotice(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// One notice, or all of them. Gives how many were unread before; somebody else's count as none.
  long long execute(std::optional<NoticeId> only);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
