#pragma once

#include <gtest/gtest.h>
#include <string>

#include "mail/smtp/smtp_sender.hpp"
#include "mail/text/digest_writer.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"
#include "templates/templates.hpp"
#include "tests/mail/smtp_sink.hpp"
#include "tests/support/test_database.hpp"

namespace octad::tests {

/// A site whose digests go to a mail server of this machine.
class MailTest : public testing::TestWithParam<support::DatabaseKind> {
 protected:
  MailTest() : database(GetParam()) { goTo("2026-11-17", 8, 30); }

  model::Workplace as(const std::string& login) {
    return {database.store(), database.clock(), database.actor(login)};
  }
  model::NoticeReader& notices() { return database.store().notices(); }
  void goTo(const std::string& day, int hour, int minute) {
    database.clock().set(zone.instant({model::Date::parse(day).value(), hour, minute, 0}));
  }
  void give(const std::string& login, const std::string& key, const std::string& subject = "无输出") {
    const auto unit = database.store().begin(database.change("zhou", "jobs"));
    model::Notice notice;
    notice.noticeKey = key;
    notice.personId = database.person(login);
    notice.number = "C26-00001";
    notice.customerName = "甲公司";
    notice.subject = subject;
    notice.dueName = "first_reply";
    notice.dueAt = notice.madeAt = database.clock().now();
    unit->notices().add(notice);
    unit->commit({});
  }
  void addressOf(const std::string& login, const std::string& address) {
    for (auto& person : database.store().reader().people())
      if (person.login == login) {
        auto changed = person;
        changed.email = address;
        model::Row row = changed;
        const auto unit = database.store().begin(database.change("zhou", "person"));
        unit->update(row);
        unit->commit({});
      }
  }
  model::QueueDigests::Done queue() {
    mail::DigestWriter writer(chinese, zone);
    return model::QueueDigests(as("zhou")).execute(writer);
  }
  model::SendMail::Done send(const std::string& from = "octad@example.com") {
    mail::SmtpSender sender({sink.url(), from, ""}, "", database.clock());
    return model::SendMail(as("zhou")).execute(sender);
  }

  model::Zone zone{"Asia/Shanghai"};
  model::Catalogue chinese{model::Language::chinese, resources::octad_templates().at("locale/zh_CN.mo")};
  support::TestDatabase database;
  SmtpSink sink;
};

}  // namespace octad::tests
