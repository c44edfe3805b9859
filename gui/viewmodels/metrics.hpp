#pragma once

#include <string>
#include <vector>

#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/policy.hpp"

namespace octad::viewmodels {

/// The counts of a period by one dimension: all, counted and weighted side by side.
class MetricsViewModel {
 public:
  explicit MetricsViewModel(Session& session);

  model::Dimension dimension() const { return m_dimension; }
  const std::string& fromMonth() const { return m_from; }
  const std::string& toMonth() const { return m_to; }
  void setDimension(model::Dimension dimension) { m_dimension = dimension; }
  /// Returns why not when the months are none or the wrong way round; then nothing changes.
  std::optional<model::Message> setPeriod(const std::string& from, const std::string& to);

  void load();
  bool loading() const { return m_loading; }
  const model::CountTable& table() const { return m_table; }
  /// The words for a row in the language of now.
  std::string rowLabel(const model::Count& row) const;
  /// Whether the rows are classes by the names of the policy in force (model::kClassNote).
  bool hasNamedClasses() const;
  /// Rows in the order shown: months by time, classes by rank, others by number, largest first.
  const std::vector<model::Count>& rows() const { return m_table.rows; }
  /// What a chart can hold; the rest is left to the table.
  static constexpr std::size_t kChartRows = 18;

  Signal changed;
  FailureSignal failed;

 private:
  Session& m_session;
  model::Dimension m_dimension = model::Dimension::month;
  std::string m_from;
  std::string m_to;
  bool m_loading = false;
  model::CountTable m_table;
  model::Policy m_policy;  ///< in force: what the classes are called
  Lifetime m_life;
};

/// The last `count` months up to the month of `day`, as YYYY-MM, oldest first.
std::vector<std::string> lastMonths(model::Date day, int count);

}  // namespace octad::viewmodels
