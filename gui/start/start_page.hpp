#pragma once

#include <boost/signals2/connection.hpp>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/viewmodels/start.hpp"

class wxBoxSizer;
class wxGauge;
class wxTextCtrl;

namespace octad::gui {

class ErrorBar;

/// What one sees without a database: go on with the last one, look at the demonstration, make a new one on
/// this computer, or connect to the team's server.
class StartPage final : public wxPanel {
 public:
  StartPage(wxWindow* parent, viewmodels::StartViewModel& viewModel, const viewmodels::Translator& text);

 private:
  void makeContinue(wxWindow* parent, wxSizer* target);
  void makeDemonstration(wxWindow* parent, wxSizer* target);
  void makeNew(wxWindow* parent, wxSizer* target);
  void makeServer(wxWindow* parent, wxSizer* target);
  void showState();
  void showLastServer();
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
  wxTextCtrl* m_server = nullptr;
  wxTextCtrl* m_database = nullptr;
  wxTextCtrl* m_user = nullptr;
  wxTextCtrl* m_password = nullptr;
  boost::signals2::scoped_connection m_changed;
};

}  // namespace octad::gui
