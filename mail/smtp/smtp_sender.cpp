#include "mail/smtp/smtp_sender.hpp"

#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <stdexcept>

#include "mail/smtp/message_text.hpp"
#include "model/core/error.hpp"

namespace octad::mail {

using model::MailAnswer;

namespace {

constexpr long kConnectSeconds = 15;
constexpr long kWholeSeconds = 120;
constexpr int kPermanent = 5;  // first digit of a reply that says no for good

/// The mail on its way, and what was said about it.
struct Dialogue {
  std::string message;
  std::size_t given = 0;
  std::string command;  ///< the last one sent
  std::string answer;   ///< the last line that came before QUIT
  bool leaving = false;
};

std::size_t giveMessage(char* to, std::size_t size, std::size_t count, void* of) {
  auto& dialogue = *static_cast<Dialogue*>(of);
  const std::size_t length = std::min(size * count, dialogue.message.size() - dialogue.given);
  std::memcpy(to, dialogue.message.data() + dialogue.given, length);
  dialogue.given += length;
  return length;
}

std::string firstLine(const char* text, std::size_t length) {
  const std::string_view all(text, length);
  return std::string(all.substr(0, all.find_first_of("\r\n")));
}

int listen(CURL*, curl_infotype kind, char* text, std::size_t length, void* to) {
  auto& dialogue = *static_cast<Dialogue*>(to);
  if (kind == CURLINFO_HEADER_OUT && firstLine(text, length) == "QUIT") dialogue.leaving = true;
  if (dialogue.leaving) return 0;
  if (kind == CURLINFO_HEADER_OUT) dialogue.command = firstLine(text, length);
  if (kind == CURLINFO_HEADER_IN) dialogue.answer = firstLine(text, length);
  return 0;
}

/// Whether the server is this machine: nobody listens in between.
bool isLoopback(const std::string& url) {
  const std::string host = url.substr(url.find("://") + 3);
  for (const std::string_view name : {"127.0.0.1", "localhost", "[::1]"})
    if (host == name || host.starts_with(std::string(name) + ":")) return true;
  return false;
}

void startCurl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error(curl_easy_strerror(started));
}

/// A refusal for good is one of this receiver or this mail; what the server says about the sender or the
/// login concerns every mail and can be put right.
bool isAboutTheMail(const Dialogue& dialogue) {
  return dialogue.given > 0 || dialogue.command.starts_with("RCPT") || dialogue.command.starts_with("DATA");
}

/// What kept the server from being spoken to; an English text of the catalogue where people can do something.
std::string wordsOf(CURLcode result) {
  switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return model::tr("The mail server's name is not known. Check how it is written.");
    case CURLE_COULDNT_CONNECT:
      return model::tr("The mail server cannot be reached. Check its name and port.");
    case CURLE_OPERATION_TIMEDOUT:
      return model::tr("The mail server did not answer in time.");
    case CURLE_PEER_FAILED_VERIFICATION:
      return model::tr("The certificate of the mail server cannot be trusted.");
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return model::tr("The mail server offers no encrypted connection. Check its port.");
    case CURLE_LOGIN_DENIED:
      return model::tr("The mail server does not take this login or its password.");
    default:
      return curl_easy_strerror(result);
  }
}

}  // namespace

SmtpSender::SmtpSender(model::MailServer server, std::string password, const model::Clock& clock)
    : m_server(std::move(server)), m_password(std::move(password)), m_clock(clock) {
  startCurl();
}

MailAnswer SmtpSender::send(const model::Mail& mail) {
  Dialogue dialogue;
  try {
    dialogue.message = messageText(mail, m_server.from, m_clock.now());
  } catch (const model::Invalid& wrong) {
    return {MailAnswer::Verdict::refused, wrong.what()};
  }
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
  if (!curl) throw std::bad_alloc();
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> receivers(
      curl_slist_append(nullptr, ("<" + mail.address + ">").c_str()), &curl_slist_free_all);
  const auto set = [&curl](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  const bool here = isLoopback(m_server.url);
  set(CURLOPT_URL, m_server.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  set(CURLOPT_USE_SSL, static_cast<long>(here ? CURLUSESSL_TRY : CURLUSESSL_ALL));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_MAIL_FROM, ("<" + m_server.from + ">").c_str());
  set(CURLOPT_MAIL_RCPT, receivers.get());
  set(CURLOPT_UPLOAD, 1L);
  set(CURLOPT_READFUNCTION, &giveMessage);
  set(CURLOPT_READDATA, static_cast<void*>(&dialogue));
  set(CURLOPT_VERBOSE, 1L);
  set(CURLOPT_DEBUGFUNCTION, &listen);
  set(CURLOPT_DEBUGDATA, static_cast<void*>(&dialogue));
  set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  set(CURLOPT_TIMEOUT, kWholeSeconds);
  set(CURLOPT_NOSIGNAL, 1L);
  if (!m_server.user.empty()) {
    set(CURLOPT_USERNAME, m_server.user.c_str());
    set(CURLOPT_PASSWORD, m_password.c_str());
  }
  const CURLcode result = curl_easy_perform(curl.get());
  if (result == CURLE_OK) return {MailAnswer::Verdict::sent, {}};
  const bool forGood = !dialogue.answer.empty() && dialogue.answer.front() - '0' == kPermanent;
  const bool spoken =
      result == CURLE_SEND_ERROR || result == CURLE_RECV_ERROR || result == CURLE_WEIRD_SERVER_REPLY;
  return {forGood && isAboutTheMail(dialogue) ? MailAnswer::Verdict::refused : MailAnswer::Verdict::tryAgain,
          spoken && !dialogue.answer.empty() ? dialogue.answer : wordsOf(result)};
}

}  // namespace octad::mail
