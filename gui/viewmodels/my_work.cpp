#include "gui/viewmodels/my_work.hpp"

#include <algorithm>

#include "model/cases/summary.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/site.hpp"

namespace octad::viewmodels {

using model::Message;
using model::tr;
using model::Urgency;
using model::WorkItem;

namespace {

/// Whom the person stands in for today. Most people nobody: then the register of people is not read.
std::vector<model::StandIn> standInsOf(model::Reader& reader, model::PersonId person, model::Date today) {
  auto deputies = reader.deputies();
  std::erase_if(deputies, [&](const model::Deputy& deputy) {
    return deputy.deputyId != person || !model::inForce(deputy, today);
  });
  if (deputies.empty()) return {};
  return model::standInsOf(person, deputies, reader.people(), today);
}

}  // namespace

struct MyWorkViewModel::Loaded {
  model::WorkList list;
  model::WorkCalendar calendar;
};

MyWorkViewModel::MyWorkViewModel(Session& session) : ListRead(session) {}

void MyWorkViewModel::refresh() {
  read(
      [store = m_session.store, query = model::workOf(m_session.actor), now = m_session.clock.now(),
       today = m_session.zone.date(m_session.clock.now())]() mutable {
        auto& reader = store->reader();
        query.standIns = standInsOf(reader, query.person, today);
        Loaded loaded{reader.work(query), model::readSite(reader, now).calendar};
        model::sortByUrgency(loaded.list.mine, loaded.calendar);
        model::sortByUrgency(loaded.list.others, loaded.calendar);
        return loaded;
      },
      [this](Loaded loaded) {
        m_list = std::move(loaded.list);
        m_calendar = std::move(loaded.calendar);
      });
}

void MyWorkViewModel::showOthers(bool others) {
  if (others == m_others) return;
  m_others = others;
  reset();
  stateChanged();
}

const WorkItem* MyWorkViewModel::row(long index) const {
  if (index < 0 || index >= rowCount()) return nullptr;
  return &shown()[static_cast<std::size_t>(index)];
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
         (what.empty() || m_others || item.kind != model::WorkKind::handle ? "" : " " + what);
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
      return text(model::workWords(*item, m_others));
    case WorkColumn::number:
      return item->number;
    case WorkColumn::severity:
      return item->severity ? text.label(*item->severity) : std::string();
    case WorkColumn::customer:
      return item->customerName;
    case WorkColumn::subject:
      return item->subject;
    case WorkColumn::waits:
      return m_others ? text(model::waitsForWords(*item)) : timeText(m_session.zone, item->since);
  }
  return {};
}

long MyWorkViewModel::selectedRow() const {
  if (!m_selected) return -1;
  const auto& items = shown();
  const auto found = std::find_if(items.begin(), items.end(), [this](const WorkItem& item) {
    return item.kind == m_selected->kind && item.caseId == m_selected->caseId &&
           item.returnId == m_selected->returnId && item.subject == m_selected->subject;
  });
  return found == items.end() ? -1 : static_cast<long>(found - items.begin());
}

void MyWorkViewModel::select(long index) {
  if (const auto* item = row(index)) m_selected = *item;
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
