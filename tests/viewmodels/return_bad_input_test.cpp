#include <utility>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/new_return.hpp"
#include "gui/viewmodels/return_forms.hpp"
#include "gui/viewmodels/sample_forms.hpp"
#include "gui/viewmodels/sweep_counts.hpp"
#include "gui/viewmodels/sweep_page.hpp"
#include "model/usecases/close_complaint.hpp"
#include "model/usecases/close_return.hpp"
#include "model/usecases/save_discipline.hpp"
#include "tests/viewmodels/return_fixture.hpp"

namespace octad::viewmodels {

namespace {

/// What a form said: at which field, and what.
struct Verdict {
  std::string field;
  std::string sentence;  ///< empty when it was stored
};

struct Wrong {
  const char* typed;
  const char* words;
};
constexpr const char* kRange = "0 to 10,000,000";
constexpr const char* kWhole = "whole number";
/// What nobody can mean as a number of pieces (as tests/e2e/bad_input_test.sh gives it to octadctl).
constexpr Wrong kWrong[] = {{"-1", kRange},
                            {"−1", kRange},
                            {"10000001", kRange},
                            {"2147483648", kRange},
                            {"1000000000000000000000000000000", kRange},
                            {"1.5", kWhole},
                            {"NaN", kWhole},
                            {"1e3", kWhole},
                            {"abc", kWhole},
                            {"1.000", kWhole},
                            {"1,00", kWhole}};

/// A number field of some form, and how a number gets into it.
struct NumberField {
  const char* what;
  std::string field;
  std::function<Verdict(const std::string& typed)> enter;
  bool zero = false;              ///< 0 says something there
  const char* percent = nullptr;  ///< its own sentence, when it is no number of pieces
};

class ReturnBadInput : public ReturnSessionTest {
 protected:
  ReturnBadInput()
      : session(sessionOf("wang", immediate)),
        caseId(database.makeCase()),
        casePage(session, caseId),
        page(session, announce(120)) {
    casePage.load();
    page.load();
  }

  static Verdict verdictOf(const std::exception_ptr& error, const Translator& text) {
    const auto problem = problemOf(error);
    return {problem.field, text(problem.sentence)};
  }
  /// Carries a form of the return's page out.
  Verdict send(const ReturnForm& form, const FormValues& values) {
    Verdict verdict;
    verdict.sentence = carryOut(page, form, values, &verdict.field);
    return verdict;
  }
  /// Carries a form of the case's page out.
  Verdict sendCase(const ActionForm& form, const FormValues& values) {
    FormValues typed = startValues(form);
    for (const auto& [name, value] : values) typed[name] = value;
    Verdict verdict;
    casePage.run(
        newUuid(),
        [&](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), typed);
        },
        {}, [&](const std::exception_ptr& error) { verdict = verdictOf(error, translator); });
    return verdict;
  }
  /// Moves pieces as the page "Pieces" does.
  Verdict movePieces(const PiecesAt& kind, const FormValues& typed) {
    Verdict verdict;
    page.run(
        newUuid(),
        [&](model::Workplace workplace, model::ReturnTarget target) {
          auto input = transferOf(kind, typed);
          input.target = std::move(target);
          return model::MoveReturned(std::move(workplace)).execute(input);
        },
        {}, [&](const std::exception_ptr& error) { verdict = verdictOf(error, translator); });
    return verdict;
  }
  PiecesAt at(Place place, Finding finding = Finding::open) {
    PiecesAt kind;
    kind.lineId = page.file().lines.front().id;
    kind.place = place;
    kind.finding = finding;
    return kind;
  }
  Verdict announceTyped(const std::string& typed) {
    NewReturnViewModel form(session, drafts);
    ReturnDraft draft = form.draft();
    draft.lines = {{number(), "", "", "", typed}};
    form.update(draft);
    form.save();
    EXPECT_EQ(form.draft(), draft) << "what was typed stays";
    if (form.refusals().empty()) return {};
    return {form.refusals().front().field, translator(form.refusals().front().sentence)};
  }
  std::string number() { return casePage.file().complaint.number; }

  /// 500 suspect pieces in process.
  void suspect() {
    auto content = model::SaveDiscipline::from(casePage.file(), model::DisciplineCode::d3);
    content.target.id = caseId;
    content.code = model::DisciplineCode::d3;
    model::SweepRow row;
    row.location = model::SweepLocation::wip;
    row.suspect = 500;
    content.sweep = {row};
    model::SaveDiscipline(as("wang")).execute(content);
    casePage.load();
  }
  Verdict count(std::string CountEntry::*member, const std::string& typed) {
    SweepPageViewModel sweep(session);
    sweep.load();
    sweep.choose(sweep.rows().front()->id);
    auto entry = sweep.fresh();
    entry.*member = typed;
    Verdict verdict;
    sweep.save(entry, {}, [&](const std::exception_ptr& error) { verdict = verdictOf(error, translator); });
    return verdict;
  }
  NumberField movement(const char* what, PiecesAt kind, Place to, FormValues values = {}) {
    values["to"] = key(to);
    return {what, "quantity", [this, kind, values](const std::string& typed) {
              FormValues all = values;
              all["quantity"] = typed;
              return movePieces(kind, all);
            }};
  }
  NumberField ofForm(const char* what, const std::string& field, std::function<ReturnForm()> form,
                     FormValues values = {}) {
    return {what, field, [this, field, form = std::move(form), values](const std::string& typed) {
              FormValues all = values;
              all[field] = typed;
              return send(form(), all);
            }};
  }
  NumberField ofCase(const char* what, const std::string& field, std::function<ActionForm()> form) {
    return {what, field, [this, field, form = std::move(form)](const std::string& typed) {
              return sendCase(form(), {{field, typed}});
            }};
  }
  std::vector<NumberField> wayFields();
  std::vector<NumberField> pieceFields();
  std::vector<NumberField> caseFields();

  /// Everything that is stored about returned goods and sweeps, as far as it can change here.
  std::string stored() {
    std::string all;
    for (const auto& row : returns().list({}, 100).rows) {
      const auto file = returns().open(row.id);
      all += file.head.number + " " + std::to_string(file.lines.size()) + " lines, " +
             std::to_string(file.movements.size()) + " movements, " + std::to_string(file.dossiers.size()) +
             " dossiers\n";
    }
    const auto file = database.store().reader().openCase(caseId);
    return all + std::to_string(file.sweepCounts.size()) + " counts, " + std::to_string(file.samples.size()) +
           " samples";
  }

  Session session;
  model::ComplaintId caseId;
  CasePageViewModel casePage;
  ReturnPageViewModel page;
};

std::vector<NumberField> ReturnBadInput::wayFields() {
  std::vector<NumberField> fields;
  fields.push_back(
      {"announced", "lines.0.quantity", [this](const std::string& typed) { return announceTyped(typed); }});
  auto counted = ofForm("counted", "lines.0.counted", [this] { return receiveForm(page); });
  counted.zero = true;
  fields.push_back(std::move(counted));
  fields.push_back(ofForm("counted, not announced", "others.0.counted", [this] { return receiveForm(page); },
                          {{"lines.0.counted", "120"},
                           {"others.0.part", "P-200"},
                           {"others.0.nature", "wrong_part"},
                           {"others.0.reason", "in the same box"}}));
  fields.push_back(
      ofForm("one more line", "quantity", [this] { return returnLineForm(page); }, {{"part", "P-100"}}));
  return fields;
}

/// Of a return with pieces everywhere.
std::vector<NumberField> ReturnBadInput::pieceFields() {
  std::vector<NumberField> fields;
  fields.push_back(movement("receive by moving", at(Place::expected), Place::quarantine));
  fields.push_back(movement("announce more", at(Place::outside), Place::expected));
  fields.push_back(
      movement("came too many", at(Place::surplus), Place::quarantine, {{"reason", "not on the note"}}));
  fields.push_back(movement("to test", at(Place::quarantine), Place::test));
  fields.push_back(movement("to the supplier", at(Place::quarantine), Place::external,
                            {{"reason", "8D of the supplier"}}));
  fields.push_back(movement("finding", at(Place::test), Place::awaiting, {{"finding", "customer_caused"}}));
  fields.push_back(movement("disposition", at(Place::awaiting, Finding::customerCaused), Place::work,
                            {{"disposition", "return_as_is"}}));
  auto factor = ofForm("technical factor", "technical_factor",
                       [this] { return dossierForm(page, page.file().lines.front().id); },
                       {{"trigger", "asked for by the customer"}});
  factor.zero = true;
  factor.percent = "percentage: enter 0 to 100";
  fields.push_back(std::move(factor));
  return fields;
}

std::vector<NumberField> ReturnBadInput::caseFields() {
  std::vector<NumberField> fields;
  for (const auto& [what, member] :
       {std::pair{"ok", &CountEntry::ok}, {"ng", &CountEntry::ng}, {"rework", &CountEntry::rework}}) {
    fields.push_back(
        {what, what, [this, member](const std::string& typed) { return count(member, typed); }, true});
    auto onCase =
        ofCase(what, what, [this] { return sweepCountForm(casePage, casePage.file().sweep.front(), false); });
    onCase.zero = true;
    fields.push_back(std::move(onCase));
  }
  fields.push_back(ofCase("sample arrives", "quantity", [this] { return sampleForm(casePage); }));
  fields.push_back(ofCase("sample becomes a return", "lines.0.quantity",
                          [this] { return sampleReturnForm(casePage, casePage.file().samples.front().id); }));
  return fields;
}

TEST_F(ReturnBadInput, NumbersNobodyCanMeanAreRefusedAtTheirFieldAndNothingIsStored) {
  const auto try_ = [this](const std::vector<NumberField>& fields) {
    const std::string before = stored();
    for (const auto& field : fields) {
      SCOPED_TRACE(field.what);
      for (const auto& wrong : kWrong) {
        const auto verdict = field.enter(wrong.typed);
        EXPECT_EQ(verdict.field, field.field) << wrong.typed << ": " << verdict.sentence;
        EXPECT_NE(verdict.sentence.find(field.percent ? field.percent : wrong.words), std::string::npos)
            << wrong.typed << ": " << verdict.sentence;
      }
      if (field.zero) continue;
      const auto verdict = field.enter("0");
      EXPECT_EQ(verdict.field, field.field) << "0: " << verdict.sentence;
      EXPECT_NE(verdict.sentence.find("1 to 10,000,000"), std::string::npos) << verdict.sentence;
    }
    EXPECT_EQ(stored(), before);
  };
  try_(wayFields());
  EXPECT_EQ(send(receiveForm(page), {{"lines.0.counted", "60"}, {"complete", ""}}).sentence, "");
  move(page.id(), Place::quarantine, Place::test, 40);
  move(page.id(), Place::test, Place::awaiting, 20, Finding::customerCaused);
  page.load();
  try_(pieceFields());
  suspect();
  EXPECT_EQ(sendCase(sampleForm(casePage), {{"quantity", "5"}}).sentence, "");
  try_(caseFields());
}

TEST_F(ReturnBadInput, WidthAndGroupsAreRead) {
  EXPECT_EQ(announceTyped("１２").sentence, "");
  EXPECT_EQ(announceTyped("1,000").sentence, "");
  std::vector<long long> announced;
  for (const auto& row : returns().list({}, 100).rows) announced.push_back(row.announced);
  EXPECT_EQ(announced, (std::vector<long long>{1000, 12, 120})) << "the newest first";
  EXPECT_EQ(send(receiveForm(page), {{"lines.0.counted", "１２０"}}).sentence, "");
  EXPECT_EQ(movePieces(at(Place::quarantine), {{"to", key(Place::test)}, {"quantity", "1 0"}}).field,
            "quantity")
      << "no group of three";
  EXPECT_EQ(movePieces(at(Place::quarantine), {{"to", key(Place::test)}, {"quantity", "１００"}}).sentence,
            "");
  EXPECT_EQ(page.file().balance().at(Place::test), 100);
}

TEST_F(ReturnBadInput, MoreThanWasDeliveredNeedsAnExplanation) {
  EXPECT_EQ(announceTyped("600").sentence, "");
  EXPECT_EQ(announceTyped("600").sentence, "");
  const auto rows = returns().list({}, 100).rows;  // two returns of a case with 1,000 pieces delivered
  ReturnPageViewModel first(session, rows[1].id);
  first.load();
  EXPECT_EQ(carryOut(first, receiveForm(first), {{"lines.0.counted", "600"}}), "");
  ReturnPageViewModel second(session, rows[0].id);
  second.load();
  const std::string before = stored();
  Verdict verdict;
  verdict.sentence = carryOut(second, receiveForm(second), {{"lines.0.counted", "600"}}, &verdict.field);
  EXPECT_EQ(verdict.field, "lines.0.counted");
  EXPECT_EQ(verdict.sentence, "Returned 1200 of 1000 shipped. Correct the quantity, or explain it.");
  second.run(
      newUuid(),
      [&second](model::Workplace workplace, model::ReturnTarget target) {
        PiecesAt kind;
        kind.lineId = second.file().lines.front().id;
        kind.place = Place::expected;
        auto input = transferOf(kind, {{"to", key(Place::quarantine)}, {"quantity", "401"}});
        input.target = std::move(target);
        return model::MoveReturned(std::move(workplace)).execute(input);
      },
      {}, [&](const std::exception_ptr& error) { verdict = verdictOf(error, translator); });
  EXPECT_EQ(verdict.field, "quantity") << "piece by piece is the same";
  EXPECT_NE(verdict.sentence.find("1001 of 1000"), std::string::npos) << verdict.sentence;
  EXPECT_EQ(stored(), before);
}

TEST_F(ReturnBadInput, NothingComesBackToACaseOrReturnThatEnded) {
  const auto form = receiveForm(page);  // opened before somebody else ended the return
  model::CancelReturn(as("hu")).execute({{page.id(), 0, {}}, "nothing will come"});
  page.load();
  const std::string before = stored();
  EXPECT_NE(send(form, {{"lines.0.counted", "120"}}).sentence.find("is closed"), std::string::npos);
  EXPECT_NE(movePieces(at(Place::outside), {{"to", key(Place::expected)}, {"quantity", "1"}}).sentence, "");
  EXPECT_FALSE(actionOf(page.actions(), ReturnActionId::receive).enabled())
      << "a fresh page does not offer it";
  model::ClosingStep step;
  step.target.id = caseId;
  step.reason = "entered in error";
  model::CancelComplaint(as("wang")).execute(step);
  const auto verdict = announceTyped("1");
  EXPECT_NE(verdict.sentence.find("Cancelled"), std::string::npos) << verdict.field << verdict.sentence;
  EXPECT_EQ(stored(), before);
}

TEST_F(ReturnBadInput, TheSameFormSentTwiceIsStoredOnce) {
  Session slow = sessionOf("wang", held);
  NewReturnViewModel form(slow, drafts);
  ReturnDraft draft = form.draft();
  draft.lines = {{number(), "", "", "", "2"}};
  form.update(draft);
  int saved = 0;
  form.saved.connect([&saved](const model::ReturnSaved&) { ++saved; });
  form.save();
  form.save();
  EXPECT_EQ(held.waiting(), 1U) << "the second press of a double click";
  held.runAll();
  form.save();
  held.runAll();
  EXPECT_EQ(saved, 2);
  EXPECT_EQ(returns().list({}, 100).rows.size(), 2U) << "one beside the return that was there";

  ReturnPageViewModel slowPage(slow, page.id());
  slowPage.load();
  held.runAll();
  const std::string request = newUuid();
  for (int press = 0; press < 2; ++press)
    slowPage.run(
        request,
        [receipt = receiveForm(slowPage)](model::Workplace workplace, model::ReturnTarget target) {
          return receipt.execute(std::move(workplace), std::move(target),
                                 {{"lines.0.counted", "120"}, {"complete", "1"}});
        },
        {}, [this](const std::exception_ptr& error) { ADD_FAILURE() << translator.error(error); });
  held.runAll();
  EXPECT_EQ(slowPage.file().balance().received(), 120);
}

}  // namespace
}  // namespace octad::viewmodels
