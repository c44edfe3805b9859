#include "db/connection/connect_error.hpp"

#include <array>
#include <clocale>
#include <locale.h>
#include <string_view>

#include "db/connection/database_url.hpp"
#include "db/connection/postgres_native.hpp"
#include "model/core/error.hpp"
#include "model/core/one_line.hpp"

namespace octad::db {
namespace {

using model::Busy;
using model::ConnectionLost;
using model::Message;
using model::NotFound;
using model::Refused;
using model::tr;

enum class Reason {
  unknown,
  wrongPassword,
  noPassword,
  disabled,
  noAccess,
  notListed,
  noDatabase,
  noLogin,
  noRoom,
  starting,
  noRoots,
  wrongName,
  untrusted,
  noTls,
  noHost
};

struct Words {
  std::string_view part;
  Reason reason;
};

/// What libpq and an English server say, the most telling first: with several hosts the text has all of them.
constexpr std::array kWords{
    Words{"root certificate file", Reason::noRoots},
    Words{"does not match host name", Reason::wrongName},
    Words{"could not get server's host name", Reason::wrongName},
    Words{"certificate verify failed", Reason::untrusted},
    Words{"does not support SSL", Reason::noTls},
    Words{"no password supplied", Reason::noPassword},
    Words{"authentication failed", Reason::wrongPassword},
    Words{"not permitted to log in", Reason::disabled},
    Words{"permission denied for database", Reason::noAccess},
    Words{"no pg_hba.conf entry", Reason::notListed},
    Words{"pg_hba.conf rejects", Reason::notListed},
    Words{"could not translate host name", Reason::noHost},
    Words{"the database system is", Reason::starting},
    Words{"too many clients", Reason::noRoom},
    Words{"remaining connection slots", Reason::noRoom},
    Words{"too many connections", Reason::noRoom},
    Words{"Connection refused", Reason::unknown},
    Words{"timeout expired", Reason::unknown},
};

/// States in which a server refuses whose language we do not read.
constexpr std::array kStates{
    Words{"28P01", Reason::wrongPassword}, Words{"28000", Reason::notListed},
    Words{"3D000", Reason::noDatabase},    Words{"42501", Reason::noAccess},
    Words{"53300", Reason::noRoom},        Words{"57P03", Reason::starting},
};

Reason reasonOf(const DatabaseUrl& url, const std::string& text) {
  if (text.find("does not exist") != std::string::npos &&
      text.find("root certificate") == std::string::npos) {
    if (text.find("role \"") != std::string::npos) return Reason::noLogin;
    if (text.find("database \"") != std::string::npos) return Reason::noDatabase;
  }
  for (const Words& known : kWords)
    if (text.find(known.part) != std::string::npos) return known.reason;
  const std::string state = postgres::refusingState(url.connectInfo());
  for (const Words& known : kStates)
    if (state == known.part) return known.reason;
  return Reason::unknown;
}

/// What the library says, without its own beginning and its line breaks.
std::string said(std::string_view text) {
  constexpr std::string_view kBeginning = "Cannot establish connection to the database.";
  if (text.starts_with(kBeginning)) text.remove_prefix(kBeginning.size());
  return model::oneLine(text);
}

}  // namespace

void throwCannotConnect(const DatabaseUrl& url, const std::string& text) {
  switch (reasonOf(url, text)) {
    case Reason::wrongPassword:
      throw Refused("login",
                    tr("The database server does not accept this login. Check the name and password; a "
                       "password that has expired is refused in the same way, and the server's "
                       "administrator gives a new one."));
    case Reason::noPassword:
      throw Refused("password", tr("The database server wants a password for this login. Type it."));
    case Reason::noLogin:
      throw Refused("login-unknown",
                    Message(tr("The server knows no login \"{0}\". Check the name, or ask the "
                               "administrator of the server for a login."),
                            {url.user()}));
    case Reason::disabled:
      throw Refused(
          "login-disabled",
          tr("This login is switched off. Ask the administrator of the server if that is a mistake."));
    case Reason::noAccess:
      throw Refused(
          "no-access",
          tr("This login may not use the database. Ask the administrator of the server for a role in "
             "it."));
    case Reason::notListed:
      throw Refused("no-access",
                    tr("The server does not let this login in from this computer. Ask its "
                       "administrator: the login may be switched off, or the computer not listed."));
    case Reason::noDatabase:
      throw NotFound(
          Message(tr("There is no such database on the server. Check its name: {0}"), {url.display()}));
    case Reason::noRoots:
      throw Refused("certificate",
                    Message(tr("There is no certificate to check the server with. Choose the file "
                               "of your company's authority. {0}"),
                            {text}));
    case Reason::wrongName:
      throw Refused(
          "certificate",
          Message(tr("The server's certificate is for another name than the one you typed. Type the name "
                     "that is in the certificate; do not go on if it should be this one. {0}"),
                  {text}));
    case Reason::untrusted:
      throw Refused(
          "certificate",
          Message(tr("The server's certificate is not one this computer trusts: it may have expired, or "
                     "this is not your server. Nothing was sent to it. Choose the certificate of your "
                     "company's authority, or ask the administrator of the server. {0}"),
                  {text}));
    case Reason::noTls:
      throw Refused("tls",
                    tr("The server does not encrypt its connections. Octad sends no password over an open "
                       "line; the administrator of the server has to switch TLS on."));
    case Reason::noRoom:
      throw Busy(tr("The database server has no room for another connection. Try again in a moment."));
    case Reason::starting:
      throw Busy(tr("The database server is starting or stopping. Try again in a moment."));
    case Reason::noHost:
      throw ConnectionLost(
          Message(tr("There is no computer with this name: {0}. The database cannot be reached. "
                     "Check the name and the network."),
                  {url.display()}));
    case Reason::unknown:
      break;
  }
  throw ConnectionLost(Message(
      tr("The database at {0} cannot be reached. What you typed stays: check the network and the address, "
         "then try again. ({1})"),
      {url.display(), said(text)}));
}

EnglishMessages::EnglishMessages() {
  const locale_t english = newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(locale_t{})));
  if (english == locale_t{}) return;
  m_english = english;
  m_before = uselocale(english);
}

EnglishMessages::~EnglishMessages() {
  if (m_english == nullptr) return;
  uselocale(static_cast<locale_t>(m_before));
  freelocale(static_cast<locale_t>(m_english));
}

}  // namespace octad::db
