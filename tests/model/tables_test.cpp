// The rules of the procedure against the text tables of tests/cases.
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "model/core/error.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/classification.hpp"
#include "model/policy/counting.hpp"
#include "model/policy/deadlines.hpp"
#include "tests/model/case_table.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

std::optional<double> numberOrNone(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::stod(text);
}

ClassifyInput inputOf(const std::string& items, const std::string& flags) {
  ClassifyInput input;
  for (const auto& text : split(items, ';')) {
    const auto parts = split(text, ':');
    const auto head = split(parts.at(0), '@');
    const auto numbers = split(parts.at(1), '/');
    ClassifyItem item;
    item.defectKind = fromKey<DefectKind>(head.at(0)).value();
    if (head.size() > 1) {
      const auto names = split(head[1], '/');
      item.part = names.at(0);
      item.failure = names.at(1);
    }
    item.quantityDefective = std::stoll(numbers.at(0));
    if (numbers.size() > 1) item.quantityDelivered = std::stoll(numbers[1]);
    input.items.push_back(item);
  }
  for (const auto& flag : split(flags, ' ')) {
    if (flag == "safety") input.safety = true;
    if (flag == "penalty") input.penalty = true;
    if (flag == "external") input.external = true;
    if (flag == "dissatisfied") input.dissatisfied = true;
    if (flag == "repeat") input.repeat = true;
    if (flag.rfind("ppm=", 0) != 0) continue;
    const auto ppm = split(flag.substr(4), '/');
    input.ppmTarget = numberOrNone(ppm.at(0));
    input.ppmActual = numberOrNone(ppm.at(1));
  }
  return input;
}

WorkCalendar calendarOf(const std::string& zone) {
  return {Zone(zone), zone == "Asia/Shanghai" ? chinaDays() : std::vector<CalendarDay>()};
}

std::vector<Sample> samplesOf(const std::string& text, const Zone& zone) {
  std::vector<Sample> samples;
  if (text == "-") return samples;
  for (const auto& entry : split(text, ';')) {
    const auto space = entry.find(' ');
    const std::string what = entry.substr(0, space);
    const Instant when = at(zone, entry.substr(space + 1));
    Sample sample;
    sample.toCome = what != "none";
    if (what == "arrived")
      sample.arrivedAt = when;
    else
      sample.analysableAt = when;
    samples.push_back(sample);
  }
  return samples;
}

std::vector<ClockPause> pausesOf(const std::string& text, const Zone& zone) {
  std::vector<ClockPause> pauses;
  for (const auto& entry : split(text, ';')) {
    if (entry.empty()) continue;
    const auto space = entry.find(' ');
    const auto dots = entry.find(" ..");
    ClockPause pause;
    pause.clock = fromKey<ClockName>(entry.substr(0, space)).value();
    pause.startedAt = at(zone, entry.substr(space + 1, dots - space - 1));
    const std::string end = split(entry.substr(dots + 3), ';').front();
    if (end.rfind('?', 0) == 0)
      pause.expectedEnd = Date::parse(end.substr(1));
    else if (!end.empty())
      pause.endedAt = at(zone, end);
    pauses.push_back(pause);
  }
  return pauses;
}

std::vector<Reply> repliesOf(const std::string& text, const Zone& zone) {
  std::vector<Reply> replies;
  for (const auto& entry : split(text, ';')) {
    if (entry.empty()) continue;
    const auto space = entry.find(' ');
    Reply reply;
    reply.stage = fromKey<ReplyStage>(entry.substr(0, space)).value();
    reply.sentAt = at(zone, entry.substr(space + 1));
    replies.push_back(reply);
  }
  return replies;
}

std::string textOf(const std::optional<Instant>& moment, const Zone& zone) {
  return moment ? zone.local(*moment).text() : "-";
}

CountCase countCaseOf(const CaseLine& line) {
  CountCase record{
      std::stoll(line[1]), std::stoll(line[2]), line[3], line[4], line[5], line[6], std::stoi(line[7]), {}};
  for (const auto& text : split(line[8], ';')) {
    const auto names = split(text, '/');
    record.items.push_back({names.at(0), names.at(1)});
  }
  return record;
}

void expectCount(const Count& count, const CaseLine& line) {
  SCOPED_TRACE(line.place);
  EXPECT_EQ(count.all, std::stoll(line[2]));
  EXPECT_EQ(count.counted, std::stoll(line[3]));
  EXPECT_EQ(count.weighted, std::stoll(line[4]));
}

}  // namespace

TEST(Tables, Classification) {
  for (const auto& line : readCases("classification.txt")) {
    SCOPED_TRACE(line.place);
    const Policy policy = policyOf(line[0]);
    const auto result = classify(inputOf(line[1], line[2]), policy);
    EXPECT_EQ(keyOf(result.severity), line[3]);
    EXPECT_EQ(std::to_string(result.weight), line[4]);
    EXPECT_EQ(result.rule, line[5]);
    EXPECT_EQ(result.policyName, line[0]);
    EXPECT_EQ(result.policyRevision, 1);
    EXPECT_FALSE(Catalogue().sentence(result.reason).empty());
  }
}

/// Every policy that ships has its boundaries in the table.
TEST(Tables, ClassificationKnowsEveryPreset) {
  std::set<std::string> inTable;
  for (const auto& line : readCases("classification.txt")) inTable.insert(line[0]);
  const std::set<std::string> shipped{"ab-class",       "bank-counting",   "close-in-7-days",
                                      "default",        "emergency-1-4-8", "portal",
                                      "quantity-first", "rate-first",      "three-level"};
  EXPECT_EQ(inTable, shipped);
}

TEST(Tables, Speed) {
  for (const auto& line : readCases("speed.txt")) {
    SCOPED_TRACE(line.place);
    const Policy policy = policyOf(line[0]);
    CountingFacts facts;
    facts.severity = fromKey<SeverityClass>(line[1]).value();
    facts.acceptance = fromKey<Acceptance>(line[2]).value();
    facts.noticeAt = {1'000'000'000'000'000};
    if (line[3] != "-") {
      const auto minutes = split(line[3], ':');
      facts.solvedAt =
          plusSeconds(facts.noticeAt, std::stoll(minutes.at(0)) * 3600 + std::stoll(minutes.at(1)) * 60);
    }
    for (const auto& flag : split(line[4], ' ')) {
      facts.departmentAsked |= flag == "asked";
      facts.safety |= flag == "safety";
      facts.repeat |= flag == "repeat";
      facts.escalated |= flag == "escalated";
      facts.dissatisfied |= flag == "dissatisfied";
    }
    const Counted counted = countOf(facts, policy);
    EXPECT_EQ(std::to_string(counted.weight), line[5]);
    EXPECT_EQ(counted.excludedBySpeed ? "excluded" : "", line[6]);
  }
}

TEST(Tables, Calendars) {
  const WorkCalendar calendar = calendarOf("Asia/Shanghai");
  const Zone& zone = calendar.zone();
  for (const auto& line : readCases("calendars.txt")) {
    SCOPED_TRACE(line.place);
    if (line[0] == "workday") {
      EXPECT_EQ(calendar.isWorkday(Date::parse(line[1]).value()), line[2] == "yes");
    } else if (line[0] == "after") {
      const Instant end = calendar.afterWorkingDays(at(zone, line[1]), std::stoi(line[2]));
      EXPECT_EQ(zone.local(end).text(), line[3]);
    } else {
      ASSERT_EQ(line[0], "between");
      EXPECT_EQ(calendar.workingDaysBetween(Date::parse(line[1]).value(), Date::parse(line[2]).value()),
                std::stoi(line[3]));
    }
  }
}

TEST(Tables, Deadlines) {
  const Policy policy = policyOf("default");
  for (const auto& line : readCases("deadlines.txt")) {
    SCOPED_TRACE(line.place);
    const WorkCalendar calendar = calendarOf(line[0]);
    const Zone& zone = calendar.zone();
    CaseFile file;
    file.complaint.id = ComplaintId(7);
    file.complaint.receivedAt = at(zone, line[1]);
    file.complaint.requestedDate = Date::parse(line[4]);
    file.samples = samplesOf(line[2], zone);
    file.replies = repliesOf(line[5], zone);
    file.pauses = pausesOf(line[3], zone);
    const auto clocks = computeClocks(file, clockEvents(file), policy, calendar);
    ASSERT_EQ(clocks.size(), 3u);
    bool found = false;
    for (const auto& clock : clocks) {
      EXPECT_EQ(clock.complaintId, file.complaint.id);
      EXPECT_STRNE(dueReasonLabel(clock.dueReason), "");
      if (keyOf(clock.name) != line[6]) continue;
      found = true;
      EXPECT_EQ(textOf(clock.dueAt, zone), line[7]);
      EXPECT_EQ(clock.dueReason, line[8]);
      EXPECT_EQ(textOf(clock.metAt, zone), line[9].empty() ? "-" : line[9]);
    }
    EXPECT_TRUE(found);
  }
}

TEST(Tables, Counting) {
  std::vector<CountCase> cases;
  CountTable table;
  std::size_t row = 0;
  for (const auto& line : readCases("counting.txt")) {
    SCOPED_TRACE(line.place);
    if (line[0] == "case") {
      cases.push_back(countCaseOf(line));
    } else if (line[0] == "count") {
      std::vector<Dimension> dimensions;
      for (const auto& key : split(line[1], ','))
        if (!key.empty()) dimensions.push_back(fromKey<Dimension>(key).value());
      table = countCases(cases, dimensions, line[2], line[3]);
      row = 0;
    } else if (line[0] == "row") {
      ASSERT_LT(row, table.rows.size());
      const auto keys = line[1].empty() ? std::vector<std::string>() : split(line[1], ',');
      EXPECT_EQ(table.rows[row].keys, keys);
      expectCount(table.rows[row++], line);
    } else {
      ASSERT_EQ(line[0], "total");
      EXPECT_EQ(row, table.rows.size());
      expectCount(table.total, line);
    }
  }
}

}  // namespace octad::tests
