#include "gui/viewmodels/my_work.hpp"

#include <algorithm>

#include "gui/viewmodels/chip_look.hpp"
#include "model/cases/summary.hpp"
#include "model/policy/class_names.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;
using model::Urgency;
using model::WorkItem;

namespace {

/// Whom the person stands in for today. Most people nobody: then the register of people is not read.
void addStandIns(model::Reader& reader, model::WorkQuery& query, model::Date today) {
  auto deputies = reader.deputies();
  std::erase_if(deputies, [&](const model::Deputy& deputy) {
    return deputy.deputyId != query.person || !model::inForce(deputy, today);
  });
  if (!deputies.empty()) model::addStandIns(query, deputies, reader.people(), today);
}

}  // namespace

struct MyWorkViewModel::Loaded {
  model::WorkList list;
  model::WorkCalendar calendar;
  std::vector<model::WorkItem> peopleItems;
  std::vector<model::PersonWork> people;
};

MyWorkViewModel::MyWorkViewModel(Session& session) : ListRead(session) {}

void MyWorkViewModel::refresh() {
  read(
      [store = m_session.store, query = model::workOf(m_session.actor), now = m_session.clock.now(),
       today = m_session.zone.date(m_session.clock.now()), actor = m_session.actor,
       people = m_view == WorkView::people]() mutable {
        auto& reader = store->reader();
        addStandIns(reader, query, today);
        Loaded loaded{reader.work(query), model::readSite(reader, now).calendar, {}, {}};
        if (people) {
          loaded.peopleItems = reader.peopleWork(model::peopleOf(actor));
          loaded.people = model::byPerson(loaded.peopleItems, now, loaded.calendar);
        }
        model::sortByUrgency(loaded.list.mine, loaded.calendar);
        model::sortByUrgency(loaded.list.others, loaded.calendar);
        return loaded;
      },
      [this](Loaded loaded) {
        m_list = std::move(loaded.list);
        m_calendar = std::move(loaded.calendar);
        m_peopleItems = std::move(loaded.peopleItems);
        m_people = std::move(loaded.people);
        chooseRows();
      });
}

void MyWorkViewModel::show(WorkView view) {
  if (view == m_view) return;
  m_view = view;
  if (view == WorkView::people) {
    refresh();
    return;
  }
  reset();
  stateChanged();
}

void MyWorkViewModel::choosePerson(const std::string& key) {
  if (key == m_person) return;
  m_person = key;
  chooseRows();
  reset();
  stateChanged();
}

/// Those of the person chosen; of everybody when that person has nothing left to do.
void MyWorkViewModel::chooseRows() {
  m_rows.clear();
  const auto chosen = std::find_if(m_people.begin(), m_people.end(), [this](const model::PersonWork& person) {
    return person.key == m_person;
  });
  if (chosen != m_people.end()) {
    m_rows = chosen->items;
    return;
  }
  m_person.clear();
  for (std::size_t at = 0; at < m_peopleItems.size(); ++at) m_rows.push_back(at);
}

std::string MyWorkViewModel::personText(const model::PersonWork& person) const {
  return m_session.translator(person.who) + ": " + groupedNumber(static_cast<long long>(person.items.size()));
}

const std::vector<WorkItem>& MyWorkViewModel::shown() const {
  return m_view == WorkView::others ? m_list.others : m_list.mine;
}

const WorkItem* MyWorkViewModel::row(long index) const {
  if (index < 0 || index >= rowCount()) return nullptr;
  const auto at = static_cast<std::size_t>(index);
  return m_view == WorkView::people ? &m_peopleItems[m_rows[at]] : &shown()[at];
}

Urgency MyWorkViewModel::urgency(long index) const {
  const auto* item = row(index);
  return item && m_calendar ? model::urgencyOf(*item, m_session.clock.now(), *m_calendar) : Urgency::none;
}

std::string MyWorkViewModel::dueText(const WorkItem& item) const {
  const auto due = model::dueOf(item, *m_calendar);
  if (!due) return {};
  const std::string what = m_session.translator(model::dueLabel(item.dueName));
  return timeText(m_session.zone, due) +
         (what.empty() || m_view == WorkView::others || item.kind != model::WorkKind::handle ? ""
                                                                                             : " " + what);
}

std::string MyWorkViewModel::cell(long index, WorkColumn column) const {
  const auto* item = row(index);
  if (!item) return {};
  const auto& text = m_session.translator;
  switch (column) {
    case WorkColumn::urgency: {
      const auto due = model::dueOf(*item, *m_calendar);
      return due ? text(remainingText(m_session.clock.now(), *due)) : std::string();
    }
    case WorkColumn::due:
      return dueText(*item);
    case WorkColumn::kind:
      return text(model::workWords(*item, m_view == WorkView::others));
    case WorkColumn::number:
      return item->number;
    case WorkColumn::severity:
      return item->severity ? text(model::shortClassWords(*item->severity, item->className)) : std::string();
    case WorkColumn::customer:
      return item->customerName;
    case WorkColumn::subject:
      return item->subject;
    case WorkColumn::waits:
      return waitsText(*item);
  }
  return {};
}

/// For whom, unless it is the person at the window, and how long: "CQE Wang Fang · 3 d".
std::string MyWorkViewModel::waitsText(const WorkItem& item) const {
  const auto& text = m_session.translator;
  std::string words = m_view == WorkView::mine ? std::string() : text(model::waitsForWords(item));
  const auto now = m_session.clock.now();
  if (item.since && *item.since <= now)
    words += (words.empty() ? "" : " · ") + text(remainingText(*item.since, now));
  return words;
}

long MyWorkViewModel::selectedRow() const {
  const auto& chosen = selected();
  if (!chosen) return -1;
  for (long index = 0; index < rowCount(); ++index) {
    const WorkItem& item = *row(index);
    if (item.kind == chosen->kind && item.caseId == chosen->caseId && item.returnId == chosen->returnId &&
        item.subject == chosen->subject)
      return index;
  }
  return -1;
}

void MyWorkViewModel::select(long index) {
  if (const auto* item = row(index)) m_selected[static_cast<std::size_t>(m_view)] = *item;
}

std::optional<long long> MyWorkViewModel::total() const {
  if (!m_calendar) return std::nullopt;
  return static_cast<long long>(m_list.mine.size());
}

std::string MyWorkViewModel::summary() const {
  long long overdue = 0;
  long long today = 0;
  for (long index = 0; index < rowCount(); ++index) {
    const Urgency urgent = urgency(index);
    if (urgent == Urgency::overdue) ++overdue;
    if (urgent == Urgency::today) ++today;
  }
  const auto& text = m_session.translator;
  std::string words;
  if (overdue > 0) words = text(Message(tr("{0} overdue"), {groupedNumber(overdue)}));
  if (today > 0)
    words += (words.empty() ? "" : " · ") + text(Message(tr("{0} due today"), {groupedNumber(today)}));
  return words;
}

}  // namespace octad::viewmodels
