#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gui/viewmodels/lock.hpp"

class wxFrame;

namespace octad::gui {

/// Covers the window and every dialog over it while the program is locked: nothing of what they show can be
/// read, and nothing typed in them is lost. Questions of the desktop itself (a message, the choice of a file)
/// cannot be covered: they are answered with "Cancel".
class LockCover {
 public:
  /// `leave` goes to the start page, for somebody else to sign in.
  LockCover(wxFrame& frame, viewmodels::LockViewModel& lock, const viewmodels::Translator& text,
            std::function<void()> leave);
  ~LockCover();
  LockCover(const LockCover&) = delete;
  LockCover& operator=(const LockCover&) = delete;

  /// Who is asked for the password, and where.
  void setPerson(const std::string& name, const std::string& database);
  /// Covers or uncovers as the viewmodel says; to be called once more for dialogs that came since.
  void follow();
  /// Ends every open dialog as "Cancel" does.
  void endDialogs();
  bool dialogsOpen() const;

 private:
  class Cover;
  class Dialogs;

  wxFrame& m_frame;
  viewmodels::LockViewModel& m_lock;
  const viewmodels::Translator& m_text;
  std::function<void()> m_leave;
  std::string m_person;
  std::string m_database;
  std::unique_ptr<Dialogs> m_dialogs;
  std::vector<std::unique_ptr<Cover>> m_covers;
  boost::signals2::scoped_connection m_changed;
};

}  // namespace octad::gui
