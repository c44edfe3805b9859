#include "reports/exchange/mail_reader.hpp"

#include <algorithm>
#include <fstream>
#include <memory>

#include "model/core/error.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "reports/exchange/delivery_report.hpp"
#include "reports/exchange/html_text.hpp"
#include "reports/exchange/mail_parts.hpp"

namespace octad::reports {

using model::IncomingMail;
using model::Invalid;
using model::Message;
using model::tr;

namespace {

constexpr long long kMicroseconds = 1'000'000;

/// A text as UTF-8; none when it is not in that charset.
std::optional<std::string> converted(const std::string& bytes, const std::string& charset) {
  gsize written = 0;
  const std::unique_ptr<char, Free> text(g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                                                   charset.c_str(), nullptr, &written, nullptr));
  if (!text) return std::nullopt;
  return std::string(text.get(), written);
}

constexpr std::size_t kMostDamage = 20;  ///< places in a text that are no character of its charset

/// A text that is damaged in a few places, such as its end; each is a mark. None when it is another charset.
std::optional<std::string> mostlyConverted(std::string_view bytes, const std::string& charset) {
  std::string text;
  for (std::size_t damage = 0; damage <= kMostDamage; ++damage) {
    gsize read = 0;
    gsize written = 0;
    GError* error = nullptr;
    const std::unique_ptr<char, Free> whole(g_convert(bytes.data(), static_cast<gssize>(bytes.size()),
                                                      "UTF-8", charset.c_str(), &read, &written, &error));
    const bool known = error == nullptr || error->code != G_CONVERT_ERROR_NO_CONVERSION;
    g_clear_error(&error);
    if (!known) return std::nullopt;
    if (whole) return text + std::string(whole.get(), written) + (read < bytes.size() ? "\uFFFD" : "");
    if (const auto sane = converted(std::string(bytes.substr(0, read)), charset)) text += *sane;
    text += "\uFFFD";
    bytes.remove_prefix(std::min<std::size_t>(read + 1, bytes.size()));
  }
  return std::nullopt;
}

/// A text part in the charset it names, else in those that mails without one are written in.
std::string decoded(const std::string& bytes, std::string charset, IncomingMail& mail) {
  for (char& c : charset)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  // GB2312 and GBK are parts of GB18030, and what calls itself so often uses more of it.
  if (charset == "gb2312" || charset == "gbk" || charset == "x-gbk" || charset == "cp936")
    charset = "gb18030";
  const bool named = !charset.empty() && charset != "us-ascii" && charset != "ascii" && charset != "utf-8";
  if (named) {
    if (auto text = converted(bytes, charset)) return sound(std::move(*text));
    if (auto text = mostlyConverted(bytes, charset)) {
      mail.notes.emplace_back(tr(
          "A text of the mail is damaged in places, which are marked �. Look whether anything is missing."));
      return sound(std::move(*text));
    }
  }
  if (model::isUtf8(bytes)) return bytes;
  for (const char* guess : {"gb18030", "big5", "windows-1252"})
    if (auto text = converted(bytes, guess)) {
      mail.notes.emplace_back(
          tr("A text of the mail does not say in which charset it is written; it was read as {0}. "
             "Look whether it makes sense."),
          std::vector<std::string>{guess});
      return sound(std::move(*text));
    }
  mail.notes.emplace_back(tr("A text of the mail holds characters that cannot be read; they are left out."));
  return sound(bytes);
}

/// Line ends as "\n", none missing at the end.
std::string plainLines(std::string text) {
  std::string out;
  out.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r')
      out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n')
      out += '\n';
  }
  while (out.ends_with('\n') || out.ends_with(' ')) out.pop_back();
  return out.empty() ? out : out + "\n";
}

class MailWalk {
 public:
  MailWalk(IncomingMail& mail, const MailLimits& limits) : m_mail(mail), m_limits(limits) {}

  void take(GMimeObject* object, int depth) {
    if (object == nullptr) return;
    if (depth > m_limits.depth || ++m_parts > m_limits.parts)
      throw Invalid(
          "file", {tr("The mail has more than {0} parts or parts inside each other more than {1} deep: it is "
                      "not read. Register the complaint by hand and attach what matters."),
                   {std::to_string(m_limits.parts), std::to_string(m_limits.depth)}});
    if (GMIME_IS_MULTIPART(object))
      multipart(GMIME_MULTIPART(object), depth);
    else if (GMIME_IS_MESSAGE_PART(object))
      inside(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)), depth);
    else if (GMIME_IS_PART(object))
      part(GMIME_PART(object));
  }

 private:
  void multipart(GMimeMultipart* parts, int depth) {
    const int count = g_mime_multipart_get_count(parts);
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (g_mime_content_type_is_type(type, "multipart", "alternative") != 0) {
      alternative(parts, count, depth);
      return;
    }
    for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(parts, i), depth + 1);
  }

  /// The same text several times: the plain one is taken, the HTML one where there is no other.
  void alternative(GMimeMultipart* parts, int count, int depth) {
    const std::size_t before = m_mail.text.size();
    std::vector<GMimeObject*> rich;
    for (int i = 0; i < count; ++i) {
      GMimeObject* const object = g_mime_multipart_get_part(parts, i);
      if (GMIME_IS_TEXT_PART(object) && isType(object, "plain"))
        take(object, depth + 1);
      else
        rich.push_back(object);
    }
    const bool plain = m_mail.text.size() > before;
    for (GMimeObject* const object : rich) {
      m_skipText = plain;
      take(object, depth + 1);
      m_skipText = false;
    }
  }

  static bool isType(GMimeObject* object, const char* subtype) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(object), "text", subtype) != 0;
  }

  /// A mail inside this one: its head in a few lines, then its text.
  void inside(GMimeMessage* message, int depth) {
    if (message == nullptr) return;
    std::string head;
    const auto line = [&head](const char* name, const std::string& value) {
      if (!value.empty()) head += std::string(name) + ": " + value + "\n";
    };
    if (InternetAddressList* const from = g_mime_message_get_from(message)) {
      const std::unique_ptr<char, Free> text(internet_address_list_to_string(from, nullptr, FALSE));
      line("From", sound(textOf(text.get())));
    }
    line("Subject", sound(textOf(g_mime_message_get_subject(message))));
    if (!head.empty()) append(head);
    take(g_mime_message_get_mime_part(message), depth + 1);
  }

  void part(GMimePart* part) {
    const char* const name = g_mime_part_get_filename(part);
    GMimeContentDisposition* const place = g_mime_object_get_content_disposition(GMIME_OBJECT(part));
    const bool attached =
        place != nullptr &&
        g_ascii_strcasecmp(textOf(g_mime_content_disposition_get_disposition(place)).c_str(),
                           GMIME_DISPOSITION_ATTACHMENT) == 0;
    const bool text = GMIME_IS_TEXT_PART(part) && !attached && name == nullptr;
    if (text && (isType(GMIME_OBJECT(part), "plain") || isType(GMIME_OBJECT(part), "html")))
      body(part);
    else
      file(part, name);
  }

  void body(GMimePart* part) {
    if (m_skipText) return;
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    std::string text =
        decoded(contentOf(part), textOf(g_mime_content_type_get_parameter(type, "charset")), m_mail);
    if (isType(GMIME_OBJECT(part), "html")) text = htmlText(text);
    append(plainLines(std::move(text)));
  }

  void append(const std::string& text) {
    if (text.empty() || m_textFull) return;
    if (!m_mail.text.empty()) m_mail.text += "\n";
    m_mail.text += text;
    if (m_mail.text.size() <= m_limits.textBytes) return;
    m_textFull = true;
    m_mail.text.resize(m_limits.textBytes);
    m_mail.text = sound(std::move(m_mail.text));
    m_mail.notes.emplace_back(tr("The text of the mail is very long: only its beginning was read."));
  }

  void file(GMimePart* part, const char* name) {
    GMimeContentType* const type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const std::unique_ptr<char, Free> media(g_mime_content_type_get_mime_type(type));
    model::MailFile file;
    file.mediaType = sound(textOf(media.get()));
    file.name = sound(textOf(name));
    if (file.name.empty()) {
      const std::string subtype = sound(textOf(g_mime_content_type_get_media_subtype(type)));
      file.name = "attachment-" + std::to_string(m_mail.files.size() + 1) + "." +
                  (subtype.empty() || subtype.size() > 8 ? std::string("bin") : subtype);
    }
    file.bytes = contentOf(part);
    if (file.bytes.empty()) {
      m_mail.notes.emplace_back(tr("The file {0} in the mail is empty or damaged: it is left out."),
                                std::vector<std::string>{file.name});
      return;
    }
    m_mail.files.push_back(std::move(file));
  }

  IncomingMail& m_mail;
  const MailLimits& m_limits;
  int m_parts = 0;
  bool m_skipText = false;
  bool m_textFull = false;
};

void takeHead(GMimeMessage* message, IncomingMail& mail) {
  mail.subject = sound(textOf(g_mime_message_get_subject(message)));
  mail.messageId = sound(textOf(g_mime_message_get_message_id(message)));
  if (GDateTime* const date = g_mime_message_get_date(message)) {
    const model::Instant sent{g_date_time_to_unix(date) * kMicroseconds};
    // A clock that was never set says 1970.
    if (sent >= *model::parseIsoInstant("1990-01-02T00:00:00Z")) mail.sentAt = sent;
  }
  InternetAddressList* const from = g_mime_message_get_from(message);
  if (from == nullptr || internet_address_list_length(from) == 0) return;
  InternetAddress* const sender = internet_address_list_get_address(from, 0);
  mail.senderName = sound(textOf(internet_address_get_name(sender)));
  if (INTERNET_ADDRESS_IS_MAILBOX(sender))
    mail.senderAddress = sound(textOf(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender))));
}

[[noreturn]] void refuseOther(std::string_view bytes) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    throw Invalid(
        "file", tr("This mail was saved by Outlook in its own format (.msg). Save it as .eml, or drag it out "
                   "of another mail program."));
  throw Invalid("file",
                tr("This file is no e-mail: it has neither sender nor subject. Save the mail as .eml."));
}

}  // namespace

IncomingMail parseMail(std::string_view bytes, const MailLimits& limits) {
  if (bytes.size() > limits.bytes)
    throw Invalid(
        "file",
        {tr("The mail is larger than {0} MB: it is not read. Register the complaint by hand and attach "
            "what matters."),
         {std::to_string(limits.bytes / (1024 * 1024))}});
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuseOther(bytes);
  const auto options = mailOptions();
  const auto message = messageOf(bytes, options.get());
  if (!message) refuseOther(bytes);
  IncomingMail mail;
  takeHead(message.get(), mail);
  if (mail.subject.empty() && mail.senderAddress.empty() && mail.senderName.empty()) refuseOther(bytes);
  MailWalk(mail, limits).take(g_mime_message_get_mime_part(message.get()), 0);
  if (mail.text.find_first_not_of(" \n\t") == std::string::npos)
    mail.notes.emplace_back(tr(
        "The mail holds no text: look into its files for what it is about, and fill the form in by hand."));
  mail.report = deliveryReport(message.get(), mail, bytes);
  return mail;
}

IncomingMail readMail(const std::filesystem::path& path, const MailLimits& limits) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!file || error)
    throw Invalid("file", {tr("The file {0} cannot be opened: check its name and your rights."),
                           {path.filename().string()}});
  std::string bytes(std::min<std::uint64_t>(size, limits.bytes + 1), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  IncomingMail mail = parseMail(bytes, limits);
  mail.files.push_back({path.filename().string(), "message/rfc822", std::move(bytes)});
  return mail;
}

}  // namespace octad::reports
