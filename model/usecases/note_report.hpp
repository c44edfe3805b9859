#pragma once

#include "model/intake/delivery_report.hpp"
#include "model/usecases/workplace.hpp"
#include "model/work/mail.hpp"

namespace octad::model {

/// What a report said about a mail of the queue.
struct ReportNoted {
  Mail mail;  ///< as it stands now
  DeliveryAction action = DeliveryAction::failed;
  std::string reason;
  bool before = false;  ///< this very report was noted before
  Message words;        ///< what was noted and what to do, in one or two sentences
};

/// Notes what a mail server reports about a mail that Octad sent: that it came back, or is delayed. Its
/// receiver is told in the inbox. The same report is noted once. For administrators. Throws
/// Refused("delivery-report") for others, NotFound when it is about no mail of this database or does not say
/// about which, Invalid("file") when it is not written in a form that can be read.
class NoteReport {
 public:
  explicit NoteReport(Workplace workplace) : m_workplace(std::move(workplace)) {}
  ReportNoted execute(const DeliveryReport& report);

 private:
  Mail mailOf(const DeliveryReport& report);
  /// False when the mail stands as it did before.
  bool store(const DeliveryReport& report, const DeliveryRecipient& about, ReportNoted& noted);

  Workplace m_workplace;
};

}  // namespace octad::model
