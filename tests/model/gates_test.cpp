// Every gate: the complete case passes, and each thing taken away is missed under its own field.
#include "model/eightd/gates.hpp"

#include <functional>
#include <gtest/gtest.h>

#include "model/core/catalogue.hpp"
#include "tests/model/samples.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

using Edit = std::function<void(CaseFile&)>;

std::vector<std::string> sentences(const std::vector<MissingPoint>& points) {
  std::vector<std::string> out;
  for (const auto& point : points) out.push_back(point.field + ": " + Catalogue().sentence(point.text));
  return out;
}

/// What is missing in a discipline after an edit of the complete case.
std::vector<std::string> missing(DisciplineCode code, const Edit& edit) {
  CaseFile file = completeCase();
  edit(file);
  const auto points = missingFor(code, file);
  for (const auto& point : points) EXPECT_EQ(point.discipline, code);
  return sentences(points);
}

std::vector<std::string> missingAtEnd(const Edit& edit) {
  CaseFile file = completeCase();
  edit(file);
  return sentences(missingForClosing(file));
}

using Sentences = std::vector<std::string>;

void nothing(CaseFile&) {}

Discipline& discipline(CaseFile& file, DisciplineCode code) {
  return file.disciplines[static_cast<std::size_t>(code)];
}

}  // namespace

TEST(Gates, NothingIsMissingInTheCompleteCase) {
  for (const auto& entry : EnumKeys<DisciplineCode>::entries)
    EXPECT_EQ(missing(entry.value, nothing), Sentences{});
  EXPECT_EQ(missingAtEnd(nothing), Sentences{});
  EXPECT_EQ(sentences(missingNext(completeCase())), Sentences{});
}

TEST(Gates, WhereNothingIsMissingTheNextStepIsNamed) {
  CaseFile file = completeCase();
  const auto said = [&file] { return Catalogue().sentence(nothingMissingNext(file)); };
  EXPECT_EQ(said(), "Nothing is missing: the case can be closed.");
  for (auto& discipline : file.disciplines)
    if (discipline.code == DisciplineCode::d4) {
      discipline.state = DisciplineState::open;
      EXPECT_EQ(said(), "Nothing is missing in D4: submit it for approval.");
      discipline.state = DisciplineState::submitted;
      EXPECT_EQ(said(), "Nothing is missing in D4: it waits for its approval.");
      discipline.state = DisciplineState::rejected;
      EXPECT_EQ(said(), "Nothing is missing in D4: mend what was returned and submit it again.");
    }
  file.complaint.state = CaseState::closed;
  EXPECT_EQ(said(), "Nothing is open in this case.");
}

TEST(Gates, EverythingIsMissingInAnEmptyCase) {
  for (const auto& entry : EnumKeys<DisciplineCode>::entries) {
    EXPECT_FALSE(missingFor(entry.value, CaseFile()).empty()) << entry.key;
    CaseFile file;
    Discipline waived;
    waived.code = entry.value;
    waived.state = DisciplineState::notRequired;
    file.disciplines = {waived};
    EXPECT_TRUE(missingFor(entry.value, file).empty()) << entry.key;
  }
}

TEST(Gates, StrengthByClass) {
  EXPECT_EQ(gateStrength(SeverityClass::major), GateStrength::hard);
  EXPECT_EQ(gateStrength(SeverityClass::general), GateStrength::soft);
  EXPECT_EQ(gateStrength(SeverityClass::other), GateStrength::absent);
}

TEST(Gates, D0EmergencyResponse) {
  EXPECT_EQ(missing(DisciplineCode::d0, [](CaseFile& f) { discipline(f, DisciplineCode::d0).text.clear(); }),
            Sentences{"text: The emergency response, or why none is needed, is not written down."});
}

TEST(Gates, D1Team) {
  const auto d1 = DisciplineCode::d1;
  EXPECT_EQ(missing(d1, [](CaseFile& f) { f.team[0].role = TeamFunction::sponsor; }),
            Sentences{"team: The team has no leader."});
  EXPECT_EQ(missing(d1,
                    [](CaseFile& f) {
                      f.team[0].role = TeamFunction::sponsor;
                      f.problem.leaderId = PersonId(1);
                    }),
            Sentences{});
  const Sentences alone{"team: The team needs members of two departments or more."};
  EXPECT_EQ(missing(d1, [](CaseFile& f) { f.team.pop_back(); }), alone);
  EXPECT_EQ(missing(d1, [](CaseFile& f) { f.team[1].department = "cqe"; }), alone);
  EXPECT_EQ(missing(d1, [](CaseFile& f) { f.team[1].department.clear(); }), alone);
}

TEST(Gates, D2Description) {
  const auto d2 = DisciplineCode::d2;
  EXPECT_EQ(missing(d2, [](CaseFile& f) { f.complaint.statement.clear(); }), Sentences{});
  EXPECT_EQ(missing(d2,
                    [](CaseFile& f) {
                      f.complaint.statement.clear();
                      discipline(f, DisciplineCode::d2).text.clear();
                    }),
            Sentences{"statement: The problem is not stated in our own words."});
  for (std::size_t i = 0; i < 7; ++i) {
    const auto key = EnumKeys<Question>::entries[i];
    const bool needed = key.key == "what" || key.key == "where" || key.key == "when" || key.key == "how_many";
    const auto found = missing(d2, [i](CaseFile& f) { f.facts[i].answer.clear(); });
    if (!needed) {
      EXPECT_EQ(found, Sentences{});
    } else {
      EXPECT_EQ(found, Sentences{"facts." + std::string(key.key) + ": The question \"" + key.label +
                                 "\" is not answered."});
    }
  }
}

TEST(Gates, D3SweepIsAnsweredAndBalances) {
  const auto d3 = DisciplineCode::d3;
  const Sentences uncounted{
      "sweep.raw: Stock sweep, Raw material: enter what was counted, or why it does not "
      "apply."};
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.sweep.erase(f.sweep.begin()); }), uncounted);
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.sweep[0] = SweepRow(); }), uncounted);
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.sweep[0] = notSwept(SweepLocation::raw, "No stock"); }),
            Sentences{});
  EXPECT_EQ(
      missing(d3, [](CaseFile& f) { f.sweep[1].ok -= 4; }),
      Sentences{"sweep.wip: Stock sweep, Work in process: 4 of 100 suspect pieces are not sorted yet."});
  EXPECT_EQ(
      missing(d3, [](CaseFile& f) { f.sweep[1].ng += 2; }),
      Sentences{"sweep.wip: Stock sweep, Work in process: 2 pieces more are sorted than 100 suspect ones."});
  EXPECT_EQ(
      missing(d3, [](CaseFile& f) { f.sweep[4].riskAcceptedBy.clear(); }),
      Sentences{"sweep.customer: Stock sweep, At the customer: nobody accepted the risk of the 1 pieces out "
                "of reach."});
}

TEST(Gates, D3ContainmentIsProven) {
  const auto d3 = DisciplineCode::d3;
  const Sentences unproven{"actions: No containment action is done and proven to work."};
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.actions.erase(f.actions.begin()); }), unproven);
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.actions[0].doneOn.reset(); }), unproven);
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.actions[0].proof.clear(); }), unproven);
  EXPECT_EQ(missing(d3, [](CaseFile& f) { f.problem.cleanPoint.clear(); }),
            Sentences{"clean_point: The clean point (first lot or serial known good) is not named."});
}

TEST(Gates, D4CausesAreProven) {
  const auto d4 = DisciplineCode::d4;
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes[0].type = CauseType::sua; }),
            Sentences{"causes: No technical cause of occurrence is confirmed."});
  const Sentences noEscape{
      "causes: No technical cause of non-detection is confirmed, or excluded with proof."};
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes.pop_back(); }), noEscape);
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes[1].result = CauseResult::excluded; }), Sentences{});
  EXPECT_EQ(missing(d4,
                    [](CaseFile& f) {
                      f.causes[1].result = CauseResult::excluded;
                      f.causes[1].proof.clear();
                    }),
            noEscape);
  EXPECT_EQ(missing(d4,
                    [](CaseFile& f) {
                      f.causes.push_back(f.causes[0]);
                      f.causes.back().result = CauseResult::hypothesis;
                      f.causes.back().text = "Worn bit";
                    }),
            Sentences{"causes: Cause \"Worn bit\" is still a hypothesis: confirm or exclude it."});
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes[0].method.clear(); }),
            Sentences{"causes: Cause \"Torque set too low\": how it was verified is missing."});
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes[0].proof.clear(); }),
            Sentences{"causes: Cause \"Torque set too low\": the proof is missing."});
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.causes[0].verifiedOn.reset(); }),
            Sentences{"causes: Cause \"Torque set too low\": the date of the verification is missing."});
  EXPECT_EQ(missing(d4, [](CaseFile& f) { f.whySteps[0].answer.clear(); }),
            Sentences{"causes: Cause \"Torque set too low\" has no why-step."});
}

TEST(Gates, D5DoesNotGoBeforeD4) {
  const Sentences early{
      "actions: Action \"Torque limit in the screwdrive…\" rests on a cause that is not confirmed."};
  for (const auto result : {CauseResult::hypothesis, CauseResult::excluded})
    EXPECT_EQ(missing(DisciplineCode::d5, [result](CaseFile& f) { f.causes[0].result = result; }), early);
}

TEST(Gates, D8AContainmentIsLiftedInTheEnd) {
  EXPECT_EQ(
      missing(DisciplineCode::d8, [](CaseFile& f) { f.actions[0].liftedOn.reset(); }),
      Sentences{
          "containment: Containment \"100 % torque check\" is still in force: lift it when the corrective "
          "actions work."});
  EXPECT_EQ(missing(DisciplineCode::d8,
                    [](CaseFile& f) {
                      f.actions[0].liftedOn.reset();
                      f.actions[0].doneOn.reset();
                    }),
            Sentences{})
      << "what was never done is missed as such";
}

TEST(Gates, D5EveryConfirmedCauseHasAnAction) {
  const auto d5 = DisciplineCode::d5;
  const Sentences none{
      "actions: Cause \"Torque set too low\" has no corrective action with owner and due date."};
  EXPECT_EQ(missing(d5, [](CaseFile& f) { f.actions[1].causeId.reset(); }),
            (Sentences{none.front(),
                       "actions: Action \"Torque limit in the screwdrive…\" is directed at no cause: "
                       "choose one of D4."}));
  EXPECT_EQ(missing(d5, [](CaseFile& f) { f.actions[1].owner.clear(); }), none);
  EXPECT_EQ(missing(d5, [](CaseFile& f) { f.actions[1].dueOn.reset(); }), none);
  EXPECT_EQ(missing(d5, [](CaseFile& f) { f.actions[1].kind = ActionKind::preventive; }), none);
  EXPECT_EQ(missing(d5,
                    [](CaseFile& f) {
                      f.causes.clear();
                      f.actions.clear();
                    }),
            Sentences{"actions: There is no corrective action with owner and due date."});
}

TEST(Gates, D6ActionsAreDoneAndCheckedBySomeoneElse) {
  const auto d6 = DisciplineCode::d6;
  const std::string action = "actions: Action \"Torque limit in the screwdrive…\"";
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].doneOn.reset(); }),
            Sentences{action + " is not done."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].proof.clear(); }),
            Sentences{action + ": the proof is missing."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].effectiveness.reset(); }),
            Sentences{action + ": the effectiveness in percent is missing."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].effectivenessMethod.clear(); }),
            Sentences{action + ": how the effectiveness was found is missing."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].firstGoodLot.clear(); }),
            Sentences{action + ": the first good lot is missing."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].checkedBy.clear(); }),
            Sentences{action + " is not checked."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].checkedBy = "li wei"; }),
            Sentences{action + " is checked by its owner: somebody else has to."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].customerApproval = CustomerApproval::asked; }),
            Sentences{action + ": the customer's approval of the change (PCN, PPAP) is not granted."});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[1].customerApproval = CustomerApproval::granted; }),
            Sentences{});
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions[0].checkedBy.clear(); }),
            Sentences{});  // containment is D3's
  EXPECT_EQ(missing(d6, [](CaseFile& f) { f.actions.clear(); }),
            Sentences{"actions: There is no corrective action to implement."});
}

TEST(Gates, D7DocumentsAreChangedOrNotAffected) {
  const auto d7 = DisciplineCode::d7;
  const Sentences noPlan{
      "document_changes.control_plan: Control plan: enter the old and new revision, or why it "
      "is not affected."};
  EXPECT_EQ(missing(d7, [](CaseFile& f) { f.documentChanges.erase(f.documentChanges.begin() + 1); }), noPlan);
  EXPECT_EQ(missing(d7, [](CaseFile& f) { f.documentChanges[1].newRevision.clear(); }), noPlan);
  EXPECT_EQ(missing(d7, [](CaseFile& f) { f.documentChanges[1].newRevision = "B"; }), noPlan);
  EXPECT_EQ(missing(d7,
                    [](CaseFile& f) {
                      f.documentChanges[1].newRevision.clear();
                      f.documentChanges[1].notAffected = "Check is in the work instruction";
                    }),
            Sentences{});
}

TEST(Gates, D8NeedsADecisionOnSimilarCases) {
  const auto d8 = DisciplineCode::d8;
  const Sentences wanted{
      "similar: It is not decided whether similar cases are the same problem, a recurrence or none."};
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.similarDecisions.clear(); }), wanted);
  EXPECT_EQ(missing(d8,
                    [](CaseFile& f) {
                      f.similarDecisions.clear();
                      f.siblings = {{}};  // one 8D serves both
                    }),
            Sentences{});
  EXPECT_EQ(missing(d8,
                    [](CaseFile& f) {
                      f.similarDecisions.clear();
                      f.complaint.origin = Origin::imported;
                    }),
            Sentences{});
}

TEST(Gates, OtherCustomersWhoReceivedSuspectLotsAreDecidedInD3AndToldBeforeD8) {
  const auto other = [](NotifyDecision decision, std::optional<Date> notifiedOn = {}) {
    return [decision, notifiedOn](CaseFile& f) {
      OtherCustomer row;
      row.customerName = "Beta";
      row.decision = decision;
      row.notifiedOn = notifiedOn;
      f.otherCustomers = {row};
    };
  };
  EXPECT_EQ(
      missing(DisciplineCode::d3, other(NotifyDecision::open)),
      Sentences{"other_customers: Beta received suspect lots: decide whether this customer is notified."});
  EXPECT_EQ(missing(DisciplineCode::d3, other(NotifyDecision::notify)), Sentences{});
  EXPECT_EQ(missing(DisciplineCode::d8, other(NotifyDecision::notify)),
            Sentences{"other_customers: Beta is to be notified of suspect lots, and that is not done yet."});
  EXPECT_EQ(missing(DisciplineCode::d8, other(NotifyDecision::notify, Date(2026, 4, 20))), Sentences{});
  EXPECT_EQ(missing(DisciplineCode::d8, other(NotifyDecision::notNeeded)), Sentences{});
}

TEST(Gates, D8EffectIsProvenAfterTheLastFailure) {
  const auto d8 = DisciplineCode::d8;
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.verifications.clear(); }),
            Sentences{"verifications: The effect is not verified."});
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.verifications[0].lots = 2; }),
            Sentences{"verifications: The effect is verified on 2 of 3 lots."});
  const auto failed = [](long long recordedAt) {
    return [recordedAt](CaseFile& f) {
      Verification failure = f.verifications[0];
      failure.result = VerificationResult::notEffective;
      failure.recordedAt = {recordedAt};
      f.verifications.push_back(failure);
    };
  };
  EXPECT_EQ(missing(d8, failed(1)), Sentences{});
  EXPECT_EQ(missing(d8, failed(9'000'000)),
            Sentences{"verifications: The last verification (2026-04-20) was not effective: verify again."});
  CaseFile more = completeCase();
  EXPECT_EQ(sentences(missingFor(d8, more, 5)),
            Sentences{"verifications: The effect is verified on 3 of 5 lots."});
}

TEST(Gates, D8WhatWasPlannedIsReached) {
  const auto d8 = DisciplineCode::d8;
  const auto plan = [](long long window, WindowUnit unit, std::optional<long long> sample) {
    return [=](CaseFile& f) {
      f.problem.effectWindow = window;
      f.problem.effectUnit = unit;
      f.problem.effectSample = sample;
      f.problem.cleanPointDate = Date(2026, 4, 1);
      f.verifications[0].verifiedOn = Date(2026, 4, 20);
      f.verifications[0].inspected = 300;
    };
  };
  EXPECT_EQ(missing(d8, plan(5, WindowUnit::lots, {})),
            Sentences{"verifications: The effect is verified on 3 of 5 lots."});
  EXPECT_EQ(missing(d8, plan(500, WindowUnit::pieces, {})),
            Sentences{"verifications: The effect is verified on 300 of 500 pieces."});
  EXPECT_EQ(missing(d8, plan(30, WindowUnit::days, {})),
            Sentences{"verifications: The effect is watched for 19 of 30 days since the clean point."});
  EXPECT_EQ(missing(d8, plan(3, WindowUnit::lots, 400)),
            Sentences{"verifications: 300 pieces of the planned sample of 400 are inspected."});
  EXPECT_EQ(missing(d8, plan(19, WindowUnit::days, 300)), Sentences{});
  EXPECT_EQ(missing(d8,
                    [](CaseFile& f) {
                      EffectChallenge later;
                      later.laterNumber = "C26-00019";
                      f.challenges = {later};
                    }),
            Sentences{"challenges: Case C26-00019 challenges the effect: rule on it."});
}

TEST(Gates, D8TheCustomerAnswered) {
  const auto d8 = DisciplineCode::d8;
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.replies[0].stage = ReplyStage::d5; }),
            Sentences{"replies: The 8D report is not sent to the customer."});
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.replies[0].status = CustomerStatus::sent; }),
            Sentences{"replies: 8D report: the customer's answer is not recorded."});
  const Sentences objected{
      "replies: 8D report: the customer objects. Answer the objection with a new reply."};
  EXPECT_EQ(missing(d8, [](CaseFile& f) { f.replies[0].status = CustomerStatus::objected; }), objected);
  for (const auto status : {CustomerStatus::provisionally, CustomerStatus::noAnswer})
    EXPECT_EQ(missing(d8, [status](CaseFile& f) { f.replies[0].status = status; }), Sentences{});
  const auto withOlder = [](long long sentAt) {
    return [sentAt](CaseFile& f) {
      Reply other = f.replies[0];
      other.status = CustomerStatus::objected;
      other.sentAt = {sentAt};
      f.replies.insert(f.replies.begin(), other);
    };
  };
  EXPECT_EQ(missing(d8, withOlder(1)), Sentences{});  // the newest reply decides
  EXPECT_EQ(missing(d8, withOlder(9'000'000)), objected);
}

TEST(ClosingGate, MissesDisciplinesActionsAndBalance) {
  EXPECT_EQ(
      missingAtEnd([](CaseFile& f) { discipline(f, DisciplineCode::d7).state = DisciplineState::submitted; }),
      Sentences{"disciplines: D7 Prevention of recurrence is neither approved nor declared not required."});
  EXPECT_EQ(missingAtEnd(
                [](CaseFile& f) { discipline(f, DisciplineCode::d7).state = DisciplineState::notRequired; }),
            Sentences{});
  EXPECT_EQ(missingAtEnd([](CaseFile& f) {
              Action action;
              action.kind = ActionKind::preventive;
              action.text = "Read across";
              f.actions.push_back(action);
            }),
            Sentences{"actions: Action \"Read across\" is not done."});
  EXPECT_EQ(
      missingAtEnd([](CaseFile& f) { f.sweep[2].ok -= 1; }),
      Sentences{"sweep.finished: Stock sweep, Finished goods: 1 of 100 suspect pieces are not sorted yet."});
  EXPECT_EQ(missingAtEnd([](CaseFile& f) { f.verifications.clear(); }),
            Sentences{"verifications: The effect is not verified."});
  EXPECT_EQ(missingAtEnd([](CaseFile& f) { f.complaint.acceptance = Acceptance::undecided; }),
            Sentences{"acceptance: It is not decided whether the complaint is accepted."});
}

TEST(ClosingGate, MissesReturnsThatDoNotBalance) {
  EXPECT_EQ(
      missingAtEnd([](CaseFile& f) { f.returnFlows.back().quantity = 7; }),
      Sentences{"returns: Return R26-00001: 1 of 8 pieces are not settled. Settle them, or hand the return "
                "on."});
  EXPECT_EQ(
      missingAtEnd([](CaseFile& f) { f.returnFlows.front().quantity = 10; }),
      Sentences{"returns: Return R26-00001: 2 of 10 pieces are not settled. Settle them, or hand the return "
                "on."})
      << "announced, neither received nor explained as missing";
  EXPECT_EQ(missingAtEnd([](CaseFile& f) {
              f.returnFlows.back().quantity = 7;
              f.handOvers.emplace_back().returnId = ReturnId(1);
            }),
            Sentences{})
      << "the return continues with an owner";
}

TEST(ClosingGate, NotOursNeedsAnExplanationThatWasAnswered) {
  const auto notOurs = [](CustomerStatus status, ReplyStage stage = ReplyStage::letter) {
    return [status, stage](CaseFile& f) {
      f.complaint.acceptance = Acceptance::notOurs;
      f.verifications.clear();
      for (auto& each : f.disciplines) each.state = DisciplineState::open;
      f.replies[0].stage = stage;
      f.replies[0].status = status;
      f.replies[0].answeredAt = Instant{3'000'000};
    };
  };
  EXPECT_EQ(missingAtEnd(notOurs(CustomerStatus::accepted)), Sentences{});
  EXPECT_EQ(missingAtEnd(notOurs(CustomerStatus::noAnswer)), Sentences{});
  EXPECT_EQ(
      missingAtEnd(notOurs(CustomerStatus::accepted, ReplyStage::first)),
      Sentences{"replies: Why the complaint is not ours is not explained to the customer: send a letter."});
  EXPECT_EQ(missingAtEnd(notOurs(CustomerStatus::sent)),
            Sentences{"replies: Letter: the customer's answer is not recorded."});
  const Edit objected = notOurs(CustomerStatus::objected);
  EXPECT_EQ(missingAtEnd(objected),
            Sentences{"replies: Letter: the customer objects. Answer the objection with a new reply."});
  const auto decidedAt = [&objected](long long when) {
    return [&objected, when](CaseFile& f) {
      objected(f);
      Decision decision;
      decision.kind = DecisionKind::acceptance;
      decision.reason = "Negotiated: the customer keeps the parts";
      decision.decidedAt = {when};
      f.decisions = {decision};
    };
  };
  EXPECT_EQ(missingAtEnd(decidedAt(4'000'000)), Sentences{});
  EXPECT_EQ(missingAtEnd(decidedAt(1'000'000)).size(), 1u);  // decided before the objection
}

TEST(ClosingGate, WithoutD8AReplyIsEnough) {
  const auto light = [](CustomerStatus status) {
    return [status](CaseFile& f) {
      discipline(f, DisciplineCode::d8).state = DisciplineState::notRequired;
      f.verifications.clear();
      f.replies[0].stage = ReplyStage::first;
      f.replies[0].status = status;
    };
  };
  EXPECT_EQ(missingAtEnd(light(CustomerStatus::sent)), Sentences{});
  EXPECT_EQ(missingAtEnd(light(CustomerStatus::objected)).size(), 1u);
  EXPECT_EQ(missingAtEnd([&light](CaseFile& f) {
              light(CustomerStatus::sent)(f);
              f.replies.clear();
            }),
            Sentences{"replies: No reply was sent to the customer."});
}

TEST(ClosingGate, MergedNeedsOnlyItsReturnsBalanced) {
  EXPECT_EQ(missingAtEnd([](CaseFile& f) {
              f = CaseFile();
              f.complaint.acceptance = Acceptance::merged;
            }),
            Sentences{});
}

TEST(NextStep, IsTheFirstDisciplineNotSettledOrTheClosing) {
  CaseFile file = completeCase();
  discipline(file, DisciplineCode::d4).state = DisciplineState::rejected;
  file.causes.clear();
  file.team.clear();
  const auto points = missingNext(file);
  ASSERT_FALSE(points.empty());
  EXPECT_EQ(points[0].discipline, DisciplineCode::d4);
  discipline(file, DisciplineCode::d4).state = DisciplineState::approved;
  file.verifications.clear();
  EXPECT_EQ(sentences(missingNext(file)), Sentences{"verifications: The effect is not verified."});
  file.complaint.state = CaseState::closed;
  EXPECT_TRUE(missingNext(file).empty());
}

TEST(Phases, FollowTheDisciplines) {
  CaseFile file = completeCase();
  EXPECT_EQ(phaseOf(file), "closing");
  const auto open = [&file](DisciplineCode code) {
    discipline(file, code).state = DisciplineState::open;
    return phaseOf(file);
  };
  EXPECT_EQ(open(DisciplineCode::d8), "verifying");
  EXPECT_EQ(open(DisciplineCode::d6), "implementing");
  EXPECT_EQ(open(DisciplineCode::d5), "analysing");
  EXPECT_EQ(open(DisciplineCode::d3), "containing");
  discipline(file, DisciplineCode::d3).state = DisciplineState::notRequired;
  EXPECT_EQ(phaseOf(file), "analysing");
  file.complaint.acceptance = Acceptance::notOurs;
  EXPECT_EQ(phaseOf(file), "closing");
  for (const auto state : {CaseState::closed, CaseState::archived, CaseState::cancelled}) {
    file.complaint.state = state;
    EXPECT_EQ(phaseOf(file), "closed");
  }
  for (const char* phase : {"containing", "analysing", "implementing", "verifying", "closing", "closed"})
    EXPECT_STRNE(phaseLabel(phase), "");
  EXPECT_STREQ(phaseLabel("dreaming"), "");
  EXPECT_EQ(phaseOf(CaseFile()), "containing");
}

}  // namespace octad::tests
