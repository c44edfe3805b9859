#pragma once

#include <map>
#include <set>
#include <string>

#include "demo/moved_clock.hpp"
#include "demo/story.hpp"
#include "model/policy/calendar.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/save_discipline.hpp"
#include "model/usecases/workplace.hpp"

namespace octad::demo {

/// How far a case has come.
enum class Stage {
  registered,
  contained,    ///< accepted, D0-D3 approved
  asked,        ///< a department was asked and has not answered
  answered,     ///< waits for the review
  rejected,     ///< went back to the department
  rootCause,    ///< D4 approved
  planned,      ///< D5 approved
  implemented,  ///< D6 approved, effect to be verified
  ineffective,  ///< verified, and it did not work
  replied,      ///< 8D sent, customer silent
  closingReview,
  closed,
  reopened,
  notOurs,
  cancelled
};

/// One case of the demonstration.
struct Telling {
  const Story* story = nullptr;
  std::string customer;
  bool english = false;  ///< the customer writes English
  std::string lot;
  long long defective = 5;
  long long delivered = 5000;
  model::Instant receivedAt;
  Stage stage = Stage::closed;
  bool rejectedOnce = false;  ///< the department's first answer went back
  bool ineffectiveOnce = false;
  unsigned seed = 0;
};

/// Tells the story of a case through the use cases, moving the clock as days go by.
class Teller {
 public:
  /// `now` is the day the demonstration is looked at; nothing happens after it. `cqe` is the login of the
  /// CQE.
  Teller(model::Store& store, MovedClock& clock, model::Instant now, std::string cqe);
  void tell(const Telling& telling);

 private:
  struct Work;

  model::Workplace as(const std::string& login);
  void after(Work& work, int hours);
  model::CaseFile read(const Work& work);
  void save(Work& work, const std::string& login, model::DisciplineContent content);
  void sign(Work& work, const std::string& by, const std::string& subject, model::SignatureMeaning meaning);
  void handIn(Work& work, model::DisciplineCode code, const std::string& by);
  void registerCase(Work& work);
  void visit(Work& work);
  bool decide(Work& work);
  void weighLaterCase(Work& work);
  void passOnSample(Work& work);
  void contain(Work& work);
  void ask(Work& work);
  void findCauses(Work& work, bool proven);
  bool analyse(Work& work);
  void plan(Work& work, bool second);
  void implement(Work& work);
  bool verify(Work& work);
  void prevent(Work& work);
  void returnGoods(Work& work);
  void goodsUnderWay(Work& work);
  void finish(Work& work);

  model::Store& m_store;
  MovedClock& m_clock;
  model::Instant m_now;
  std::string m_cqe;
  std::map<std::string, model::Actor> m_people;
  model::WorkCalendar m_calendar;
  std::set<std::string> m_taught;  ///< part and failure of the lessons in the library
  std::map<model::ProblemId, model::ComplaintId> m_caseOf;  ///< the case that began each problem
};

}  // namespace octad::demo
