#pragma once

#include <optional>
#include <string>

#include "model/usecases/workplace.hpp"

namespace octad::model {

struct CaseEdit;

/// A visit or call after the closing: how content the customer is (S1-89, S3-E9). The closed case stays
/// closed.
struct FollowUpVisit {
  CaseTarget target;
  std::optional<Date> doneOn;  ///< none: today
  std::string way = "phone";   ///< visit, phone, meeting, email
  std::string spokenWith;
  Satisfaction satisfaction = Satisfaction::satisfied;
  std::string words;  ///< needed unless the customer is satisfied

  static constexpr auto describe() {
    return members(member("target", &FollowUpVisit::target), member("done_on", &FollowUpVisit::doneOn),
                   member("way", &FollowUpVisit::way), member("spoken_with", &FollowUpVisit::spokenWith),
                   member("satisfaction", &FollowUpVisit::satisfaction),
                   member("words", &FollowUpVisit::words));
  }
};

class RecordFollowUp {
 public:
  explicit RecordFollowUp(Workplace workplace) : m_workplace(std::move(workplace)) {}
  Saved execute(const FollowUpVisit& input);

 private:
  Workplace m_workplace;
};

/// Owes the visit of a case that is being closed, where the policy asks for one: major, or dissatisfied.
void oweFollowUp(CaseEdit& edit);

/// The visit that is still to be made; null when there is none.
const FollowUp* openFollowUp(const CaseFile& file);

}  // namespace octad::model
