#include "gui/shell/command.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <wx/accel.h>
#include <wx/button.h>
#include <wx/frame.h>
#include <wx/menu.h>

#include "gui/widgets/text.hpp"

namespace octad::gui {

CommandSet::CommandSet(wxFrame& frame) : m_frame(frame) {}

void CommandSet::add(Command command) {
  const int id = wxWindow::NewControlId();
  m_frame.Bind(
      wxEVT_MENU, [this, key = command.key](wxCommandEvent&) { run(key); }, id);
  m_entries.push_back({std::move(command), id});
}

const CommandSet::Entry& CommandSet::find(const std::string& key) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [&key](const Entry& entry) { return entry.command.key == key; });
  if (found == m_entries.end()) throw std::logic_error("no command " + key);
  return *found;
}

void CommandSet::append(wxMenu& menu, const std::string& key, const viewmodels::Translator& text) {
  const Entry& entry = find(key);
  std::string label = text(entry.command.label);
  if (!entry.command.shortcut.empty()) label += "\t" + entry.command.shortcut;
  menu.Append(entry.id, toWx(label), toWx(text(entry.command.help)));
}

wxButton* CommandSet::makeButton(wxWindow* parent, const std::string& key, const viewmodels::Translator& text,
                                 const std::string& label) {
  const Entry& entry = find(key);
  auto* button = new wxButton(parent, wxID_ANY, toWx(label.empty() ? text(entry.command.label) : label));
  button->Bind(wxEVT_BUTTON, [this, key](wxCommandEvent&) { run(key); });
  m_buttons.push_back({button, key});
  return button;
}

void CommandSet::run(const std::string& key) {
  const Command& command = find(key).command;
  if (isEnabled(command)) command.action();
}

bool CommandSet::handleKey(const wxKeyEvent& event) {
  for (const auto& entry : m_entries) {
    if (entry.command.shortcut.empty()) continue;
    wxAcceleratorEntry shortcut;
    if (!shortcut.FromString("\t" + toWx(entry.command.shortcut))) continue;
    const int wanted = ((shortcut.GetFlags() & wxACCEL_CTRL) != 0 ? wxMOD_CONTROL : 0) |
                       ((shortcut.GetFlags() & wxACCEL_SHIFT) != 0 ? wxMOD_SHIFT : 0) |
                       ((shortcut.GetFlags() & wxACCEL_ALT) != 0 ? wxMOD_ALT : 0);
    if (event.GetModifiers() != wanted || event.GetKeyCode() != shortcut.GetKeyCode()) continue;
    run(entry.command.key);
    return true;
  }
  return false;
}

void CommandSet::update(const viewmodels::Translator& text) {
  for (const auto& bound : m_buttons) {
    const Command& command = find(bound.key).command;
    const bool enabled = isEnabled(command);
    bound.button->Enable(enabled);
    std::string tip = text(enabled ? command.help : command.whyNot);
    if (enabled && !command.shortcut.empty()) tip += " (" + command.shortcut + ")";
    bound.button->SetToolTip(toWx(tip));
  }
  if (m_frame.GetMenuBar() == nullptr) return;
  for (const auto& entry : m_entries)
    if (auto* item = m_frame.GetMenuBar()->FindItem(entry.id)) item->Enable(isEnabled(entry.command));
}

}  // namespace octad::gui
