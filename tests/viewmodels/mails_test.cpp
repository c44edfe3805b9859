#include "gui/viewmodels/mails.hpp"

#include "model/ports/notice_rows.hpp"
#include "model/usecases/set_address.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

class MailsTest : public SessionTest {
 protected:
  MailsTest() : session(sessionOf("zhou", immediate)) {}
  void queue(const std::string& key, model::MailState state) {
    model::Mail mail;
    mail.mailKey = key;
    mail.personId = database.person("wang");
    mail.address = "old@example.com";
    mail.subject = "Digest";
    mail.body = "text";
    mail.madeAt = database.clock().now();
    mail.nextAt = database.clock().now();
    change([&mail](model::NoticeRows& rows) { rows.queue(mail); });
    auto stored = database.store().notices().mails(true, 10).front();
    stored.state = state;
    stored.attempts = 3;
    stored.error = "550 no such user";
    stored.nextAt.reset();
    change([&stored](model::NoticeRows& rows) { rows.noteMail(stored, 0); });
  }
  template <class Work>
  void change(Work work) {
    const auto unit =
        database.store().begin({database.actor("zhou"), "mail", {}, database.clock().now(), {}, {}});
    work(unit->notices());
    unit->commit({});
  }
  model::Workplace zhou() { return {database.store(), database.clock(), database.actor("zhou")}; }

  Session session;
};

TEST_F(MailsTest, ShowsWhatDidNotArriveAndTriesItAgainAtTheNewAddress) {
  queue("digest/1", model::MailState::refused);
  MailsViewModel mails(session);
  mails.refresh();
  ASSERT_EQ(mails.rowCount(), 1);
  EXPECT_EQ(mails.openCount(), 1);
  EXPECT_EQ(mails.cell(0, MailColumn::person), "王芳");
  EXPECT_EQ(mails.cell(0, MailColumn::words), "550 no such user");
  EXPECT_EQ(mails.serverText(), "No mail server is set: no mails are sent.");
  model::SetAddress(zhou()).execute("wang", "new@example.com");
  std::string told;
  const auto connection =
      mails.done.connect([&](const model::Message& words) { told = session.translator(words); });
  mails.select(0);
  mails.retry(false);
  EXPECT_EQ(told, "1 mails will be tried at the next run of the job.");
  EXPECT_EQ(mails.row(0)->state, model::MailState::queued);
  EXPECT_EQ(mails.row(0)->address, "new@example.com");
  EXPECT_EQ(mails.openCount(), 1) << "the refused one was replaced";
  EXPECT_EQ(database.store().notices().mailsDue(database.clock().now(), 10).size(), 1U);
}

TEST_F(MailsTest, ShowsWhatCameBackAndWhoseAddressIsDead) {
  model::SetAddress(zhou()).execute("wang", "old@example.com");
  queue("digest/1", model::MailState::bounced);
  queue("digest/2", model::MailState::delayed);
  MailsViewModel mails(session);
  mails.refresh();
  EXPECT_EQ(mails.openCount(), 2);
  EXPECT_EQ(mails.lostCount(), 1) << "a delay has to be waited for";
  EXPECT_EQ(mails.cell(1, MailColumn::state), "Came back");
  EXPECT_EQ(mails.cell(0, MailColumn::state), "Delayed on its way");
  mails.select(1);
  const auto form = mails.addressForm();
  EXPECT_EQ(form.fields[0].value, "wang") << "the receiver of the mail that is selected";
  std::string label;
  for (const auto& choice : form.fields[0].choices)
    if (choice.key == "wang") label = choice.label;
  EXPECT_EQ(label, "王芳 <old@example.com>  ⚠ mails do not arrive");
  mails.retry(true);
  EXPECT_EQ(mails.row(1)->state, model::MailState::queued);
  EXPECT_EQ(mails.row(0)->state, model::MailState::delayed);
}

TEST_F(MailsTest, TheServerIsSetAndATestMailSaysWhatTheServerSaid) {
  MailsViewModel mails(session);
  mails.refresh();
  const auto set = [&](const FormValues& values) { return mails.serverForm().execute(zhou(), "", values); };
  EXPECT_THROW(set({{"server", "http://x"}, {"from", "a@b.example"}}), model::Invalid);
  EXPECT_EQ(session.translator(
                set({{"server", "smtp://mail.example:587"}, {"from", "octad@site.example"}, {"user", "o"}})),
            "Mails go from octad@site.example to smtp://mail.example:587.");
  mails.refresh();
  std::string password;
  model::Mail sent;
  model::MailAnswer answer{model::MailAnswer::Verdict::sent, "250 ok"};
  const auto form =
      mails.testForm([&](const model::MailServer&, const std::string& typed, const model::Mail& mail) {
        password = typed;
        sent = mail;
        return answer;
      });
  ASSERT_EQ(form.fields.size(), 2U) << "the server wants a login: the password is asked for";
  EXPECT_EQ(form.fields[0].value, "zhou@example.com") << "to oneself";
  EXPECT_EQ(
      session.translator(form.execute(zhou(), "", {{"to", "zhou@example.com"}, {"password", "secret"}})),
      "The server took the test mail to zhou@example.com. Look whether it arrived.");
  EXPECT_EQ(password, "secret");
  EXPECT_EQ(sent.address, "zhou@example.com");
  answer = {model::MailAnswer::Verdict::refused, "550 no"};
  EXPECT_THROW(form.execute(zhou(), "", {{"to", "zhou@example.com"}}), model::Invalid);
  EXPECT_EQ(database.store().notices().mails(true, 10).size(), 0U) << "a test mail is not kept";
}

}  // namespace
}  // namespace octad::viewmodels
