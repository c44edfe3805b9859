#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cases/complaint.hpp"

namespace octad::model {

/// What a list shows. Empty members do not filter.
struct CaseFilter {
  std::vector<CaseState> states;
  bool openOnly = false;  ///< neither closed, archived nor cancelled
  std::optional<SeverityClass> severity;
  std::optional<CustomerId> customerId;
  std::optional<DepartmentId> departmentId;  ///< responsible, or asked and not finished
  std::optional<PersonId> ownerId;
  std::optional<CampaignId> campaignId;
  bool overdue = false;  ///< dueAt before `now`
  Instant now;
  std::string text;        ///< from two characters on
  std::string noticeFrom;  ///< YYYY-MM, inclusive
  std::string noticeTo;
  bool excludedBySpeed = false;  ///< only cases not counted because they were solved so fast (X-16)

  static constexpr auto describe() {
    return members(member("states", &CaseFilter::states), member("open_only", &CaseFilter::openOnly),
                   member("severity", &CaseFilter::severity), member("customer_id", &CaseFilter::customerId),
                   member("department_id", &CaseFilter::departmentId),
                   member("owner_id", &CaseFilter::ownerId), member("campaign_id", &CaseFilter::campaignId),
                   member("overdue", &CaseFilter::overdue), member("text", &CaseFilter::text),
                   member("notice_from", &CaseFilter::noticeFrom), member("notice_to", &CaseFilter::noticeTo),
                   member("excluded_by_speed", &CaseFilter::excludedBySpeed));
  }
};

enum class CaseColumn { number, receivedAt, customer, part, failure, severity, state, turn, dueAt };

template <>
struct EnumKeys<CaseColumn> {
  static constexpr std::array entries{
      EnumEntry<CaseColumn>{CaseColumn::number, "number", tr("No.")},
      EnumEntry<CaseColumn>{CaseColumn::receivedAt, "received_at", tr("Received")},
      EnumEntry<CaseColumn>{CaseColumn::customer, "customer", tr("Customer")},
      EnumEntry<CaseColumn>{CaseColumn::part, "part", tr("Part")},
      EnumEntry<CaseColumn>{CaseColumn::failure, "failure", tr("Failure")},
      EnumEntry<CaseColumn>{CaseColumn::severity, "class", tr("Complaint class")},
      EnumEntry<CaseColumn>{CaseColumn::state, "state", tr("State")},
      EnumEntry<CaseColumn>{CaseColumn::turn, "turn", tr("Turn")},
      EnumEntry<CaseColumn>{CaseColumn::dueAt, "due", tr("Due")},
  };
};

struct CaseSort {
  CaseColumn column = CaseColumn::receivedAt;
  bool descending = true;

  static constexpr auto describe() {
    return members(member("column", &CaseSort::column), member("descending", &CaseSort::descending));
  }
};

/// One line of the list.
struct CaseRow {
  ComplaintId id;
  std::string number;
  std::string externalNumber;
  Instant receivedAt;
  std::string customerName;
  std::string partNumber;
  std::string failure;
  std::string title;
  SeverityClass severity = SeverityClass::other;
  bool severityProvisional = false;
  CaseState state = CaseState::registered;
  Acceptance acceptance = Acceptance::undecided;
  std::string phase;
  Turn turn = Turn::cqe;
  std::string turnName;
  std::optional<Instant> dueAt;
  std::string dueName;
  std::string ownerName;
  std::string departmentCode;
  std::optional<Instant> closedAt;
  long long rowVersion = 0;
  std::string policyName;  ///< the revision it was judged by
  int policyRevision = 0;
  Message className;  ///< what that revision calls its class; empty: as usual. No column

  static constexpr auto describe() {
    return members(member("id", &CaseRow::id), member("number", &CaseRow::number),
                   member("external_number", &CaseRow::externalNumber),
                   member("received_at", &CaseRow::receivedAt), member("customer", &CaseRow::customerName),
                   member("part", &CaseRow::partNumber), member("failure", &CaseRow::failure),
                   member("title", &CaseRow::title), member("severity", &CaseRow::severity),
                   member("severity_provisional", &CaseRow::severityProvisional),
                   member("state", &CaseRow::state), member("acceptance", &CaseRow::acceptance),
                   member("phase", &CaseRow::phase), member("turn", &CaseRow::turn),
                   member("turn_name", &CaseRow::turnName), member("due_at", &CaseRow::dueAt),
                   member("due_name", &CaseRow::dueName), member("owner", &CaseRow::ownerName),
                   member("department", &CaseRow::departmentCode), member("closed_at", &CaseRow::closedAt),
                   member("row_version", &CaseRow::rowVersion), member("policy_name", &CaseRow::policyName),
                   member("policy_revision", &CaseRow::policyRevision));
  }
};

/// Where the next page begins: the sort value and id of the last row of the page before.
struct CaseKeyset {
  std::string value;
  ComplaintId id;
};

struct CasePage {
  std::vector<CaseRow> rows;
  std::optional<CaseKeyset> next;  ///< none on the last page
};

/// One change in the history of a case, as the audit trail has it.
struct HistoryEvent {
  std::string chain;  ///< uuid of the aggregate
  long long seq = 0;
  Instant recordedAt;     ///< server's time
  std::string login;      ///< vouched for by server or operating system
  std::string actor;      ///< the person acting
  std::string operation;  ///< INSERT, UPDATE, DELETE
  std::string table;
  std::string key;
  std::string useCase;  ///< what was done, e.g. "accept"
  std::string reason;
  std::string oldValues;  ///< JSON text of the changed columns
  std::string newValues;

  static constexpr auto describe() {
    return members(member("chain", &HistoryEvent::chain), member("seq", &HistoryEvent::seq),
                   member("recorded_at", &HistoryEvent::recordedAt), member("login", &HistoryEvent::login),
                   member("actor", &HistoryEvent::actor), member("operation", &HistoryEvent::operation),
                   member("table", &HistoryEvent::table), member("key", &HistoryEvent::key),
                   member("use_case", &HistoryEvent::useCase), member("reason", &HistoryEvent::reason),
                   member("old", &HistoryEvent::oldValues), member("new", &HistoryEvent::newValues));
  }
};

/// A named filter of one person.
struct SavedView {
  RowId id;
  PersonId personId;
  std::string name;
  std::string filter;  ///< CaseFilter as JSON
  std::string sort;    ///< CaseSort as JSON

  static constexpr auto describe() {
    return members(member("id", &SavedView::id), member("person_id", &SavedView::personId),
                   member("name", &SavedView::name), member("filter", &SavedView::filter),
                   member("sort", &SavedView::sort));
  }
};

/// A file that was imported; the hash recognises it when it comes again.
struct ImportedFile {
  RowId id;
  std::string sha256;
  std::string name;
  std::string kind;
  long long rows = 0;
  PersonId importedBy;
  Instant importedAt;

  static constexpr auto describe() {
    return members(member("id", &ImportedFile::id), member("sha256", &ImportedFile::sha256),
                   member("name", &ImportedFile::name), member("kind", &ImportedFile::kind),
                   member("rows", &ImportedFile::rows), member("imported_by", &ImportedFile::importedBy),
                   member("imported_at", &ImportedFile::importedAt));
  }
};

/// Which line of which file a case came from, to tell "same" from "conflict" when the number comes again.
struct ImportedLine {
  RowId id;
  std::string externalNumber;
  std::string fingerprint;  ///< SHA-256 of the line's canonical content
  ComplaintId complaintId;

  static constexpr auto describe() {
    return members(member("id", &ImportedLine::id), member("external_number", &ImportedLine::externalNumber),
                   member("fingerprint", &ImportedLine::fingerprint),
                   member("complaint_id", &ImportedLine::complaintId));
  }
};

/// A broken place in the audit trail.
struct AuditFault {
  std::string chain;
  long long seq = 0;
  Message what;
};

struct AuditReport {
  long long chains = 0;
  long long events = 0;
  std::vector<AuditFault> faults;
};

}  // namespace octad::model
