#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "model/access/deputies.hpp"
#include "model/access/people.hpp"
#include "model/audit/reading.hpp"
#include "model/audit/trail.hpp"
#include "model/cases/case_file.hpp"
#include "model/cases/queries.hpp"
#include "model/policy/policy.hpp"

namespace octad::model {

/// Any record that is written as one row. Which table it goes to is the database's business.
using Row =
    std::variant<ComplaintItem, Decision, Reply, CaseClock, ClockPause, ClockExtension, FollowUp, Campaign,
                 Sample, SampleCustody, SampleConsent, ReturnHandOver, Closing, Attachment, Assignment,
                 Problem, Discipline, TeamMember, Fact, IsNot, SweepRow, SweepCount, Cause, WhyStep,
                 ActionCandidate, Action, Verification, DocumentChange, ReadAcross, Submission, Review,
                 AnswerConfirmation, AcceptedWeakness, Assessment, EffectChallenge, OtherCustomer, Lesson,
                 PictureMark, ExtensionRequest, SimilarDecision, Department, Person, Deputy, Account,
                 Customer, Part, Defect, Shipment, CalendarDay, SavedView, ImportedFile, ImportedLine>;

/// Who changes what, and why; goes into every audit event of the change.
struct Change {
  Actor actor;
  std::string useCase;  ///< short key: register, accept, assign, submit, review, reply, close …
  std::string reason;
  Instant occurredAt;       ///< from the clock port; feeds clocks and counts
  std::string requestId;    ///< UUID made when the form opened; empty: not repeatable
  std::string fingerprint;  ///< unambiguous text of the command (core/fingerprint.hpp): the same id with
                            ///< another one is refused
};

class ReturnRows;
class NoticeRows;

/// One transaction. Rolls back unless committed. Locks the aggregate's root first (design 11, transactions).
class UnitOfWork {
 public:
  virtual ~UnitOfWork() = default;

  /// The result of the earlier, committed request with the same id; then there is nothing to do.
  /// Throws Refused("request-reused") when that request had another payload or person.
  virtual std::optional<std::string> replayed() = 0;

  /// Locks the case (and its problem) and reads it whole. `expectedVersion` 0: do not check; otherwise
  /// Conflict when it moved on.
  virtual CaseFile lockCase(ComplaintId id, long long expectedVersion = 0) = 0;

  // Named operations of the dialect (design 11, write path)
  /// Stores a new case; gives id, number (without gaps, per year of the notice in the site's zone) and row
  /// version.
  virtual void createComplaint(Complaint& complaint) = 0;
  /// Stores a new problem with its nine disciplines; gives ids and number.
  virtual void createProblem(Problem& problem) = 0;
  /// Moves the case to another state by the transition table; the row version goes up by one.
  virtual void moveComplaint(Complaint& complaint, CaseState to, const std::string& reason) = 0;

  // Plain rows
  /// Writes the head except number and state; Conflict when its row version is not the stored one; raises it
  /// by one.
  virtual void updateComplaint(Complaint& complaint) = 0;
  /// Sets the id.
  virtual void insert(Row& row) = 0;
  /// Rows with a row version: Conflict when it is not the stored one; raises it.
  virtual void update(Row& row) = 0;
  /// Working rows only (team, facts, causes, steps, actions, document changes, saved views); the audit trail
  /// keeps them.
  virtual void remove(const Row& row) = 0;

  /// Returned goods, in the same transaction.
  virtual ReturnRows& returns() = 0;
  /// Notices of the inboxes, in the same transaction.
  virtual NoticeRows& notices() = 0;

  virtual void storePolicy(const Policy& policy) = 0;
  virtual void setSetting(const std::string& key, const std::string& value) = 0;
  /// Freezes what is submitted or sent: returns canonical JSON of the whole file's customer-relevant content
  /// and its SHA-256.
  virtual std::pair<std::string, std::string> freeze(const CaseFile& file,
                                                     std::optional<DisciplineCode> only) = 0;
  /// Stores bytes once by SHA-256 (lower-case hex), in chunks of at most 1 MiB; returns true when they were
  /// there already.
  virtual bool hasContent(const std::string& sha256) = 0;
  virtual void storeChunk(const std::string& sha256, int position, std::string_view bytes) = 0;

  /// Binds every chain of the audit trail that moved since the checkpoint before; no heads: nothing moved,
  /// and nothing is stored.
  virtual Checkpoint takeCheckpoint() = 0;

  /// Puts on record that somebody read; gives it key and time.
  virtual void noteReading(Reading& reading) = 0;

  /// Ends the transaction; `result` is what `replayed` returns should the same request come again.
  virtual void commit(const std::string& result) = 0;
};

class Login;
class Reader;
class NoticeReader;
class ChangeFeed;
class Presence;
class Signer;

/// The door to one database.
class Store {
 public:
  virtual ~Store() = default;
  virtual std::unique_ptr<UnitOfWork> begin(const Change& change) = 0;
  virtual Reader& reader() = 0;
  /// From now on the login acts for this department, in which it is somebody's deputy today; none: for its
  /// own. A server with logins looks at that itself; where there is none, the use cases do.
  virtual void actFor(std::optional<DepartmentId> department) = 0;
  virtual Login& login() = 0;
  virtual NoticeReader& notices() = 0;
  virtual Signer& signer() = 0;
  virtual Presence& presence() = 0;
  /// A new feed of what changes from now on. Throws ConnectionLost.
  virtual std::unique_ptr<ChangeFeed> changes() = 0;
};

}  // namespace octad::model
