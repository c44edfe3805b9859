// What an auditor's check of an exported trail finds: every mutation of it, given the signed roots that were
// kept elsewhere.
#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <sstream>

#include "audit/checkpoint.hpp"
#include "audit/event.hpp"
#include "audit/log_file.hpp"
#include "audit/signature.hpp"
#include "audit/verification.hpp"
#include "model/core/error.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/take_checkpoint.hpp"
#include "tests/support/test_database.hpp"

namespace octad::audit {
namespace {

using model::AuditEvent;
using model::AuditHead;
using model::Checkpoint;

/// A trail in memory, to be altered and written out again.
struct Trail {
  std::vector<Checkpoint> checkpoints;
  std::vector<AuditHead> heads;
  std::vector<AuditEvent> events;

  std::string text() const {
    std::ostringstream out;
    LogWriter log(out, "test", {});
    for (const auto& one : checkpoints) log.write(one);
    for (const auto& one : heads) log.write(one);
    for (const auto& one : events) log.write(one);
    log.end();
    return out.str();
  }
  AuditHead& headOf(const std::string& chain) {
    return *std::find_if(heads.begin(), heads.end(), [&](const auto& head) { return head.chain == chain; });
  }
  /// Hashes and heads made anew, as somebody who knows the byte form would do.
  void forgeChain(const std::string& chain) {
    std::string hash;
    for (auto& event : events) {
      if (event.chain != chain) continue;
      hash = event.hash = eventHash(hash, event);
      headOf(chain) = {chain, event.seq, hash};
    }
  }
  /// Checkpoints and their roots made anew for what the chains say now.
  void forgeCheckpoints() {
    std::string root;
    for (auto& checkpoint : checkpoints) {
      for (auto& head : checkpoint.heads)
        for (const auto& event : events)
          if (event.chain == head.chain && event.seq == head.seq) head.hash = event.hash;
      checkpoint.previousRoot = root;
      root = checkpoint.root = checkpointRoot(root, checkpoint.heads);
    }
  }
};

/// Cases with some history and three checkpoints, the last after everything; made once for all tests.
class Tamper : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_keys = newKeyPair();
    support::TestDatabase test(support::DatabaseKind::sqlite);
    for (int round = 0; round < 3; ++round) {
      for (int one = 0; one < 4; ++one) {
        const auto id = test.makeCase("标题 " + std::to_string(round) + std::to_string(one));
        const auto unit = test.store().begin(test.change("wang", "amend", "客户补充了信息"));
        model::CaseFile file = unit->lockCase(id, 0);
        file.complaint.title += " 改";
        unit->updateComplaint(file.complaint);
        unit->commit("");
      }
      test.clock().advanceHours(1);
      const Checkpoint taken =
          model::TakeCheckpoint({test.store(), test.clock(), test.actor("zhou")}).execute();
      const std::string statement = statementOf(taken);
      s_roots.push_back({taken.number, taken.root, statement, sign(statement, s_keys.privatePem)});
    }
    test.store().reader().readTrail({[](const Checkpoint& one) { s_trail.checkpoints.push_back(one); },
                                     [](const AuditHead& one) { s_trail.heads.push_back(one); },
                                     [](const AuditEvent& one) { s_trail.events.push_back(one); }});
  }
  static void TearDownTestSuite() {
    s_trail = {};
    s_roots.clear();
  }

  static Verification check(const std::string& log, const std::vector<SignedRoot>& roots = s_roots) {
    std::istringstream in(log);
    return verifyLog(in, roots, s_keys.publicPem);
  }
  /// A damaged file counts as found too.
  static bool finds(const std::string& log, const std::vector<SignedRoot>& roots = s_roots) {
    try {
      return !check(log, roots).report.faults.empty();
    } catch (const model::Invalid&) {
      return true;
    }
  }
  /// A chain of a case with at least three events.
  static std::string someChain(std::mt19937& random) {
    std::map<std::string, int> sizes;
    for (const auto& event : s_trail.events) ++sizes[event.chain];
    std::vector<std::string> chains;
    for (const auto& [chain, size] : sizes)
      if (size >= 3) chains.push_back(chain);
    return chains[random() % chains.size()];
  }

  static Trail s_trail;
  static std::vector<SignedRoot> s_roots;
  static KeyPair s_keys;
};

Trail Tamper::s_trail;
std::vector<SignedRoot> Tamper::s_roots;
KeyPair Tamper::s_keys;

/// Changes one thing that an event says.
void alter(AuditEvent& event, std::mt19937& random) {
  switch (random() % 8) {
    case 0:
      event.atMicroseconds -= 1 + static_cast<long long>(random() % 1'000'000'000);
      break;
    case 1:
      event.login += "x";
      break;
    case 2:
      event.actor = event.actor == "李四" ? "王五" : "李四";
      break;
    case 3:
      event.useCase += "s";
      break;
    case 4:  // a character across the border of two fields
      event.useCase += event.operation.front();
      event.operation.erase(0, 1);
      break;
    case 5:
      event.reason = event.reason ? std::optional<std::string>() : "";
      break;
    case 6:
      event.newValues = event.newValues.value_or("{}") + " ";
      break;
    default:
      event.rowKey += "0";
  }
}

/// The events of a chain, by position in the trail.
std::vector<std::size_t> placesOf(const Trail& trail, const std::string& chain) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < trail.events.size(); ++at)
    if (trail.events[at].chain == chain) places.push_back(at);
  return places;
}

void erase(Trail& trail, std::size_t at) {
  trail.events.erase(trail.events.begin() + static_cast<std::ptrdiff_t>(at));
}

/// One attack of ten kinds, from a careless edit to a whole trail forged anew by its administrator.
std::string attack(Trail trail, const std::string& chain, std::mt19937& random) {
  const auto places = placesOf(trail, chain);
  const std::size_t victim = places[random() % places.size()];
  switch (random() % 10) {
    case 0:
      alter(trail.events[victim], random);
      break;
    case 1: {
      const std::size_t next = places[random() % (places.size() - 1)];
      std::swap(trail.events[next], trail.events[next + 1]);
      std::swap(trail.events[next].seq, trail.events[next + 1].seq);
      break;
    }
    case 2:
      erase(trail, places[random() % (places.size() - 1)]);
      break;
    case 3:  // the end cut off, the head moved back
      erase(trail, places.back());
      trail.forgeChain(chain);
      break;
    case 4:  // the chain and its head gone
      std::erase_if(trail.events, [&](const auto& event) { return event.chain == chain; });
      std::erase_if(trail.heads, [&](const auto& head) { return head.chain == chain; });
      break;
    case 5:  // the chain forged
      alter(trail.events[victim], random);
      trail.forgeChain(chain);
      break;
    case 6:  // chain and checkpoints forged: only the roots kept elsewhere tell
      alter(trail.events[victim], random);
      trail.forgeChain(chain);
      trail.forgeCheckpoints();
      break;
    case 7:  // checkpoints forgotten
      trail.checkpoints.resize(random() % trail.checkpoints.size());
      break;
    case 8: {  // an event of its own invention at the end
      AuditEvent added = trail.events[places.back()];
      ++added.seq;
      trail.events.insert(trail.events.begin() + static_cast<std::ptrdiff_t>(places.back() + 1), added);
      break;
    }
    default: {  // a byte of the file
      std::string text = trail.text();
      const std::size_t at = text.find("\"chain\"") + random() % (text.size() - text.find("\"chain\"") - 2);
      text[at] = static_cast<char>(text[at] == 'a' ? 'b' : 'a');
      return text;
    }
  }
  return trail.text();
}

}  // namespace

TEST_F(Tamper, NothingIsFoundInAnUnalteredTrail) {
  const auto result = check(s_trail.text());
  EXPECT_TRUE(result.report.faults.empty());
  EXPECT_EQ(result.checkpoints, 3);
  EXPECT_EQ(result.signedUpTo, 3);
  EXPECT_EQ(result.eventsNotSigned, 0);
  EXPECT_EQ(check(s_trail.text(), {}).eventsNotSigned, static_cast<long long>(s_trail.events.size()))
      << "without roots nothing is proven, and that is said";
}

TEST_F(Tamper, EveryMutationIsFound) {
  const char* wanted = std::getenv("OCTAD_TAMPER_RUNS");
  const int runs = wanted ? std::atoi(wanted) : 200;
  for (int seed = 0; seed < runs; ++seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const std::string log = attack(s_trail, someChain(random), random);
    EXPECT_TRUE(finds(log)) << "seed " << seed;
  }
}

TEST_F(Tamper, OnlyASignedRootTellsATrailForgedAnew) {
  Trail forged = s_trail;
  AuditEvent& event = forged.events.front();
  event.newValues = "{}";
  forged.forgeChain(event.chain);
  forged.forgeCheckpoints();
  EXPECT_FALSE(finds(forged.text(), {}))
      << "who can rewrite everything in the database leaves no trace in it";
  EXPECT_TRUE(finds(forged.text()));
}

TEST_F(Tamper, ASignedRootIsWorthNothingAfterAChange) {
  auto roots = s_roots;
  const auto at = roots[1].statement.find("root ") + 5;
  roots[1].statement[at] = roots[1].statement[at] == '0' ? '1' : '0';
  EXPECT_TRUE(finds(s_trail.text(), roots));
  roots = s_roots;
  roots[2].signatureHex = sign(roots[2].statement, newKeyPair().privatePem);
  EXPECT_TRUE(finds(s_trail.text(), roots)) << "signed with somebody else's key";
  const auto parsed = parseSignedRoot(textOf(s_roots[0]));
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->statement, s_roots[0].statement);
  EXPECT_EQ(parsed->number, 1);
  EXPECT_FALSE(parseSignedRoot("no root"));
}

TEST_F(Tamper, ALogThatWasCutShortIsRefused) {
  const std::string log = s_trail.text();
  for (const std::size_t keep : {std::size_t{0}, std::size_t{20}, log.size() / 2, log.size() - 10}) {
    std::istringstream in(log.substr(0, keep));
    EXPECT_THROW(verifyLog(in, s_roots, s_keys.publicPem), model::Invalid) << keep;
  }
  std::istringstream more(log + log);
  EXPECT_THROW(verifyLog(more, s_roots, s_keys.publicPem), model::Invalid);
}

}  // namespace octad::audit
