#pragma once

#include "model/cases/queries.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

/// Keeps or removes a named filter of the acting person.
class KeepView {
 public:
  explicit KeepView(Workplace workplace) : m_workplace(std::move(workplace)) {}
  void save(const SavedView& view);
  void remove(const SavedView& view);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
