#include "gui/shell/open_pages.hpp"

#include <algorithm>
#include <wx/simplebook.h>

namespace octad::gui {

OpenPages::OpenPages(wxWindow* parent) : m_book(new wxSimplebook(parent)) {}

const OpenPages::Entry* OpenPages::find(const std::string& key) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [&key](const Entry& entry) { return entry.key == key; });
  return found == m_entries.end() ? nullptr : &*found;
}

const OpenPages::Entry* OpenPages::find(const wxWindow* window) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [window](const Entry& entry) { return entry.page.window == window; });
  return found == m_entries.end() ? nullptr : &*found;
}

PageCommands* OpenPages::currentCommands() const {
  const Entry* entry = current();
  return entry == nullptr ? nullptr : entry->page.commands;
}

bool OpenPages::currentIsPlace() const {
  const Entry* entry = current();
  return entry != nullptr && entry->place;
}

void OpenPages::add(Entry entry) {
  entry.page = entry.make(m_book);
  m_book->AddPage(entry.page.window, {});
  m_entries.push_back(std::move(entry));
}

void OpenPages::turnTo(const std::string& key) {
  const Entry* entry = find(key);
  m_current = key;
  if (entry->place) m_back = key;
  m_book->ChangeSelection(static_cast<std::size_t>(entry - m_entries.data()));
}

std::string OpenPages::remove(const std::string& key) {
  const auto position = static_cast<std::size_t>(find(key) - m_entries.data());
  m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(position));
  m_book->DeletePage(position);
  return m_current == key ? m_back : m_current;
}

bool OpenPages::rename(const wxWindow* window, const std::string& title) {
  for (auto& entry : m_entries)
    if (entry.page.window == window && entry.title != title) {
      entry.title = title;
      return true;
    }
  return false;
}

void OpenPages::remake(const wxFont& font) {
  m_book->SetFont(font);
  for (std::size_t at = 0; at < m_entries.size(); ++at) {
    Page& page = m_entries[at].page;
    if (page.commands != nullptr && page.commands->followsLanguage()) {
      page.window->SetFont(font);
      continue;
    }
    wxWindow* old = page.window;
    page = m_entries[at].make(m_book);
    m_book->RemovePage(at);
    old->Destroy();
    m_book->InsertPage(at, page.window, {});
  }
}

}  // namespace octad::gui
