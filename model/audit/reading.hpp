#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/audit/trail.hpp"
#include "model/cases/complaint.hpp"
#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

namespace octad::model {

/// What an auditor did with the records.
enum class ReadingKind { opened, sampled, exported };

template <>
struct EnumKeys<ReadingKind> {
  static constexpr std::array entries{
      EnumEntry<ReadingKind>{ReadingKind::opened, "opened", tr("Case opened")},
      EnumEntry<ReadingKind>{ReadingKind::sampled, "sampled", tr("Sample drawn")},
      EnumEntry<ReadingKind>{ReadingKind::exported, "exported", tr("Package exported")},
  };
};

/// One reading of the records that is itself on record. Append-only.
struct Reading {
  RowId id;
  std::optional<ComplaintId> complaintId;  ///< none: of a sample
  PersonId personId;
  ReadingKind kind = ReadingKind::opened;
  std::string note;  ///< what was asked for, such as the terms of a sample
  Instant at;        ///< the server's time

  static constexpr auto describe() {
    return members(member("id", &Reading::id), member("complaint_id", &Reading::complaintId),
                   member("person_id", &Reading::personId), member("kind", &Reading::kind),
                   member("note", &Reading::note), member("at", &Reading::at));
  }
};

/// A reading as it is shown.
struct ReadingLine {
  Instant at;
  std::string person;
  ReadingKind kind = ReadingKind::opened;
  std::string number;  ///< of the case; empty for a sample
  std::string note;

  static constexpr auto describe() {
    return members(member("at", &ReadingLine::at), member("person", &ReadingLine::person),
                   member("kind", &ReadingLine::kind), member("number", &ReadingLine::number),
                   member("note", &ReadingLine::note));
  }
};

/// A closed case that is left out of the counts because it was solved so fast.
struct UncountedCase {
  std::string number;
  std::string customerName;
  SeverityClass severity = SeverityClass::other;
  Instant noticeAt;
  Instant solvedAt;        ///< its closing was asked for
  std::string policyName;  ///< whose rule leaves it out
  int policyRevision = 0;
  Message className;  ///< what that revision calls its class; empty: as usual. No column

  static constexpr auto describe() {
    return members(member("number", &UncountedCase::number), member("customer", &UncountedCase::customerName),
                   member("class", &UncountedCase::severity), member("notice_at", &UncountedCase::noticeAt),
                   member("solved_at", &UncountedCase::solvedAt),
                   member("policy", &UncountedCase::policyName),
                   member("revision", &UncountedCase::policyRevision));
  }
};

/// How far checkpoints cover the chains of one case and its problem.
struct CaseProof {
  AuditHead complaint;  ///< the newest event of the case's chain
  AuditHead problem;
  long long checkpoint = 0;  ///< the newest one that binds either chain; 0: none does
  Instant checkpointAt;
  std::string root;
  long long eventsAfter = 0;  ///< events of both chains that no checkpoint binds yet
};

/// A case by its number, as far as drawing a sample needs it.
struct NumberedCase {
  ComplaintId id;
  std::string number;

  static constexpr auto describe() {
    return members(member("id", &NumberedCase::id), member("number", &NumberedCase::number));
  }
};

}  // namespace octad::model
