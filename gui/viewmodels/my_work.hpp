#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/list_read.hpp"
#include "model/policy/calendar.hpp"
#include "model/work/people_work.hpp"

namespace octad::viewmodels {

enum class WorkColumn { urgency, due, kind, number, severity, customer, subject, waits };

/// Which list of the place is shown.
enum class WorkView { mine, others, people };

/// What waits for the person at the window, what that person waits for, and for heads and quality managers
/// what waits for their people; the most urgent first.
class MyWorkViewModel final : public ListRead {
 public:
  explicit MyWorkViewModel(Session& session);

  void refresh();
  void show(WorkView view);
  WorkView view() const { return m_view; }
  /// True for those who look after people.
  bool hasPeople() const { return model::looksAfterPeople(m_session.actor); }
  /// The people with how much waits for each; read when that list is first shown.
  const std::vector<model::PersonWork>& people() const { return m_people; }
  /// "CQE Wang Fang: 12"
  std::string personText(const model::PersonWork& person) const;
  /// Shows the work of one person only; an empty key shows everybody's.
  void choosePerson(const std::string& key);
  const std::string& chosenPerson() const { return m_person; }

  long rowCount() const {
    return static_cast<long>(m_view == WorkView::people ? m_rows.size() : shown().size());
  }
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
  const std::vector<model::WorkItem>& shown() const;
  const std::optional<model::WorkItem>& selected() const {
    return m_selected[static_cast<std::size_t>(m_view)];
  }
  void chooseRows();
  std::string dueText(const model::WorkItem& item) const;
  std::string waitsText(const model::WorkItem& item) const;

  model::WorkList m_list;
  std::optional<model::WorkCalendar> m_calendar;  ///< none until read
  WorkView m_view = WorkView::mine;
  std::vector<model::WorkItem> m_peopleItems;
  std::vector<model::PersonWork> m_people;
  std::string m_person;             ///< key of the one that is shown; empty: everybody
  std::vector<std::size_t> m_rows;  ///< places in m_peopleItems
  std::array<std::optional<model::WorkItem>, 3> m_selected;  ///< of each view
};

}  // namespace octad::viewmodels
