// Due times as a calendar file.
#include "reports/exchange/calendar_file.hpp"

#include <gtest/gtest.h>

namespace octad::reports {
namespace {

using namespace octad::model;

WorkItem itemOf(const std::string& number, const std::string& subject) {
  WorkItem item;
  item.kind = WorkKind::answer;
  item.number = number;
  item.subject = subject;
  item.dueName = "assignment";
  item.dueOn = Date(2026, 11, 20);
  item.customerName = "甲公司";
  return item;
}

std::string fileOf(const std::vector<WorkItem>& items) {
  return calendarFile(items, WorkCalendar(Zone("Asia/Shanghai"), {}), Catalogue(),
                      Instant{1'794'816'000'000'000});
}

TEST(CalendarFile, HasAnEventForWhatHasADate) {
  auto dateless = itemOf("C26-00002", "x");
  dateless.dueOn.reset();
  const std::string file = fileOf({itemOf("C26-00001", "D4 无输出"), dateless});
  EXPECT_EQ(file.find("C26-00002"), std::string::npos);
  EXPECT_NE(file.find("\r\nDTSTART:20261120T093000Z\r\n"), std::string::npos) << "17:30 in Shanghai";
  EXPECT_NE(file.find("\r\nDTSTAMP:20261116T080000Z\r\n"), std::string::npos);
  EXPECT_NE(file.find("\r\nSUMMARY:C26-00001 Answer a question (甲公司)\r\n"), std::string::npos) << file;
  EXPECT_EQ(file.rfind("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", 0), 0U);
  EXPECT_TRUE(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST(CalendarFile, WhatPeopleTypedStaysInItsValue) {
  const std::string file = fileOf(
      {itemOf("C26-00001", "a;b,c\\d\r\nEND:VEVENT\nBEGIN:VEVENT\x01" + std::string(200, 'x') + "无输出")});
  EXPECT_EQ(file.find("\r\nBEGIN:VEVENT\r\n", file.find("BEGIN:VEVENT") + 5), std::string::npos)
      << "one event";
  EXPECT_NE(file.find("DESCRIPTION:a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VEVENT"), std::string::npos) << file;
  for (std::size_t at = 0; at < file.size();) {
    const auto end = file.find("\r\n", at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - at, 75U);
    EXPECT_EQ(file.substr(at, end - at).find('\n'), std::string::npos);
    at = end + 2;
  }
}

TEST(CalendarFile, AnItemKeepsItsIdWhenItsDateMoves) {
  const auto uid = [](const WorkItem& item) {
    const std::string file = fileOf({item});
    const auto at = file.find("UID:");
    return file.substr(at, file.find("\r\n", at) - at);
  };
  auto moved = itemOf("C26-00001", "D4");
  moved.dueOn = Date(2026, 12, 1);
  EXPECT_EQ(uid(moved), uid(itemOf("C26-00001", "D4")));
  EXPECT_NE(uid(moved), uid(itemOf("C26-00002", "D4")));
}

}  // namespace
}  // namespace octad::reports
