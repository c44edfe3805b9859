#pragma once

#include <string>
#include <vector>

#include "model/core/zone.hpp"
#include "model/intake/incoming_mail.hpp"
#include "model/usecases/register_complaint.hpp"

namespace octad::model {

/// The names a mail is compared with.
struct KnownNames {
  std::vector<Customer> customers;
  std::vector<Part> parts;
  std::vector<Defect> defects;
};

/// Where in the mail the value of a field stands.
struct FieldSource {
  std::string field;    ///< as in JSON: "items.0.part"
  Message place;        ///< "line 12", "subject"
  std::string excerpt;  ///< what stands there, at most 120 characters
};

/// What a mail says about a complaint, to be looked at and confirmed by somebody.
struct MailReading {
  NewComplaint complaint;            ///< a quantity of 0 was not found; always one item at least
  std::vector<FieldSource> sources;  ///< one a field that was found, in the order they were found
  std::vector<Message> notes;        ///< what could not be decided
};

/// Reads customer, parts, failure, quantities, their number, the reply date and what they ask for where the
/// text of the mail says so, in Chinese and English; guesses nothing. What was quoted from earlier mails is
/// left out of an answer. `now` bounds the time of the notice. Throws Refused("delivery-report") for what a
/// mail server tells about another mail.
MailReading readComplaintMail(const IncomingMail& mail, const KnownNames& known, Instant now,
                              const Zone& zone);

/// Where a field was read from; null when it was not.
const FieldSource* sourceOf(const MailReading& reading, const std::string& field);

}  // namespace octad::model
