#include "gui/viewmodels/mail_start.hpp"

#include <gmock/gmock.h>

#include "gui/viewmodels/new_complaint.hpp"
#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

class MailStartTest : public SessionTest {
 protected:
  MailStartTest() : session(sessionOf("wang", immediate)) {
    mail.messageId = "1@customer.example";
    mail.subject = "Complaint";
    mail.senderAddress = "quality@customer.example";
    mail.sentAt = model::parseIsoInstant("2026-11-16T01:30:00Z");
    mail.text = "客户：甲公司\n料号：P-100\n不良现象：无输出\n不良数量：4\n请退货\n";
    mail.files = {{"photo.png", "image/png", std::string("\x89PNG\r\n\x1A\n", 8)},
                  {"mail.eml", "message/rfc822", "x"}};
  }
  MailReader reader() {
    return [this](const std::string& path) {
      if (path != "/mail.eml") throw model::Invalid("file", model::tr("The file is gone."));
      return mail;
    };
  }
  static std::string placeOf(const NewComplaintViewModel& form, const std::string& field) {
    for (const auto& source : form.sources())
      if (source.field == field) return model::Invalid("", source.place).what();
    return {};
  }

  Session session;
  model::IncomingMail mail;
};

TEST_F(MailStartTest, FillsTheFormAndStoresNothing) {
  NewComplaintViewModel form(session, drafts, reader());
  int read = 0;
  const auto connection = form.mailRead.connect([&read] { ++read; });
  form.startFromMail("/mail.eml");
  EXPECT_EQ(read, 1);
  EXPECT_EQ(form.draft().customer, "甲公司");
  EXPECT_EQ(form.draft().receivedDate, "2026-11-16");
  EXPECT_EQ(form.draft().receivedTime, "09:30") << "at the site";
  EXPECT_EQ(form.draft().items.front().part, "P-100");
  EXPECT_EQ(form.draft().items.front().quantityDefective, "4");
  EXPECT_EQ(form.draft().items.front().quantityDelivered, "") << "not told";
  EXPECT_EQ(form.draft().demand, "return");
  EXPECT_EQ(placeOf(form, "items.0.qty_defective"), "line 4");
  EXPECT_TRUE(form.hasContent()) << "leaving asks what becomes of it";
  EXPECT_EQ(database.store().reader().caseCount({}), 0);
}

TEST_F(MailStartTest, AChangedFieldNoLongerComesFromTheMail) {
  NewComplaintViewModel form(session, drafts, reader());
  form.startFromMail("/mail.eml");
  auto draft = form.draft();
  draft.items.front().quantityDefective = "5";
  form.update(draft);
  EXPECT_EQ(placeOf(form, "items.0.qty_defective"), "");
  EXPECT_EQ(placeOf(form, "customer"), "line 1");
}

TEST_F(MailStartTest, KeepsTheChosenFilesAndTellsTheSameMail) {
  NewComplaintViewModel form(session, drafts, reader());
  form.startFromMail("/mail.eml");
  form.mail()->keep(0, false);
  std::vector<model::Saved> saved;
  const auto connection = form.saved.connect([&saved](const model::Saved& done) { saved.push_back(done); });
  form.save();
  ASSERT_EQ(saved.size(), 1U);
  const auto file = database.store().reader().openCase(saved.front().id);
  ASSERT_EQ(file.attachments.size(), 1U);
  EXPECT_EQ(file.attachments.front().fileName, "mail.eml");
  NewComplaintViewModel again(session, drafts, reader());
  again.startFromMail("/mail.eml");
  EXPECT_EQ(again.mail()->earlierNumber(), "C26-00001");
}

TEST_F(MailStartTest, GoesOnAfterACrashWithTheFilesOfTheMail) {
  {
    NewComplaintViewModel form(session, drafts, reader());
    form.startFromMail("/mail.eml");
    auto draft = form.draft();
    draft.title = "typed since";
    form.update(draft);
    EXPECT_TRUE(form.keepDraft());
  }
  const auto left = NewComplaintViewModel::leftBehind(session, drafts);
  ASSERT_TRUE(left);
  NewComplaintViewModel form(session, drafts, reader());
  form.restore(*left);
  EXPECT_EQ(form.draft().title, "typed since");
  ASSERT_NE(form.mail(), nullptr);
  EXPECT_EQ(form.mail()->keptFiles().list().size(), 2U);
  EXPECT_EQ(placeOf(form, "customer"), "line 1");
}

TEST_F(MailStartTest, AMailThatCannotBeReadIsTold) {
  NewComplaintViewModel form(session, drafts, reader());
  std::string told;
  const auto connection = form.mailFailed.connect([&told](const std::exception_ptr& error) {
    try {
      std::rethrow_exception(error);
    } catch (const model::Invalid& invalid) {
      told = invalid.what();
    }
  });
  form.startFromMail("/other.eml");
  EXPECT_EQ(told, "The file is gone.");
  EXPECT_FALSE(form.hasContent());
}

}  // namespace
}  // namespace octad::viewmodels
