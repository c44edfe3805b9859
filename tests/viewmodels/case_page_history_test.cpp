#include <gtest/gtest.h>

#include "audit/told/case_history.hpp"
#include "model/core/catalogue.hpp"
#include "templates/templates.hpp"
#include "tests/viewmodels/sample_file.hpp"

namespace octad::viewmodels {

namespace {

using told::historyLine;
using told::historyLines;

model::HistoryEvent event(const char* table, const char* operation, const char* after,
                          const char* before = "{}") {
  model::HistoryEvent event;
  event.actor = "Wang Fang";
  event.login = "wang";
  event.table = table;
  event.operation = operation;
  event.newValues = after;
  event.oldValues = before;
  return event;
}

std::string english(const model::HistoryEvent& raw, const model::CaseFile& file = sampleFile()) {
  return model::Catalogue().sentence(historyLine(raw, file).sentence);
}

std::string chinese(const model::HistoryEvent& raw, const model::CaseFile& file = sampleFile()) {
  const model::Catalogue catalogue(model::Language::chinese,
                                   resources::octad_templates().at("locale/zh_CN.mo"));
  return catalogue.sentence(historyLine(raw, file).sentence);
}

model::CaseFile withSubmission() {
  auto file = sampleFile();
  model::Submission submission;
  submission.id = model::SubmissionId(31);
  submission.discipline = model::DisciplineCode::d4;
  file.submissions.push_back(submission);
  return file;
}

}  // namespace

TEST(History, TellsEventsInPlainWords) {
  const auto file = withSubmission();
  EXPECT_EQ(english(event("complaint", "INSERT", R"({"number":"C26-00412"})")),
            "Wang Fang registered the complaint");
  EXPECT_EQ(
      english(event("review", "INSERT", R"({"submission_id":31,"approved":0,"reason_code":"no_evidence"})"),
              file),
      "Wang Fang rejected D4: No evidence");
  EXPECT_EQ(english(event("review", "INSERT", R"({"submission_id":31,"approved":true})"), file),
            "Wang Fang approved D4");
  EXPECT_EQ(english(event("complaint", "UPDATE", R"({"state":"handling"})", R"({"state":"closed"})")),
            "Wang Fang reopened the case");
  EXPECT_EQ(english(event("reply", "INSERT", R"({"stage":"3d"})")),
            "Wang Fang sent to the customer: 3D reply");
  EXPECT_EQ(english(event("reply", "UPDATE", R"({"status":"objected"})", R"({"status":"sent"})")),
            "Wang Fang recorded the customer's answer: Objected by customer");
  EXPECT_EQ(english(event("assignment", "INSERT", R"({"department_id":7,"disciplines":"D4,D5"})"), file),
            "Wang Fang asked TE for D4,D5");
  EXPECT_EQ(english(event("cause", "INSERT", R"({"text":"void under L3"})")),
            "Wang Fang added: cause “void under L3”");
  EXPECT_EQ(english(event("cause", "DELETE", "{}", R"({"text":"void under L3"})")),
            "Wang Fang removed: cause “void under L3”");
}

TEST(History, TellsEventsInChinese) {
  const auto file = withSubmission();
  EXPECT_EQ(
      chinese(event("review", "INSERT", R"({"submission_id":31,"approved":0,"reason_code":"no_evidence"})"),
              file),
      "Wang Fang驳回了 D4：没有证据");
  EXPECT_EQ(chinese(event("complaint", "INSERT", "{}")), "Wang Fang登记了客诉");
  EXPECT_EQ(chinese(event("team_member", "INSERT", R"({"name":"刘洋"})")), "Wang Fang新增小组成员“刘洋”");
}

TEST(History, ShowsFieldsBeforeAndAfter) {
  const auto line = historyLine(event("cause", "UPDATE", R"({"result":"confirmed","proof":"x-ray"})",
                                      R"({"result":"hypothesis","proof":"x-ray"})"),
                                sampleFile());
  ASSERT_EQ(line.changes.size(), 1U);
  EXPECT_EQ(line.changes[0].column, "result");
  EXPECT_EQ(line.changes[0].before, "hypothesis");
  EXPECT_EQ(line.changes[0].after, "confirmed");
}

TEST(History, FoldsAwayWhatIsComputed) {
  const auto file = sampleFile();
  EXPECT_TRUE(
      historyLine(event("complaint", "UPDATE", R"({"turn":"department","row_version":4})"), file).derived);
  EXPECT_FALSE(historyLine(event("complaint", "UPDATE", R"({"title":"x","row_version":4})"), file).derived);
  EXPECT_TRUE(historyLine(event("case_clock", "INSERT", R"({"name":"final"})"), file).derived);
  EXPECT_TRUE(historyLine(event("discipline", "UPDATE", R"({"state":"approved"})"), file).derived)
      << "the review tells it";
}

TEST(History, TellsReturnsSamplesAndCounts) {
  auto file = sampleFile();
  model::ReturnShare share;
  share.returnId = model::ReturnId(5);
  share.number = "R26-00001";
  file.returns.push_back(share);
  model::SweepRow row;
  row.id = model::SweepRowId(3);
  row.location = model::SweepLocation::wip;
  file.sweep.push_back(row);
  EXPECT_EQ(english(event("return_hand_over", "INSERT", R"({"return_id":5,"owner_id":2})"), file),
            "Wang Fang handed return R26-00001 on to Hu Jie");
  EXPECT_EQ(english(event("sweep_count", "INSERT", R"({"sweep_id":3,"ok":200,"ng":4,"rework":0})"), file),
            "Wang Fang counted at “Work in process”: OK 200, NG 4, rework 0");
  EXPECT_EQ(
      english(event("sweep_count", "INSERT", R"({"sweep_id":3,"ok":5,"ng":0,"rework":0,"correction":1})"),
              file),
      "Wang Fang took back at “Work in process”: OK 5, NG 0, rework 0");
  EXPECT_EQ(english(event("sample_custody", "INSERT", R"({"holder":"Lab East","place":"X-ray room"})")),
            "Wang Fang handed the sample to Lab East, X-ray room");
  EXPECT_EQ(english(event("sample_consent", "INSERT", R"({"state":"granted"})")),
            "Wang Fang noted the customer's word on a destructive test: Granted");

  auto sums = event("sweep_row", "UPDATE", R"({"ok":200,"ng":4})");
  sums.key = "3";
  EXPECT_FALSE(historyLine(sums, file).derived) << "typed by the CQE";
  model::SweepCount count;
  count.sweepId = model::SweepRowId(3);
  file.sweepCounts.push_back(count);
  EXPECT_TRUE(historyLine(sums, file).derived) << "the count tells it";
}

TEST(History, NamesTheRowOfWhichOnlyATimeOrANumberChanged) {
  auto file = sampleFile();
  model::CaseClock clock;
  clock.id = model::ClockId(5);
  clock.name = model::ClockName::finalReport;
  file.clocks.push_back(clock);
  model::ClockPause pause;
  pause.id = model::RowId(6);
  pause.clock = model::ClockName::finalReport;
  file.pauses.push_back(pause);
  model::SweepRow row;
  row.id = model::SweepRowId(7);
  row.location = model::SweepLocation::transit;
  file.sweep.push_back(row);
  const auto of = [](const char* key, model::HistoryEvent of) {
    of.key = key;
    return of;
  };
  EXPECT_EQ(english(of("5", event("case_clock", "UPDATE", R"({"met_at":7})", R"({"met_at":null})")), file),
            "Clock “Final report” was met");
  EXPECT_EQ(english(of("6", event("clock_pause", "UPDATE", R"({"ended_at":7})")), file),
            "Wang Fang let the clock “Final report” run again");
  EXPECT_EQ(english(of("7", event("sweep_row", "UPDATE", R"({"suspect":7})")), file),
            "Wang Fang changed: stock sweep “In transit”");
  EXPECT_EQ(chinese(of("8", event("sweep_row", "INSERT", R"({"location":"transit"})")), file),
            "Wang Fang新增库存排查“在途”");
}

TEST(History, SurvivesUnreadableValues) {
  EXPECT_EQ(english(event("cause", "UPDATE", "not json", "[1,2]")), "Wang Fang changed: cause");
  auto nameless = event("complaint", "INSERT", "{}");
  nameless.actor.clear();
  EXPECT_EQ(english(nameless), "wang registered the complaint");
}

TEST(History, IsNewestFirst) {
  auto older = event("complaint", "INSERT", "{}");
  older.recordedAt = {1};
  auto newer = event("sample", "INSERT", R"({"to_come":0})");
  newer.recordedAt = {2};
  const auto lines = historyLines({older, newer}, sampleFile());
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].at, model::Instant{2});
  EXPECT_EQ(lines[0].event, 1U) << "the event it tells";
  EXPECT_EQ(model::Catalogue().sentence(lines[0].sentence), "Wang Fang noted that no sample will come");
}

}  // namespace octad::viewmodels
