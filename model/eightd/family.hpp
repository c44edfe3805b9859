#pragma once

#include <optional>
#include <string>

#include "model/core/describe.hpp"
#include "model/core/enum_keys.hpp"
#include "model/core/ids.hpp"
#include "model/core/time.hpp"

// What ties a problem to other cases: similar ones, later ones, other customers, and what was learned.
namespace octad::model {

/// What a similar case is to this one.
enum class SimilarVerdict { sameProblem, recurrence, different };

template <>
struct EnumKeys<SimilarVerdict> {
  static constexpr std::array entries{
      EnumEntry<SimilarVerdict>{SimilarVerdict::sameProblem, "same_problem",
                                tr("Same problem: one 8D serves both")},
      EnumEntry<SimilarVerdict>{SimilarVerdict::recurrence, "recurrence", tr("Recurrence")},
      EnumEntry<SimilarVerdict>{SimilarVerdict::different, "different", tr("Another problem")},
  };
};

/// The recorded decision on one similar case; append-only, the newest of each pair counts. Without another
/// case it says that none of those shown is the same: the problem is new.
struct SimilarDecision {
  RowId id;
  ComplaintId complaintId;
  std::optional<ComplaintId> otherId;
  std::string otherNumber;
  SimilarVerdict verdict = SimilarVerdict::different;
  int score = 0;  ///< percent, as shown when it was decided
  std::string reason;
  PersonId decidedBy;
  Instant decidedAt;

  static constexpr auto describe() {
    return members(
        member("id", &SimilarDecision::id), member("complaint_id", &SimilarDecision::complaintId),
        member("other_id", &SimilarDecision::otherId), member("other_number", &SimilarDecision::otherNumber),
        member("verdict", &SimilarDecision::verdict), member("score", &SimilarDecision::score),
        member("reason", &SimilarDecision::reason), member("decided_by", &SimilarDecision::decidedBy),
        member("decided_at", &SimilarDecision::decidedAt));
  }
};

/// What a later complaint about the same part and failure says about the effect of the actions.
enum class ChallengeKind { challenged, earlierBuild, unknownBuild };

template <>
struct EnumKeys<ChallengeKind> {
  static constexpr std::array entries{
      EnumEntry<ChallengeKind>{ChallengeKind::challenged, "challenged",
                               tr("Built after the clean point: the effect is challenged")},
      EnumEntry<ChallengeKind>{ChallengeKind::earlierBuild, "earlier_build",
                               tr("Built before the clean point: belongs to this 8D")},
      EnumEntry<ChallengeKind>{ChallengeKind::unknownBuild, "unknown_build",
                               tr("Build date unknown: the CQE decides")},
  };
};

enum class ChallengeRuling { upheld, dismissed };

template <>
struct EnumKeys<ChallengeRuling> {
  static constexpr std::array entries{
      EnumEntry<ChallengeRuling>{ChallengeRuling::upheld, "upheld", tr("The effect failed")},
      EnumEntry<ChallengeRuling>{ChallengeRuling::dismissed, "dismissed", tr("The effect holds")},
  };
};

/// A later complaint held against the effect of a problem's actions, and the CQE's ruling.
struct EffectChallenge {
  ChallengeId id;
  ProblemId problemId;
  ComplaintId laterId;      ///< the later case
  std::string laterNumber;  ///< its number
  ChallengeKind kind = ChallengeKind::unknownBuild;
  std::optional<Date> builtOn;
  Instant raisedAt;
  std::optional<ChallengeRuling> ruling;
  std::string reason;
  std::optional<PersonId> ruledBy;
  std::optional<Instant> ruledAt;

  static constexpr auto describe() {
    return members(
        member("id", &EffectChallenge::id), member("problem_id", &EffectChallenge::problemId),
        member("later_id", &EffectChallenge::laterId), member("later_number", &EffectChallenge::laterNumber),
        member("kind", &EffectChallenge::kind), member("built_on", &EffectChallenge::builtOn),
        member("raised_at", &EffectChallenge::raisedAt), member("ruling", &EffectChallenge::ruling),
        member("reason", &EffectChallenge::reason), member("ruled_by", &EffectChallenge::ruledBy),
        member("ruled_at", &EffectChallenge::ruledAt));
  }
};

enum class NotifyDecision { open, notify, notNeeded };

template <>
struct EnumKeys<NotifyDecision> {
  static constexpr std::array entries{
      EnumEntry<NotifyDecision>{NotifyDecision::open, "open", tr("Not decided")},
      EnumEntry<NotifyDecision>{NotifyDecision::notify, "notify", tr("To be notified")},
      EnumEntry<NotifyDecision>{NotifyDecision::notNeeded, "not_needed", tr("Need not be notified")},
  };
};

/// Another customer who received suspect lots, and whether he is told.
struct OtherCustomer {
  RowId id;
  ProblemId problemId;
  CustomerId customerId;
  std::string customerName;
  std::string lots;
  std::optional<long long> quantity;  ///< suspect pieces delivered, as far as known
  NotifyDecision decision = NotifyDecision::open;
  std::string reason;  ///< why not
  std::optional<Date> notifiedOn;
  std::optional<PersonId> decidedBy;
  std::optional<Instant> decidedAt;

  static constexpr auto describe() {
    return members(
        member("id", &OtherCustomer::id), member("problem_id", &OtherCustomer::problemId),
        member("customer_id", &OtherCustomer::customerId),
        member("customer_name", &OtherCustomer::customerName), member("lots", &OtherCustomer::lots),
        member("quantity", &OtherCustomer::quantity), member("decision", &OtherCustomer::decision),
        member("reason", &OtherCustomer::reason), member("notified_on", &OtherCustomer::notifiedOn),
        member("decided_by", &OtherCustomer::decidedBy), member("decided_at", &OtherCustomer::decidedAt));
  }
};

/// A known failure: what one problem taught, kept where the next complaint will be compared with it. Says
/// nothing about the customer: every department reads it.
struct Lesson {
  LessonId id;
  ProblemId problemId;  ///< one lesson a problem
  std::string partFamily;
  std::string failure;
  std::string symptom;
  std::string cause;
  std::string action;
  std::string proof;
  std::string keywords;
  bool withdrawn = false;
  PersonId publishedBy;
  Instant publishedAt;

  static constexpr auto describe() {
    return members(member("id", &Lesson::id), member("problem_id", &Lesson::problemId),
                   member("part_family", &Lesson::partFamily), member("failure", &Lesson::failure),
                   member("symptom", &Lesson::symptom), member("cause", &Lesson::cause),
                   member("action", &Lesson::action), member("proof", &Lesson::proof),
                   member("keywords", &Lesson::keywords), member("withdrawn", &Lesson::withdrawn),
                   member("published_by", &Lesson::publishedBy),
                   member("published_at", &Lesson::publishedAt));
  }
};

}  // namespace octad::model
