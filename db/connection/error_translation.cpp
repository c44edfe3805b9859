#include "db/connection/error_translation.hpp"

#include <array>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <string>
#include <string_view>

#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Busy;
using model::Conflict;
using model::ConnectionLost;
using model::Invalid;
using model::Message;
using model::NotFound;
using model::Refused;
using model::tr;

struct Sentence {
  std::string_view key;
  const char* text;
};

/// Guards of the database, by the key they raise.
constexpr std::array kGuards{
    Sentence{"transition", tr("This case cannot move to that state from where it is.")},
    Sentence{"reason", tr("This step needs a reason of at least 5 characters.")},
    Sentence{"closed", tr("The case is closed. Open it again with a reason to change it.")},
    Sentence{"immutable", tr("This was fixed when it was recorded and cannot be changed.")},
    Sentence{"append-only", tr("Records of this kind are only added, never changed or removed.")},
    Sentence{"never-deleted", tr("Records of this kind are never deleted.")},
    Sentence{"version", tr("The record was changed without raising its version. Nothing was saved.")},
    Sentence{"rights", tr("Your login has no right to do this. Ask who has it, or the administrator.")},
    Sentence{"identity",
             tr("The change names another person than the one whose login this is. Sign in as that "
                "person.")},
    Sentence{"content", tr("The file changed while it was read. Nothing was saved; attach it again.")},
    Sentence{"four-eyes", tr("The closing has to be approved by somebody other than the owner and the one "
                             "who asked for it.")},
    Sentence{"pause-approval", tr("A stop of a clock is approved by the quality manager, and not by whoever "
                                  "asked for it. Ask for it, or let the manager record it.")},
    Sentence{"extension-approval", tr("More time in the house is the quality manager's word. Ask the manager "
                                      "to record it.")},
    Sentence{"approval",
             tr("The policy of the case wants another role for this step. Ask one of its approvers.")},
    Sentence{"request-reused",
             tr("This form was already sent with other content. Open it again and look at what was saved.")},
    Sentence{"return-closed", tr("The return is closed. Reopen it with a reason to change it.")},
    Sentence{"return-open",
             tr("Pieces are not settled. Settle them, or hand the return on, then try again.")},
    Sentence{"return-move", tr("Pieces cannot go this way. Choose another place.")},
    Sentence{"return-balance", tr("More pieces than are there cannot be taken. Correct the number.")},
    Sentence{"return-reversal",
             tr("A correction takes back exactly one movement. Book the right movement instead.")},
    Sentence{"return-reversed", tr("This movement was taken back already.")},
    Sentence{"return-disposition", tr("The disposition is not carried out this way.")},
    Sentence{"return-authorisation",
             tr("A repair needs the customer's authorisation. Attach it to the return first.")},
    Sentence{"unit-used",
             tr("The unit is not removed or renamed any more: it was tested, found, photographed or "
                "moved under its number.")},
    Sentence{"signature",
             tr("You may not sign this version with that meaning. Open it again and look who may.")},
    Sentence{"not-fresh", tr("Signing needs the password typed again just before. Sign once more.")},
    Sentence{"no-context", tr("Changes are only possible from Octad, which records who makes them.")},
};

/// Unique and check constraints over more than one column, by their names: the field they are about.
struct Rule {
  std::string_view constraint;
  std::string_view field;
  const char* text;
};
constexpr std::array kRules{
    Rule{"one_department_code", "code", tr("There is a department with this code already.")},
    Rule{"one_login", "login", tr("There is a person with this login already.")},
    Rule{"one_customer_name", "name", tr("There is a customer with this name already.")},
    Rule{"one_customer_code", "code", tr("There is a customer with this code already.")},
    Rule{"one_part_number", "number", tr("There is a part with this number already.")},
    Rule{"one_defect_name", "name", tr("There is a defect with this name already.")},
    Rule{"one_shipment_month", "month", tr("The shipped quantity of this month is recorded already.")},
    Rule{"one_calendar_day", "day", tr("This day is in the calendar already.")},
    Rule{"one_view_name", "name", tr("You have a view with this name already.")},
    Rule{"one_policy_revision", "revision", tr("This revision of the policy is stored already.")},
    Rule{"signed_submission_once", "meaning", tr("You have signed this version with that meaning already.")},
    Rule{"signed_reply_once", "meaning", tr("You have signed this version with that meaning already.")},
    Rule{"signed_closing_once", "meaning", tr("You have signed this version with that meaning already.")},
    Rule{"one_campaign_name", "name", tr("There is a campaign with this name already.")},
    Rule{"campaign_ends_later", "to_day", tr("The campaign ends before it begins.")},
    Rule{"one_imported_file", "sha256", tr("This file was imported before.")},
    Rule{"one_unit", "serial", tr("This serial number is there already.")},
    Rule{"one_line_of_sample", "sample_id", tr("The sample is a line of a return already.")},
    Rule{"technical_factor_percent", "technical_factor",
         tr("The technical factor is a percentage: enter 0 to 100.")},
    Rule{"some_pieces", "quantity", tr("Enter at least one piece.")},
    Rule{"sweep_balances", "suspect",
         tr("The parts found OK, NG, reworked and unreachable are more than the suspect ones.")},
    Rule{"effectiveness_percent", "effectiveness", tr("Enter a percentage from 0 to 100.")},
    Rule{"failed_within_inspected", "failed", tr("More failed than were inspected.")},
    Rule{"defective_within_delivered", "quantity_defective", tr("More defective than were delivered.")},
    Rule{"pause_ends_later", "ended_at", tr("The pause ends before it begins.")},
    Rule{"closed_has_date", "closed_at", tr("A closed case has a closing date, an open one has none.")},
    Rule{"attachment_size", "size", tr("An attachment has from 1 byte to 50 MB.")},
};

/// Constraints whose break means that somebody else was quicker.
constexpr std::array<std::string_view, 17> kRaces{
    "one_complaint_uuid", "one_complaint_number", "one_problem_uuid", "one_problem_number",
    "one_discipline",     "one_reply_revision",   "one_clock",        "one_submission_revision",
    "one_return_uuid",    "one_return_number",    "one_movement",     "one_sweep_count",
    "one_line_position",  "reversed_once",        "request_pkey",     "complaint_search_pkey",
    "audit_event_pkey"};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

[[noreturn]] void throwRace() {
  throw Conflict(
      tr("Somebody else saved the same thing at the same moment. Reload and look before you save "
         "again."));
}

/// SQLite names the columns of a broken unique constraint, PostgreSQL its name: both are looked for.
[[noreturn]] void throwUnique(std::string_view text) {
  for (const std::string_view race : kRaces)
    if (contains(text, race)) throwRace();
  for (const Rule& rule : kRules)
    if (contains(text, rule.constraint)) throw Invalid(std::string(rule.field), rule.text);
  struct Columns {
    std::string_view columns;
    std::string_view constraint;
  };
  constexpr std::array kColumns{
      Columns{"department.code", "one_department_code"},
      Columns{"person.login", "one_login"},
      Columns{"customer.name", "one_customer_name"},
      Columns{"customer.code", "one_customer_code"},
      Columns{"part.number", "one_part_number"},
      Columns{"defect.name", "one_defect_name"},
      Columns{"shipment.", "one_shipment_month"},
      Columns{"calendar_day.", "one_calendar_day"},
      Columns{"saved_view.", "one_view_name"},
      Columns{"policy.name", "one_policy_revision"},
      Columns{"imported_file.", "one_imported_file"},
      Columns{"signature.", "signed_submission_once"},
      Columns{"return_unit.", "one_unit"},
      Columns{"return_line.sample_id", "one_line_of_sample"},
  };
  for (const Columns& entry : kColumns)
    if (contains(text, entry.columns)) throwUnique(entry.constraint);
  throwRace();
}

/// The word after `mark`, up to something that cannot be in a name.
std::string nameAfter(std::string_view text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  std::string name;
  for (const char c : text.substr(at + mark.size())) {
    const bool inName = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':';
    if (!inName) break;
    name += c;
  }
  return name;
}

[[noreturn]] void throwCheck(std::string_view text) {
  for (const Rule& rule : kRules)
    if (contains(text, rule.constraint)) throw Invalid(std::string(rule.field), rule.text);
  const std::string field = nameAfter(text, "valid_");
  throw Invalid(field, Message(tr("The value of {0} cannot be stored: it is out of range, too long, or has "
                                  "characters that do not show."),
                               {field}));
}

[[noreturn]] void throwUnknownReference(std::string_view text) {
  const std::string field = nameAfter(text, "known_");
  throw Invalid(field, tr("Something chosen here does not exist any more. Reload and choose again."));
}

/// A guard raised `octad:<rule>` or `octad:invalid:<field>`.
void throwGuard(std::string_view text) {
  const std::string key = nameAfter(text, "octad:");
  if (key.empty()) return;
  if (key == "invalid:quantity")
    throw Invalid("quantity", tr("More came back than was delivered. Explain it, or correct the number."));
  if (key == "invalid:moved_on")
    throw Invalid("moved_on", tr("Pieces do not move before they were there or before their announcement, "
                                 "nor in the future. Correct the date."));
  if (key == "invalid:amount")
    throw Invalid("amount", tr("Only what was booked as this kind, in this currency and on this paper can be "
                               "taken back."));
  if (key == "invalid:case") throw Invalid("case", tr("The case belongs to another customer."));
  if (key == "invalid:valid_until")
    throw Invalid("valid_until", tr("A deputy is named for a year at most. Choose an earlier last day."));
  if (key == "invalid:document") throw Invalid("document", tr("Enter the number of the paper."));
  if (key == "invalid:finding")
    throw Invalid("finding", tr("This finding cannot stand there. Choose another one."));
  if (key == "invalid:location")
    throw Invalid("location", tr("Locations belong to quarantine. Leave the location out."));
  if (key == "signed-version")
    throw Conflict(tr(
        "The record changed after you opened it. Nothing was signed; reload, look at it, and sign again."));
  for (const Sentence& guard : kGuards)
    if (guard.key == key) throw Refused(key, guard.text);
}

[[noreturn]] void throwDiskFull() {
  throw Refused("disk-full", tr("The disk is full. Nothing was saved; free some space and save again."));
}

[[noreturn]] void throwLost() {
  throw ConnectionLost(
      tr("The connection to the database is lost. Nothing is known to be saved yet; what you "
         "typed is kept, save again when the connection is back."));
}

[[noreturn]] void throwBusy() {
  throw Busy(
      tr("The database is busy with somebody else's change. Nothing was saved; try again in a moment."));
}

void throwPostgres(const soci::postgresql_soci_error& error) {
  const std::string text = error.what();
  const std::string state = error.sqlstate();
  const std::string_view kind = std::string_view(state).substr(0, 2);
  if (state == "OC001" || state == "42501") throwGuard(text);
  if (state == "P0002" && contains(text, "octad:no-case"))
    throw model::NotFound(tr("This case does not exist, or you may not see it. Refresh the list."));
  if (state == "40001") throwGuard(text);
  if (state == "40001" || state == "40P01") throwRace();
  if (state == "23505") throwUnique(text);
  if (state == "23514") throwCheck(text);
  if (state == "23503") throwUnknownReference(text);
  if (state == "23502") throw Invalid(nameAfter(text, "column \""), tr("This is needed."));
  if (state == "55P03" || state == "57014") throwBusy();
  if (kind == "08" || state == "57P01" || state == "57P02" || state == "57P03" || state == "25P03")
    throwLost();
  if (state == "53100") throwDiskFull();
  if (kind == "53")
    throw Busy(tr("The database server has no room for another connection. Try again in a moment."));
  if (kind == "22") throw Invalid("", Message(tr("The database cannot store this value: {0}"), {text}));
  if (state == "42501") throw Refused("right", tr("Your login has no right to do this in the database."));
  if (kind == "28")
    throw Refused("login",
                  tr("The database server does not accept this login. Check the name and password."));
}

/// Result codes of SQLite, without their extended part.
void throwSqlite(const soci::sqlite3_soci_error& error) {
  const std::string text = error.what();
  throwGuard(text);
  switch (error.result() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throwBusy();
    case SQLITE_FULL:
      throwDiskFull();
    case SQLITE_READONLY:
      throw Refused("file",
                    tr("The database file is read-only. Nothing was saved; ask its owner for the right "
                       "to write."));
    case SQLITE_CORRUPT:
      throw Refused("file",
                    tr("The database file is damaged. Nothing was changed; restore it from a backup."));
    case SQLITE_NOTADB:
      throw Refused("file", tr("This file is not an Octad database."));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      throw ConnectionLost(
          tr("The database file cannot be read or written. Check the disk and the folder; what "
             "you typed is kept."));
    case SQLITE_CONSTRAINT:
      if (contains(text, "UNIQUE constraint")) throwUnique(text);
      if (contains(text, "CHECK constraint")) throwCheck(text);
      if (contains(text, "FOREIGN KEY")) throwUnknownReference(text);
      if (contains(text, "NOT NULL")) {
        const std::size_t dot = text.rfind('.');
        throw Invalid(dot == std::string::npos ? "" : nameAfter(text.substr(dot), "."),
                      tr("This is needed."));
      }
      throwCheck(text);
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      throw Invalid("", Message(tr("The database cannot store this value: {0}"), {text}));
    default:
      break;
  }
}

}  // namespace

void translateCurrentError() {
  try {
    throw;
  } catch (const model::Error&) {
    throw;
  } catch (const soci::postgresql_soci_error& error) {
    throwPostgres(error);
    throw;
  } catch (const soci::sqlite3_soci_error& error) {
    throwSqlite(error);
    throw;
  } catch (const soci::soci_error& error) {
    const std::string_view text = error.what();
    // A failed connect and a session that could not be connected again carry no SQLSTATE.
    if (contains(text, "onnect") || contains(text, "server closed")) throwLost();
    throw;
  }
}

}  // namespace octad::db
