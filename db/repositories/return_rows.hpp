#pragma once

#include "model/ports/return_rows.hpp"

namespace octad::db {

class SqlUnitOfWork;

/// Writing returned goods in the transaction of a unit of work.
class SqlReturnRows final : public model::ReturnRows {
 public:
  explicit SqlReturnRows(SqlUnitOfWork& unit) : m_unit(unit) {}

  void create(model::GoodsReturn& head, int year) override;
  model::ReturnFile lock(model::ReturnId id, long long expectedVersion) override;
  void update(model::GoodsReturn& head) override;
  void insert(model::ReturnRecord& record) override;
  void update(model::ReturnRecord& record) override;
  void insert(const std::vector<model::ReturnUnit>& units) override;
  void insert(const std::vector<model::UnitTest>& tests) override;
  void update(const std::vector<model::ReturnUnit>& units) override;
  void remove(const std::vector<model::ReturnUnit>& units) override;
  model::SweepTask lockSweep(model::SweepRowId id) override;

 private:
  template <class T>
  void insertMany(const std::vector<T>& records);

  SqlUnitOfWork& m_unit;
};

}  // namespace octad::db
