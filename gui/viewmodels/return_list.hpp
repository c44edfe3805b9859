#pragma once

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/returns/return_figures.hpp"
#include "model/returns/return_queries.hpp"

namespace octad::viewmodels {

constexpr int kMostReturns = 20'000;  ///< read at once; beyond that the filter has to be narrowed
constexpr int kOldDays = 7;           ///< nothing happened for longer than that: pointed out

enum class ReturnColumn {
  number,
  rma,
  customer,
  part,
  kind,
  state,
  waitsFor,
  received,  ///< "118 of 120"
  open,
  due,
  age,
  cases,
};

/// Of which returns the figures tell, by the day they were received.
enum class FiguresPeriod { lastTwelveMonths, lastThreeMonths, thisMonth, thisYear, lastYear };

/// First and last day of the period, seen from a day.
std::pair<model::Date, model::Date> daysOf(FiguresPeriod period, model::Date today);

/// Returns in one state: a field of the board.
struct BoardField {
  model::ReturnState state = model::ReturnState::announced;
  long long returns = 0;
  long long pieces = 0;
  bool chosen = false;
};

/// The returned goods: a board by state over the list, its filter, and the figures of a period.
/// States of the board choose among the rows that were read, so that a click answers at once.
class ReturnListViewModel {
 public:
  explicit ReturnListViewModel(Session& session);

  const model::ReturnFilter& filter() const { return m_filter; }
  /// Reads again unless only the states differ.
  void setFilter(const model::ReturnFilter& filter);
  void clearFilter();
  bool isFiltered() const;
  /// Chooses a state of the board, or lets go of it.
  void toggle(model::ReturnState state);
  void refresh();
  void readChoices();

  /// The states a return can be in, with what the filter leaves in each.
  std::vector<BoardField> board() const;

  long rowCount() const { return static_cast<long>(m_shown.size()); }
  const model::ReturnRow* row(long index) const;
  long indexOf(model::ReturnId id) const;
  std::string cell(long index, ReturnColumn column) const;
  bool isOverdue(const model::ReturnRow& row) const;
  /// Nothing happened for more than a week.
  bool isOld(const model::ReturnRow& row) const;
  /// Days since something happened; none when the return has ended.
  std::optional<int> ageOf(const model::ReturnRow& row) const;
  /// The same column again turns the order around.
  void sortBy(ReturnColumn column);
  ReturnColumn sortColumn() const { return m_sort; }
  bool sortDescending() const { return m_descending; }

  void select(model::ReturnId id) { m_selected = id; }
  model::ReturnId selected() const { return m_selected; }

  bool loading() const { return m_loading; }
  const std::exception_ptr& error() const { return m_error; }
  /// Open returns, whatever the filter says; none until counted.
  std::optional<long long> openTotal() const { return m_openTotal; }
  /// Nothing was ever announced.
  bool registerIsEmpty() const { return m_registerEmpty; }
  std::string summary() const;
  FiguresPeriod period() const { return m_period; }
  void setPeriod(FiguresPeriod period);
  /// "14 returns, 1,204 pieces · analysis 3.2 d · …", in parts; empty without returns.
  std::vector<std::string> figures() const;
  const std::vector<model::Customer>& customers() const { return m_customers; }

  Signal reset;           ///< rows changed
  Signal stateChanged;    ///< loading, totals, error, figures
  Signal choicesChanged;  ///< customers

 private:
  struct Loaded;
  void take(Loaded loaded);
  void showRows();
  std::string dueText(const model::ReturnRow& row) const;

  Session& m_session;
  model::ReturnFilter m_filter;
  std::vector<model::ReturnRow> m_rows;  ///< of the filter without its states
  std::vector<std::size_t> m_shown;      ///< of m_rows, in the order of the list
  long long m_total = 0;
  ReturnColumn m_sort = ReturnColumn::number;
  bool m_descending = true;
  model::ReturnId m_selected;
  bool m_loading = false;
  bool m_registerEmpty = false;
  std::optional<long long> m_openTotal;
  std::exception_ptr m_error;
  FiguresPeriod m_period = FiguresPeriod::lastTwelveMonths;
  model::ReturnFigures m_figures;
  std::vector<model::Customer> m_customers;
  Lifetime m_reads;
  Lifetime m_otherReads;
};

}  // namespace octad::viewmodels
