#include "reports/exchange/delivery_report.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "model/core/sha256.hpp"
#include "model/core/text.hpp"
#include "model/work/mail.hpp"
#include "reports/exchange/mail_parts.hpp"

namespace octad::reports {

using model::DeliveryAction;
using model::DeliveryRecipient;
using model::DeliveryReport;

namespace {

constexpr int kDepth = 5;
constexpr int kParts = 50;
constexpr std::size_t kRecipients = 100;
constexpr std::size_t kIds = 50;
constexpr std::size_t kReportId = 200;  // bytes
constexpr std::size_t kAddress = 320;
constexpr std::size_t kStatus = 20;
constexpr std::size_t kDiagnostic = 500;

std::string lower(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

/// One line of at most so many bytes, whatever came.
std::string line(const std::string& text, std::size_t bytes) {
  std::string one = model::subjectLine(sound(text));
  if (one.size() > bytes)
    one = model::subjectLine(one.substr(0, one.find_last_of(' ', bytes)).substr(0, bytes));
  while (!model::isUtf8(one)) one.pop_back();
  return one;
}

/// The same, empty when it holds what no name or address has.
std::string name(const std::string& text, std::size_t bytes) {
  const std::string one = line(text, bytes);
  return model::isLine(one, bytes) ? one : std::string();
}

/// What follows the type of a value: "rfc822; wang@example.com".
std::string behindType(const std::string& value) {
  const auto semicolon = value.find(';');
  return semicolon == std::string::npos ? value : value.substr(semicolon + 1);
}

std::string address(const std::string& value) {
  std::string one = name(behindType(value), kAddress);
  if (one.size() > 1 && one.front() == '<' && one.back() == '>') one = one.substr(1, one.size() - 2);
  return one;
}

std::string withoutBrackets(std::string id) {
  std::erase_if(id, [](char letter) { return letter == '<' || letter == '>' || letter == ' '; });
  return id;
}

using Fields = std::map<std::string, std::string>;

/// The groups of fields of a delivery status: of the mail, then of each receiver. Folded lines are one.
std::vector<Fields> groupsOf(const std::string& text) {
  std::vector<Fields> groups(1);
  std::string last;
  std::istringstream lines(text);
  for (std::string one; std::getline(lines, one);) {
    if (one.ends_with('\r')) one.pop_back();
    if (one.find_first_not_of(" \t") == std::string::npos) {
      if (!groups.back().empty()) groups.emplace_back();
      last.clear();
      if (groups.size() > kRecipients) break;
      continue;
    }
    if ((one.front() == ' ' || one.front() == '\t') && !last.empty()) {
      groups.back()[last] += one;
      continue;
    }
    const auto colon = one.find(':');
    if (colon == std::string::npos) continue;
    last = lower(one.substr(0, colon));
    groups.back()[last] = one.substr(colon + 1);
  }
  return groups;
}

std::string valueOf(const Fields& fields, const char* name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

/// "5.1.1 (bad destination)" is 5.1.1.
std::string statusOf(const std::string& value) {
  const std::string one = line(value, kStatus);
  return one.substr(0, one.find_first_not_of("0123456789."));
}

std::optional<DeliveryRecipient> recipientOf(const Fields& fields) {
  DeliveryRecipient one;
  one.finalAddress = address(valueOf(fields, "final-recipient"));
  one.address = address(valueOf(fields, "original-recipient"));
  if (one.address.empty()) one.address = one.finalAddress;
  const std::string action = lower(line(valueOf(fields, "action"), kStatus));
  const auto known = model::fromKey<DeliveryAction>(action.substr(0, action.find_first_of(" (")));
  if (one.address.empty() || !known) return std::nullopt;
  one.action = *known;
  one.status = statusOf(valueOf(fields, "status"));
  const std::unique_ptr<char, Free> words(g_mime_utils_header_decode_text(
      mailOptions().get(), behindType(valueOf(fields, "diagnostic-code")).c_str()));
  one.diagnostic = line(textOf(words.get()), kDiagnostic);
  return one;
}

/// Looks through the parts of a report, and into no mail that came with it.
class ReportWalk {
 public:
  explicit ReportWalk(DeliveryReport& report) : m_report(report) {}

  void take(GMimeObject* object, int depth) {
    if (object == nullptr || depth > kDepth) return;
    GMimeContentType* const type = g_mime_object_get_content_type(object);
    const auto is = [type](const char* kind, const char* subtype) {
      return g_mime_content_type_is_type(type, kind, subtype) != 0;
    };
    if (GMIME_IS_MULTIPART(object)) {
      if (is("multipart", "report")) {
        inReport = true;
        declared = declared || isDelivery(type);
      }
      const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
      for (int at = 0; at < count && at < kParts; ++at)
        take(g_mime_multipart_get_part(GMIME_MULTIPART(object), at), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      returned(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)));
    } else if (GMIME_IS_PART(object)) {
      if (is("message", "delivery-status") || is("message", "global-delivery-status"))
        status(contentOf(GMIME_PART(object)));
      else if (is("text", "rfc822-headers") || is("message", "global-headers") || is("message", "rfc822") ||
               is("message", "global"))
        head(contentOf(GMIME_PART(object)));
    }
  }

  bool inReport = false;
  bool declared = false;   ///< it calls itself a report about a delivery
  bool hasStatus = false;  ///< and the part that a program can read is there

 private:
  static bool isDelivery(GMimeContentType* type) {
    return lower(textOf(g_mime_content_type_get_parameter(type, "report-type"))) == "delivery-status";
  }

  void status(const std::string& text) {
    hasStatus = true;
    for (const auto& fields : groupsOf(text))
      if (auto one = recipientOf(fields)) m_report.recipients.push_back(std::move(*one));
  }

  void returned(GMimeMessage* message) {
    if (message == nullptr) return;
    const std::string id = withoutBrackets(sound(textOf(g_mime_message_get_message_id(message))));
    if (!id.empty()) m_report.messageIds.push_back(id);
  }

  void head(const std::string& bytes) {
    const auto options = mailOptions();
    const auto message = messageOf(bytes, options.get());
    returned(message.get());
  }

  DeliveryReport& m_report;
};

std::string header(GMimeMessage* message, const char* name) {
  return sound(textOf(g_mime_object_get_header(GMIME_OBJECT(message), name)));
}

/// The ids in a header that names earlier mails.
void addIds(const std::string& value, std::vector<std::string>& ids) {
  for (std::size_t at = value.find('<'); at != std::string::npos && ids.size() < kIds;
       at = value.find('<', at + 1)) {
    const auto end = value.find('>', at);
    if (end == std::string::npos) break;
    ids.push_back(withoutBrackets(value.substr(at, end - at)));
  }
}

/// Mails that programs write when something did not arrive, in words only. A person who writes from an
/// address of that name gives no such signs.
bool isWrittenByServer(GMimeMessage* message, const std::string& sender) {
  const std::string who = lower(sender.substr(0, sender.find('@')));
  if (!header(message, "X-Failed-Recipients").empty()) return true;
  if (who != "mailer-daemon" && who != "postmaster") return false;
  const std::string from = withoutBrackets(header(message, "Return-Path"));
  const bool noAnswer =
      from.empty() && g_mime_object_get_header(GMIME_OBJECT(message), "Return-Path") != nullptr;
  return noAnswer || lower(header(message, "Auto-Submitted")).starts_with("auto-");
}

/// Exim of old names those that failed in a header.
void addFailed(const std::string& value, DeliveryReport& report) {
  std::istringstream names(value);
  for (std::string one; std::getline(names, one, ',') && report.recipients.size() < kRecipients;) {
    DeliveryRecipient failed;
    failed.address = failed.finalAddress = address(one);
    if (!failed.address.empty()) report.recipients.push_back(std::move(failed));
  }
}

/// The head of the mail that came back, where it is only quoted.
void addQuotedIds(const std::string& text, std::vector<std::string>& ids) {
  std::istringstream lines(text);
  for (std::string one; std::getline(lines, one);)
    if (lower(one.substr(0, one.find(':'))).ends_with("message-id")) addIds(one, ids);
}

}  // namespace

std::optional<DeliveryReport> deliveryReport(GMimeMessage* message, const model::IncomingMail& mail,
                                             std::string_view bytes) {
  DeliveryReport report;
  ReportWalk walk(report);
  walk.take(g_mime_message_get_mime_part(message), 0);
  const bool isReport = walk.declared || (walk.inReport && walk.hasStatus);
  if (!isReport && !isWrittenByServer(message, mail.senderAddress)) return std::nullopt;
  if (report.recipients.empty()) addFailed(header(message, "X-Failed-Recipients"), report);
  addIds(header(message, "In-Reply-To"), report.messageIds);
  addIds(header(message, "References"), report.messageIds);
  addQuotedIds(mail.text, report.messageIds);
  report.reportedAt = mail.sentAt;
  report.reportId = name(mail.messageId, kReportId);
  if (report.reportId.empty()) report.reportId = model::sha256Hex(bytes);
  return report;
}

}  // namespace octad::reports
