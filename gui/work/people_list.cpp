#include "gui/work/people_list.hpp"

#include <algorithm>
#include <array>
#include <wx/sizer.h>

#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/translator.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using model::Urgency;
using model::WaitingAge;
using viewmodels::Tone;

namespace {

constexpr double kShownLines = 9;

enum Column { kWho, kAll, kOverdue, kToday, kSoon, kLater, kDay, kThreeDays, kWeek, kLonger, kOldest };

struct Heading {
  const char* title;
  double width;
};
constexpr std::array kHeadings{Heading{tr("Person or department"), 24},
                               Heading{tr("All"), 6},
                               Heading{model::labelOf(Urgency::overdue), 9},
                               Heading{model::labelOf(Urgency::today), 7},
                               Heading{tr("In three days"), 13},
                               Heading{tr("Later, no date"), 14},
                               Heading{tr("Waits ≤ 1 d"), 11},
                               Heading{tr("1–3 d"), 7},
                               Heading{tr("3–7 d"), 7},
                               Heading{tr("> 7 d"), 7},
                               Heading{tr("Longest"), 9}};

}  // namespace

PeopleList::PeopleList(wxWindow* parent, const viewmodels::Translator& text,
                       viewmodels::MyWorkViewModel& viewModel)
    : wxPanel(parent), m_text(text), m_viewModel(viewModel) {
  std::vector<RowColumn> columns;
  for (const auto& heading : kHeadings)
    columns.push_back({text(heading.title), heading.width, !columns.empty(), false, columns.empty(), false});
  m_list = new RowList(this, text(tr("My people")), fitTitles(this, std::move(columns)), *this);
  m_list->SetMinSize({-1, lines(this, kShownLines)});
  m_list->onSelect = [this](long row) { choose(row); };
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(m_list, wxSizerFlags(1).Expand());
  SetSizer(box);
}

PeopleList::~PeopleList() {
  DestroyChildren();  // the list asks this for its rows
}

void PeopleList::showRows() {
  m_everybody = {};
  m_everybody.who = tr("Everybody");
  for (const auto& person : m_viewModel.people()) {
    for (std::size_t i = 0; i < m_everybody.byUrgency.size(); ++i)
      m_everybody.byUrgency[i] += person.byUrgency[i];
    for (std::size_t i = 0; i < m_everybody.byAge.size(); ++i) m_everybody.byAge[i] += person.byAge[i];
    m_everybody.items.insert(m_everybody.items.end(), person.items.begin(), person.items.end());
    if (person.oldestDays)
      m_everybody.oldestDays = std::max(m_everybody.oldestDays.value_or(0), *person.oldestDays);
  }
  long chosen = 0;
  for (long row = 1; row < rowCount(); ++row)
    if (personAt(row).key == m_viewModel.chosenPerson()) chosen = row;
  m_showing = true;
  m_list->reload(chosen);
  m_showing = false;
}

long PeopleList::rowCount() const {
  return static_cast<long>(m_viewModel.people().size()) + 1;
}

const model::PersonWork& PeopleList::personAt(long row) const {
  const auto& people = m_viewModel.people();
  const auto at = static_cast<std::size_t>(row);
  return at == 0 || at > people.size() ? m_everybody : people[at - 1];
}

std::string PeopleList::cell(long row, int column) const {
  const auto& person = personAt(row);
  const auto number = [](long long count) { return count == 0 ? "–" : viewmodels::groupedNumber(count); };
  switch (column) {
    case kWho:
      return m_text(person.who);
    case kAll:
      return number(static_cast<long long>(person.items.size()));
    case kOverdue:
      return number(person.count(Urgency::overdue));
    case kToday:
      return number(person.count(Urgency::today));
    case kSoon:
      return number(person.count(Urgency::soon));
    case kLater:
      return number(person.count(Urgency::later) + person.count(Urgency::none));
    case kDay:
      return number(person.count(WaitingAge::day));
    case kThreeDays:
      return number(person.count(WaitingAge::threeDays));
    case kWeek:
      return number(person.count(WaitingAge::week));
    case kLonger:
      return number(person.count(WaitingAge::longer));
    case kOldest:
      return person.oldestDays ? m_text(model::Message(tr("{0} d"), {std::to_string(*person.oldestDays)}))
                               : "–";
    default:
      return {};
  }
}

RowStyle PeopleList::style(long row, int column) const {
  const auto& person = personAt(row);
  if (column == kOverdue && person.count(Urgency::overdue) > 0) return {Tone::late, true, false};
  if (column == kToday && person.count(Urgency::today) > 0) return {Tone::warning, true, false};
  return {std::nullopt, row == 0 && column == kWho, false};
}

void PeopleList::choose(long row) {
  if (m_showing || row < 0) return;
  m_viewModel.choosePerson(row == 0 ? std::string() : personAt(row).key);
}

}  // namespace octad::gui
