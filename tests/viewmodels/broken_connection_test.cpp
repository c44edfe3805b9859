// Forms of the places over a connection that breaks while they are saved: a sentence that says what to do,
// and nothing stored twice when the same form is sent again.
#include <algorithm>

#include "gui/viewmodels/customers_place.hpp"
#include "gui/viewmodels/inbox.hpp"
#include "gui/viewmodels/mail_arrival.hpp"
#include "gui/viewmodels/mails.hpp"
#include "gui/viewmodels/my_work.hpp"
#include "gui/viewmodels/policies.hpp"
#include "gui/viewmodels/policy_forms.hpp"
#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "tests/support/breaking_store.hpp"
#include "tests/support/sent_mail.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

using Break = support::BreakingStore::Break;

class BrokenConnectionTest : public SessionTest {
 protected:
  BrokenConnectionTest()
      : store(std::make_shared<support::BreakingStore>(database.store())),
        session(sessionOf("zhou", immediate)) {
    session.store = store;
  }

  /// What a form says that is sent; empty when it was stored.
  template <class Page, class Form>
  std::string send(Page& page, const Form& form, const FormValues& typed, const std::string& requestId) {
    std::string sentence;
    page.run(
        requestId,
        [&](model::Workplace workplace, const std::string& request) {
          return form.execute(std::move(workplace), request, typed);
        },
        [](const auto&) {}, [&](const std::exception_ptr& error) { sentence = translator.error(error); });
    return sentence;
  }
  /// Sent while the connection is gone, while only the answer is lost, and when it is back.
  template <class Page, class Form>
  void sendThrice(Page& page, const Form& form, const FormValues& typed) {
    const std::string request = newUuid();
    for (const Break now : {Break::reading, Break::changing, Break::answering}) {
      store->set(now);
      EXPECT_NE(send(page, form, typed, request).find("when it is back"), std::string::npos);
    }
    store->set(Break::nothing);
    EXPECT_EQ(send(page, form, typed, request), "") << "it was stored already, and says so";
  }

  std::shared_ptr<support::BreakingStore> store;
  Session session;
};

TEST_F(BrokenConnectionTest, ACampaignIsMadeOnce) {
  session.actor = database.actor("wang");
  CustomersPlaceViewModel place(session);
  place.load();
  FormValues typed = startValues(place.addForm());
  typed["name"] = "Launch of the 12 V supply";
  sendThrice(place, place.addForm(), typed);
  EXPECT_EQ(database.store().reader().campaigns().size(), 1U);
  place.load();
  const auto end = place.endForm(0);
  sendThrice(place, end, startValues(end));
}

TEST_F(BrokenConnectionTest, APolicyIsReleasedAndPutInForceOnce) {
  PoliciesViewModel policies(session);
  policies.load();
  policies.select(0);
  const auto before = database.store().reader().policies().size();
  const auto form = policies.releaseForm(PolicyPart::calendar);
  FormValues typed = startValues(form);
  typed["work_hours"] = "08:00-16:00";
  typed["reason"] = "The customers ask for it";
  sendThrice(policies, form, typed);
  EXPECT_EQ(database.store().reader().policies().size(), before + 1);
  policies.load();
  for (long row = 0; row < policies.rowCount(); ++row)
    if (policies.cell(row, PolicyColumn::name) == "rate-first") policies.select(row);
  sendThrice(policies, policies.useForm(), {{"reason", "The customers ask for it"}});
  EXPECT_EQ(database.store().reader().setting("policy"), "rate-first");
}

TEST_F(BrokenConnectionTest, TheMailServerAndAnAddressAreSet) {
  MailsViewModel mails(session);
  mails.refresh();
  sendThrice(mails, mails.serverForm(),
             {{"server", "smtp://mail.example:587"}, {"from", "octad@site.example"}});
  sendThrice(mails, mails.addressForm(), {{"person", "wang"}, {"address", "wang@site.example"}});
  EXPECT_EQ(model::readMailServer(database.store().reader()).url, "smtp://mail.example:587");
}

TEST_F(BrokenConnectionTest, AReportThatIsDroppedIsNotedOnceWhenItIsTriedAgain) {
  const model::Mail one = support::queueSentMail(database);
  model::IncomingMail mail;
  mail.report = model::DeliveryReport{
      "r@mx.example",
      {},
      {one.messageId + "@example.com"},
      {{"wang@example.com", "wang@example.com", model::DeliveryAction::failed, "5.1.1", "550 no"}}};
  MailArrival arrival(session, [&mail](const std::string&) { return mail; });
  std::string sentence;
  arrival.failed.connect(
      [&](const std::exception_ptr& error, const std::string&) { sentence = translator.error(error); });
  arrival.noted.connect([&](const model::Message& words) { sentence = translator(words); });
  for (const Break now : {Break::reading, Break::changing, Break::answering}) {
    store->set(now);
    sentence.clear();
    arrival.take("/report.eml");
    EXPECT_NE(sentence.find("when it is back"), std::string::npos);
  }
  store->set(Break::nothing);
  arrival.take("/report.eml");
  EXPECT_NE(sentence.find("noted before"), std::string::npos) << sentence;
  EXPECT_EQ(database.store().notices().mails(false, 10).front().state, model::MailState::bounced);
  EXPECT_EQ(database.store().notices().inbox(database.person("wang"), true, 10).size(), 1U);
}

/// Reads again while the connection is gone and when it is back.
template <class Page>
void expectReadsAgain(Page& page, support::BreakingStore& store, const Translator& text) {
  page.refresh();
  ASSERT_EQ(page.error(), nullptr);
  const long rows = page.rowCount();
  EXPECT_GT(rows, 0);
  store.set(Break::reading);
  page.refresh();
  ASSERT_NE(page.error(), nullptr);
  EXPECT_NE(text.error(page.error()).find("when it is back"), std::string::npos);
  EXPECT_FALSE(page.loading());
  EXPECT_EQ(page.rowCount(), rows) << "what was read stays";
  store.set(Break::nothing);
  page.refresh();
  EXPECT_EQ(page.error(), nullptr);
  EXPECT_EQ(page.rowCount(), rows);
}

TEST_F(BrokenConnectionTest, ListsKeepWhatWasReadAndReadAgain) {
  model::Notice notice;
  notice.noticeKey = "one";
  notice.personId = database.person("zhou");
  notice.number = "C26-00001";
  notice.madeAt = database.clock().now();
  model::Mail mail;
  mail.mailKey = "digest/1";
  mail.personId = database.person("wang");
  mail.address = "wang@example.com";
  mail.subject = "Digest";
  mail.madeAt = mail.nextAt.emplace(database.clock().now());
  {
    const auto unit = database.store().begin({database.actor("zhou"), "jobs", {}, notice.madeAt, {}, {}});
    unit->notices().add(notice);
    unit->notices().queue(mail);
    unit->commit({});
  }
  InboxViewModel inbox(session);
  expectReadsAgain(inbox, *store, translator);
  MailsViewModel mails(session);
  expectReadsAgain(mails, *store, translator);
  store->set(Break::answering);
  inbox.markRead(0);
  ASSERT_NE(inbox.error(), nullptr);
  store->set(Break::nothing);
  inbox.refresh();
  EXPECT_EQ(inbox.unreadCount(), 0) << "it was marked";
}

}  // namespace
}  // namespace octad::viewmodels
