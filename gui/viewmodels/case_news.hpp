#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <string>
#include <vector>

#include "gui/viewmodels/case_page.hpp"
#include "model/ports/change_feed.hpp"

namespace octad::viewmodels {

/// What others do with the case of a page: it is read again when they changed it, and their names are known
/// while they have it open. What is typed in the page stays (CasePageViewModel).
class CaseNews {
 public:
  explicit CaseNews(CasePageViewModel& page);
  /// Says that this person has left the case.
  ~CaseNews();
  CaseNews(const CaseNews&) = delete;
  CaseNews& operator=(const CaseNews&) = delete;

  /// Reads the case again when the changes concern it and there is something new in it.
  void look(const model::RecordChanges& changes);
  /// Says that the case is open here and asks who else has it open; to be repeated within
  /// model::kPresenceLasts seconds. A connection that is lost is told where something is read or saved.
  void enter();

  /// Names of the others who have the case open.
  const std::vector<std::string>& others() const { return m_others; }

  Signal othersChanged;
  /// Another person changed the case; the sentence says who.
  std::function<void(const model::Message&)> onNews;

 private:
  void lookAgain();

  CasePageViewModel& m_page;
  std::vector<std::string> m_others;
  bool m_entered = false;
  bool m_missed = false;  ///< something changed while the case was being read
  Lifetime m_life;
  boost::signals2::scoped_connection m_changed;
};

}  // namespace octad::viewmodels
