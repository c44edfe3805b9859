#include "mail/smtp/message_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "model/core/error.hpp"

namespace octad::mail {

using model::Invalid;
using model::tr;

namespace {

constexpr std::size_t kBodyLine = 57;   // bytes that make 76 letters
constexpr std::size_t kWordBytes = 45;  // bytes of an encoded word, which has at most 75 letters
constexpr std::size_t kPlainSubject = 60;

std::string base64(std::string_view bytes) {
  static constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned long group = 0;
    const std::size_t present = std::min<std::size_t>(3, bytes.size() - at);
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (i < present ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) out += i <= present ? kLetters[group >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

bool isPlain(std::string_view subject) {
  return subject.size() <= kPlainSubject && subject.find("=?") == std::string_view::npos &&
         std::all_of(subject.begin(), subject.end(),
                     [](char letter) { return letter >= ' ' && letter < '\x7f'; });
}

/// Encoded words of whole characters, one a line.
std::string encodedSubject(std::string_view subject) {
  std::string out;
  while (!subject.empty()) {
    std::size_t length = std::min(kWordBytes, subject.size());
    while (length < subject.size() && length > 1 &&
           (static_cast<unsigned char>(subject[length]) & 0xC0) == 0x80)
      --length;
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + base64(subject.substr(0, length)) + "?=";
    subject.remove_prefix(length);
  }
  return out;
}

/// "Wed, 25 Nov 2026 08:30:00 +0000"
std::string dateHeader(model::Instant at) {
  static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  using namespace std::chrono;
  const sys_seconds time{seconds(at.microseconds / 1'000'000)};
  const auto midnight = floor<days>(time);
  const year_month_day date{midnight};
  const hh_mm_ss clock{time - midnight};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02ld:%02ld:%02ld +0000",
                kDays.at(weekday(midnight).c_encoding()), static_cast<unsigned>(date.day()),
                kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
                static_cast<long>(clock.hours().count()), static_cast<long>(clock.minutes().count()),
                static_cast<long>(clock.seconds().count()));
  return text.data();
}

std::string crlf(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\r') continue;
    if (letter == '\n') out += '\r';
    out += letter;
  }
  return out;
}

}  // namespace

std::string messageText(const model::Mail& mail, const std::string& from, model::Instant at) {
  for (const std::string& address : {mail.address, from})
    if (!model::isMailAddress(address))
      throw Invalid("address", {tr("\"{0}\" is not an e-mail address."), {address}});
  const std::string subject = model::subjectLine(mail.subject);
  std::string out;
  const auto header = [&out](std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
  };
  header("From", from);
  header("To", mail.address);
  header("Subject", isPlain(subject) ? subject : encodedSubject(subject));
  header("Date", dateHeader(at));
  header("Message-ID", "<" + model::messageIdOf(mail.mailKey) + "@" + from.substr(from.find('@') + 1) + ">");
  header("MIME-Version", "1.0");
  header("Content-Type", "text/plain; charset=utf-8");
  header("Content-Transfer-Encoding", "base64");
  header("Auto-Submitted", "auto-generated");
  out += "\r\n";
  const std::string body = crlf(mail.body);
  for (std::size_t done = 0; done < body.size(); done += kBodyLine)
    out += base64(std::string_view(body).substr(done, kBodyLine)) + "\r\n";
  return out;
}

}  // namespace octad::mail
