#pragma once

#include <string>
#include <vector>

#include "model/access/people.hpp"
#include "model/work/mail.hpp"
#include "model/work/notice.hpp"

namespace octad::model {

/// What a mail server said.
struct MailAnswer {
  enum class Verdict { sent, refused, tryAgain };
  Verdict verdict = Verdict::tryAgain;
  std::string words;  ///< the server's own, or why it was not reached
};

/// The way to a mail server.
class MailSender {
 public:
  virtual ~MailSender() = default;
  virtual MailAnswer send(const Mail& mail) = 0;
};

/// Writes mails in the language of the site.
class MailWriter {
 public:
  virtual ~MailWriter() = default;
  struct Text {
    std::string subject;
    std::string body;
  };
  /// The digest of a person's unread notices, the newest first.
  virtual Text digest(const Person& person, const std::vector<Notice>& notices) = 0;
};

}  // namespace octad::model
