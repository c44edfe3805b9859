#include "gui/viewmodels/case_list.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/kept_json.hpp"
#include "model/core/fingerprint.hpp"
#include "model/core/text.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/saved_views.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::CaseColumn;
using model::CaseRow;
using model::ComplaintId;
using model::tr;

namespace {

constexpr std::size_t kMinSearch = 2;     ///< characters
constexpr std::size_t kMaxWanted = 4;     ///< blocks still wished for after fast scrolling
constexpr int kMaxFilterCustomers = 199;  ///< a choice is no place for thousands

struct Totals {
  long long total = 0;
  long long open = 0;
  bool registerEmpty = false;
};

struct Choices {
  std::vector<model::Customer> customers;
  std::vector<model::Department> departments;
  std::vector<model::SavedView> views;
  std::vector<model::ClassChoice> classes;
  std::vector<model::Campaign> campaigns;
};

/// Newest first is what one wants of dates and numbers; text reads from A on.
bool startsDescending(CaseColumn column) {
  return column == CaseColumn::number || column == CaseColumn::receivedAt || column == CaseColumn::severity;
}

}  // namespace

CaseListViewModel::CaseListViewModel(Session& session) : m_session(session) {
  m_filter.openOnly = true;
}

void CaseListViewModel::setFilter(const model::CaseFilter& filter) {
  m_filter = filter;
  readAgain(false);
}

bool CaseListViewModel::search(const std::string& typed) {
  model::CaseFilter filter = m_filter;
  filter.text = model::characterCount(typed) >= kMinSearch ? typed : std::string();
  if (filter.text == m_filter.text) return false;
  filter.openOnly = filter.text.empty() && filter.openOnly;
  setFilter(filter);
  return true;
}

void CaseListViewModel::clearFilter() {
  setFilter({});
}

bool CaseListViewModel::isFiltered() const {
  const model::CaseFilter& f = m_filter;
  return !f.states.empty() || f.openOnly || f.severity || f.customerId || f.departmentId || f.ownerId ||
         f.campaignId || f.overdue || f.excludedBySpeed || !f.text.empty() || !f.noticeFrom.empty() ||
         !f.noticeTo.empty();
}

void CaseListViewModel::sortBy(CaseColumn column) {
  if (m_sort.column == column)
    m_sort.descending = !m_sort.descending;
  else
    m_sort = {column, startsDescending(column)};
  readAgain(false);
}

void CaseListViewModel::refresh() {
  readAgain(true);
}

void CaseListViewModel::readAgain(bool sameList) {
  m_sameList = sameList;
  m_listReads.renew();
  ++m_generation;
  m_wanted.clear();
  m_reading = false;
  m_loading = true;
  m_error = nullptr;
  m_total.reset();
  m_filter.now = m_session.clock.now();
  stateChanged();
  readFirstPage();
}

void CaseListViewModel::readFirstPage() {
  inBackground(
      m_session.executor, m_listReads,
      [store = m_session.store, filter = m_filter, sort = m_sort] {
        return store->reader().casePage(filter, sort, kListPage, std::nullopt);
      },
      [this](model::CasePage page) { firstPageArrived(std::move(page)); },
      [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::firstPageArrived(model::CasePage page) {
  m_loading = false;
  const bool complete = !page.next;
  std::vector<ComplaintId> ids;
  ids.reserve(page.rows.size());
  for (auto& row : page.rows) {
    ids.push_back(row.id);
    remember(std::move(row));
  }
  // A long list that is only read again keeps its length until the new ids are there: neither scroll bar nor
  // selection may jump.
  if (m_sameList && !complete && m_ids.size() > ids.size())
    rowsChanged(0, static_cast<long>(ids.size()) - 1);
  else
    setIds(std::move(ids));
  tellChanged();
  if (complete)
    m_total = static_cast<long long>(m_ids.size());
  else
    readIds();
  readTotals();
  if (m_selected) readPreview();
  stateChanged();
}

void CaseListViewModel::readIds() {
  inBackground(
      m_session.executor, m_listReads,
      [store = m_session.store, filter = m_filter, sort = m_sort] {
        return store->reader().caseIds(filter, sort, kListIdLimit);
      },
      [this](std::vector<ComplaintId> ids) { setIds(std::move(ids)); },
      [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::readTotals() {
  inBackground(
      m_session.executor, m_listReads,
      [store = m_session.store, filter = m_filter, known = m_total] {
        Totals totals;
        totals.total = known ? *known : store->reader().caseCount(filter);
        model::CaseFilter open;
        open.openOnly = true;
        totals.open = store->reader().caseCount(open);
        totals.registerEmpty = totals.total == 0 && totals.open == 0 && store->reader().caseCount({}) == 0;
        return totals;
      },
      [this](Totals totals) {
        m_total = totals.total;
        m_openTotal = totals.open;
        m_registerEmpty = totals.registerEmpty;
        stateChanged();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::setIds(std::vector<ComplaintId> ids) {
  if (ids == m_ids) {
    if (!m_ids.empty()) rowsChanged(0, static_cast<long>(m_ids.size()) - 1);
    return;
  }
  m_ids = std::move(ids);
  reset();
}

void CaseListViewModel::failed(const std::exception_ptr& error) {
  m_loading = false;
  m_reading = false;
  m_error = error;
  stateChanged();
}

const CaseRow* CaseListViewModel::row(long index) {
  if (index < 0 || index >= rowCount()) return nullptr;
  const auto find = [this, index] { return m_known.find(m_ids[static_cast<std::size_t>(index)].value); };
  auto found = find();
  if (found == m_known.end() || found->second.generation != m_generation) {
    wantRows(index);
    found = find();
  }
  return found == m_known.end() ? nullptr : &found->second.row;
}

ComplaintId CaseListViewModel::idAt(long index) const {
  return index >= 0 && index < rowCount() ? m_ids[static_cast<std::size_t>(index)] : ComplaintId();
}

long CaseListViewModel::indexOf(ComplaintId id) const {
  const auto found = std::find(m_ids.begin(), m_ids.end(), id);
  return found == m_ids.end() ? -1 : static_cast<long>(found - m_ids.begin());
}

void CaseListViewModel::wantRows(long index) {
  if (m_loading) return;
  const long block = index / kListPage;
  if (std::find(m_wanted.begin(), m_wanted.end(), block) == m_wanted.end()) m_wanted.push_front(block);
  if (m_wanted.size() > kMaxWanted) m_wanted.pop_back();
  if (!m_reading) readNextBlock();
}

void CaseListViewModel::readNextBlock() {
  if (m_wanted.empty()) return;
  const long first = m_wanted.front() * kListPage;
  if (first >= rowCount()) {
    m_wanted.pop_front();
    return;
  }
  const auto from = m_ids.begin() + first;
  std::vector<ComplaintId> ids(from, from + std::min<long>(kListPage, rowCount() - first));
  m_reading = true;
  inBackground(
      m_session.executor, m_listReads,
      [store = m_session.store, ids = std::move(ids)] { return store->reader().caseRows(ids); },
      [this, first](std::vector<CaseRow> rows) { rowsArrived(first, std::move(rows)); },
      [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::rowsArrived(long first, std::vector<CaseRow> rows) {
  m_reading = false;
  std::erase(m_wanted, first / kListPage);
  for (auto& row : rows) remember(std::move(row));
  const long last = std::min<long>(first + kListPage, rowCount()) - 1;
  // A case that vanished meanwhile stays blank instead of being asked for again and again.
  for (long index = first; index <= last; ++index) {
    Known& known = m_known[m_ids[static_cast<std::size_t>(index)].value];
    known.row.id = m_ids[static_cast<std::size_t>(index)];
    known.generation = m_generation;
  }
  rowsChanged(first, last);
  tellChanged();
  readNextBlock();
}

void CaseListViewModel::remember(CaseRow row) {
  Known& known = m_known[row.id.value];
  // Only what is read again in the same list: another filter shows other rows, not changed ones.
  if (m_sameList && known.generation > 0 && known.generation < m_generation &&
      !known.row.customerName.empty() && model::fingerprint(known.row) != model::fingerprint(row))
    m_changed.push_back(row.id);
  known = {std::move(row), m_generation};
}

void CaseListViewModel::tellChanged() {
  if (const auto changed = std::exchange(m_changed, {}); !changed.empty()) contentChanged(changed);
}

std::string CaseListViewModel::cell(long index, CaseColumn column) {
  const CaseRow* found = row(index);
  if (found == nullptr) return column == CaseColumn::number ? "…" : "";
  const Translator& text = m_session.translator;
  const auto chip = [&text](const ChipLook& look) { return look.glyph + " " + text(look.label); };
  switch (column) {
    case CaseColumn::number:
      return found->number;
    case CaseColumn::receivedAt:
      return m_session.zone.local(found->receivedAt).date.iso();
    case CaseColumn::customer:
      return found->customerName;
    case CaseColumn::part:
      return found->partNumber;
    case CaseColumn::failure:
      return found->failure.empty() ? found->title : found->failure;
    case CaseColumn::severity:
      return chip(chipOf(found->severity, found->className, text)) + (found->severityProvisional ? " ?" : "");
    case CaseColumn::state:
      return chip(chipOfPhase(found->phase, found->state));
    case CaseColumn::turn:
      if (found->turn == model::Turn::nobody) return {};
      return found->turnName.empty() ? text.label(found->turn) : found->turnName;
    case CaseColumn::dueAt:
      if (!found->dueAt) return {};
      return text(remainingText(m_session.clock.now(), *found->dueAt)) + (isOverdue(*found) ? " ⚠" : "");
  }
  return {};
}

bool CaseListViewModel::isOverdue(const CaseRow& row) const {
  return row.dueAt && *row.dueAt < m_session.clock.now();
}

void CaseListViewModel::select(long index) {
  const ComplaintId id = idAt(index);
  if (id == m_selected) return;
  m_selected = id;
  readPreview();
}

void CaseListViewModel::readPreview() {
  m_previewReads.renew();
  if (!m_selected) {
    m_preview.reset();
    previewChanged();
    return;
  }
  inBackground(
      m_session.executor, m_previewReads,
      [store = m_session.store, id = m_selected, now = m_session.clock.now()] {
        CasePreview preview{store->reader().openCase(id), {}};
        const auto policy = model::policyOf(store->reader(), preview.file.complaint, now);
        preview.missing = model::missingNext(preview.file, policy.verificationLots);
        return preview;
      },
      [this](CasePreview preview) {
        m_preview = std::move(preview);
        previewChanged();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

std::string CaseListViewModel::summary() const {
  const Translator& text = m_session.translator;
  if (!m_total) return {};
  if (*m_total > rowCount() && rowCount() >= kListIdLimit)
    return text(model::Message(tr("Newest {0} of {1}: narrow the filter"),
                               {groupedNumber(rowCount()), groupedNumber(*m_total)}));
  return text(model::Message(*m_total == 1 ? tr("{0} case") : tr("{0} cases"), {groupedNumber(*m_total)}));
}

void CaseListViewModel::readChoices() {
  inBackground(
      m_session.executor, m_otherReads,
      [store = m_session.store, person = m_session.actor.id, now = m_session.clock.now()] {
        Choices choices;
        choices.customers = store->reader().customers({}, kMaxFilterCustomers);
        choices.departments = store->reader().departments();
        choices.views = store->reader().savedViews(person);
        choices.campaigns = store->reader().campaigns();
        choices.classes = model::classChoices(store->reader(), model::readSite(store->reader(), now).active);
        return choices;
      },
      [this](Choices choices) {
        m_customers = std::move(choices.customers);
        m_departments = std::move(choices.departments);
        m_views = std::move(choices.views);
        m_classes = std::move(choices.classes);
        m_campaigns = std::move(choices.campaigns);
        choicesChanged();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::applyView(const model::SavedView& view) {
  m_sort = restored<model::CaseSort>(view.sort);
  setFilter(restored<model::CaseFilter>(view.filter));
}

void CaseListViewModel::keepView(const std::string& name) {
  model::SavedView view;
  const auto same = std::find_if(m_views.begin(), m_views.end(),
                                 [&name](const model::SavedView& other) { return other.name == name; });
  if (same != m_views.end()) view = *same;
  view.personId = m_session.actor.id;
  view.name = name;
  view.filter = keptText(m_filter);
  view.sort = keptText(m_sort);
  inBackground(
      m_session.executor, m_otherReads,
      [workplace = m_session.workplace(), store = m_session.store, view] {
        model::KeepView(workplace).save(view);
        return true;
      },
      [this](bool) { readChoices(); }, [this](const std::exception_ptr& error) { failed(error); });
}

void CaseListViewModel::removeView(const model::SavedView& view) {
  inBackground(
      m_session.executor, m_otherReads,
      [workplace = m_session.workplace(), store = m_session.store, view] {
        model::KeepView(workplace).remove(view);
        return true;
      },
      [this](bool) { readChoices(); }, [this](const std::exception_ptr& error) { failed(error); });
}

}  // namespace octad::viewmodels
