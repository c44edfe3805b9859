#include "model/work/mail.hpp"

#include <algorithm>

#include "model/core/one_line.hpp"
#include "model/core/sha256.hpp"

namespace octad::model {

namespace {

constexpr std::size_t kAddressLength = 254;  // RFC 5321, 4.5.3.1.3
constexpr long long kFirstWaitSeconds = 5 * 60;
constexpr long long kLongestWaitSeconds = 12 * 3600;
constexpr int kAttempts = 12;  // some three days
constexpr std::size_t kMessageIdLength = 32;
constexpr long long kClocksApartSeconds = 3600;  // the report bears the time of another machine

bool isAtom(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') ||
         std::string_view("!#$%&'*+-/=?^_`{|}~.").find(letter) != std::string_view::npos;
}

bool isHost(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
}

bool hasGoodDots(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

}  // namespace

std::string messageIdOf(const std::string& mailKey) {
  return sha256Hex(mailKey).substr(0, kMessageIdLength);
}

bool isOpen(MailState state) {
  return state != MailState::sent && state != MailState::replaced;
}

std::optional<MailState> stateAfter(const Mail& mail, DeliveryAction action, Instant reportedAt) {
  const bool waits = mail.state == MailState::queued && mail.attempts == 0;
  const bool sentSince = mail.sentAt && reportedAt < plusSeconds(*mail.sentAt, -kClocksApartSeconds);
  if (waits || sentSince || mail.state == MailState::replaced) return std::nullopt;
  if (action == DeliveryAction::failed) return MailState::bounced;
  if (action == DeliveryAction::delayed && mail.state == MailState::sent) return MailState::delayed;
  return std::nullopt;
}

bool isMailAddress(std::string_view address) {
  const auto at = address.find('@');
  if (address.size() > kAddressLength || at == std::string_view::npos) return false;
  const auto local = address.substr(0, at);
  const auto host = address.substr(at + 1);
  return hasGoodDots(local) && hasGoodDots(host) && local.front() != '-' && host.front() != '-' &&
         std::all_of(local.begin(), local.end(), isAtom) && std::all_of(host.begin(), host.end(), isHost);
}

std::optional<Instant> nextAttempt(int attempts, Instant now) {
  if (attempts >= kAttempts) return std::nullopt;
  long long wait = kFirstWaitSeconds;
  for (int done = 1; done < attempts && wait < kLongestWaitSeconds; ++done) wait *= 2;
  return plusSeconds(now, std::min(wait, kLongestWaitSeconds));
}

std::string subjectLine(std::string_view text) {
  return oneLine(text);
}

}  // namespace octad::model
