// Mails: the server they go to, and what became of them.
#include "cli/verbs/mail_verbs.hpp"

#include <cstdlib>
#include <iostream>
#include <ostream>
#include <termios.h>
#include <unistd.h>

#include "cli/verbs/context.hpp"
#include "cli/verbs/mail_reports.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "mail/smtp/smtp_sender.hpp"
#include "mail/text/digest_writer.hpp"
#include "model/core/error.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/retry_mail.hpp"
#include "model/usecases/set_address.hpp"
#include "model/usecases/test_mail.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr int kListed = 500;
constexpr const char* kPasswordVariable = "OCTAD_SMTP_PASSWORD";

/// Asks on the terminal without showing what is typed; empty when there is none.
string askPassword(Context& context, const string& user) {
  termios shown{};
  if (isatty(STDIN_FILENO) == 0 || tcgetattr(STDIN_FILENO, &shown) != 0) return {};
  termios hidden = shown;
  hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  context.err() << context.text({tr("Password of {0} at the mail server: "), {user}}) << std::flush;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  string typed;
  std::getline(context.in(), typed);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
  context.err() << '\n';
  return typed;
}

string passwordFor(Context& context, const model::MailServer& server) {
  if (server.user.empty()) return {};
  const char* given = std::getenv(kPasswordVariable);
  const string password = given != nullptr ? string(given) : askPassword(context, server.user);
  if (password.empty())
    throw model::Refused("mail-password", {tr("The mail server wants the password of {0}. Put it into the "
                                              "environment variable {1} of the job."),
                                           {server.user, kPasswordVariable}});
  return password;
}

void setUp(Context& context, const Arguments& arguments) {
  auto server = model::readMailServer(context.reader());
  if (arguments.has("server")) server.url = arguments.text("server");
  if (arguments.has("from")) server.from = arguments.text("from");
  if (arguments.has("user")) server.user = arguments.text("user");
  if (arguments.flag("off")) server.url.clear();
  if (arguments.has("server") || arguments.has("from") || arguments.has("user") || arguments.flag("off"))
    model::SetMailServer(context.workplace()).execute(server);
  if (context.options().json) return context.print(db::toJson(server));
  context.out() << (server.url.empty()
                        ? context.text(tr("No mail server is set: no mails are sent."))
                        : context.text({tr("Mails go from {0} to {1}."), {server.from, server.url}}))
                << '\n';
}

void list(Context& context, const Arguments& arguments) {
  model::requireRight(context.actor(), model::Right::administer);
  const auto mails = context.store().notices().mails(arguments.flag("all"), kListed);
  if (context.options().json) {
    auto rows = nlohmann::ordered_json::array();
    for (const auto& mail : mails) {
      auto row = db::toJson(mail);
      row.erase("body");
      rows.push_back(std::move(row));
    }
    auto answer = nlohmann::ordered_json::object();
    answer["mails"] = std::move(rows);
    return context.print(answer);
  }
  if (mails.empty()) {
    context.out() << context.text(tr("No mails.")) << '\n';
    return;
  }
  std::vector<std::vector<string>> rows;
  for (const auto& mail : mails) {
    const auto at = mail.reportedAt ? mail.reportedAt : mail.nextAt;
    rows.push_back({std::to_string(mail.id.value), context.local(mail.madeAt), context.label(mail.state),
                    mail.address, at ? context.local(*at) : string(), mail.subject,
                    mail.error.empty() ? string() : context.text(mail.error.c_str())});
  }
  printTable(context.out(), rows, rows.front().size());
}

void retry(Context& context, const Arguments& arguments) {
  const auto number = arguments.number("mail");
  if (number.has_value() == arguments.flag("all"))
    throw UsageError(
        context.text(tr("Give the number of a mail (octadctl mail list shows them), or --all.")));
  const auto changed = model::RetryMail(context.workplace())
                           .execute(number ? std::optional(model::MailId(*number)) : std::nullopt);
  if (context.options().json) return context.print(nlohmann::ordered_json{{"queued", changed}});
  context.out() << context.text(
                       {tr("{0} mails will be tried at the next run of the job."), {std::to_string(changed)}})
                << '\n';
}

void sendTest(Context& context, const Arguments& arguments) {
  const auto actor = context.actor();
  model::requireRight(actor, model::Right::administer);
  const auto server = model::readMailServer(context.reader());
  string address = arguments.text("to");
  for (const auto& person : context.reader().people())
    if (address.empty() && person.id == actor.id) address = person.email;
  const auto mail =
      model::testMail(context.reader(), server, address, actor, context.catalogue(), context.clock().now());
  const auto answer = mail::SmtpSender(server, passwordFor(context, server), context.clock()).send(mail);
  const bool sent = answer.verdict == model::MailAnswer::Verdict::sent;
  if (!sent) throw model::Refused("mail-test", model::testAnswer(answer, address));
  if (context.options().json) return context.print(nlohmann::ordered_json{{"sent", address}});
  context.out() << context.text(model::testAnswer(answer, address)) << '\n';
}

void setAddress(Context& context, const Arguments& arguments) {
  const string login = arguments.text("LOGIN");
  const string address = arguments.text("to");
  model::SetAddress(context.workplace()).execute(login, address);
  if (context.options().json)
    return context.print(nlohmann::ordered_json{{"login", login}, {"address", address}});
  context.out() << (address.empty() ? context.text({tr("{0} gets no mails."), {login}})
                                    : context.text({tr("Mails for {0} go to {1}."), {login, address}}))
                << '\n';
}

}  // namespace

std::optional<MailDone> sendMails(Context& context, const model::Clock& clock) {
  const auto server = model::readMailServer(context.reader());
  if (server.url.empty()) return std::nullopt;
  const model::Workplace workplace{context.store(), clock, context.actor()};
  mail::DigestWriter writer(context.catalogue(), context.zone());
  mail::SmtpSender sender(server, passwordFor(context, server), clock);
  MailDone done;
  done.queued = model::QueueDigests(workplace).execute(writer);
  done.sent = model::SendMail(workplace).execute(sender);
  return done;
}

std::vector<Verb> mailVerbs() {
  return {{"mail setup",
           {},
           "show or set the mail server of the digests (administrator)",
           [](auto& add) {
             add("server", value<string>(), "smtp://HOST:PORT (STARTTLS) or smtps://HOST:PORT")(
                 "from", value<string>(), "address the mails come from")(
                 "user", value<string>(),
                 "login there; the password is never stored: OCTAD_SMTP_PASSWORD of the job")(
                 "off", bool_switch(), "send no mails");
           },
           setUp},
          {"person address",
           {"LOGIN"},
           "the e-mail address a person's digests go to (administrator)",
           [](auto& add) { add("to", value<string>(), "the address; without it no mails are sent"); },
           setAddress},
          {"mail bounce",
           {"FILE"},
           "note that a mail came back or is delayed, from the report of a mail server (.eml, - for standard "
           "input; "
           "administrator)",
           [](auto&) {},
           noteBounce},
          {"mail retry",
           {},
           "let mails that were refused, given up or came back be tried again: octadctl mail retry MAIL, or "
           "--all "
           "(administrator)",
           [](auto& add) {
             add("mail", value<string>(), "number of the mail")("all", bool_switch(),
                                                                "all that were not sent");
           },
           retry,
           {"mail"}},
          {"mail test",
           {},
           "send a mail now to see whether the server takes it (administrator)",
           [](auto& add) { add("to", value<string>(), "the address; your own when not given"); },
           sendTest},
          {"mail list",
           {},
           "mails that wait, were refused or given up, came back or are delayed (administrator)",
           [](auto& add) { add("all", bool_switch(), "those that were sent too"); },
           list}};
}

}  // namespace octad::cli
