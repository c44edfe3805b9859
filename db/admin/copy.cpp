#include "db/admin/copy.hpp"

#include <algorithm>
#include <filesystem>
#include <soci/soci.h>

#include "db/admin/migrator.hpp"
#include "db/connection/database.hpp"
#include "db/connection/error_translation.hpp"
#include "db/repositories/audit_verifier.hpp"
#include "db/repositories/read_snapshot.hpp"
#include "db/repositories/search_text.hpp"
#include "model/core/error.hpp"

namespace octad::db {
namespace {

using model::Message;
using model::Refused;
using model::tr;

constexpr std::size_t kRowsAtOnce = 500;
constexpr std::size_t kBytesAtOnce = 4U << 20U;
constexpr const char* kChunks = "content_chunk";  ///< bytes, which are no JSON

long long countRows(soci::session& session, const std::string& table) {
  long long count = 0;
  session << "select count(*) from " + table, soci::into(count);
  return count;
}

class Copy {
 public:
  Copy(soci::session& from, const Dialect& fromDialect, soci::session& to, const Dialect& toDialect,
       model::Progress& progress)
      : m_from(from), m_fromDialect(fromDialect), m_to(to), m_toDialect(toDialect), m_progress(progress) {}

  CopyReport run();

 private:
  void copyTable(const std::string& table);
  void store(const std::string& table, const std::vector<std::string>& columns, std::string& rows,
             std::size_t count);
  void copyChunks();
  void copySearchTexts();
  void tell();

  soci::session& m_from;
  const Dialect& m_fromDialect;
  soci::session& m_to;
  const Dialect& m_toDialect;
  model::Progress& m_progress;
  CopyReport m_report;
  long long m_expected = 0;
};

void Copy::tell() {
  const double done =
      m_expected == 0 ? 1 : static_cast<double>(m_report.rows) / static_cast<double>(m_expected);
  if (!m_progress.report(std::min(done, 1.0), {tr("{0} rows copied"), {std::to_string(m_report.rows)}}))
    throw Refused("stopped", tr("Stopped. Nothing was copied."));
}

void Copy::store(const std::string& table, const std::vector<std::string>& columns, std::string& rows,
                 std::size_t count) {
  if (count == 0) return;
  m_toDialect.runBatch(m_to, {{m_toDialect.insertRows(table, columns), {textValue("[" + rows + "]")}, {}}});
  m_report.rows += static_cast<long long>(count);
  rows.clear();
  tell();
}

void Copy::copyTable(const std::string& table) {
  const auto columns = m_toDialect.columns(m_to, table);
  std::string rows;
  std::size_t count = 0;
  std::string row;
  soci::statement statement =
      (m_from.prepare << "select " + m_fromDialect.rowAsJson(m_fromDialect.columns(m_from, table), "t") +
                             " from " + table + " t",
       soci::into(row));
  statement.execute();
  while (statement.fetch()) {
    rows += (rows.empty() ? "" : ",") + row;
    if (++count < kRowsAtOnce && rows.size() < kBytesAtOnce) continue;
    store(table, columns, rows, count);
    count = 0;
  }
  store(table, columns, rows, count);
  const bool hasKey = std::find(columns.begin(), columns.end(), "id") != columns.end();
  if (hasKey) m_toDialect.continueKeys(m_to, table);
  if (countRows(m_from, table) != countRows(m_to, table))
    throw Refused("copy", {tr("Not every row of {0} arrived. Nothing was copied; report this."), {table}});
}

void Copy::copyChunks() {
  std::vector<std::string> contents;
  std::string sha256;
  {
    soci::statement statement = (m_from.prepare << "select sha256 from content", soci::into(sha256));
    statement.execute();
    while (statement.fetch()) contents.push_back(sha256);
  }
  for (const auto& content : contents) {
    for (int position = 0; const auto bytes = m_fromDialect.readChunk(m_from, content, position); ++position)
      m_toDialect.writeChunk(m_to, content, position, *bytes);
    ++m_report.files;
    tell();
  }
}

/// Made anew: the two databases keep them in different forms.
void Copy::copySearchTexts() {
  std::vector<long long> ids;
  {
    long long id = 0;
    soci::statement statement = (m_to.prepare << "select id from complaint", soci::into(id));
    statement.execute();
    while (statement.fetch()) ids.push_back(id);
  }
  for (std::size_t begin = 0; begin < ids.size(); begin += kRowsAtOnce) {
    ChangedTexts changed;
    const auto end = std::min(begin + kRowsAtOnce, ids.size());
    changed.complaints.insert(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                              ids.begin() + static_cast<std::ptrdiff_t>(end));
    m_toDialect.runBatch(m_to, refreshSearchTexts(m_to, m_toDialect, changed));
    tell();
  }
}

CopyReport Copy::run() {
  for (const auto& table : copiedTables()) m_expected += countRows(m_from, table);
  std::vector<std::string> all = copiedTables();
  all.emplace_back(kChunks);
  const std::string triggers = m_toDialect.suspendTriggers(m_to, all);
  for (const auto& table : copiedTables()) copyTable(table);
  copyChunks();
  copySearchTexts();
  m_toDialect.runScript(m_to, triggers);
  m_report.audit = verifyAuditWithin(m_to, m_toDialect, std::nullopt);
  if (!m_report.audit.faults.empty()) {
    const auto& fault = m_report.audit.faults.front();
    throw Refused(
        "copy",
        {tr("The audit trail does not verify in the copy, first in chain {0} at event {1}. Nothing was "
            "copied. Look at the source with: octadctl audit verify"),
         {fault.chain, std::to_string(fault.seq)}});
  }
  return m_report;
}

void requireEmpty(soci::session& session, const DatabaseUrl& url) {
  for (const char* table : {"person", "complaint", "audit_event"})
    if (countRows(session, table) > 0)
      throw Refused("copy", {tr("{0} holds records already. Copy into a new database."), {url.display()}});
}

}  // namespace

const std::vector<std::string>& copiedTables() {
  static const std::vector<std::string> tables{"department",
                                               "person",
                                               "person_role",
                                               "deputy",
                                               "customer",
                                               "account",
                                               "part",
                                               "defect",
                                               "shipment",
                                               "calendar_day",
                                               "policy",
                                               "setting",
                                               "saved_view",
                                               "problem",
                                               "discipline",
                                               "team_member",
                                               "fact",
                                               "sweep_row",
                                               "cause",
                                               "why_step",
                                               "action",
                                               "verification",
                                               "document_change",
                                               "campaign",
                                               "complaint",
                                               "registration",
                                               "complaint_item",
                                               "decision",
                                               "reply",
                                               "case_clock",
                                               "clock_pause",
                                               "clock_extension",
                                               "follow_up",
                                               "sample",
                                               "returned_quantity",
                                               "sample_custody",
                                               "sample_consent",
                                               "sweep_count",
                                               "goods_return",
                                               "return_line",
                                               "return_movement",
                                               "return_unit",
                                               "unit_test",
                                               "return_decision",
                                               "ntf_dossier",
                                               "return_cost",
                                               "return_hand_over",
                                               "closing",
                                               "content",
                                               "attachment",
                                               "return_attachment",
                                               "assignment",
                                               "submission",
                                               "review",
                                               "is_not_row",
                                               "action_candidate",
                                               "read_across",
                                               "answer_confirmation",
                                               "accepted_weakness",
                                               "assessment",
                                               "effect_challenge",
                                               "other_customer",
                                               "lesson",
                                               "picture_mark",
                                               "extension_request",
                                               "similar_decision",
                                               "signature",
                                               "case_reading",
                                               "imported_file",
                                               "imported_line",
                                               "notice",
                                               "mail",
                                               "mail_report",
                                               "request",
                                               "counter",
                                               "audit_head",
                                               "audit_event",
                                               "audit_checkpoint",
                                               "audit_checkpoint_head"};
  return tables;
}

CopyReport copyDatabase(Database& from, const DatabaseUrl& to, model::Progress& progress) {
  const bool newFile = to.isSqlite() && !std::filesystem::exists(to.path());
  try {
    DatabaseOptions options;
    options.create = true;
    Database target(to, options);
    migrate(target);
    return translated([&] {
      const Lease source = from.reader();
      const ReadSnapshot snapshot(source.session(), from.dialect());
      const Lease lease = target.writer();
      target.dialect().beginWrite(lease.session(), {"octad", "copy", {}});
      requireEmpty(lease.session(), to);
      const CopyReport report =
          Copy(source.session(), from.dialect(), lease.session(), target.dialect(), progress).run();
      lease.session() << "commit";
      return report;
    });
  } catch (const model::Error&) {
    if (newFile)
      for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(to.path() + end);
    throw;
  }
}

}  // namespace octad::db
