#pragma once

#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/eightd/problem.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

struct CaseEdit;

/// A reply sent to the customer, frozen as sent. Never blocked, only warned about (design 5). The first one
/// meets the 24 h clock.
struct CustomerReply {
  CaseTarget target;
  ReplyStage stage = ReplyStage::first;
  std::string medium = "email";
  std::string recipient;
  std::string text;

  static constexpr auto describe() {
    return members(member("target", &CustomerReply::target), member("stage", &CustomerReply::stage),
                   member("medium", &CustomerReply::medium), member("recipient", &CustomerReply::recipient),
                   member("text", &CustomerReply::text));
  }
};

class SendReply {
 public:
  explicit SendReply(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const CustomerReply& input);
  /// What is not ready for this stage; shown before sending.
  static std::vector<Message> warnings(const CaseFile& file, ReplyStage stage);

 private:
  Workplace m_workplace;
};

/// The reply as part of another change.
void recordReply(CaseEdit& edit, const CustomerReply& input);

/// The customer's answer to a reply; possible in any state, also after closing. An objection reopens the
/// disciplines it is about, and those that rest on them.
struct CustomerAnswer {
  CaseTarget target;
  ReplyId replyId;  ///< 0: the newest reply
  CustomerStatus status = CustomerStatus::accepted;
  std::string text;              ///< needed for an objection
  std::string disciplines = {};  ///< of an objection: "D3,D4"; empty: by the stage, see objectedBy

  static constexpr auto describe() {
    return members(member("target", &CustomerAnswer::target), member("reply_id", &CustomerAnswer::replyId),
                   member("status", &CustomerAnswer::status), member("text", &CustomerAnswer::text),
                   member("disciplines", &CustomerAnswer::disciplines));
  }
};

/// What an objection to a reply is about when the customer does not say: the statement of the problem after
/// the first reply, containment after the 3D, the cause afterwards.
DisciplineCode objectedBy(ReplyStage stage);
/// The disciplines that an objection opens again, in order: those it is about, and those resting on them.
std::vector<DisciplineCode> reopenedBy(const std::vector<DisciplineCode>& objected);
/// How often the customer objected in this case.
int objections(const CaseFile& file);

class RecordCustomerAnswer {
 public:
  explicit RecordCustomerAnswer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const CustomerAnswer& input);

 private:
  Workplace m_workplace;
};

/// A final reply that the customer left without an answer for as many working days as the policy of the case
/// allows: recorded as not answered, with the policy named, never as accepted. For the job.
class DeemUnanswered {
 public:
  explicit DeemUnanswered(Workplace workplace) : m_workplace(std::move(workplace)) {}
  /// False when the case does not (or no longer) wait that long, or its policy does not deem.
  bool execute(ComplaintId id);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
