#include "model/usecases/morning_list.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "model/ports/reader.hpp"

namespace octad::model {

namespace {

constexpr int kOpenCases = 5000;
constexpr int kNewest = 500;
constexpr int kMeetingHour = 8;
constexpr int kMeetingMinute = 30;

long long dueOf(const CaseRow& row) {
  return row.dueAt ? row.dueAt->microseconds : std::numeric_limits<long long>::max();
}

Instant lastMeeting(Instant now, const WorkCalendar& calendar) {
  Date day = calendar.zone().date(now).plusDays(-1);
  while (!calendar.isWorkday(day)) day = day.plusDays(-1);
  return calendar.zone().instant({day, kMeetingHour, kMeetingMinute});
}

void sortByDue(std::vector<CaseRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const CaseRow& one, const CaseRow& other) { return dueOf(one) < dueOf(other); });
}

std::vector<WaitingFor> waitingOf(const std::vector<CaseRow>& open, Instant now) {
  std::map<std::pair<Turn, std::string>, WaitingFor> found;
  for (const CaseRow& row : open) {
    // A case that waits for its CQE waits for its owner.
    const std::string name = row.turn == Turn::cqe && row.turnName.empty() ? row.ownerName : row.turnName;
    WaitingFor& waiting = found[{row.turn, name}];
    waiting.turn = row.turn;
    waiting.name = name;
    ++waiting.cases;
    if (!row.dueAt) continue;
    if (*row.dueAt < now) ++waiting.overdue;
    waiting.firstDue = waiting.firstDue ? std::min(*waiting.firstDue, *row.dueAt) : *row.dueAt;
  }
  std::vector<WaitingFor> list;
  for (const auto& [key, waiting] : found) list.push_back(waiting);
  std::stable_sort(list.begin(), list.end(), [](const WaitingFor& one, const WaitingFor& other) {
    return std::tuple(-one.overdue, -one.cases) < std::tuple(-other.overdue, -other.cases);
  });
  return list;
}

}  // namespace

MorningList morningList(const std::vector<CaseRow>& open, const std::vector<CaseRow>& newest, Instant now,
                        const WorkCalendar& calendar) {
  MorningList list;
  list.at = now;
  list.since = lastMeeting(now, calendar);
  list.open = static_cast<long long>(open.size());
  for (const CaseRow& row : newest)
    if (row.receivedAt >= list.since && row.receivedAt <= now && row.state != CaseState::cancelled)
      list.fresh.push_back(row);
  std::stable_sort(list.fresh.begin(), list.fresh.end(), [](const CaseRow& one, const CaseRow& other) {
    return one.receivedAt > other.receivedAt;
  });
  for (const CaseRow& row : open) {
    if (row.dueAt && *row.dueAt < now) list.late.push_back(row);
    if (row.severity == SeverityClass::major) list.major.push_back(row);
  }
  sortByDue(list.late);
  sortByDue(list.major);
  list.waiting = waitingOf(open, now);
  return list;
}

MorningList readMorningList(Reader& reader, Instant now, const Site& site) {
  CaseFilter open;
  open.openOnly = true;
  open.now = now;
  const auto rows = reader.casePage(open, {CaseColumn::dueAt, false}, kOpenCases, std::nullopt);
  CaseFilter all;
  all.now = now;
  const auto newest = reader.casePage(all, {CaseColumn::receivedAt, true}, kNewest, std::nullopt);
  MorningList list = morningList(rows.rows, newest.rows, now, site.calendar);
  list.majorName = className(site.active, SeverityClass::major);
  list.partial = rows.next.has_value();
  if (list.partial) list.open = reader.caseCount(open);
  return list;
}

}  // namespace octad::model
