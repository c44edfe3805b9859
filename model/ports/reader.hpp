#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/access/deputies.hpp"
#include "model/access/people.hpp"
#include "model/audit/trail.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/core/zone.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// What the site has decided about days, zone and house rules.
struct SiteFacts {
  std::string zone;  ///< setting "zone"; empty when not set
  std::vector<CalendarDay> calendar;
  std::string policyName;  ///< setting "policy": the house rules in force
  std::string workHours;   ///< setting "work_hours": "08:00-12:00,13:30-17:30"; empty when not set
  std::vector<Policy> policies;
};

class AuditReader;
class FamilyReader;
class ReturnReader;
struct WatchedProblem;
struct JudgedCase;
struct PeopleQuery;
struct WorkItem;
struct WorkList;
struct WorkQuery;

/// Reading, for lists, pages, reports and gates. Each call is its own short read; none leaves a transaction
/// open.
class Reader {
 public:
  virtual ~Reader() = default;

  // Cases
  virtual CasePage casePage(const CaseFilter& filter, const CaseSort& sort, int limit,
                            const std::optional<CaseKeyset>& after) = 0;
  /// Ids of the whole filter in order, the first `limit` (50,000 in windows), for scroll bars and jumps.
  virtual std::vector<ComplaintId> caseIds(const CaseFilter& filter, const CaseSort& sort, int limit) = 0;
  virtual std::vector<CaseRow> caseRows(const std::vector<ComplaintId>& ids) = 0;
  virtual long long caseCount(const CaseFilter& filter) = 0;
  /// By number C26-00001, or by the external number of imported history.
  virtual std::optional<ComplaintId> findCase(const std::string& number) = 0;
  /// The newest case that was registered from the mail with this Message-ID.
  virtual std::optional<ComplaintId> caseOfMail(const std::string& messageId) = 0;
  /// Throws NotFound.
  virtual CaseFile openCase(ComplaintId id) = 0;
  virtual std::vector<HistoryEvent> history(ComplaintId id) = 0;
  /// Cases of the same customer, part and failure noticed since `since`: likely duplicates while typing.
  virtual std::vector<CaseRow> similarCases(CustomerId customer, PartId part, const std::string& failure,
                                            Instant since) = 0;
  /// Problems with the same key as an item of a complaint, part or part family and failure, whose actions are
  /// done or proven and whose clean point has a date.
  virtual std::vector<WatchedProblem> watchedProblems(const ComplaintItem& item) = 0;
  /// What a later case says about the effect in other problems.
  virtual std::vector<EffectChallenge> challengesBy(ComplaintId later) = 0;
  /// Assignments of a department that are not finished, soonest due first.
  virtual std::vector<Assignment> assignments(DepartmentId department, bool openOnly) = 0;

  /// What waits for a person and what the person waits for, in no order.
  virtual WorkList work(const WorkQuery& query) = 0;
  /// What waits for the people somebody looks after, as far as the login may see it, in no order.
  virtual std::vector<WorkItem> peopleWork(const PeopleQuery& query) = 0;

  /// Returned goods and the stock sweeps that the warehouse counts.
  virtual ReturnReader& returns() = 0;

  /// Similar cases, other customers, lessons.
  virtual FamilyReader& family() = 0;

  /// What auditors look at.
  virtual AuditReader& audit() = 0;

  // Master data and settings
  virtual std::vector<Department> departments() = 0;
  virtual std::vector<Person> people() = 0;
  virtual std::vector<Deputy> deputies() = 0;
  /// Which customers are entrusted to whom, as far as the login may know.
  virtual std::vector<Account> accounts() = 0;
  /// Names containing `text`, for choosers; all when it is empty; at most `limit`.
  virtual std::vector<Customer> customers(const std::string& text, int limit) = 0;
  virtual std::vector<Part> parts(const std::string& text, int limit) = 0;
  virtual std::vector<Defect> defects() = 0;
  virtual std::vector<CalendarDay> calendar() = 0;
  virtual std::vector<Campaign> campaigns() = 0;
  virtual std::vector<Policy> policies() = 0;
  /// All that a change looks up about the site, in one look.
  virtual SiteFacts site() = 0;
  virtual Policy policy(const std::string& name, int revision) = 0;
  /// The newest closed cases as far as a policy looks at them, to try another one out on; at most `limit`.
  virtual std::vector<JudgedCase> judgedCases(int limit) = 0;
  /// A setting of the site: "zone", "policy", "currency", "company", "company_en"; empty when not set.
  virtual std::string setting(const std::string& key) = 0;
  virtual std::optional<long long> shipped(CustomerId customer, PartId part, const std::string& month) = 0;
  virtual std::vector<Shipment> shipments(const std::string& fromMonth, const std::string& toMonth) = 0;
  virtual std::vector<SavedView> savedViews(PersonId person) = 0;

  // Files
  /// The bytes of an attachment, in chunks of at most 1 MiB.
  virtual void readAttachment(AttachmentId id, const std::function<void(std::string_view)>& chunk) = 0;
  virtual std::optional<ImportedFile> importedFile(const std::string& sha256) = 0;
  virtual std::vector<ImportedLine> importedLines() = 0;

  // Metrics and audit
  /// The newest hash of the case's audit chain, printed on its documents.
  virtual std::string recordHash(ComplaintId id) = 0;
  virtual CountTable counts(const std::vector<Dimension>& dimensions, const std::string& fromMonth,
                            const std::string& toMonth) = 0;
  /// The whole audit trail as it is at one moment.
  virtual void readTrail(const TrailVisitor& visitor) = 0;
  /// Checks every chain (or one case's chains): hashes, links, gaps, heads, checkpoints, and that the live
  /// rows are what the trail says.
  virtual AuditReport verifyAudit(std::optional<ComplaintId> only) = 0;
};

}  // namespace octad::model
