#include "tests/rights/rights_place.hpp"

#include <cstdlib>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <stdexcept>

#include "db/admin/access.hpp"
#include "db/admin/migrator.hpp"
#include "db/connection/open_store.hpp"
#include "db/repositories/audit_verifier.hpp"
#include "db/repositories/reader.hpp"
#include "model/core/error.hpp"
#include "model/core/uuid.hpp"
#include "model/ports/family_reader.hpp"
#include "model/ports/reader.hpp"
#include "tests/support/private_postgres.hpp"
#include "tests/support/seed.hpp"
#include "tests/support/team_server.hpp"
#include "tests/support/test_database.hpp"

namespace octad::rights {
namespace {

using support::PrivatePostgres;

/// The schema before logins and named operations.
constexpr int kOldSchema = 5;

void addPeople(model::UnitOfWork& unit) {
  const std::vector<std::pair<const char*, model::Role>> people{
      {"ku", model::Role::warehouse}, {"fang", model::Role::finance}, {"an", model::Role::safety}};
  for (const auto& [login, role] : people) {
    model::Person person;
    person.login = login;
    person.name = login;
    person.roles = {role};
    model::Row row = person;
    unit.insert(row);
  }
}

/// Rows in every table, made as the administrator.
constexpr const char* kRows = R"(
insert into octad.calendar_day (day, kind, name) values ('2027-01-01', 'holiday', '');
insert into octad.policy (name, revision, content, created_at) values ('strict', 1, '{"approvals": [{"step": "not_ours", "class": null, "role": "manager"}]}', 1794816000000000);
insert into octad.defect (name, name_en, kind, active) select '电压低', '', key, 1 from octad.defect_kind limit 1;
insert into octad.shipment (customer_id, part_id, month, quantity) values (1, 1, '2026-11', 1000);
insert into octad.saved_view (person_id, name, filter, sort)
  select id, 'view', '{}', '{}' from octad.person where login in ('wang', 'liu');
insert into octad.deputy (person_id, deputy_id, valid_from, valid_until, reason)
  select a.id, b.id, '2020-01-01', '2020-01-02', 'holiday' from octad.person a, octad.person b
  where a.login = 'ma' and b.login = 'zhao';
insert into octad.audit_checkpoint (number, at_us, previous_root, root)
  values (1, 1794816000000000, '', repeat('a', 64));
insert into octad.audit_checkpoint_head (number, chain, seq, hash) values (1, 'x', 1, repeat('a', 64));
insert into octad.campaign (kind, name, parts, customers, from_day, to_day, clock_set, counted, weight, note, created_by, created_at)
  select 'launch', 'x', '', '', '2026-11-01', null, '', 1, null, '', id, 1794816000000000 from octad.person where login = 'wang';
insert into octad.account (customer_id, person_id) select 1, id from octad.person where login = 'li';
insert into octad.request (id, login, person_id, fingerprint_sha256, result, at)
  select 'r-' || login, login, id, repeat('a', 64), 'x', 1794816000000000 from octad.person
  where login in ('wang', 'liu');
insert into octad.notice (notice_key, person_id, condition, level, complaint_id, return_id, number, customer_name, subject, due_name, due_at, made_at, read_at)
  select 'n-' || login, id, 'overdue', 'owner', null, null, 'C26-00001', '', '', '', null, 1794816000000000, null
  from octad.person;
insert into octad.mail (mail_key, person_id, address, subject, body, state, attempts, error, made_at, next_at, sent_at)
  select 'm-' || login, id, 'a@example.com', 'Octad', '', 'queued', 0, '', 1794816000000000, null, null
  from octad.person where login = 'wang';
insert into octad.mail_report (mail_id, report_id, action, recipient, status, reason, reported_at, noted_at, noted_by)
  select m.id, 'r@example.com', 'failed', 'a@example.com', '5.1.1', 'x', 1794816000000000, 1794816000000000, p.id
  from octad.mail m, octad.person p where p.login = 'zhou';
)";

/// Rows of one case and its problem; `@` stands for the case.
constexpr const char* kCaseRows = R"(
insert into octad.presence (person_id, complaint_id, seen_us) select id, @, 1 from octad.person where login = 'wang';
insert into octad.registration (complaint_id, person_id) select @, id from octad.person where login = 'wang';
insert into octad.decision (complaint_id, kind, value, reason, rule, inputs, policy_name, policy_revision, decided_by, decided_at)
  select @, (select key from octad.decision_kind limit 1), 'x', '', '', '{}', '', 0, id, 1794816000000000 from octad.person where login = 'wang';
insert into octad.reply (complaint_id, stage, revision, medium, recipient, text, sent_at, sent_by, status, answer, answered_at, snapshot, sha256)
  select @, (select key from octad.reply_stage limit 1), 1, '', '', '', 1794816000000000, id, 'sent', '', null, '{}', repeat('a', 64) from octad.person where login = 'wang';
insert into octad.case_clock (complaint_id, name, start_event, started_at, due_at, due_reason, met_at)
  select @, (select key from octad.clock_name limit 1), '', null, null, '', null;
insert into octad.clock_pause (complaint_id, clock, started_at, ended_at, expected_end, reason, approved_by, asked_by, state)
  select @, 'final', 1794816000000000, null, null, 'x', id, id, 'asked' from octad.person where login = 'wang';
insert into octad.clock_extension (complaint_id, clock, until_day, by_customer, agreed_with, reason, document, recorded_by, recorded_at)
  select @, 'final', '2026-12-24', 1, 'x', 'x', '', id, 1794816000000000 from octad.person where login = 'wang';
insert into octad.follow_up (complaint_id, due_on, done_on, way, spoken_with, satisfaction, words, recorded_by, recorded_at)
  values (@, '2026-12-24', null, '', '', null, '', null, null);
insert into octad.sample (complaint_id, to_come, arrived_at, analysable_at, quantity, note) values (@, 0, null, null, 1, '');
insert into octad.closing (complaint_id, reopened, reason, open_points, by_person, approved_by, at)
  select @, 0, 'x', '', id, null, 1794816000000000 from octad.person where login = 'wang';
insert into octad.content (sha256, size) values (repeat('@', 64), 1);
insert into octad.content_chunk (sha256, position, bytes) values (repeat('@', 64), 0, 'x');
insert into octad.attachment (complaint_id, discipline, file_name, original_name, media_type, caption, sha256, size, added_by, added_at)
  select @, '', 'a.txt', 'a.txt', '', '', repeat('@', 64), 1, id, 1794816000000000 from octad.person where login = 'wang';
insert into octad.sample_custody (complaint_id, sample_id, holder, place, since, note, recorded_by)
  select s.complaint_id, s.id, 'TE', '', 1794816000000000, '', p.id from octad.sample s, octad.person p where s.complaint_id = @ and p.login = 'wang';
insert into octad.sample_consent (complaint_id, sample_id, state, given_by, given_on, note, recorded_by)
  select s.complaint_id, s.id, 'asked', 'x', '2026-11-16', '', p.id from octad.sample s, octad.person p where s.complaint_id = @ and p.login = 'wang';
alter table octad.returned_quantity disable trigger a_legacy;
insert into octad.returned_quantity (uuid, complaint_id, item_id, received_on, note, announced, received, confirmed, no_trouble_found, customer_caused, transport, explanation)
  select 'ret-@', @, id, '2026-11-16', '', 1, 1, 0, 0, 0, 0, '' from octad.complaint_item where complaint_id = @;
alter table octad.returned_quantity enable trigger a_legacy;
insert into octad.content (sha256, size) values (lpad('@', 64, 'c'), 1);
insert into octad.content_chunk (sha256, position, bytes) values (lpad('@', 64, 'c'), 0, 'x');
insert into octad.goods_return (uuid, number, customer_id, kind, blind, without_case, treatment, customer_ref, rma_number, conditions, carrier, note_number, cost_bearer, remarks, close_reason, state, waits_for, part_number, failure, case_numbers, announced, received, open_pieces, created_at, row_version)
  select 'ret-@', 'R26-@', customer_id, 'line_reject', 0, '', 'analysis', '', '', '', '', '', 'undecided', '', '', 'received', 'warehouse', '', '', '', 5, 5, 5, 1794816000000000, 1 from octad.complaint where id = @;
insert into octad.return_line (return_id, position, part_id, lot, nature, complaint_id, item_id, sample_id, failure)
  select g.id, 1, i.part_id, '', 'as_announced', i.complaint_id, i.id, null, '' from octad.goods_return g, octad.complaint_item i where g.uuid = 'ret-@' and i.complaint_id = @;
insert into octad.return_movement (uuid, return_id, line_id, from_place, to_place, from_finding, to_finding, disposition, from_location, to_location, quantity, document, reason, reverses, moved_on, recorded_by, recorded_at)
  select 'mov-@-' || m.step, l.return_id, l.id, m.f, m.t, 'open', 'open', 'none', '', '', 5, '', '', null, '2026-11-16', p.id, 1794816000000000
  from octad.return_line l, octad.person p, (values (1, 'outside', 'expected'), (2, 'expected', 'quarantine')) m (step, f, t)
  where l.complaint_id = @ and p.login = 'wang' order by m.step;
insert into octad.return_unit (return_id, line_id, serial, date_code, place, location, finding, disposition, found_by, failure, note)
  select return_id, id, 'SN', '', 'quarantine', '', 'open', 'none', null, '', '' from octad.return_line where complaint_id = @;
insert into octad.unit_test (return_id, unit_id, level, specification, specification_revision, passed, measured, failure, analyst, tested_on, recorded_by)
  select u.return_id, u.id, 'standard', 'TS', '', 1, '', '', '', '2026-11-16', p.id from octad.return_unit u join octad.return_line l on l.id = u.line_id, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.return_decision (return_id, line_id, quantity, decision, complaint_id, reason, decided_by, decided_at)
  select l.return_id, l.id, 1, 'attach', @, '', p.id, 1794816000000000 from octad.return_line l, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.ntf_dossier (return_id, line_id, trigger_text, data_collection, system_test, process_study, result, liability, technical_factor, agreed_with, agreed_on, concluded_at, concluded_by, opened_by, opened_at)
  select l.return_id, l.id, 'x', '', '', '', '', 'undetermined', null, '', null, null, null, p.id, 1794816000000000 from octad.return_line l, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.return_cost (return_id, kind, amount_minor, currency, document, booked_on, note, reversal, booked_by)
  select l.return_id, 'freight', 100, 'CNY', '', '2026-11-16', '', 0, p.id from octad.return_line l, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.return_attachment (return_id, unit_id, paper, file_name, original_name, media_type, caption, sha256, size, added_by, added_at)
  select l.return_id, null, 'other', 'a.txt', 'a.txt', '', '', lpad('@', 64, 'c'), 1, p.id, 1794816000000000 from octad.return_line l, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.return_hand_over (complaint_id, return_id, owner_id, reason, by_person, at)
  select @, l.return_id, p.id, 'x', p.id, 1794816000000000 from octad.return_line l, octad.person p where l.complaint_id = @ and p.login = 'wang';
insert into octad.imported_file (sha256, name, kind, rows, imported_by, imported_at)
  select repeat('@', 64), 'f', 'register', 1, id, 1794816000000000 from octad.person where login = 'wang';
insert into octad.imported_line (external_number, fingerprint, complaint_id) values ('x', repeat('a', 64), @);
insert into octad.team_member (problem_id, name, role, department, contact)
  select problem_id, 'x', (select key from octad.team_function limit 1), '', '' from octad.complaint where id = @;
insert into octad.fact (problem_id, question, answer, answer_customer)
  select problem_id, (select key from octad.question limit 1), 'x', '' from octad.complaint where id = @;
insert into octad.sweep_row (problem_id, location, not_applicable, suspect, ok, ng, rework, unreachable, risk_accepted_by)
  select problem_id, (select key from octad.sweep_location limit 1), '', 0, 0, 0, 0, 0, '' from octad.complaint where id = @;
insert into octad.sweep_count (uuid, problem_id, sweep_id, counted_on, ok, ng, rework, correction, note, counted_by, recorded_at)
  select 'count-@', s.problem_id, s.id, '2026-11-16', 0, 0, 0, 0, '', p.id, 1794816000000000 from octad.sweep_row s join octad.complaint c on c.problem_id = s.problem_id, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.cause (problem_id, type, text, text_customer, result, method, proof, verified_by, verified_on)
  select problem_id, (select key from octad.cause_type limit 1), 'x', '', (select key from octad.cause_result limit 1), '', '', '', null from octad.complaint where id = @;
insert into octad.why_step (problem_id, cause_id, position, answer, evidence)
  select c.problem_id, x.id, 1, 'x', '' from octad.complaint c join octad.cause x on x.problem_id = c.problem_id where c.id = @;
insert into octad.action (problem_id, kind, cause_id, text, text_customer, owner, department_id, due_on, done_on, proof, effectiveness, effectiveness_method, first_good_lot, checked_by, checked_on)
  select problem_id, (select key from octad.action_kind limit 1), null, 'x', '', '', null, null, null, '', null, '', '', '', null from octad.complaint where id = @;
insert into octad.verification (problem_id, verified_on, lots, inspected, failed, criterion, result, note, verified_by, recorded_at)
  select c.problem_id, '2026-11-16', 3, 1, 0, '', (select key from octad.verification_result limit 1), '', p.id, 1794816000000000 from octad.complaint c, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.document_change (problem_id, kind, document, old_revision, new_revision, effective_on, not_affected)
  select problem_id, (select key from octad.document_kind limit 1), '', '', '', null, '' from octad.complaint where id = @;
insert into octad.submission (problem_id, discipline, revision, assignment_id, submitted_by, submitted_at, on_behalf_of, source_attachment_id, snapshot, sha256)
  select c.problem_id, 'D4', 1, null, p.id, 1794816000000000, null, null, '{}', repeat('a', 64) from octad.complaint c, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.review (problem_id, submission_id, approved, reason_code, text, reviewed_by, reviewed_at)
  select s.problem_id, s.id, 1, (select key from octad.reject_reason limit 1), '', s.submitted_by, 1794816000000000
  from octad.submission s join octad.complaint c on c.problem_id = s.problem_id where c.id = @;
insert into octad.is_not_row (problem_id, question, is_fact, is_not, distinction, changed)
  select problem_id, 'what', 'x', '', '', '' from octad.complaint where id = @;
insert into octad.action_candidate (problem_id, cause_id, text, effect, risk, cost, time, chosen, reason)
  select problem_id, null, 'x', 3, null, null, null, 0, '' from octad.complaint where id = @;
insert into octad.read_across (problem_id, kind, subject, owner, department_id, due_on, answered_on, answer)
  select problem_id, 'line', 'x', '', null, null, null, '' from octad.complaint where id = @;
insert into octad.answer_confirmation (problem_id, submission_id, agreed, note, confirmed_by, confirmed_at)
  select s.problem_id, s.id, 1, '', s.submitted_by, 1794816000000000
  from octad.submission s join octad.complaint c on c.problem_id = s.problem_id where c.id = @;
insert into octad.accepted_weakness (problem_id, discipline, rule, answer, reason, accepted_by, accepted_at)
  select c.problem_id, 'D4', 'x', 'x', 'x', p.id, 1794816000000000 from octad.complaint c, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.assessment (problem_id, assessor, revision, answers, points, possible, note, assessed_by, assessed_at)
  select c.problem_id, 'cqe', 1, '{}', 0, 0, '', p.id, 1794816000000000 from octad.complaint c, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.effect_challenge (problem_id, later_id, later_number, kind, built_on, raised_at, ruling, reason, ruled_by, ruled_at)
  select problem_id, id, 'C26-9', 'challenged', null, 1794816000000000, null, '', null, null from octad.complaint where id = @;
insert into octad.other_customer (problem_id, customer_id, customer_name, lots, quantity, decision, reason, notified_on, decided_by, decided_at)
  select problem_id, customer_id, 'x', '', null, 'open', '', null, null, null from octad.complaint where id = @;
insert into octad.lesson (problem_id, part_family, failure, symptom, cause, action, proof, keywords, withdrawn, published_by, published_at)
  select c.problem_id, '', '', 'x', '', '', '', '', 0, p.id, 1794816000000000 from octad.complaint c, octad.person p where c.id = @ and p.login = 'wang';
insert into octad.picture_mark (complaint_id, attachment_id, shape, x1, y1, x2, y2, text)
  select complaint_id, id, 'arrow', 0, 0, 1, 1, '' from octad.attachment where complaint_id = @;
insert into octad.signature (complaint_id, problem_id, submission_id, reply_id, closing_id, meaning, signed_by, printed_name, signed_at, record_sha256, chain_seq, chain_hash, reauthenticated)
  select null, s.problem_id, s.id, null, null, 'authored', s.submitted_by, 'x', 1794816000000000, repeat('a', 64), 1, repeat('a', 64), 'none'
  from octad.submission s join octad.complaint c on c.problem_id = s.problem_id where c.id = @;
insert into octad.case_reading (complaint_id, person_id, kind, note, at)
  select @, p.id, 'opened', '', 1794816000000000 from octad.person p where p.login = 'sun';
insert into octad.similar_decision (complaint_id, other_id, other_number, verdict, score, reason, decided_by, decided_at)
  select @, null, '', 'different', 0, '', p.id, 1794816000000000 from octad.person p where p.login = 'wang';
)";

constexpr const char* kStates = R"(
insert into octad.assignment (complaint_id, problem_id, department_id, disciplines, question, due_on, state, refusal, bounces, asked_by, asked_at, complaint_number, customer_name, part_number, failure, row_version)
  select @one, @p1, d.id, 'D4,D5', 'x', '2026-12-01', 'asked', '', 0, p.id, 1794816000000000, '', '', '', '', 1
  from octad.department d, octad.person p where d.code = 'TE' and p.login = 'wang';
insert into octad.assignment (complaint_id, problem_id, department_id, disciplines, question, due_on, state, refusal, bounces, asked_by, asked_at, complaint_number, customer_name, part_number, failure, row_version)
  select @two, @p2, d.id, 'D4', 'x', '2026-12-01', 'asked', '', 0, p.id, 1794816000000000, '', '', '', '', 1
  from octad.department d, octad.person p where d.code = 'SQE' and p.login = 'wang';
insert into octad.extension_request (complaint_id, assignment_id, from_day, wanted_day, reason, requested_by, requested_at, state, ruling, ruled_by, ruled_at)
  select complaint_id, id, '2026-12-01', '2026-12-05', 'x', asked_by, 1794816000000000, 'asked', '', null, null from octad.assignment where complaint_id in (@one, @two);
insert into octad.read_across (problem_id, kind, subject, owner, department_id, due_on, answered_on, answer)
  select @p3, 'line', 'asked', '', id, null, null, '' from octad.department where code = 'PIE';
update octad.complaint set customer_id = 2, row_version = row_version + 1 where id = @two;
update octad.complaint set state = 'handling', row_version = row_version + 1 where id in (@one, @two, @three);
update octad.complaint set state = 'closing', row_version = row_version + 1 where id = @three;
update octad.complaint set state = 'closed', closed_at = 1794816000000000, row_version = row_version + 1 where id = @three;
)";

std::string replaced(std::string text, const std::string& mark, const std::string& value) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
    text.replace(at, mark.size(), value);
  return text;
}

void shell(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

/// The statements of an attempt, which ";; " separates.
std::vector<std::string_view> stepsOf(std::string_view sql) {
  constexpr std::string_view kMark = ";; ";
  std::vector<std::string_view> steps;
  for (std::size_t at = sql.find(kMark); at != std::string_view::npos; at = sql.find(kMark)) {
    steps.push_back(sql.substr(0, at));
    sql.remove_prefix(at + kMark.size());
  }
  steps.push_back(sql);
  return steps;
}

/// "done", "none", "denied" …: see RightsPlace::attempt.
std::string outcomeOf(const soci::postgresql_soci_error& error) {
  const std::string text = error.what();
  if (error.sqlstate() != "42501") return error.sqlstate();
  if (text.find("row-level security") != std::string::npos) return "policy";
  return text.find("octad:") != std::string::npos ? "rights" : "denied";
}

}  // namespace

RightsPlace::RightsPlace(Origin origin) : m_name(std::string("rights_") + nameOf(origin)) {
  PrivatePostgres& server = PrivatePostgres::instance();
  server.administer("create database " + m_name);
  const db::DatabaseUrl url(server.url(m_name));
  if (origin == Origin::restored) {
    place(Origin::fresh).texts("select 1");
    const std::string source = server.url("rights_fresh");
    shell("/usr/lib/postgresql/15/bin/pg_dump -Fc '" + source +
          "' | /usr/lib/postgresql/15/bin/pg_restore -d '" + server.url(m_name) + "'");
    db::Database database(url, {});
    db::runAsAdministrator(database, db::grantScript());
  } else {
    if (origin == Origin::upgraded) {
      db::Database database(url, {});
      db::migrateTo(database, kOldSchema);
    }
    const auto store = db::openStore(url, {.create = true, .migrate = true});
    support::seed(*store, support::FakeClock().now());
    model::Change change;
    change.actor.name = "Octad";
    change.useCase = "setup";
    change.occurredAt = support::FakeClock().now();
    const auto unit = store->begin(change);
    addPeople(*unit);
    for (int i = 0; i < 3; ++i) {
      model::Problem problem;
      problem.uuid = model::newUuid();
      unit->createProblem(problem);
      model::Complaint complaint;
      complaint.uuid = model::newUuid();
      complaint.problemId = problem.id;
      complaint.customerId = model::CustomerId(1);
      complaint.receivedAt = change.occurredAt;
      complaint.noticeMonth = "2026-11";
      complaint.title = "输出电压偏低";
      complaint.ownerId = model::PersonId(2);
      unit->createComplaint(complaint);
      model::ComplaintItem item;
      item.complaintId = complaint.id;
      item.partId = model::PartId(1);
      item.failure = "输出电压偏低";
      item.quantityDefective = 5;
      item.quantityDelivered = 1000;
      model::Row row = item;
      unit->insert(row);
    }
    unit->commit("");
    support::installTeam(m_name);
  }
  m_values["@origin"] = nameOf(origin);
  const std::vector<std::string> marks{"@one", "@two", "@three"};
  const std::vector<std::string> cases = texts("select id::text from octad.complaint c order by c.id");
  const std::vector<std::string> problems =
      texts("select problem_id::text from octad.complaint c order by c.id");
  for (std::size_t i = 0; i < marks.size(); ++i) {
    m_values[marks[i]] = cases.at(i);
    m_values["@p" + std::to_string(i + 1)] = problems.at(i);
  }
  const std::vector<std::string> logins = texts("select login from octad.person p order by p.id");
  const std::vector<std::string> people = texts("select id::text from octad.person p order by p.id");
  for (std::size_t i = 0; i < logins.size(); ++i) m_values["@person(" + logins[i] + ")"] = people[i];
  if (origin == Origin::restored) return;
  std::string script = kRows;
  for (const std::string& id : cases) script += replaced(kCaseRows, "@", id);
  db::Database database(url, {});
  db::runAsAdministrator(database,
                         "set local octad.reason = 'made for the test';" + script + filled(kStates));
}

db::Database& RightsPlace::connection(const std::string& login) {
  auto& database = m_connections[login];
  if (!database) {
    db::DatabaseOptions options;
    options.postgresSessions = 1;
    database = std::make_unique<db::Database>(
        db::DatabaseUrl(login == kAdministrator ? PrivatePostgres::instance().url(m_name)
                                                : support::urlAs(m_name, login)),
        options);
    database->learnRights();  // as every opened store does
  }
  return *database;
}

std::string RightsPlace::filled(std::string sql) const {
  for (const auto& [mark, value] : m_values) sql = replaced(std::move(sql), mark, value);
  return sql;
}

std::string RightsPlace::attempt(const std::string& login, const std::string& sql) {
  db::Database& database = connection(login);
  const db::Lease lease = database.writer();
  const db::Dialect& dialect = database.dialect();
  std::string outcome;
  try {
    std::vector<db::Command> commands{
        {"begin", {}, {}},
        {"select set_config('octad.actor', 'test', true), set_config('octad.use_case', 'test', true),"
         " set_config('client_min_messages', 'error', true)",
         {},
         {}}};
    std::string_view last;
    for (const std::string_view step : stepsOf(sql)) {
      commands.push_back({filled(std::string(step)), {}, {}});
      last = step;
    }
    const auto answers = dialect.runBatch(lease.session(), commands);
    const db::Answer& answer = answers.back();
    const bool nothing = answer.rows.empty() && answer.changed == 0;
    const bool rowwise = last.starts_with("select") || last.starts_with("update") ||
                         last.starts_with("delete") || last.starts_with("insert");
    outcome = nothing && rowwise ? "none" : "done";
  } catch (const soci::postgresql_soci_error& error) {
    outcome = outcomeOf(error);
  }
  dialect.runBatch(lease.session(), {{"rollback", {}, {}}});
  return outcome;
}

model::AuditReport RightsPlace::verify(const std::string& login, int number) {
  const std::vector<std::string> marks{"@one", "@two", "@three"};
  db::Database& database = connection(login);
  const db::Lease lease = database.reader();
  return db::verifyAudit(
      lease.session(), database.dialect(),
      model::ComplaintId(std::stoll(m_values.at(marks.at(static_cast<std::size_t>(number) - 1)))));
}

std::vector<std::string> RightsPlace::compared(const std::string& login) {
  model::ComparedQuery query;
  for (const char* mark : {"@one", "@two", "@three"})
    query.alsoIds.emplace_back(std::stoll(m_values.at(mark)));
  query.words = {"焊点"};
  std::vector<std::string> numbers;
  const auto reader = db::makeReader(connection(login));
  for (const auto& other : reader->family().casesToCompare(query)) numbers.push_back(other.number);
  return numbers;
}

std::size_t RightsPlace::lessons(const std::string& login) {
  return db::makeReader(connection(login))->family().lessons(true).size();
}

std::vector<std::string> RightsPlace::texts(const std::string& sql) {
  db::Database& database = connection(kAdministrator);
  const db::Lease lease = database.reader();
  std::vector<std::string> out;
  const auto answers = database.dialect().runBatch(lease.session(), {{sql, {}, {}}});
  for (const auto& row : answers.at(0).rows) out.push_back(row.at(0).value_or(""));
  return out;
}

const char* nameOf(Origin origin) {
  switch (origin) {
    case Origin::fresh:
      return "fresh";
    case Origin::upgraded:
      return "upgraded";
    case Origin::restored:
      break;
  }
  return "restored";
}

RightsPlace& place(Origin origin) {
  static std::map<Origin, std::unique_ptr<RightsPlace>> places;
  auto& made = places[origin];
  if (!made) made = std::make_unique<RightsPlace>(origin);
  return *made;
}

}  // namespace octad::rights
