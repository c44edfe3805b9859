#pragma once

#include <boost/signals2/connection.hpp>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/viewmodels/start.hpp"
#include "gui/widgets/row_list.hpp"

class wxBoxSizer;
class wxButton;
class wxGauge;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class ErrorBar;

/// What one sees without a database: go on with the last one, look at the demonstration, make a new one on
/// this computer, or connect to a server of the team: the one used last comes first.
class StartPage final : public wxPanel, private RowSource {
 public:
  StartPage(wxWindow* parent, viewmodels::StartViewModel& viewModel, const viewmodels::Translator& text);

 private:
  void makeContinue(wxWindow* parent, wxSizer* target);
  void makeDemonstration(wxWindow* parent, wxSizer* target);
  void makeNew(wxWindow* parent, wxSizer* target);
  void makeServer(wxWindow* parent, wxSizer* target);
  void showState();
  long rowCount() const override { return static_cast<long>(m_profiles.size()); }
  std::string cell(long row, int column) const override;
  void showServers(long selected);
  void showServerButtons();
  void editServer(bool fresh);
  void removeServer();
  void showError();
  void setUp();
  void update();
  void createDatabase();
  void connectToServer();
  void chooseFile();

  viewmodels::StartViewModel& m_viewModel;
  const viewmodels::Translator& m_text;
  ErrorBar* m_errors = nullptr;
  wxWindow* m_body = nullptr;
  wxGauge* m_busy = nullptr;
  wxTimer m_tick;  ///< moves the gauge while a database is being opened
  wxTextCtrl* m_company = nullptr;
  wxTextCtrl* m_person = nullptr;
  wxTextCtrl* m_path = nullptr;
  std::vector<viewmodels::Profile> m_profiles;  ///< as shown
  RowList* m_servers = nullptr;
  wxStaticText* m_noServers = nullptr;
  wxButton* m_connect = nullptr;
  wxButton* m_edit = nullptr;
  wxButton* m_remove = nullptr;
  boost::signals2::scoped_connection m_changed;
};

}  // namespace octad::gui
