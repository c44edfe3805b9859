#pragma once

#include <string>
#include <wx/panel.h>

class wxStaticText;

namespace octad::gui {

/// The bar below: database, person, counts, last saved. Native labels, because the texts of wxStatusBar do
/// not reach assistive technology.
class StatusPanel final : public wxPanel {
 public:
  explicit StatusPanel(wxWindow* parent);
  void setDatabase(const std::string& text);
  void setPerson(const std::string& text);
  void setCounts(const std::string& text);
  void setNotice(const std::string& text);

 private:
  wxStaticText* m_database;
  wxStaticText* m_person;
  wxStaticText* m_counts;
  wxStaticText* m_notice;
};

}  // namespace octad::gui
