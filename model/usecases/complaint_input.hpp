#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/usecases/register_complaint.hpp"

namespace octad::model {

/// Collects the field errors of a form, so that people see all of them at once.
class FieldErrors {
 public:
  /// Runs a check and keeps the Invalid it throws.
  template <class Check>
  void check(Check&& run) {
    try {
      run();
    } catch (const Invalid& error) {
      m_errors.push_back(error);
    }
  }
  void add(std::string_view field, Message message) {
    m_errors.emplace_back(std::string(field), std::move(message));
  }
  const std::vector<Invalid>& all() const { return m_errors; }
  /// Throws the first one.
  void throwAny() const {
    if (!m_errors.empty()) throw Invalid(m_errors.front());
  }

 private:
  std::vector<Invalid> m_errors;
};

/// "items.0.part"
std::string itemField(std::size_t index, std::string_view member);

/// A complaint as it will be stored: cleaned lines and texts, the moment of the notice filled in. What cannot
/// be taken goes to `errors`.
NewComplaint cleanComplaint(const NewComplaint& input, Instant now, const Zone& zone, FieldErrors& errors);

/// Comma separated keys of what the customer asks for; Invalid("demand") names the one that is unknown.
std::string cleanDemand(std::string_view demand);

/// The reply date cannot lie before the day of the notice (security row 40).
void requireDateAfterNotice(Date requested, Date notice, std::string_view field);

/// Where and since when the customer has taken the complaint higher up; both or neither. Without a day it is
/// `today`. Invalid("escalated_on") for a day before the notice or after today, or without a target.
std::pair<std::optional<EscalationTarget>, std::optional<Date>> checkedEscalation(
    std::optional<EscalationTarget> target, std::optional<Date> day, Date notice, Date today);

/// Defective pieces of what was delivered: 0 … 10,000,000 each and not more than delivered.
void requireItemQuantities(long long defective, const std::optional<long long>& delivered,
                           std::string_view defectiveField, std::string_view deliveredField);

}  // namespace octad::model
