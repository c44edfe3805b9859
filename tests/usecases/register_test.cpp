#include <algorithm>

#include "model/core/uuid.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

class RegisterTest : public UseCaseTest {
 protected:
  Saved store(const NewComplaint& complaint, const std::string& login = "wang") {
    return RegisterComplaint(as(login)).execute(complaint);
  }
  std::string fieldOf(const NewComplaint& complaint) {
    return invalidField([&] { store(complaint); });
  }
};

TEST_P(RegisterTest, StoresCaseProblemClassAndClocks) {
  const Saved saved = store(notice());
  EXPECT_EQ(saved.number, "C26-00001");
  const CaseFile file = open(saved.id);
  EXPECT_EQ(file.complaint.rowVersion, saved.version);
  EXPECT_EQ(file.complaint.state, CaseState::registered);
  EXPECT_EQ(file.complaint.severity, SeverityClass::major);
  EXPECT_TRUE(file.complaint.severityProvisional);
  EXPECT_EQ(file.complaint.weight, 2);
  EXPECT_EQ(file.complaint.rule, "quantity_major");
  EXPECT_EQ(file.complaint.noticeMonth, "2026-11");
  EXPECT_EQ(file.complaint.ownerId, person("wang"));
  EXPECT_EQ(file.complaint.responsibleDepartmentId, m_database.department("TE"));
  EXPECT_EQ(file.complaint.phase, "containing");
  EXPECT_EQ(file.complaint.partNumber, "P-100");
  EXPECT_EQ(file.problem.number, "P26-00001");
  ASSERT_EQ(file.disciplines.size(), 9u);
  for (const auto& discipline : file.disciplines) EXPECT_EQ(discipline.state, DisciplineState::open);
  ASSERT_EQ(file.decisions.size(), 1u);
  EXPECT_EQ(file.decisions[0].kind, DecisionKind::severity);
  EXPECT_EQ(
      file.decisions[0].inputs,
      R"({"items":[{"part":"P-100","failure":"no output","defect_kind":"functional","qty_defective":20,)"
      R"("qty_delivered":100}],"penalty":false,"safety":false,"ppm_target":null,"ppm_actual":null,)"
      R"("external":false,"dissatisfied":false,"repeat":false})");
  EXPECT_EQ(file.clocks.size(), 3u);
  ASSERT_TRUE(file.complaint.dueAt);
  EXPECT_EQ(file.complaint.dueName, "first_reply");
  EXPECT_EQ(*file.complaint.dueAt, plusSeconds(clock().now(), 24 * 3600));
  EXPECT_EQ(store(notice()).number, "C26-00002");
}

TEST_P(RegisterTest, NewPartsAndDefectsAreMadeOnce) {
  auto complaint = notice();
  complaint.items = {{"NEW-1", "Neu", "", "新不良", DefectKind::appearance, 3, {}},
                     {"new-1", "", "", "新不良", DefectKind::appearance, 4, {}}};
  const CaseFile file = open(store(complaint).id);
  ASSERT_EQ(file.items.size(), 2u);
  EXPECT_EQ(file.items[0].partId, file.items[1].partId);
  EXPECT_EQ(file.items[0].defectId, file.items[1].defectId);
  EXPECT_FALSE(file.items[0].quantityDelivered);
  store([&] {
    auto again = complaint;
    again.uuid = newUuid();
    return again;
  }());
  EXPECT_EQ(reader().parts("NEW-1", 10).size(), 1u);
}

TEST_P(RegisterTest, TheSameFormSentTwiceIsOneCase) {
  const auto complaint = notice();
  const Saved first = store(complaint);
  const Saved second = store(complaint);
  EXPECT_EQ(first.id, second.id);
  EXPECT_EQ(first.number, second.number);
  EXPECT_EQ(first.version, second.version);
  EXPECT_EQ(reader().caseCount({}), 1);
  auto other = complaint;
  other.title = "另一个";
  EXPECT_EQ(refusedRule([&] { store(other); }), "request-reused");
}

TEST_P(RegisterTest, UnknownAndLookAlikeCustomers) {
  auto complaint = notice();
  complaint.customer = "新客户";
  EXPECT_EQ(fieldOf(complaint), "customer");
  complaint.newCustomerAllowed = true;
  EXPECT_EQ(open(store(complaint).id).customer.name, "新客户");

  auto acme = notice();
  acme.customer = "ACME";
  acme.newCustomerAllowed = true;
  store(acme);
  for (const char* alike : {"АСМЕ", "acme", "ＡＣＭＥ", "A.C.M.E"}) {
    auto again = notice();
    again.customer = alike;
    again.newCustomerAllowed = true;
    try {
      store(again);
      FAIL() << alike;
    } catch (const Invalid& error) {
      EXPECT_EQ(error.field(), "customer");
      ASSERT_EQ(error.message().args.size(), 2u);
      EXPECT_EQ(error.message().args[1], "ACME") << "the sentence names the customer meant";
    }
  }
  auto composed = notice();
  composed.customer = "Müller";
  composed.newCustomerAllowed = true;
  const auto first = open(store(composed).id).customer.id;
  composed.uuid = newUuid();
  composed.customer = "Mu\u0308ller";
  EXPECT_EQ(open(store(composed).id).customer.id, first) << "NFC makes them one";
  auto byCode = notice();
  byCode.customer = "C002";
  EXPECT_EQ(open(store(byCode).id).customer.name, "乙公司");
}

TEST_P(RegisterTest, BadFieldsAreNamed) {
  const auto with = [](auto change) {
    auto complaint = notice();
    change(complaint);
    return complaint;
  };
  using C = NewComplaint;
  const std::vector<std::pair<const char*, NewComplaint>> cases{
      {"title", with([](C& c) { c.title = ""; })},
      {"title", with([](C& c) { c.title = "   "; })},
      {"title", with([](C& c) { c.title = "\u200B"; })},
      {"title", with([](C& c) { c.title = "\u3000"; })},
      {"title", with([](C& c) { c.title = std::string(301, 'x'); })},
      {"title", with([](C& c) { c.title = std::string(1024 * 1024, 'x'); })},
      {"title", with([](C& c) { c.title = "abc\u202Efdp.exe"; })},
      {"title", with([](C& c) { c.title = "a\nb"; })},
      {"title", with([](C& c) { c.title = std::string("a\0b", 3); })},
      {"title", with([](C& c) { c.title = "\xED\xA0\x80"; })},
      {"verbatim", with([](C& c) { c.verbatim = std::string(256 * 1024 + 1, 'x'); })},
      {"customer", with([](C& c) { c.customer = ""; })},
      {"channel", with([](C& c) { c.channel = "pigeon"; })},
      {"demand", with([](C& c) { c.demand = "8d,moon"; })},
      {"uuid", with([](C& c) { c.uuid = "1"; })},
      {"items", with([](C& c) { c.items.clear(); })},
      {"items.0.part", with([](C& c) { c.items[0].part = " "; })},
      {"items.0.failure", with([](C& c) { c.items[0].failure = ""; })},
      {"items.0.qty_defective", with([](C& c) { c.items[0].quantityDefective = -1; })},
      {"items.0.qty_defective", with([](C& c) { c.items[0].quantityDefective = 10'000'001; })},
      {"items.0.qty_delivered", with([](C& c) { c.items[0].quantityDelivered = -1; })},
      {"items.0.qty_defective", with([](C& c) { c.items[0].quantityDelivered = 19; })},
      {"received_at", with([&](C& c) { c.receivedAt = plusSeconds(clock().now(), 2 * 86400); })},
      {"received_at", with([](C& c) { c.receivedAt = {253'402'300'800'000'000}; })},
      {"received_at", with([](C& c) { c.receivedAt = {-1}; })},
      {"requested_date", with([&](C& c) { c.requestedDate = today().plusDays(-1); })},
      {"requested_date", with([](C& c) { c.requestedDate = Date(9999, 12, 31); })},
      {"responsible_department", with([](C& c) { c.responsibleDepartment = "999"; })},
      {"owner", with([](C& c) { c.owner = "nobody"; })},
      {"pattern", with([](C& c) { c.patternNumber = "C26-99999"; })},
  };
  for (const auto& [field, complaint] : cases) EXPECT_EQ(fieldOf(complaint), field);
  EXPECT_EQ(reader().caseCount({}), 0);
}

TEST_P(RegisterTest, AllFieldErrorsAtOnce) {
  NewComplaint complaint;
  complaint.items = {{"", "", "", "", DefectKind::functional, -1, {}}};
  const auto errors = validateComplaint(complaint, clock().now(), Zone("Asia/Shanghai"));
  std::vector<std::string> fields;
  for (const auto& error : errors) fields.push_back(error.field());
  EXPECT_EQ(fields, (std::vector<std::string>{"customer", "title", "items.0.part", "items.0.failure",
                                              "items.0.qty_defective"}));
}

TEST_P(RegisterTest, SpecialTextsAreKeptAsTheyAre) {
  auto complaint = notice();
  complaint.title = "<b>{{x}}</b> %n ' \" ؛ مرحبا";
  complaint.verbatim = "line 1\nline 2\t{{{x}}}";
  const CaseFile file = open(store(complaint).id);
  EXPECT_EQ(file.complaint.title, complaint.title);
  EXPECT_EQ(file.complaint.verbatim, complaint.verbatim);
  std::string emoji;
  for (int i = 0; i < 300; ++i) emoji += "😀";
  auto many = notice();
  many.title = emoji;
  EXPECT_EQ(open(store(many).id).complaint.title, emoji);
}

TEST_P(RegisterTest, WhoMayRegister) {
  EXPECT_EQ(refusedRule([&] { store(notice(), "sun"); }), "right");
  EXPECT_EQ(refusedRule([&] { store(notice(), "liu"); }), "right");
  const CaseFile file = open(store(notice(), "li").id);
  EXPECT_FALSE(file.complaint.ownerId) << "a registrar is no owner";
  auto named = notice();
  named.owner = "hu";
  EXPECT_EQ(open(store(named, "li").id).complaint.ownerId, person("hu"));
}

TEST_P(RegisterTest, AnOldCaseIsThePattern) {
  const auto old = acceptedCase();
  for (const auto code : {DisciplineCode::d1, DisciplineCode::d4}) fill("wang", old, code);
  fill("wang", old, DisciplineCode::d5);
  fill("wang", old, DisciplineCode::d6);
  auto complaint = notice();
  complaint.patternNumber = open(old).complaint.number;
  const CaseFile file = open(store(complaint).id);
  EXPECT_EQ(file.team.size(), 2u);
  ASSERT_EQ(file.causes.size(), 2u);
  EXPECT_EQ(file.causes[0].result, CauseResult::hypothesis);
  EXPECT_EQ(file.causes[0].proof, "");
  EXPECT_FALSE(file.causes[0].verifiedOn);
  EXPECT_EQ(file.whySteps.size(), 2u);
  ASSERT_EQ(file.actions.size(), 2u);
  EXPECT_FALSE(file.actions[0].doneOn);
  EXPECT_FALSE(file.actions[0].dueOn);
  ASSERT_TRUE(file.actions[0].causeId);
  EXPECT_EQ(file.actions[0].causeId, file.causes[0].id);
  EXPECT_EQ(file.discipline(DisciplineCode::d4).text, "D4 内部说明");
  EXPECT_EQ(file.discipline(DisciplineCode::d4).state, DisciplineState::open);
  EXPECT_NE(file.problem.id, open(old).problem.id);
}

TEST_P(RegisterTest, AmendedFactsDecideTheClassAgain) {
  const auto id = acceptedCase(8);
  EXPECT_EQ(open(id).complaint.severity, SeverityClass::general);
  auto input = AmendComplaint::from(open(id));
  AmendComplaint(as("wang")).execute(input);
  const auto decisions = open(id).decisions.size();
  input = AmendComplaint::from(open(id));
  input.items[0].quantityDefective = 16;
  input.customerRef = "Q-4712";
  AmendComplaint(as("wang")).execute(input);
  CaseFile file = open(id);
  EXPECT_EQ(file.complaint.severity, SeverityClass::major);
  EXPECT_TRUE(file.complaint.severityProvisional);
  EXPECT_EQ(file.complaint.weight, 2);
  EXPECT_EQ(file.items[0].severity, SeverityClass::major);
  EXPECT_EQ(file.decisions.size(), decisions + 1);
  EXPECT_EQ(file.complaint.customerRef, "Q-4712");
  EXPECT_EQ(file.complaint.verbatim, notice().verbatim);

  input = AmendComplaint::from(file);
  input.items.push_back({{},
                         {},
                         2,
                         m_database.part("P-200"),
                         "L2",
                         "划伤",
                         {},
                         DefectKind::appearance,
                         1,
                         {},
                         SeverityClass::other,
                         "",
                         {}});
  input.requestedDate = today().plusDays(1);
  AmendComplaint(as("wang")).execute(input);
  file = open(id);
  ASSERT_EQ(file.items.size(), 2u);
  EXPECT_EQ(file.items[1].position, 2);
  EXPECT_TRUE(file.items[1].defectId);
  EXPECT_EQ(file.complaint.requestedDate, today().plusDays(1));

  input = AmendComplaint::from(file);
  input.partNumbers = {"p-200", ""};
  input.items[1].lot = "L3";
  AmendComplaint(as("wang")).execute(input);
  file = open(id);
  EXPECT_EQ(file.items[0].partId, m_database.part("P-200")) << "another part, named by its number";
  EXPECT_EQ(file.items[1].lot, "L3");

  input = AmendComplaint::from(file);
  input.target.version -= 1;
  EXPECT_THROW(AmendComplaint(as("wang")).execute(input), Conflict);
  input = AmendComplaint::from(file);
  input.requestedDate = today().plusDays(-3);
  EXPECT_EQ(invalidField([&] { AmendComplaint(as("wang")).execute(input); }), "requested_date");
}

INSTANTIATE_TEST_SUITE_P(Databases, RegisterTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
