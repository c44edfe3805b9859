#pragma once

#include "model/usecases/workplace.hpp"

namespace octad::model {

/// A returned quantity as counted; id 0 is new, otherwise its findings are brought up to date.
struct ReturnEntry {
  CaseTarget target;
  ReturnedQuantity entry;

  static constexpr auto describe() {
    return members(member("target", &ReturnEntry::target), member("entry", &ReturnEntry::entry));
  }
};

/// Invalid("received") "returned 6 of 5 shipped" unless explained (also for the sum of several returns);
/// Refused("closed").
class RecordReturn {
 public:
  explicit RecordReturn(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const ReturnEntry& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
