#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/list_read.hpp"
#include "model/policy/calendar.hpp"
#include "model/work/work_item.hpp"

namespace octad::viewmodels {

enum class WorkColumn { urgency, due, kind, number, severity, customer, subject, waits };

/// What waits for the person at the window, and what that person waits for; the most urgent first.
class MyWorkViewModel final : public ListRead {
 public:
  explicit MyWorkViewModel(Session& session);

  void refresh();
  /// Shows what the person waits for instead.
  void showOthers(bool others);
  bool othersShown() const { return m_others; }

  long rowCount() const { return static_cast<long>(shown().size()); }
  const model::WorkItem* row(long index) const;
  std::string cell(long index, WorkColumn column) const;
  model::Urgency urgency(long index) const;
  /// The row of the same case or return and kind of work as the one selected last; -1 when it is gone.
  long selectedRow() const;
  void select(long index);

  std::size_t mineCount() const { return m_list.mine.size(); }
  std::size_t othersCount() const { return m_list.others.size(); }
  /// How many wait for the person; none until read.
  std::optional<long long> total() const;
  /// "3 overdue · 2 today"; empty when nothing is that urgent.
  std::string summary() const;

 private:
  struct Loaded;
  const std::vector<model::WorkItem>& shown() const { return m_others ? m_list.others : m_list.mine; }
  std::string dueText(const model::WorkItem& item) const;

  model::WorkList m_list;
  std::optional<model::WorkCalendar> m_calendar;  ///< none until read
  bool m_others = false;
  std::optional<model::WorkItem> m_selected;
};

}  // namespace octad::viewmodels
