#include "gui/viewmodels/return_list.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <tuple>

#include "gui/viewmodels/chip_look.hpp"
#include "model/core/fingerprint.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"
#include "model/returns/return_state.hpp"

namespace octad::viewmodels {

using model::Message;
using model::ReturnRow;
using model::tr;

namespace {

constexpr int kMaxFilterCustomers = 199;
constexpr int kYearDays = 365;
constexpr int kThreeMonthsDays = 91;

/// The kind in one word: a board has no room for "Customer-line reject".
const char* shortKind(model::ReturnKind kind) {
  switch (kind) {
    case model::ReturnKind::batchReject:
      return tr("Batch");
    case model::ReturnKind::lineReject:
      return tr("Cust. line");
    case model::ReturnKind::field:
      return tr("In field");
    case model::ReturnKind::sample:
      break;
  }
  return tr("Sample");
}

std::string oneDecimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

std::string percentOf(long long part, long long whole) {
  return std::to_string(std::llround(100.0 * static_cast<double>(part) / static_cast<double>(whole)));
}

/// The filter that is read: the states of the board choose among its rows.
model::ReturnFilter withoutStates(model::ReturnFilter filter) {
  filter.states.clear();
  return filter;
}

bool startsDescending(ReturnColumn column) {
  return column == ReturnColumn::number || column == ReturnColumn::age || column == ReturnColumn::received ||
         column == ReturnColumn::open;
}

}  // namespace

std::pair<model::Date, model::Date> daysOf(FiguresPeriod period, model::Date today) {
  const std::chrono::year_month_day day(today.days());
  const auto year = static_cast<int>(day.year());
  switch (period) {
    case FiguresPeriod::lastTwelveMonths:
      break;
    case FiguresPeriod::lastThreeMonths:
      return {today.plusDays(-kThreeMonthsDays), today};
    case FiguresPeriod::thisMonth:
      return {model::Date(year, static_cast<int>(static_cast<unsigned>(day.month())), 1), today};
    case FiguresPeriod::thisYear:
      return {model::Date(year, 1, 1), today};
    case FiguresPeriod::lastYear:
      return {model::Date(year - 1, 1, 1), model::Date(year - 1, 12, 31)};
  }
  return {today.plusDays(-kYearDays), today};
}

struct ReturnListViewModel::Loaded {
  model::ReturnList list;
  long long open = 0;
  bool registerEmpty = false;
  model::ReturnFigures figures;
};

ReturnListViewModel::ReturnListViewModel(Session& session) : m_session(session) {
  m_filter.openOnly = true;
}

void ReturnListViewModel::setFilter(const model::ReturnFilter& filter) {
  const bool sameRows =
      model::fingerprint(withoutStates(filter)) == model::fingerprint(withoutStates(m_filter));
  m_filter = filter;
  if (!sameRows) {
    refresh();
    return;
  }
  showRows();
}

void ReturnListViewModel::clearFilter() {
  setFilter({});
}

bool ReturnListViewModel::isFiltered() const {
  return model::fingerprint(m_filter) != model::fingerprint(model::ReturnFilter());
}

void ReturnListViewModel::toggle(model::ReturnState state) {
  model::ReturnFilter filter = m_filter;
  const auto chosen = std::find(filter.states.begin(), filter.states.end(), state);
  if (chosen == filter.states.end())
    filter.states.push_back(state);
  else
    filter.states.erase(chosen);
  setFilter(filter);
}

void ReturnListViewModel::refresh() {
  m_loading = true;
  m_error = nullptr;
  m_reads.renew();
  stateChanged();
  const model::Date today = m_session.zone.date(m_session.clock.now());
  inBackground(
      m_session.executor, m_reads,
      [store = m_session.store, filter = withoutStates(m_filter), days = daysOf(m_period, today)] {
        auto& returns = store->reader().returns();
        Loaded loaded;
        loaded.list = returns.list(filter, kMostReturns);
        model::ReturnFilter open;
        open.openOnly = true;
        loaded.open = returns.list(open, 1).total;
        loaded.registerEmpty = loaded.list.total == 0 && returns.list({}, 1).total == 0;
        loaded.figures = model::returnFigures(returns.figures(days.first, days.second),
                                              returns.foundByLevel(days.first, days.second));
        return loaded;
      },
      [this](Loaded loaded) { take(std::move(loaded)); },
      [this](const std::exception_ptr& error) {
        m_loading = false;
        m_error = error;
        stateChanged();
      });
}

void ReturnListViewModel::take(Loaded loaded) {
  m_loading = false;
  m_rows = std::move(loaded.list.rows);
  m_total = loaded.list.total;
  m_openTotal = loaded.open;
  m_registerEmpty = loaded.registerEmpty;
  m_figures = loaded.figures;
  showRows();
}

void ReturnListViewModel::showRows() {
  m_shown.clear();
  for (std::size_t at = 0; at < m_rows.size(); ++at)
    if (m_filter.states.empty() ||
        std::find(m_filter.states.begin(), m_filter.states.end(), m_rows[at].state) != m_filter.states.end())
      m_shown.push_back(at);
  const auto key = [this](const ReturnRow& row) {
    using model::keyOf;
    long long number = 0;
    std::string words;
    switch (m_sort) {
      case ReturnColumn::number:
        words = row.number;
        break;
      case ReturnColumn::rma:
        words = row.rmaNumber;
        break;
      case ReturnColumn::customer:
        words = row.customerName;
        break;
      case ReturnColumn::part:
        words = row.partNumber;
        break;
      case ReturnColumn::cases:
        words = row.caseNumbers;
        break;
      case ReturnColumn::due:
        words = row.dueOn ? row.dueOn->iso() : "~";
        break;
      case ReturnColumn::kind:
        number = static_cast<long long>(row.kind);
        break;
      case ReturnColumn::state:
        number = static_cast<long long>(row.state);
        break;
      case ReturnColumn::waitsFor:
        number = static_cast<long long>(row.waitsFor);
        break;
      case ReturnColumn::received:
        number = row.received;
        break;
      case ReturnColumn::open:
        number = row.openPieces;
        break;
      case ReturnColumn::age:
        number = ageOf(row).value_or(-1);
        break;
    }
    return std::tuple(number, std::move(words));
  };
  std::stable_sort(m_shown.begin(), m_shown.end(), [&](std::size_t one, std::size_t other) {
    return m_descending ? key(m_rows[other]) < key(m_rows[one]) : key(m_rows[one]) < key(m_rows[other]);
  });
  reset();
  stateChanged();
}

void ReturnListViewModel::sortBy(ReturnColumn column) {
  m_descending = column == m_sort ? !m_descending : startsDescending(column);
  m_sort = column;
  showRows();
}

void ReturnListViewModel::setPeriod(FiguresPeriod period) {
  m_period = period;
  refresh();
}

void ReturnListViewModel::readChoices() {
  inBackground(
      m_session.executor, m_otherReads,
      [store = m_session.store] { return store->reader().customers({}, kMaxFilterCustomers); },
      [this](std::vector<model::Customer> customers) {
        m_customers = std::move(customers);
        choicesChanged();
      },
      [](const std::exception_ptr&) {});  // the list itself says what is wrong with the connection
}

std::vector<BoardField> ReturnListViewModel::board() const {
  std::vector<BoardField> fields;
  for (const auto& entry : model::EnumKeys<model::ReturnState>::entries) {
    if (m_filter.openOnly && model::isEnded(entry.value)) continue;
    BoardField field;
    field.state = entry.value;
    field.chosen =
        std::find(m_filter.states.begin(), m_filter.states.end(), entry.value) != m_filter.states.end();
    for (const auto& row : m_rows) {
      if (row.state != entry.value) continue;
      ++field.returns;
      field.pieces += std::max(row.announced, row.received);
    }
    fields.push_back(field);
  }
  return fields;
}

const ReturnRow* ReturnListViewModel::row(long index) const {
  return index >= 0 && index < rowCount() ? &m_rows[m_shown[static_cast<std::size_t>(index)]] : nullptr;
}

long ReturnListViewModel::indexOf(model::ReturnId id) const {
  for (std::size_t at = 0; at < m_shown.size(); ++at)
    if (m_rows[m_shown[at]].id == id) return static_cast<long>(at);
  return -1;
}

std::optional<int> ReturnListViewModel::ageOf(const ReturnRow& row) const {
  if (!row.waitingSince || model::isEnded(row.state)) return std::nullopt;
  return std::max(0, model::daysBetween(*row.waitingSince, m_session.zone.date(m_session.clock.now())));
}

bool ReturnListViewModel::isOld(const ReturnRow& row) const {
  return ageOf(row).value_or(0) > kOldDays;
}

bool ReturnListViewModel::isOverdue(const ReturnRow& row) const {
  return row.dueOn && !model::isEnded(row.state) && *row.dueOn < m_session.zone.date(m_session.clock.now());
}

std::string ReturnListViewModel::cell(long index, ReturnColumn column) const {
  const ReturnRow* found = row(index);
  if (!found) return {};
  const Translator& text = m_session.translator;
  switch (column) {
    case ReturnColumn::number:
      return found->number;
    case ReturnColumn::rma:
      return found->rmaNumber;
    case ReturnColumn::customer:
      return found->customerName;
    case ReturnColumn::part:
      return found->failure.empty() ? found->partNumber : found->partNumber + " · " + found->failure;
    case ReturnColumn::kind:
      return text(found->blind ? tr("Blind") : shortKind(found->kind));
    case ReturnColumn::state: {
      const ChipLook look = chipOf(found->state);
      return look.glyph + " " + text(look.label);
    }
    case ReturnColumn::waitsFor:
      return found->waitsFor == model::ReturnWait::nobody ? std::string() : text.label(found->waitsFor);
    case ReturnColumn::received:
      return found->announced == 0 ? groupedNumber(found->received)
                                   : text(Message(tr("{0} of {1}"), {groupedNumber(found->received),
                                                                     groupedNumber(found->announced)}));
    case ReturnColumn::open:
      return groupedNumber(found->openPieces);
    case ReturnColumn::due:
      return dueText(*found);
    case ReturnColumn::age: {
      const auto days = ageOf(*found);
      return days ? (isOld(*found) ? "⚠ " : "") + text(Message(tr("{0} d"), {std::to_string(*days)}))
                  : std::string();
    }
    case ReturnColumn::cases:
      return found->caseNumbers;
  }
  return {};
}

/// In days from today, as the list of cases says it.
std::string ReturnListViewModel::dueText(const ReturnRow& row) const {
  if (!row.dueOn || model::isEnded(row.state)) return {};
  const int days = model::daysBetween(m_session.zone.date(m_session.clock.now()), *row.dueOn);
  const std::string words = m_session.translator(Message(tr("{0} d"), {std::to_string(days)}));
  return isOverdue(row) ? "⚠ " + words : words;
}

std::string ReturnListViewModel::summary() const {
  const Translator& text = m_session.translator;
  if (m_total > static_cast<long long>(m_rows.size()))
    return text(Message(tr("Newest {0} of {1}: narrow the filter"),
                        {groupedNumber(static_cast<long long>(m_rows.size())), groupedNumber(m_total)}));
  return text(Message(rowCount() == 1 ? tr("{0} return") : tr("{0} returns"), {groupedNumber(rowCount())}));
}

std::vector<std::string> ReturnListViewModel::figures() const {
  const Translator& text = m_session.translator;
  const auto& known = m_figures;
  std::vector<std::string> parts;
  if (known.returns == 0) return parts;
  parts.push_back(text(
      Message(tr("{0} returns, {1} pieces"), {groupedNumber(known.returns), groupedNumber(known.received)})));
  if (known.returnDays)
    parts.push_back(text(Message(tr("return time {0} d"), {oneDecimal(*known.returnDays)})));
  if (known.analysisDays)
    parts.push_back(text(Message(tr("analysis {0} d"), {oneDecimal(*known.analysisDays)})));
  if (known.ntfShare) parts.push_back(text(Message(tr("NTF {0} %"), {oneDecimal(*known.ntfShare)})));
  const long long units = known.foundByStandardTest + known.foundByLoadTest + known.foundByNtf;
  if (units > 0)
    parts.push_back(
        text(Message(tr("found by standard test {0} %, load {1} %, NTF {2} %"),
                     {percentOf(known.foundByStandardTest, units), percentOf(known.foundByLoadTest, units),
                      percentOf(known.foundByNtf, units)})));
  return parts;
}

}  // namespace octad::viewmodels
