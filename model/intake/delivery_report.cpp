#include "model/intake/delivery_report.hpp"

#include <algorithm>

namespace octad::model {

namespace {

/// Mail servers do not tell capitals in the part behind the @ apart, and hardly one does before it.
bool sameAddress(const std::string& one, const std::string& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
    const auto lower = [](char letter) {
      return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return lower(a) == lower(b);
  });
}

}  // namespace

const DeliveryRecipient* worstOf(const DeliveryReport& report, const std::string& address) {
  const auto about = [&address](const DeliveryRecipient& one) {
    return sameAddress(one.address, address) || sameAddress(one.finalAddress, address);
  };
  const bool named = std::any_of(report.recipients.begin(), report.recipients.end(), about);
  const DeliveryRecipient* worst = nullptr;
  for (const auto& one : report.recipients)
    if ((!named || about(one)) && (worst == nullptr || one.action < worst->action)) worst = &one;
  return worst;
}

}  // namespace octad::model
