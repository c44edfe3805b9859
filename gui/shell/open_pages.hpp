#pragma once

#include <functional>
#include <string>
#include <vector>

#include "gui/shell/services.hpp"

class wxFont;
class wxSimplebook;

namespace octad::gui {

/// The pages that are open, in the order in which they were opened; one of them is shown. A page is a place
/// (always the same list or table) or was opened from one and goes again.
class OpenPages {
 public:
  using Maker = std::function<Page(wxWindow* parent)>;
  struct Entry {
    std::string key;
    std::string title;
    bool place = false;
    Maker make;
    Page page;
  };

  explicit OpenPages(wxWindow* parent);
  wxSimplebook* book() const { return m_book; }

  const std::vector<Entry>& entries() const { return m_entries; }
  const Entry* find(const std::string& key) const;
  const Entry* find(const wxWindow* window) const;
  bool has(const std::string& key) const { return find(key) != nullptr; }
  const Entry* current() const { return find(m_current); }
  const std::string& currentKey() const { return m_current; }
  PageCommands* currentCommands() const;
  bool currentIsPlace() const;

  void addPlace(const std::string& key, Maker make) { add({key, {}, true, std::move(make), {}}); }
  void addPage(const std::string& key, const std::string& title, Maker make) {
    add({key, title, false, std::move(make), {}});
  }
  /// Shows a page that is open.
  void turnTo(const std::string& key);
  /// Takes a page out; says which is to be shown now: the one that is shown, or the place it came from.
  std::string remove(const std::string& key);
  /// True when the title is new.
  bool rename(const wxWindow* window, const std::string& title);
  /// After a change of language or font: pages that do not follow by themselves are made anew.
  void remake(const wxFont& font);

 private:
  void add(Entry entry);

  wxSimplebook* m_book;
  std::vector<Entry> m_entries;
  std::string m_current;
  std::string m_back;  ///< the place where Esc leads
};

}  // namespace octad::gui
