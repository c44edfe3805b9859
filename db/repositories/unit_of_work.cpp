#include "db/repositories/unit_of_work.hpp"

#include <algorithm>
#include <soci/soci.h>

#include "db/connection/error_translation.hpp"
#include "db/mapping/json.hpp"
#include "db/mapping/table_names.hpp"
#include "db/repositories/audit_trail.hpp"
#include "db/repositories/case_file_reader.hpp"
#include "db/repositories/snapshot.hpp"
#include "model/cases/state_table.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/core/zone.hpp"

namespace octad::db {
namespace {

using model::Conflict;
using model::Message;
using model::NotFound;
using model::Refused;
using model::tr;

template <class T>
concept Versioned = requires(T record) {
  record.rowVersion;
};

/// The columns `updateComplaint` leaves alone: given once, or changed by a move only.
bool isFixedInHead(std::string_view column) {
  return column == "uuid" || column == "number" || column == "origin" || column == "state" ||
         column == "closed_at" || column == "created_at";
}

/// Who acts, as the trail has it: also in whose place.
std::string actorOf(const model::Change& change) {
  const model::Actor& actor = change.actor;
  return actor.inPlaceOf.empty() ? actor.name : actor.name + " (for " + actor.inPlaceOf + ")";
}

}  // namespace

SqlUnitOfWork::SqlUnitOfWork(Database& database, const model::Change& change)
    : m_database(database),
      m_lease(database.writer()),
      m_change(change),
      m_rows(m_lease.session()),
      m_returns(*this),
      m_notices(*this) {
  if (!model::isUtf8(m_change.reason))
    throw model::Invalid("reason", tr("The reason has characters that no text may hold. Type it again."));
  const ChangeContext context{actorOf(m_change), m_change.useCase, m_change.reason};
  translated([&] {
    const Dialect& dialect = m_database.dialect();
    if (m_change.requestId.empty()) return dialect.beginWrite(session(), context);
    const RequestNote note{m_change.requestId, m_change.actor.login, m_change.actor.id.value,
                           audit::sha256Hex(m_change.fingerprint), m_change.occurredAt};
    m_earlier = dialect.beginRequest(session(), context, note);
  });
}

const model::Zone& SqlUnitOfWork::zone() {
  if (!m_zone) {
    std::string name;
    session() << "select value from setting where key = 'zone'", soci::into(name);
    m_zone.emplace(name.empty() ? "UTC" : name);
  }
  return *m_zone;
}

std::optional<std::string> SqlUnitOfWork::replayed() {
  return guarded([&]() -> std::optional<std::string> {
    if (!m_earlier) return std::nullopt;
    if (m_earlier->personId != m_change.actor.id.value ||
        m_earlier->fingerprint != audit::sha256Hex(m_change.fingerprint))
      throw Refused(
          "request-reused",
          tr("This form was already sent with other content. Open it again and look at what was saved."));
    return m_earlier->result;
  });
}

model::CaseFile SqlUnitOfWork::lockCase(model::ComplaintId id, long long expectedVersion) {
  return guarded([&] {
    std::optional<LockedCase> locked = lockAndReadCase(session(), m_database.dialect(), id);
    if (!locked) throw NotFound(tr("There is no such case. It may have been opened from another database."));
    const bool moved = expectedVersion != 0 && expectedVersion != locked->version;
    if (moved || locked->joinedMeanwhile) throwConflict("complaint", id.value);
    return std::move(locked->file);
  });
}

void SqlUnitOfWork::createComplaint(model::Complaint& complaint) {
  guarded([&] {
    if (complaint.createdAt.microseconds == 0) complaint.createdAt = m_change.occurredAt;
    if (complaint.noticeMonth.size() != 7)
      throw model::Invalid("notice_month", tr("The month of the notice is missing."));
    const Created created = m_database.dialect().createComplaint(m_rows, boundValues(complaint));
    complaint.id.value = created.id;
    complaint.number = created.number;
    complaint.rowVersion = 1;
    m_changedTexts.complaints.insert(complaint.id.value);
  });
}

void SqlUnitOfWork::createProblem(model::Problem& problem) {
  guarded([&] {
    if (problem.createdAt.microseconds == 0) problem.createdAt = m_change.occurredAt;
    if (problem.uuid.empty()) problem.uuid = model::newUuid();
    const int year = zone().date(problem.createdAt).year();
    const Created created = m_database.dialect().createProblem(m_rows, boundValues(problem), year);
    problem.id.value = created.id;
    problem.number = created.number;
    problem.rowVersion = 1;
  });
}

void SqlUnitOfWork::moveComplaint(model::Complaint& complaint, model::CaseState to,
                                  const std::string& reason) {
  guarded([&] {
    using model::CaseState;
    model::requireTransition(complaint.state, to);
    std::optional<model::Instant> closedAt;
    if (to == CaseState::closed) closedAt = m_change.occurredAt;
    if (to == CaseState::archived) closedAt = complaint.closedAt;
    const CaseMove move{complaint.id, complaint.rowVersion, std::string(model::keyOf(to)), closedAt};
    const ChangeContext context{actorOf(m_change), m_change.useCase,
                                reason.empty() ? m_change.reason : reason};
    if (!m_database.dialect().moveComplaint(m_rows, move, context))
      throwConflict("complaint", complaint.id.value);
    complaint.state = to;
    complaint.closedAt = closedAt;
    ++complaint.rowVersion;
  });
}

void SqlUnitOfWork::updateComplaint(model::Complaint& complaint) {
  guarded([&] {
    std::vector<BoundValue> values = boundValues(complaint);
    std::erase_if(values, [](const BoundValue& value) { return isFixedInHead(value.column); });
    requireOne(m_rows.update("complaint", complaint.id.value, values, &complaint.rowVersion), "complaint",
               complaint.id.value);
    ++complaint.rowVersion;
    m_changedTexts.complaints.insert(complaint.id.value);
  });
}

/// Remembers that the search text of the record's case, or of every case of its problem, is out of date.
template <class T>
void SqlUnitOfWork::noteTextChange(const T& record) {
  if constexpr (std::is_same_v<T, model::ComplaintItem>)
    m_changedTexts.complaints.insert(record.complaintId.value);
  if constexpr (std::is_same_v<T, model::Discipline> || std::is_same_v<T, model::Fact> ||
                std::is_same_v<T, model::Cause> || std::is_same_v<T, model::WhyStep> ||
                std::is_same_v<T, model::Action>)
    m_changedTexts.problems.insert(record.problemId.value);
}

void SqlUnitOfWork::insert(model::Row& row) {
  guarded([&] {
    std::visit(
        [this]<class T>(T& record) {
          if constexpr (Versioned<T>) record.rowVersion = 1;
          record.id.value = m_rows.insert(tableName<T>(), boundValues(record));
          if constexpr (std::is_same_v<T, model::Person>) writeRoles(record);
          noteTextChange(record);
        },
        row);
  });
}

void SqlUnitOfWork::update(model::Row& row) {
  guarded([&] {
    std::visit(
        [this]<class T>(T& record) {
          const long long* version = nullptr;
          if constexpr (Versioned<T>) version = &record.rowVersion;
          requireOne(m_rows.update(tableName<T>(), record.id.value, boundValues(record), version),
                     tableName<T>(), record.id.value);
          if constexpr (Versioned<T>) ++record.rowVersion;
          if constexpr (std::is_same_v<T, model::Person>) writeRoles(record);
          noteTextChange(record);
        },
        row);
  });
}

void SqlUnitOfWork::remove(const model::Row& row) {
  guarded([&] {
    std::visit(
        [this]<class T>(const T& record) {
          requireOne(m_rows.remove(tableName<T>(), record.id.value), tableName<T>(), record.id.value);
          noteTextChange(record);
        },
        row);
  });
}

void SqlUnitOfWork::requireOne(long long changed, std::string_view table, long long id) {
  if (changed != 1) throwConflict(table, id);
}

void SqlUnitOfWork::throwConflict(std::string_view table, long long id) {
  const std::string name(table);
  const std::string key = std::to_string(id);
  std::string actor;
  long long at = 0;
  session() << "select actor, at_us from audit_event where table_name = :t and row_key = :k"
               " order by at_us desc, seq desc limit 1",
      soci::use(name), soci::use(key), soci::into(actor), soci::into(at);
  if (!session().got_data())
    throw Conflict(
        tr("The record is not there any more. Reload to see the present state; what you typed is "
           "kept."));
  const std::string when = zone().local(model::Instant{at}).text();
  throw Conflict(
      Message(tr("{0} changed this at {1}, after you opened it. Reload to see the change; what you "
                 "typed is kept."),
              {actor, when}));
}

void SqlUnitOfWork::writeRoles(const model::Person& person) {
  std::set<std::string> wanted;
  for (const model::Role role : person.roles) wanted.emplace(model::keyOf(role));
  std::set<std::string> present;
  std::string role;
  {
    soci::statement statement = (session().prepare << "select role from person_role where person_id = :id",
                                 soci::use(person.id.value), soci::into(role));
    statement.execute();
    while (statement.fetch()) present.insert(role);
  }
  for (const std::string& gone : present)
    if (!wanted.contains(gone))
      session() << "delete from person_role where person_id = :id and role = :role",
          soci::use(person.id.value), soci::use(gone);
  for (const std::string& added : wanted)
    if (!present.contains(added))
      session() << "insert into person_role (person_id, role) values (:id, :role)",
          soci::use(person.id.value), soci::use(added);
}

void SqlUnitOfWork::storePolicy(const model::Policy& policy) {
  guarded([&] {
    const std::string content = toJson(policy).dump();
    session() << "insert into policy (name, revision, content, created_at) values (:n, :r, :c, :at)",
        soci::use(policy.name), soci::use(policy.revision), soci::use(content),
        soci::use(m_change.occurredAt.microseconds);
  });
}

void SqlUnitOfWork::setSetting(const std::string& key, const std::string& value) {
  guarded([&] {
    session() << "insert into setting (key, value) values (:k, :v)"
                 " on conflict (key) do update set value = excluded.value",
        soci::use(key), soci::use(value);
  });
}

std::pair<std::string, std::string> SqlUnitOfWork::freeze(const model::CaseFile& file,
                                                          std::optional<model::DisciplineCode> only) {
  std::string json = snapshotOf(file, only);
  std::string hash = audit::sha256Hex(json);
  return {std::move(json), std::move(hash)};
}

bool SqlUnitOfWork::hasContent(const std::string& sha256) {
  if (m_newContents.contains(sha256)) return true;
  return guarded([&] { return m_database.dialect().hasContent(session(), sha256); });
}

void SqlUnitOfWork::storeChunk(const std::string& sha256, int position, std::string_view bytes) {
  guarded([&] {
    NewContent& content = m_newContents[sha256];
    content.hash.add(bytes);
    content.size += static_cast<long long>(bytes.size());
    m_database.dialect().writeChunk(session(), sha256, position, bytes);
  });
}

/// Attachments refer to their content at the end of the transaction, when its hash is known to be right.
void SqlUnitOfWork::addContents(std::vector<Command>& last) {
  for (auto& [sha256, content] : m_newContents) {
    if (content.hash.hex() != sha256)
      throw model::Invalid("file",
                           tr("The file changed while it was read. Nothing was saved; attach it again."));
    last.push_back({"insert into content (sha256, size) values ($1, $2)",
                    {textValue(sha256), numberValue(content.size)},
                    {}});
  }
}

model::Checkpoint SqlUnitOfWork::takeCheckpoint() {
  return guarded([&] { return db::takeCheckpoint(session(), m_change.occurredAt); });
}

void SqlUnitOfWork::noteReading(model::Reading& reading) {
  guarded([&] {
    reading.at = m_change.occurredAt;
    const Noted noted = m_database.dialect().noteReading(m_rows, boundValues(reading));
    reading.id.value = noted.id;
    reading.at = noted.at;
  });
}

void SqlUnitOfWork::commit(const std::string& result) {
  guarded([&] {
    m_rows.clear();
    std::vector<Command> last = refreshSearchTexts(session(), m_database.dialect(), m_changedTexts);
    addContents(last);
    if (!m_change.requestId.empty())
      last.push_back({"update request set result = $2 where id = $1",
                      {textValue(m_change.requestId), textValue(result)},
                      {}});
    last.push_back({"commit", {}, {}});
    m_database.dialect().runBatch(session(), last);
  });
  m_over = true;
}

}  // namespace octad::db
