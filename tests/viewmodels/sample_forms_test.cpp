#include "gui/viewmodels/sample_forms.hpp"

#include <gtest/gtest.h>

#include "gui/viewmodels/case_samples.hpp"
#include "gui/viewmodels/return_forms.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/announce_return.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {

/// Forms about samples and returns on the page of a case, filled in and sent.
class SampleForms : public SessionTest {
 protected:
  SampleForms() : session(sessionOf("wang", immediate)), page(session, database.makeCase()) { page.load(); }

  /// Sends a form with its own values and these; the sentence of the error, "" when it was stored.
  std::string send(const ActionForm& form, const FormValues& typed) {
    FormValues values = startValues(form);
    for (const auto& [name, value] : typed) values[name] = value;
    std::string sentence;
    page.run(
        newUuid(),
        [&](model::Workplace workplace, model::CaseTarget target) {
          return form.execute(std::move(workplace), std::move(target), values);
        },
        {}, [&](const std::exception_ptr& error) { sentence = translator.error(error); });
    return sentence;
  }
  model::SampleId arrive(const std::string& pieces) {
    EXPECT_EQ(send(sampleForm(page), {{"quantity", pieces}}), "");
    return page.file().samples.back().id;
  }

  Session session;
  CasePageViewModel page;
};

TEST_F(SampleForms, SayWhatIsMissing) {
  EXPECT_EQ(send(moveSampleForm(page), {{"holder", "Lab East"}}),
            "The sample has not arrived yet. Record its arrival first.");
  EXPECT_EQ(send(sampleConsentForm(page), {{"given_by", "Ms Bauer"}}),
            "There is no sample to ask about. Record the sample first.");
  arrive("5");
  EXPECT_EQ(send(analysableForm(page), {{"analysable_at", ""}}), "A time is needed here.");
  EXPECT_NE(send(moveSampleForm(page), {}), "") << "somebody has to have it";
  EXPECT_NE(send(moveSampleForm(page), {{"holder", "Lab East"}, {"since", "2026-11-01 08:00"}}), "")
      << "it had not arrived then";
}

TEST_F(SampleForms, AreAboutTheChosenSample) {
  const auto first = arrive("5");
  database.clock().advanceHours(1);
  const auto second = arrive("3");
  ASSERT_NE(first, second);
  EXPECT_EQ(startValues(moveSampleForm(page)).at("sample_id"), std::to_string(second.value)) << "the newest";
  EXPECT_EQ(startValues(analysableForm(page)).at("sample_id"), std::to_string(second.value));
  EXPECT_EQ(send(analysableForm(page, first), {}), "") << "the older one is ready first";
  EXPECT_TRUE(page.file().samples.at(0).analysableAt);
  EXPECT_FALSE(page.file().samples.at(1).analysableAt);
  EXPECT_NE(send(analysableForm(page), {{"sample_id", std::to_string(first.value)}}), "") << "it is already";
  EXPECT_EQ(send(moveSampleForm(page, first), {{"holder", "Lab East"}}), "");
  EXPECT_EQ(page.file().sampleCustody.at(0).sampleId, first);
  const auto form = sampleConsentForm(page, first);
  EXPECT_EQ(send(form, {{"state", "refused"}, {"given_by", "Ms Bauer"}, {"given_on", "2026-11-16"}}), "");
  EXPECT_EQ(page.file().sampleConsents.at(0).state, model::Consent::refused);
}

TEST_F(SampleForms, ASampleBecomesAReturnOnce) {
  const auto sample = arrive("5");
  EXPECT_EQ(send(sampleReturnForm(page, sample), {}), "");
  ASSERT_EQ(page.file().returns.size(), 1U);
  EXPECT_EQ(translator(page.steps().at(11).label), "Returns 5");
  EXPECT_EQ(page.file().returnBalance(page.file().returns[0].id).at(model::ReturnPlace::quarantine), 5);
  EXPECT_EQ(caseSampleRows(page.file(), session.zone).front().returnNumber, page.file().returns[0].number);
  EXPECT_EQ(send(sampleReturnForm(page, sample), {}),
            "The sample is a line of return " + page.file().returns[0].number + " already.");
}

TEST_F(SampleForms, AReturnIsHandedOnWithAReason) {
  model::NewReturn input;
  input.uuid = model::newUuid();
  model::NewReturnLine line;
  line.caseNumber = page.file().complaint.number;
  line.quantity = 40;
  input.lines.push_back(line);
  const auto announced = model::AnnounceReturn(session.workplace()).execute(input);
  page.load();
  EXPECT_EQ(page.steps().at(11).label.args.size(), 1U) << "nothing came yet";
  const auto form = handOverForm(page, announced.id);
  EXPECT_EQ(startValues(form).at("owner"), "wang");
  EXPECT_NE(send(form, {}), "") << "a reason is needed";
  EXPECT_EQ(send(form, {{"owner", "hu"}, {"reason", "they come in January"}}), "");
  EXPECT_EQ(page.file().handOvers.at(0).ownerId, database.person("hu"));
  EXPECT_EQ(translator(page.history().front().sentence),
            "王芳 handed return " + announced.number + " on to 胡军");
}

}  // namespace octad::viewmodels
