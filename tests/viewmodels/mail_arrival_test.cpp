#include "gui/viewmodels/mail_arrival.hpp"

#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "tests/support/sent_mail.hpp"
#include "tests/viewmodels/session_fixture.hpp"

namespace octad::viewmodels {
namespace {

class MailArrivalTest : public SessionTest {
 protected:
  void listen(MailArrival& arrival) {
    arrival.complaint.connect([this](const std::string& path) { complaint = path; });
    arrival.noted.connect([this](const model::Message& words) { noted = words.id; });
    arrival.failed.connect([this](const std::exception_ptr& error, const std::string&) {
      try {
        std::rethrow_exception(error);
      } catch (const model::Error& known) {
        failed = known.what();
      }
    });
  }
  /// A mail of the queue that was sent, and what a server reports about it.
  void sendOne() {
    const model::Mail one = support::queueSentMail(database);
    mail.report = model::DeliveryReport{
        "r@mx.example",
        {},
        {one.messageId + "@example.com"},
        {{"wang@example.com", "wang@example.com", model::DeliveryAction::failed, "5.1.1", "550 no"}}};
  }
  MailReader reader() {
    return [this](const std::string& path) {
      if (path == "/broken.eml") throw model::Invalid("file", model::tr("This file is no e-mail."));
      return mail;
    };
  }

  model::IncomingMail mail;
  std::string complaint;
  std::string noted;
  std::string failed;
};

TEST_F(MailArrivalTest, ComplaintsGoToTheForm) {
  auto session = sessionOf("wang", immediate);
  MailArrival arrival(session, reader());
  listen(arrival);
  arrival.take("/complaint.eml");
  EXPECT_EQ(complaint, "/complaint.eml");
  arrival.take("/broken.eml");
  EXPECT_EQ(complaint, "/broken.eml") << "the form says what is wrong with it";
  EXPECT_EQ(noted + failed, "");
}

TEST_F(MailArrivalTest, ReportsAreNotedByAdministrators) {
  sendOne();
  auto session = sessionOf("zhou", immediate);
  MailArrival arrival(session, reader());
  listen(arrival);
  arrival.take("/report.eml");
  EXPECT_NE(noted.find("came back"), std::string::npos);
  EXPECT_EQ(database.store().notices().mails(false, 1).front().state, model::MailState::bounced);
  EXPECT_EQ(complaint + failed, "");
}

TEST_F(MailArrivalTest, NobodyElseGetsAComplaintFormForAReport) {
  sendOne();
  auto session = sessionOf("wang", immediate);
  MailArrival arrival(session, reader());
  listen(arrival);
  arrival.take("/report.eml");
  EXPECT_NE(failed.find("no complaint"), std::string::npos);
  EXPECT_EQ(complaint + noted, "");
  EXPECT_TRUE(database.store().notices().mails(false, 1).empty());
}

}  // namespace
}  // namespace octad::viewmodels
