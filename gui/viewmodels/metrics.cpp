#include "gui/viewmodels/metrics.hpp"

#include <algorithm>

#include "model/cases/complaint.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::Count;
using model::Dimension;
using model::tr;

std::vector<std::string> lastMonths(model::Date day, int count) {
  std::vector<std::string> months;
  const std::chrono::year_month_day ymd(day.days());
  std::chrono::year_month month = ymd.year() / ymd.month();
  month -= std::chrono::months(count - 1);
  for (int index = 0; index < count; ++index, month += std::chrono::months(1))
    months.push_back(model::Date(std::chrono::sys_days(month / 1)).month());
  return months;
}

MetricsViewModel::MetricsViewModel(Session& session) : m_session(session) {
  constexpr int kYear = 12;
  const auto months = lastMonths(session.zone.date(session.clock.now()), kYear);
  m_from = months.front();
  m_to = months.back();
}

std::optional<model::Message> MetricsViewModel::setPeriod(const std::string& from, const std::string& to) {
  try {
    model::monthsBetween(from, to);
  } catch (const model::Invalid& invalid) {
    return invalid.message();
  }
  m_from = from;
  m_to = to;
  return std::nullopt;
}

void MetricsViewModel::load() {
  m_loading = true;
  m_life.renew();
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, dimension = m_dimension, from = m_from, to = m_to,
       now = m_session.clock.now()] {
        return std::pair(store->reader().counts({dimension}, from, to),
                         model::readSite(store->reader(), now).active);
      },
      [this](std::pair<model::CountTable, model::Policy> read) {
        m_loading = false;
        m_table = std::move(read.first);
        m_policy = std::move(read.second);
        if (m_dimension == Dimension::month)
          std::stable_sort(m_table.rows.begin(), m_table.rows.end(),
                           [](const Count& left, const Count& right) { return left.keys < right.keys; });
        else if (m_dimension != Dimension::severity)  // those come in the order of their rank
          std::stable_sort(m_table.rows.begin(), m_table.rows.end(),
                           [](const Count& left, const Count& right) { return left.all > right.all; });
        changed();
      },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        failed(error);
      });
}

bool MetricsViewModel::hasNamedClasses() const {
  return m_table.dimensions == std::vector{Dimension::severity} && !m_policy.classes.empty();
}

std::string MetricsViewModel::rowLabel(const Count& row) const {
  const std::string key = row.keys.empty() ? std::string() : row.keys.front();
  if (key.empty()) return m_session.translator(tr("(not given)"));
  if (!m_table.dimensions.empty() && m_table.dimensions.front() == Dimension::severity)
    if (const auto severity = model::fromKey<model::SeverityClass>(key))
      return m_session.translator(model::className(m_policy, *severity));
  return key;
}

}  // namespace octad::viewmodels
