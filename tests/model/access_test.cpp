// Rights of the roles, and the moves of a case.
#include <gtest/gtest.h>
#include <set>

#include "model/access/people.hpp"
#include "model/cases/state_table.hpp"
#include "model/core/error.hpp"

namespace octad::tests {

using namespace octad::model;

namespace {

constexpr std::array kRights{Right::registerComplaint, Right::handleComplaint,
                             Right::answerAssignment,  Right::checkAction,
                             Right::announceReturn,    Right::recordReturn,
                             Right::testReturn,        Right::disposeReturn,
                             Right::bookCost,          Right::countSweep,
                             Right::approveClosing,    Right::import,
                             Right::administer,        Right::read};

std::set<Right> rightsOf(std::vector<Role> roles) {
  Actor actor;
  actor.roles = std::move(roles);
  std::set<Right> rights;
  for (const Right right : kRights)
    if (may(actor, right)) rights.insert(right);
  return rights;
}

}  // namespace

TEST(Rights, OfEveryRole) {
  using enum Right;
  const std::set quality{registerComplaint,
                         handleComplaint,
                         answerAssignment,
                         checkAction,
                         announceReturn,
                         recordReturn,
                         testReturn,
                         disposeReturn,
                         bookCost,
                         countSweep,
                         approveClosing,
                         import,
                         read};
  EXPECT_EQ(rightsOf({Role::cqe}), quality);
  EXPECT_EQ(rightsOf({Role::manager}), quality);
  EXPECT_EQ(rightsOf({Role::registrar}), (std::set{registerComplaint, announceReturn, read}));
  EXPECT_EQ(rightsOf({Role::member}), (std::set{answerAssignment, testReturn, countSweep, read}));
  EXPECT_EQ(rightsOf({Role::head}), (std::set{answerAssignment, testReturn, countSweep, read}));
  EXPECT_EQ(rightsOf({Role::checker}), (std::set{checkAction, testReturn, countSweep, read}));
  EXPECT_EQ(rightsOf({Role::warehouse}), (std::set{announceReturn, recordReturn, countSweep, read}));
  EXPECT_EQ(rightsOf({Role::finance}), (std::set{bookCost, read}));
  EXPECT_EQ(rightsOf({Role::safety}), (std::set{read}));
  EXPECT_EQ(rightsOf({Role::auditor}), (std::set{read}));
  EXPECT_EQ(rightsOf({Role::administrator}), (std::set{registerComplaint, import, administer, read}));
  EXPECT_TRUE(rightsOf({}).empty());
  EXPECT_EQ(rightsOf({Role::warehouse, Role::checker}),
            (std::set{announceReturn, recordReturn, testReturn, countSweep, checkAction, read}));
}

TEST(Rights, ARefusalNamesWhoMay) {
  Actor auditor;
  auditor.name = "Sun Li";
  auditor.roles = {Role::auditor};
  EXPECT_NO_THROW(requireRight(auditor, Right::read));
  for (const Right right : kRights) {
    if (right == Right::read) continue;
    try {
      requireRight(auditor, right);
      FAIL();
    } catch (const Refused& error) {
      EXPECT_EQ(error.rule(), "right");
      EXPECT_EQ(error.message().args, std::vector<std::string>{"Sun Li"});
      EXPECT_NE(std::string(error.what()).find("Ask "), std::string::npos);
    }
  }
  Actor nobody;
  nobody.login = "guest";
  EXPECT_THROW(requireRight(nobody, Right::read), Refused);
}

TEST(Transitions, AreExactlyTheseTwelve) {
  using enum CaseState;
  const std::set<std::pair<CaseState, CaseState>> allowed{
      {registered, confirming}, {registered, handling}, {confirming, handling},  {registered, closing},
      {confirming, closing},    {handling, closing},    {closing, closed},       {closing, handling},
      {closed, handling},       {closed, archived},     {registered, cancelled}, {confirming, cancelled}};
  EXPECT_EQ(transitions().size(), allowed.size());
  for (const auto& from : EnumKeys<CaseState>::entries)
    for (const auto& to : EnumKeys<CaseState>::entries) {
      if (allowed.contains({from.value, to.value})) {
        EXPECT_NO_THROW(requireTransition(from.value, to.value));
        continue;
      }
      try {
        requireTransition(from.value, to.value);
        FAIL() << from.key << " " << to.key;
      } catch (const Refused& error) {
        EXPECT_EQ(error.rule(), "transition");
        EXPECT_NE(std::string(error.what()).find(from.label), std::string::npos);
        EXPECT_NE(std::string(error.what()).find(to.label), std::string::npos);
      }
    }
}

TEST(Transitions, NeedReasonsToGoBackOrAway) {
  for (const auto& move : transitions()) {
    const bool back = move.to == CaseState::cancelled ||
                      (move.to == CaseState::handling &&
                       (move.from == CaseState::closing || move.from == CaseState::closed));
    EXPECT_EQ(move.needsReason, back);
    EXPECT_EQ(move.right, move.to == CaseState::closed ? Right::approveClosing : Right::handleComplaint);
  }
}

}  // namespace octad::tests
