#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/eightd/gates.hpp"
#include "model/usecases/class_choices.hpp"

namespace octad::viewmodels {

constexpr int kListIdLimit = 50'000;  ///< ids held for scroll bar and jumps (design 11, lists)
constexpr int kListPage = 100;        ///< rows read at once

/// What the panel below the list says about the selected case.
struct CasePreview {
  model::CaseFile file;
  std::vector<model::MissingPoint> missing;  ///< for the next gate
};

/// The list of cases: the first page at once by keyset, then the ids of the filter from a worker so that
/// scroll bar, End and jumps work, rows by id in pages. Keeps its rows while it reads them again.
class CaseListViewModel {
 public:
  explicit CaseListViewModel(Session& session);

  const model::CaseFilter& filter() const { return m_filter; }
  const model::CaseSort& sort() const { return m_sort; }
  void setFilter(const model::CaseFilter& filter);
  /// Searches all cases, also the closed ones, for what is typed; one character does not filter. False when
  /// that changes nothing.
  bool search(const std::string& typed);
  void clearFilter();
  bool isFiltered() const;
  /// The same column again turns the order around.
  void sortBy(model::CaseColumn column);
  /// Reads everything again; keeps what is shown until the new rows are there.
  void refresh();

  long rowCount() const { return static_cast<long>(m_ids.size()); }
  /// The row, or null while it is being read: asking for it starts that.
  const model::CaseRow* row(long index);
  model::ComplaintId idAt(long index) const;
  /// -1 when it is not in the list.
  long indexOf(model::ComplaintId id) const;
  /// The text of a cell as shown in the list.
  std::string cell(long index, model::CaseColumn column);
  bool isOverdue(const model::CaseRow& row) const;

  void select(long index);
  model::ComplaintId selected() const { return m_selected; }
  const std::optional<CasePreview>& preview() const { return m_preview; }

  bool loading() const { return m_loading; }
  /// Number of cases of the filter; none until counted.
  std::optional<long long> total() const { return m_total; }
  std::optional<long long> openTotal() const { return m_openTotal; }
  /// Nothing was ever registered, whatever the filter says.
  bool registerIsEmpty() const { return m_registerEmpty; }
  /// "38 cases", or "newest 50,000 of n: narrow the filter".
  std::string summary() const;
  const std::exception_ptr& error() const { return m_error; }

  // What the filter bar offers
  const std::vector<model::Customer>& customers() const { return m_customers; }
  const std::vector<model::Department>& departments() const { return m_departments; }
  const std::vector<model::SavedView>& views() const { return m_views; }
  /// Those of the policy in force by its names; empty until read.
  const std::vector<model::ClassChoice>& classes() const { return m_classes; }
  /// The newest first; where there are none nothing is offered.
  const std::vector<model::Campaign>& campaigns() const { return m_campaigns; }
  void readChoices();
  void applyView(const model::SavedView& view);
  /// Keeps the filter and order of now under a name; the same name is replaced.
  void keepView(const std::string& name);
  void removeView(const model::SavedView& view);

  Signal reset;                                           ///< number or order of rows changed
  boost::signals2::signal<void(long, long)> rowsChanged;  ///< first and last row, content only
  /// Cases whose content is another one than before the last refresh, to be pointed out once.
  boost::signals2::signal<void(const std::vector<model::ComplaintId>&)> contentChanged;
  Signal previewChanged;
  Signal stateChanged;    ///< loading, totals, error
  Signal choicesChanged;  ///< customers, departments, views

 private:
  struct Known {
    model::CaseRow row;
    int generation = 0;
  };

  void readAgain(bool sameList);
  void readFirstPage();
  void readIds();
  void readTotals();
  void firstPageArrived(model::CasePage page);
  void wantRows(long index);
  void readNextBlock();
  void rowsArrived(long first, std::vector<model::CaseRow> rows);
  void setIds(std::vector<model::ComplaintId> ids);
  void remember(model::CaseRow row);
  void tellChanged();
  void failed(const std::exception_ptr& error);
  void readPreview();

  Session& m_session;
  model::CaseFilter m_filter;
  model::CaseSort m_sort;
  std::vector<model::ComplaintId> m_ids;
  std::unordered_map<long long, Known> m_known;
  int m_generation = 0;
  std::deque<long> m_wanted;  ///< blocks to read, newest wish first
  bool m_reading = false;     ///< a block is under way
  bool m_loading = false;
  bool m_sameList = false;                    ///< only read again: filter and order are the same
  std::vector<model::ComplaintId> m_changed;  ///< rows that read otherwise than before
  std::optional<long long> m_total;
  std::optional<long long> m_openTotal;
  bool m_registerEmpty = false;
  std::exception_ptr m_error;
  model::ComplaintId m_selected;
  std::optional<CasePreview> m_preview;
  std::vector<model::Customer> m_customers;
  std::vector<model::Department> m_departments;
  std::vector<model::SavedView> m_views;
  std::vector<model::ClassChoice> m_classes;
  std::vector<model::Campaign> m_campaigns;
  Lifetime m_listReads;     ///< renewed when the filter changes
  Lifetime m_previewReads;  ///< renewed when the selection changes
  Lifetime m_otherReads;
};

}  // namespace octad::viewmodels
