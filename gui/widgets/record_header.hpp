#pragma once

#include <functional>
#include <string>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace octad::gui {

/// The top of the page of one record, always there: back, number and subject, its papers, more, the next
/// step; below it a row of facts, filled by the kind of record.
class RecordHeader : public wxPanel {
 public:
  std::function<void()> onBack;
  std::function<void()> onPapers;
  std::function<void()> onNext;

 protected:
  /// English msgids marked with tr().
  RecordHeader(wxWindow* parent, const viewmodels::Translator& text, const char* back, const char* papers);

  virtual void showMenu() = 0;

  void showSubject(const std::string& number, const std::string& subject, const std::string& hint);
  void showDue(const std::string& due, bool overdue);

  const viewmodels::Translator& m_text;
  wxBoxSizer* m_facts = nullptr;
  wxStaticText* m_due = nullptr;  ///< made where it stands among the facts
  wxButton* m_papers = nullptr;
  wxButton* m_more = nullptr;
  wxButton* m_next = nullptr;

 private:
  wxSizer* makeFirstRow(const char* back, const char* papers);

  wxStaticText* m_number = nullptr;
  wxStaticText* m_subject = nullptr;
};

}  // namespace octad::gui
