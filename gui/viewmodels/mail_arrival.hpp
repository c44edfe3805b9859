#pragma once

#include <exception>
#include <string>

#include "gui/viewmodels/executor.hpp"
#include "gui/viewmodels/mail_start.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/core/message.hpp"

namespace octad::viewmodels {

/// Mails that are dropped or chosen: a complaint goes to the form, what a mail server reports about a mail of
/// Octad is noted at once.
class MailArrival {
 public:
  MailArrival(Session& session, MailReader readMail) : m_session(session), m_readMail(std::move(readMail)) {}

  /// One of the signals follows. A file that cannot be read is taken for a complaint: its form says why.
  void take(const std::string& path);

  boost::signals2::signal<void(const std::string& path)> complaint;
  boost::signals2::signal<void(const model::Message&)> noted;
  /// The report could not be noted; `take` may be tried again with the same file.
  boost::signals2::signal<void(std::exception_ptr, const std::string& path)> failed;

 private:
  Session& m_session;
  MailReader m_readMail;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
