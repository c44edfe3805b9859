#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gui/viewmodels/translator.hpp"

class wxButton;
class wxFrame;
class wxKeyEvent;
class wxMenu;
class wxWindow;

namespace octad::gui {

/// Something the user can do, described once for menu, button and shortcut. Whether it may be done is decided
/// here too, so that all of them agree.
struct Command {
  std::string key;            ///< "new-complaint"
  const char* label = "";     ///< English msgid with mnemonic: "&New complaint…"
  const char* help = "";      ///< English msgid, one sentence
  std::string shortcut = {};  ///< as wx reads it: "Ctrl+N"
  std::function<void()> action = {};
  std::function<bool()> enabled = {};  ///< none: always
  const char* whyNot = "";             ///< English msgid: why it is disabled
};

/// The commands of a window, bound to its menus and buttons.
class CommandSet {
 public:
  explicit CommandSet(wxFrame& frame);

  void add(Command command);
  /// Adds a menu item; the command must be known.
  void append(wxMenu& menu, const std::string& key, const viewmodels::Translator& text);
  /// A button that does the same and is enabled when the menu item is.
  wxButton* makeButton(wxWindow* parent, const std::string& key, const viewmodels::Translator& text,
                       const std::string& label = {});
  void run(const std::string& key);
  /// Runs the command of a shortcut; for the window's key hook, because lists and fields have their own
  /// ideas of Ctrl+N and Ctrl+F. False when no command has it.
  bool handleKey(const wxKeyEvent& event);
  /// Brings buttons and menu items to the state of now.
  void update(const viewmodels::Translator& text);
  /// Buttons are about to be destroyed with their bar.
  void forgetButtons() { m_buttons.clear(); }

 private:
  struct Entry {
    Command command;
    int id;
  };
  struct Bound {
    wxButton* button;
    std::string key;
  };
  const Entry& find(const std::string& key) const;
  static bool isEnabled(const Command& command) { return !command.enabled || command.enabled(); }

  wxFrame& m_frame;
  std::vector<Entry> m_entries;
  std::vector<Bound> m_buttons;
};

}  // namespace octad::gui
