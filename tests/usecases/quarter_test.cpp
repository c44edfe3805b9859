// A quarter of a year in which complaints come, are answered or not, and the job runs twice a day, except on
// two stretches of three days. Every notice is compared with an oracle that knows the story and counts
// minutes; it shares no code with the rules. OCTAD_QUARTER_CASES makes it longer.
#include <cstdlib>
#include <gtest/gtest.h>
#include <map>
#include <random>

#include "model/core/uuid.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/usecases/amend_complaint.hpp"
#include "model/usecases/announce_return.hpp"
#include "model/usecases/book_return_cost.hpp"
#include "model/usecases/reply_customer.hpp"
#include "model/usecases/run_jobs.hpp"
#include "model/usecases/set_rates.hpp"
#include "tests/usecases/use_case_test.hpp"

namespace octad::model {
namespace {

// Local minutes of Shanghai, which is eight hours ahead all year, since 1970.
constexpr long kDay = 24 * 60;
constexpr long kMorning = 8 * 60 + 30;

Instant instantOf(long minutes) {
  return {(minutes - 8 * 60) * 60'000'000LL};
}
long dayOf(int year, unsigned month, unsigned day) {
  return Date(year, month, day).days().time_since_epoch().count();
}

/// The calendar of the seed: weekdays, the National Day, one make-up Saturday.
bool works(long day) {
  if (day >= dayOf(2026, 10, 1) && day <= dayOf(2026, 10, 7)) return false;
  return day == dayOf(2026, 10, 10) || (day + 3) % 7 < 5;  // 1970-01-01 was a Thursday
}

long morningAtOrAfter(long minutes) {
  long day = minutes / kDay;
  while (!works(day) || day * kDay + kMorning < minutes) ++day;
  return day * kDay + kMorning;
}

long workdayAfter(long day, int count) {
  while (count > 0) count -= works(++day) ? 1 : 0;
  return day;
}

long workdayBefore(long day) {
  do --day;
  while (!works(day));
  return day;
}

constexpr long kNever = 1L << 40;

/// What happens to one complaint, in local minutes.
struct Story {
  long registered = 0;
  long replied = kNever;
  long asked = kNever;
  long answered = kNever;
  long answerDue = 0;  ///< day
  int failure = 0;
  int reporter = 0;
  long lossKnown = kNever;
  long loss = 0;                ///< yuan
  long lossCorrected = kNever;  ///< to nothing
  long escalated = kNever;
  long objected = kNever;
  long answeredAnew = kNever;
  ComplaintId id;
  std::string number;
};

/// A cost booked on a return that holds pieces of two cases.
struct Booking {
  long at = 0;
  long takenBack = kNever;
  std::size_t one = 0;
  std::size_t other = 0;
  long pieces = 0;
  long otherPieces = 0;
  long cents = 0;
  bool euro = false;

  /// What a case bears of it, in cents of the site's currency: by its pieces, half a cent up; a euro is 7.85.
  long share(std::size_t story) const {
    if (story != one && story != other) return 0;
    const long mine = story == one ? pieces : otherPieces;
    const long all = pieces + otherPieces;
    const long own = (2 * cents * mine + all) / (2 * all);
    return euro ? (own * 785 + 50) / 100 : own;
  }
};

/// What somebody is told: "liu due_soon C26-00001 assignment".
using Told = std::multiset<std::string>;

class Oracle {
 public:
  Oracle(const std::vector<long>& runs, const std::vector<Booking>& bookings)
      : m_runs(runs), m_bookings(bookings) {}

  Told told(const std::vector<Story>& stories) {
    m_told.clear();
    for (const auto& story : stories) {
      firstReply(story);
      question(story);
      untouched(story);
      reporters(story, stories);
      wholeCase(story);
      cost(story, static_cast<std::size_t>(&story - stories.data()));
    }
    return m_told;
  }

 private:
  /// Told when the job ran between the moment and the end of the matter.
  void tell(long from, long until, const std::string& words) {
    if (std::any_of(m_runs.begin(), m_runs.end(), [&](long run) { return run >= from && run < until; }))
      m_told.insert(words);
  }
  void firstReply(const Story& story) {
    const long due = story.registered + kDay;
    const std::string about = " " + story.number + " first_reply";
    long soon = workdayBefore(due / kDay) * kDay + kMorning;
    if (soon < story.registered) soon = morningAtOrAfter(story.registered);
    tell(soon, story.replied, "wang due_soon" + about);
    // Customer quality has no head: the quality manager is told, once.
    tell(workdayAfter(due / kDay, 1) * kDay + kMorning, story.replied, "chen overdue" + about);
  }
  void question(const Story& story) {
    if (story.asked == kNever) return;
    const std::string about = " " + story.number + " assignment";
    long soon = workdayBefore(story.answerDue) * kDay + kMorning;
    if (soon < story.asked) soon = morningAtOrAfter(story.asked);
    tell(std::max(soon, story.asked), story.answered, "liu due_soon" + about);
    tell(std::max(workdayAfter(story.answerDue, 1) * kDay + kMorning, story.asked), story.answered,
         "ma overdue" + about);
    tell(std::max(workdayAfter(story.answerDue, 3) * kDay + kMorning, story.asked), story.answered,
         "chen overdue" + about);
  }
  /// The failure was told by three people up to the notice, each counted once (90 days back).
  void reporters(const Story& story, const std::vector<Story>& all) {
    std::set<int> people;
    for (const auto& other : all)
      if (other.failure == story.failure && other.registered <= story.registered &&
          other.registered >= story.registered - 90 * kDay)
        people.insert(other.reporter);
    if (people.size() >= 3) tell(story.registered, kNever, "chen same_kind " + story.number + " ");
  }
  void wholeCase(const Story& story) {
    tell(story.escalated, kNever, "chen escalated " + story.number + " ");
    tell(story.objected, story.answeredAnew, "chen dissatisfied " + story.number + " ");
  }
  /// Once, at the first run at which loss and shares of the costs are above 2000.00 together.
  void cost(const Story& story, std::size_t index) {
    std::map<long, long> changes{{story.lossKnown, story.loss * 100}};
    changes[story.lossCorrected] -= story.loss * 100;
    for (const auto& booking : m_bookings) {
      changes[booking.at] += booking.share(index);
      changes[booking.takenBack] -= booking.share(index);
    }
    changes.emplace(kNever, 0);
    long sum = 0;
    const std::size_t before = m_told.size();
    for (auto change = changes.begin(); change != changes.end() && change->first != kNever; ++change) {
      sum += change->second;
      if (sum > 200'000 && m_told.size() == before)
        tell(change->first, std::next(change)->first, "chen cost " + story.number + " ");
    }
  }
  void untouched(const Story& story) {
    const std::vector<long> touches{story.registered, story.asked, story.answered, kNever};
    bool told = false;
    for (std::size_t at = 0; at + 1 < touches.size() && !told; ++at) {
      if (touches[at] == kNever) continue;
      const std::size_t before = m_told.size();
      tell(morningAtOrAfter(touches[at] + kDay), std::min(touches[at + 1], story.replied),
           "chen untouched " + story.number + " ");
      told = m_told.size() > before;
    }
  }

  std::vector<long> m_runs;
  std::vector<Booking> m_bookings;
  Told m_told;
};

class QuarterTest : public UseCaseTest {
 protected:
  int caseCount() const {
    if (const char* wanted = std::getenv("OCTAD_QUARTER_CASES")) return std::atoi(wanted);
    return GetParam() == support::DatabaseKind::sqlite ? 400 : 25;
  }

  std::vector<Story> stories() {
    std::mt19937 random(26);
    const auto number = [&random](long from, long to) {
      return std::uniform_int_distribution<long>(from, to)(random);
    };
    std::vector<Story> all(static_cast<std::size_t>(caseCount()));
    for (auto& story : all) {
      story.registered = (dayOf(2026, 9, 7) + number(0, 70)) * kDay + number(6 * 60, 20 * 60);
      if (number(0, 5) > 0) story.replied = story.registered + number(60, 5 * kDay);
      story.failure = static_cast<int>(number(0, caseCount() / 3));
      story.reporter = static_cast<int>(number(1, 5));
      if (number(0, 2) == 0) {
        story.lossKnown = story.registered + number(0, 9 * kDay);
        story.loss = number(0, 2) > 0 ? number(1990, 2010) : number(1, 90'000);
        if (number(0, 2) == 0) story.lossCorrected = story.lossKnown + number(1, 2 * kDay);
      }
      if (number(0, 5) == 0) story.escalated = story.registered + number(0, 9 * kDay);
      if (number(0, 3) == 0) {
        // An objection asks departments again; what the oracle knows of questions stays simple without.
        if (story.replied == kNever || number(0, 1) == 0) continue;
        story.objected = story.replied + number(1, 5 * kDay);
        if (number(0, 1) == 0) story.answeredAnew = story.objected + number(1, 3 * kDay);
        continue;
      }
      story.asked = story.registered + number(30, 3 * kDay);
      story.answerDue = story.asked / kDay + number(1, 9);
      if (number(0, 3) > 0) story.answered = story.asked + number(60, 14 * kDay);
    }
    return all;
  }

  std::vector<Booking> bookings(const std::vector<Story>& all) {
    std::mt19937 random(27);
    const auto number = [&random](long from, long to) {
      return std::uniform_int_distribution<long>(from, to)(random);
    };
    std::vector<Booking> some(all.size() / 3);
    for (auto& booking : some) {
      booking.one = static_cast<std::size_t>(number(0, static_cast<long>(all.size()) - 2));
      booking.other = booking.one + 1;
      booking.pieces = number(1, 30);
      booking.otherPieces = number(1, 30);
      booking.euro = number(0, 3) == 0;
      booking.cents = number(0, 1) == 0 ? number(1, 100'000) : number(150'000, 450'000);
      booking.at = std::max(all[booking.one].registered, all[booking.other].registered) + number(0, 9 * kDay);
      if (number(0, 3) == 0) booking.takenBack = booking.at + number(1, 2 * kDay);
    }
    return some;
  }

  static std::vector<long> runs() {
    std::vector<long> all;
    for (long day = dayOf(2026, 9, 7); day <= dayOf(2026, 12, 10); ++day) {
      const long since = day - dayOf(2026, 9, 7);
      if ((since >= 20 && since < 23) || (since >= 43 && since < 46)) continue;  // the job was down
      all.push_back(day * kDay + kMorning);
      all.push_back(day * kDay + 14 * 60 + 10);
    }
    return all;
  }

  void begin(Story& story) {
    auto complaint = notice(20);
    complaint.contact = "reporter " + std::to_string(story.reporter);
    complaint.items[0].failure = "failure " + std::to_string(story.failure);
    story.id = RegisterComplaint(as("wang")).execute(complaint).id;
    accept(story.id);
    story.number = open(story.id).complaint.number;
  }
  void reply(const Story& story) {
    CustomerReply reply;
    reply.target = target(story.id);
    reply.stage = ReplyStage::first;
    reply.recipient = "qa@example.com";
    reply.text = "已收到，正在分析";
    SendReply(as("wang")).execute(reply);
  }
  void ask(const Story& story) {
    DepartmentQuestion question;
    question.target = target(story.id);
    question.department = "TE";
    question.disciplines = "D4";
    question.question = "请分析原因";
    question.dueOn = Date(std::chrono::sys_days(std::chrono::days(story.answerDue)));
    AssignDepartment(as("wang")).execute(question);
  }
  void loss(const Story& story, long yuan) {
    auto amendment = AmendComplaint::from(open(story.id));
    amendment.target = target(story.id);
    amendment.lossMinor = yuan * 100;
    amendment.lossCurrency = "CNY";
    AmendComplaint(as("wang")).execute(amendment);
  }
  /// The return that holds the pieces, announced when its cost is booked.
  ReturnId book(const Booking& booking, const std::vector<Story>& all) {
    NewReturn goods;
    goods.uuid = newUuid();
    const auto line = [&goods](const Story& story, long pieces) {
      goods.lines.push_back({"", "", "", story.number, 0, {}, LineNature::asAnnounced, pieces});
    };
    line(all[booking.one], booking.pieces);
    line(all[booking.other], booking.otherPieces);
    const ReturnId id = AnnounceReturn(as("wang")).execute(goods).id;
    cost(id, booking, false);
    return id;
  }
  void cost(ReturnId id, const Booking& booking, bool reversal) {
    const std::string cents = std::to_string(100 + booking.cents % 100).substr(1);
    CostEntry entry;
    entry.target = {id, 0, {}};
    entry.kind = CostKind::sorting;
    entry.amount = std::to_string(booking.cents / 100) + "." + cents;
    entry.currency = booking.euro ? "EUR" : "CNY";
    entry.note = "挑选费用";
    entry.reversal = reversal;
    BookReturnCost(as("wang")).execute(entry);
  }
  void escalate(const Story& story) {
    auto amendment = AmendComplaint::from(open(story.id));
    amendment.target = target(story.id);
    amendment.escalatedTo = EscalationTarget::shipping1;
    AmendComplaint(as("wang")).execute(amendment);
  }
  void object(const Story& story) {
    CustomerAnswer said;
    said.target = target(story.id);
    said.status = CustomerStatus::objected;
    said.text = "不接受";
    RecordCustomerAnswer(as("wang")).execute(said);
  }
  void answer(const Story& story) {
    fill("liu", story.id, DisciplineCode::d4);
    submit("liu", story.id, DisciplineCode::d4);
  }

  Told given() {
    Told all;
    for (const char* login : {"wang", "hu", "chen", "liu", "ma", "zhao", "li", "qian", "sun", "zhou"})
      for (const auto& notice : m_database.store().notices().inbox(person(login), false, 100'000))
        all.insert(std::string(login) + " " + notice.noticeKey.substr(0, notice.noticeKey.find('/')) + " " +
                   notice.number + " " +
                   (notice.complaintId && notice.dueName.empty() ? "" : notice.dueName));
    return all;
  }
};

TEST_P(QuarterTest, EverybodyIsToldWhatTheOracleSaysAndNothingTwice) {
  auto all = stories();
  std::multimap<long, std::function<void()>> events;
  for (auto& story : all) {
    events.emplace(story.registered, [this, &story] { begin(story); });
    if (story.replied != kNever) events.emplace(story.replied, [this, &story] { reply(story); });
    if (story.asked != kNever) events.emplace(story.asked, [this, &story] { ask(story); });
    const auto happens = [&events](long at, std::function<void()> what) {
      if (at != kNever) events.emplace(at, std::move(what));
    };
    happens(story.lossKnown, [this, &story] { loss(story, story.loss); });
    happens(story.lossCorrected, [this, &story] { loss(story, 0); });
    happens(story.escalated, [this, &story] { escalate(story); });
    happens(story.objected, [this, &story] { object(story); });
    happens(story.answeredAnew, [this, &story] { reply(story); });
    if (story.answered != kNever) events.emplace(story.answered, [this, &story] { answer(story); });
  }
  const auto costs = bookings(all);
  std::vector<ReturnId> returns(costs.size());
  for (std::size_t at = 0; at < costs.size(); ++at) {
    events.emplace(costs[at].at, [this, &all, &costs, &returns, at] { returns[at] = book(costs[at], all); });
    if (costs[at].takenBack != kNever)
      events.emplace(costs[at].takenBack,
                     [this, &costs, &returns, at] { cost(returns[at], costs[at], true); });
  }
  clock().set(instantOf(dayOf(2026, 9, 7) * kDay));
  SetRates(as("zhou")).execute("EUR=7.85");
  // What happens in the minute of a run happens before it.
  for (const long run : runs())
    events.emplace_hint(events.upper_bound(run), run, [this] { RunJobs(as("zhou")).execute(); });
  for (const auto& [at, happens] : events) {
    clock().set(instantOf(at));
    happens();
  }
  const Told expected = Oracle(runs(), costs).told(all);
  const Told told = given();
  std::vector<std::string> missing;
  std::vector<std::string> tooMany;
  std::set_difference(expected.begin(), expected.end(), told.begin(), told.end(),
                      std::back_inserter(missing));
  std::set_difference(told.begin(), told.end(), expected.begin(), expected.end(),
                      std::back_inserter(tooMany));
  EXPECT_EQ(missing, std::vector<std::string>());
  EXPECT_EQ(tooMany, std::vector<std::string>());
  EXPECT_GT(told.size(), all.size());
}

INSTANTIATE_TEST_SUITE_P(Databases, QuarterTest, testing::ValuesIn(support::bothDatabases()),
                         support::databaseName);

}  // namespace
}  // namespace octad::model
