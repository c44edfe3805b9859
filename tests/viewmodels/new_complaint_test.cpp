#include "gui/viewmodels/new_complaint.hpp"

#include <gmock/gmock.h>

#include "gui/viewmodels/form_values.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

namespace {

class NewComplaintTest : public SessionTest {
 protected:
  static ComplaintDraft filled(const NewComplaintViewModel& form) {
    ComplaintDraft draft = form.draft();
    draft.customer = "甲公司";
    draft.verbatim = "客户反馈无输出";
    draft.items.front().part = "P-100";
    draft.items.front().failure = "无输出";
    draft.items.front().quantityDefective = "4";
    draft.items.front().quantityDelivered = "100";
    return draft;
  }
  static std::vector<std::string> fieldsOf(const std::vector<FieldProblem>& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
  }
};

TEST_F(NewComplaintTest, BeginsNowAtTheSite) {
  Session session = sessionOf("wang", immediate);
  const NewComplaintViewModel form(session, drafts);
  EXPECT_EQ(form.draft().receivedDate, "2026-11-16");
  EXPECT_EQ(form.draft().receivedTime, "16:00");
  EXPECT_FALSE(form.draft().uuid.empty());
  EXPECT_FALSE(form.hasContent());
}

TEST_F(NewComplaintTest, ShowsTheClassWhileTyping) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  int judgements = 0;
  const auto connection = form.judged.connect([&judgements] { ++judgements; });
  EXPECT_FALSE(form.classification());
  auto draft = filled(form);
  form.update(draft);
  ASSERT_TRUE(form.classification());
  EXPECT_EQ(form.classification()->severity, model::SeverityClass::other);
  draft.items.front().quantityDefective = "5";
  form.update(draft);
  EXPECT_EQ(form.classification()->severity, model::SeverityClass::general);
  draft.items.front().quantityDefective = "１５";
  form.update(draft);
  EXPECT_EQ(form.classification()->severity, model::SeverityClass::major);
  draft.items.front().quantityDefective = "1";
  draft.safety = true;
  form.update(draft);
  EXPECT_EQ(form.classification()->severity, model::SeverityClass::major);
  EXPECT_FALSE(form.classification()->reason.id.empty());
  draft.items.front().quantityDefective = "many";
  form.update(draft);
  EXPECT_FALSE(form.classification());
  EXPECT_EQ(judgements, 5);
}

TEST_F(NewComplaintTest, SavesOnceAndForgetsTheDraft) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  std::vector<model::Saved> saved;
  const auto connection = form.saved.connect([&saved](const model::Saved& done) { saved.push_back(done); });
  form.update(filled(form));
  EXPECT_TRUE(form.keepDraft());
  form.save();
  ASSERT_EQ(saved.size(), 1U) << testing::PrintToString(fieldsOf(form.refusals()));
  EXPECT_EQ(saved.front().number, "C26-00001");
  EXPECT_FALSE(NewComplaintViewModel::leftBehind(session, drafts));
  const auto file = database.store().reader().openCase(saved.front().id);
  EXPECT_EQ(file.complaint.title, "P-100 无输出") << "no title typed";
  EXPECT_EQ(file.complaint.verbatim, "客户反馈无输出");
  // A retry after a lost answer: the same form, the same case.
  form.save();
  ASSERT_EQ(saved.size(), 2U);
  EXPECT_EQ(saved[1].id, saved[0].id);
  EXPECT_EQ(database.store().reader().caseCount({}), 1);
}

TEST_F(NewComplaintTest, NamesEveryProblemAndKeepsWhatWasTyped) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  int refusals = 0;
  const auto connection = form.refused.connect([&refusals] { ++refusals; });
  auto draft = form.draft();
  draft.receivedTime = "25:00";
  draft.requestedDate = "2026-02-30";
  draft.items.front().quantityDefective = "1.5";
  form.update(draft);
  form.save();
  EXPECT_EQ(refusals, 1);
  EXPECT_THAT(fieldsOf(form.refusals()),
              testing::ElementsAre("customer", "received_time", "items.0.part", "items.0.qty_defective",
                                   "items.0.failure", "requested_date"))
      << "in the order of the form, no title";
  EXPECT_EQ(form.draft(), draft);
  EXPECT_EQ(database.store().reader().caseCount({}), 0);
}

TEST_F(NewComplaintTest, ChecksAFieldWhenItIsLeft) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  int changes = 0;
  const auto connection = form.rechecked.connect([&changes] { ++changes; });
  auto draft = form.draft();
  draft.receivedDate = "2026-02-30";
  draft.items.front().quantityDefective = "1.5";
  form.update(draft);
  form.recheck("items.0.qty_defective");
  EXPECT_THAT(fieldsOf(form.refusals()), testing::ElementsAre("received_at"))
      << "neither what is empty nor what is still typed";
  form.recheck({});
  EXPECT_THAT(fieldsOf(form.refusals()), testing::ElementsAre("received_at", "items.0.qty_defective"));
  form.save();
  draft = filled(form);
  draft.receivedDate = form.draft().receivedDate;
  form.update(draft);
  form.recheck("customer");
  EXPECT_THAT(fieldsOf(form.refusals()), testing::ElementsAre("received_at")) << "the rest is mended";
  EXPECT_EQ(changes, 3);
  form.recheck({});
  EXPECT_EQ(changes, 3) << "nothing new";
}

TEST_F(NewComplaintTest, NamesTheBoundsOfADate) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  for (const char* date : {"1989-12-31", "2200-01-01", "2026-02-30", "20260102", "now"}) {
    auto draft = filled(form);
    draft.receivedDate = date;
    form.update(draft);
    const auto problems = form.problems();
    ASSERT_THAT(fieldsOf(problems), testing::ElementsAre("received_at")) << date;
    EXPECT_THAT(problems.front().sentence.id, testing::HasSubstr("1990")) << date;
  }
}

/// What is typed into one field, and where the mistake is named; nothing: it is accepted.
struct Typed {
  std::function<void(ComplaintDraft&, const std::string&)> into;
  std::string text;
  std::string field;
};

TEST_F(NewComplaintTest, NamesBadInputAtItsFieldAndKeepsWhatWasTyped) {
  const auto title = [](ComplaintDraft& draft, const std::string& text) { draft.title = text; };
  const auto customer = [](ComplaintDraft& draft, const std::string& text) { draft.customer = text; };
  const auto defective = [](ComplaintDraft& draft, const std::string& text) {
    draft.items.front().quantityDefective = text;
  };
  const auto delivered = [](ComplaintDraft& draft, const std::string& text) {
    draft.items.front().quantityDelivered = text;
  };
  const auto received = [](ComplaintDraft& draft, const std::string& text) { draft.receivedDate = text; };
  const auto at = [](ComplaintDraft& draft, const std::string& text) { draft.receivedTime = text; };
  const auto requested = [](ComplaintDraft& draft, const std::string& text) { draft.requestedDate = text; };
  std::vector<Typed> rows{
      {title, std::string(301, 'x'), "title"},
      {title, std::string(1 << 20, 'x'), "title"},
      {title, "abc\u202Efdp.exe", "title"},
      {title, "a\nb", "title"},
      {title, "a\ab", "title"},
      {title, std::string("a\0b", 3), "title"},
      {title, "a\xED\xA0\x80", "title"},
      {title, "\u200B", "title"},
      {title, "<b>{{x}}</b> %n مرحبا", ""},
      {customer, "", "customer"},
      {customer, "\u3000", "customer"},
      {delivered, "3", "items.0.qty_defective"},  // 4 of 3 pieces defective
      {requested, "2026-11-15", "requested_date"},
      {at, "24:01", "received_time"},
      {at, "10", "received_time"},
      {received, "2026-12-24", "received_at"},
  };
  for (const char* pieces : {"-1", "10000001", "2147483648", "1000000000000000000000000000000", "1.5", "NaN",
                             "1e3", "abc", "1.000", ""})
    rows.push_back({defective, pieces, "items.0.qty_defective"});
  for (const char* pieces : {"１２", "1,000", " 7 "}) {
    rows.push_back({[](ComplaintDraft& draft, const std::string& text) {
                      draft.items.front().quantityDefective = text;
                      draft.items.front().quantityDelivered = "5000";
                    },
                    pieces, ""});
  }
  for (const char* day :
       {"2026-02-30", "2026-13-01", "2025-02-29", "1969-12-31", "1900-01-01", "9999-12-31", "10000-01-01",
        "now", "20260102", "2026-1-2", "02/03/2026", "44927", "infinity", "epoch"}) {
    rows.push_back({received, day, "received_at"});
    rows.push_back({requested, day, "requested_date"});
  }
  rows.push_back({received, "2024-02-29", ""});

  Session session = sessionOf("wang", immediate);
  for (const auto& row : rows) {
    NewComplaintViewModel form(session, drafts);
    auto draft = filled(form);
    row.into(draft, row.text);
    form.update(draft);
    form.save();
    const auto fields = fieldsOf(form.refusals());
    const std::string what = row.text.substr(0, 40) + " -> " + testing::PrintToString(fields);
    if (row.field.empty()) {
      EXPECT_TRUE(fields.empty()) << what;
    } else {
      EXPECT_EQ(fields, std::vector<std::string>{row.field}) << "the mistake and nothing else: " << what;
      EXPECT_EQ(form.draft(), draft) << "what was typed stays";
    }
  }
}

TEST_F(NewComplaintTest, EchoesAQuantityAsRead) {
  EXPECT_EQ(quantityAsRead("１２"), "12");
  EXPECT_EQ(quantityAsRead("1,000"), "1000");
  EXPECT_EQ(quantityAsRead(" 1 000 "), "1000");
  EXPECT_EQ(quantityAsRead("1.000"), "1.000") << "cannot be read: stays";
  EXPECT_EQ(quantityAsRead(""), "");
}

TEST_F(NewComplaintTest, AsksBeforeMakingAnUnknownCustomer) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  auto draft = filled(form);
  draft.customer = "丙公司";
  form.update(draft);
  form.save();
  EXPECT_TRUE(form.unknownCustomer());
  int saved = 0;
  const auto connection = form.saved.connect([&saved](const model::Saved&) { ++saved; });
  draft.newCustomer = true;
  form.update(draft);
  form.save();
  EXPECT_EQ(saved, 1);
}

TEST_F(NewComplaintTest, WarnsOfLikelyDuplicates) {
  Session session = sessionOf("wang", immediate);
  {
    NewComplaintViewModel first(session, drafts);
    first.update(filled(first));
    first.save();
  }
  NewComplaintViewModel form(session, drafts);
  int changes = 0;
  const auto connection = form.duplicatesChanged.connect([&changes] { ++changes; });
  auto draft = filled(form);
  form.update(draft);
  form.lookForDuplicates();
  ASSERT_EQ(form.duplicates().size(), 1U);
  EXPECT_EQ(form.duplicates().front().number, "C26-00001");
  form.lookForDuplicates();
  EXPECT_EQ(changes, 1) << "the same subject is looked for once";
  draft.items.front().part = "P-200";
  form.update(draft);
  form.lookForDuplicates();
  EXPECT_TRUE(form.duplicates().empty());
}

TEST_F(NewComplaintTest, KeepsTheDraftOverARestart) {
  Session session = sessionOf("wang", immediate);
  ComplaintDraft draft;
  {
    NewComplaintViewModel form(session, drafts);
    EXPECT_FALSE(form.keepDraft()) << "nothing typed, nothing kept";
    draft = filled(form);
    draft.items.push_back({"P-200", "", "划伤", "appearance", "3", "", ""});
    draft.demand = "8d,sort";
    form.update(draft);
    EXPECT_TRUE(form.keepDraft());
    EXPECT_FALSE(form.keepDraft()) << "unchanged";
  }
  const auto left = NewComplaintViewModel::leftBehind(session, drafts);
  ASSERT_TRUE(left);
  EXPECT_EQ(*left, draft);
  const Session other = sessionOf("hu", immediate);
  EXPECT_NE(NewComplaintViewModel::draftKey(other), NewComplaintViewModel::draftKey(session));
}

TEST_F(NewComplaintTest, SurvivesADamagedDraft) {
  const Session session = sessionOf("wang", immediate);
  drafts.keep(NewComplaintViewModel::draftKey(session), R"({"items":7,"customer":["x"],"contact":"陈工"})");
  const auto left = NewComplaintViewModel::leftBehind(session, drafts);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->contact, "陈工");
  EXPECT_EQ(left->items.size(), 1U);
}

TEST_F(NewComplaintTest, RefusesWhoMayNotRegister) {
  Session session = sessionOf("sun", immediate);
  NewComplaintViewModel form(session, drafts);
  form.update(filled(form));
  form.save();
  ASSERT_EQ(form.refusals().size(), 1U);
  EXPECT_EQ(form.refusals().front().field, "");
  EXPECT_TRUE(NewComplaintViewModel::leftBehind(session, drafts)) << "what was typed stays";
}

TEST_F(NewComplaintTest, OffersWhatMatches) {
  Session session = sessionOf("wang", immediate);
  NewComplaintViewModel form(session, drafts);
  std::vector<model::Customer> customers;
  form.findCustomers("甲",
                     [&customers](std::vector<model::Customer> found) { customers = std::move(found); });
  ASSERT_EQ(customers.size(), 1U);
  EXPECT_EQ(customers.front().code, "C001");
  std::vector<model::Part> parts;
  form.findParts("p-", [&parts](std::vector<model::Part> found) { parts = std::move(found); });
  EXPECT_EQ(parts.size(), 2U);
}

}  // namespace
}  // namespace octad::viewmodels
