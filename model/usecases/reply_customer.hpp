#pragma once

#include <string>
#include <vector>

#include "model/core/message.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::model {

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

/// The customer's answer to a reply; possible in any state, also after closing. An objection reopens D4 when
/// it was approved.
struct CustomerAnswer {
  CaseTarget target;
  ReplyId replyId;  ///< 0: the newest reply
  CustomerStatus status = CustomerStatus::accepted;
  std::string text;  ///< needed for an objection

  static constexpr auto describe() {
    return members(member("target", &CustomerAnswer::target), member("reply_id", &CustomerAnswer::replyId),
                   member("status", &CustomerAnswer::status), member("text", &CustomerAnswer::text));
  }
};

class RecordCustomerAnswer {
 public:
  explicit RecordCustomerAnswer(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const CustomerAnswer& input);

 private:
  Workplace m_workplace;
};

}  // namespace octad::model
