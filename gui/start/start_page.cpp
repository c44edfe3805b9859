#include "gui/start/start_page.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "gui/start/server_dialog.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr int kColumnWidthDip = 520;
constexpr int kGaugeSteps = 1000;
constexpr int kTickMs = 100;
constexpr double kServerLines = 7;

wxTextCtrl* line(wxWindow* parent) {
  return new wxTextCtrl(parent, wxID_ANY);
}

std::string value(const wxTextCtrl* field) {
  return fromWx(field->GetValue().Strip(wxString::both));
}

}  // namespace

StartPage::StartPage(wxWindow* parent, viewmodels::StartViewModel& viewModel,
                     const viewmodels::Translator& text)
    : wxPanel(parent), m_viewModel(viewModel), m_text(text), m_tick(this) {
  m_errors = new ErrorBar(this);
  auto* scrolled = makeScrolled(this);
  m_body = scrolled;
  auto* all = new wxBoxSizer(wxVERTICAL);
  all->Add(makeTitle(scrolled, "Octad"));
  all->Add(makeMuted(scrolled, m_text(tr("Customer complaints and 8D problem solving"))),
           wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  m_busy = new wxGauge(scrolled, wxID_ANY, kGaugeSteps);
  m_busy->Hide();
  all->Add(m_busy, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  auto* here = new wxBoxSizer(wxVERTICAL);
  auto* fresh = new wxBoxSizer(wxVERTICAL);
  // Who works with a team finds its servers first.
  const bool team = !m_viewModel.profiles().list().empty();
  if (team) makeServer(scrolled, here);
  makeContinue(scrolled, team ? fresh : here);
  makeDemonstration(scrolled, team ? fresh : here);
  makeNew(scrolled, fresh);
  if (!team) makeServer(scrolled, fresh);
  here->SetMinSize({FromDIP(kColumnWidthDip), -1});
  fresh->SetMinSize({FromDIP(kColumnWidthDip), -1});
  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(here, wxSizerFlags().Expand());
  columns->Add(fresh, wxSizerFlags().Expand().Border(wxLEFT, 2 * gap(this, Gap::section)));
  all->Add(columns, wxSizerFlags().Expand());
  auto* inset = new wxBoxSizer(wxVERTICAL);
  inset->Add(all, wxSizerFlags().Border(wxALL, gap(this, Gap::section)));
  scrolled->SetSizer(inset);
  auto* page = new wxBoxSizer(wxVERTICAL);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(scrolled, wxSizerFlags(1).Expand());
  SetSizer(page);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    const double done = m_viewModel.progress();
    if (done > 0)
      m_busy->SetValue(static_cast<int>(done * kGaugeSteps));
    else
      m_busy->Pulse();
  });
  m_changed = m_viewModel.changed.connect([this] { showState(); });
  showState();
}

void StartPage::makeContinue(wxWindow* parent, wxSizer* target) {
  const std::string last = m_viewModel.lastDatabase();
  auto* heading = makeSection(parent, m_text(last.empty() ? tr("Open a database") : tr("Go on working")));
  target->Add(heading, wxSizerFlags().Border(wxTOP, gap(this, Gap::section)));
  if (!last.empty())
    target->Add(makeMuted(parent, last), wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  if (!last.empty()) {
    auto* go = makeButton(parent, m_text(tr("&Open")), [this, last] { m_viewModel.open(last); });
    go->SetDefault();
    row->Add(go, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  }
  row->Add(makeButton(parent, m_text(tr("Open a &file…")), [this] { chooseFile(); }));
  target->Add(row, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
}

void StartPage::makeDemonstration(wxWindow* parent, wxSizer* target) {
  target->Add(makeSection(parent, m_text(tr("Look around"))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::section)));
  target->Add(makeMuted(parent, m_text(tr("A made-up factory with a year of complaints in every state."))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  target->Add(
      makeButton(parent, m_text(tr("Open the &demonstration")), [this] { m_viewModel.openDemonstration(); }),
      wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
}

void StartPage::makeNew(wxWindow* parent, wxSizer* target) {
  target->Add(makeSection(parent, m_text(tr("Start a register on this computer"))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::section)));
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder form(parent, box);
  m_company = form.field("company", m_text(tr("Company")), 1, line);
  m_person = form.field("person", m_text(tr("Your name")), 1, line);
  m_person->ChangeValue(wxGetUserName());
  form.row();
  m_path = form.field("path", m_text(tr("File")), 1, line);
  m_path->ChangeValue(toWx(m_viewModel.suggestedPath()));
  target->Add(box, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  target->Add(makeButton(parent, m_text(tr("&Make a new database")), [this] { createDatabase(); }),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
}

void StartPage::makeServer(wxWindow* parent, wxSizer* target) {
  target->Add(makeSection(parent, m_text(tr("Work with the team"))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::section)));
  m_servers = new RowList(
      parent, m_text(tr("Servers of the team")),
      {{m_text(tr("Server")), 16, false, false, true}, {m_text(tr("Login")), 30, false, false, true}}, *this,
      RowListStyle{false, false, true});
  m_servers->SetMinSize({-1, lines(this, kServerLines)});
  m_servers->onActivate = [this](long) { connectToServer(); };
  m_servers->onSelect = [this](long) { showServerButtons(); };
  m_noServers = makeMuted(
      parent, m_text(tr("No server is known here yet. Ask your administrator for its name and your login.")),
      FromDIP(kColumnWidthDip));
  target->Add(m_servers, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  target->Add(m_noServers, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](wxButton* button) {
    row->Add(button, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    return button;
  };
  m_connect = add(makeButton(parent, m_text(tr("Co&nnect")), [this] { connectToServer(); }));
  m_edit = add(makeButton(parent, m_text(tr("&Edit…")), [this] { editServer(false); }));
  m_remove = add(makeButton(parent, m_text(tr("&Remove")), [this] { removeServer(); }));
  row->Add(makeButton(parent, m_text(tr("&Add a server…")), [this] { editServer(true); }));
  target->Add(row, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  showServers(0);
}

std::string StartPage::cell(long row, int column) const {
  const auto& profile = m_profiles.at(static_cast<std::size_t>(row));
  return column == 0 ? profile.name : profile.summary();
}

void StartPage::showServers(long selected) {
  m_profiles = m_viewModel.profiles().list();
  const bool any = !m_profiles.empty();
  m_servers->Show(any);
  m_noServers->Show(!any);
  m_servers->reload(any ? std::clamp<long>(selected, 0, rowCount() - 1) : -1);
  showServerButtons();
  m_body->Layout();
}

void StartPage::showServerButtons() {
  for (wxWindow* button : {m_connect, m_edit, m_remove}) {
    button->Show(!m_profiles.empty());
    button->Enable(!m_viewModel.busy() && m_servers->selectedRow() >= 0);
  }
}

void StartPage::editServer(bool fresh) {
  const long row = m_servers->selectedRow();
  viewmodels::Profile start;
  start.login = fromWx(wxGetUserId());
  if (const auto last = viewmodels::profileOf(m_viewModel.lastDatabase());
      fresh && last && m_profiles.empty())
    start = *last;
  if (!fresh && row >= 0) start = m_profiles.at(static_cast<std::size_t>(row));
  const auto stored = gui::editServer(this, m_viewModel.profiles(), start, fresh ? "" : start.name, m_text);
  if (!stored) return;
  const bool forget = !fresh && (stored->address() != start.address() || !stored->remember);
  if (forget) {
    m_viewModel.removeProfile(start);  // forgets the password that was kept for it
    if (!m_viewModel.profiles().find(stored->name)) m_viewModel.profiles().save(*stored, "");
  }
  showServers(fresh || forget ? 0 : row);
}

void StartPage::removeServer() {
  const long row = m_servers->selectedRow();
  if (row < 0) return;
  const auto& profile = m_profiles.at(static_cast<std::size_t>(row));
  wxMessageDialog ask(
      this,
      toWx(m_text(model::Message(tr("{0} is taken off this page, and a password kept for it is "
                                    "forgotten. Nothing changes on the server."),
                                 {profile.name}))),
      toWx(m_text(tr("Remove the server?"))), wxOK | wxCANCEL | wxICON_QUESTION);
  ask.SetOKCancelLabels(toWx(m_text(tr("Remove"))), toWx(m_text(tr("Cancel"))));
  if (ask.ShowModal() != wxID_OK) return;
  m_viewModel.removeProfile(profile);
  showServers(row);
}

void StartPage::showState() {
  const bool busy = m_viewModel.busy();
  if (busy != m_busy->IsShown()) {
    m_busy->Show(busy);
    m_body->Layout();
  }
  if (busy)
    m_tick.Start(kTickMs);
  else
    m_tick.Stop();
  for (wxWindow* child : m_body->GetChildren())
    if (child != m_busy) child->Enable(!busy);
  showServerButtons();
  if (!m_viewModel.error().empty())
    showError();
  else if (m_errors->IsShown())
    m_errors->Dismiss();
}

/// What went wrong, with the way on when there is one.
void StartPage::showError() {
  using Need = viewmodels::Databases::SchemaNeed;
  switch (m_viewModel.schema().need) {
    case Need::setUp:
      m_errors->showError(m_text(tr("This database is empty: nothing of Octad is in it yet.")),
                          m_text(tr("Set it up…")), [this] { CallAfter(&StartPage::setUp); });
      return;
    case Need::update:
      m_errors->showError(
          m_text(model::Message(tr("This database has the older schema {0}; this program needs {1}."),
                                {std::to_string(m_viewModel.schema().version),
                                 std::to_string(m_viewModel.schema().newVersion)})),
          m_text(tr("Update…")), [this] { CallAfter(&StartPage::update); });
      return;
    case Need::nothing:
    case Need::newerProgram:
      break;
  }
  m_errors->showError(m_viewModel.error());
}

void StartPage::setUp() {
  wxTextEntryDialog ask(this,
                        toWx(m_text(tr("Tables and standard lists are made in this database. You become "
                                       "its administrator. Name of the company:"))),
                        toWx(m_text(tr("Set up the database"))));
  if (ask.ShowModal() == wxID_OK) m_viewModel.setUp(fromWx(ask.GetValue().Strip(wxString::both)));
}

void StartPage::update() {
  const auto& schema = m_viewModel.schema();
  const std::string kept =
      schema.copy.empty()
          ? m_text(tr("Make sure that the server's administrator has a backup, and that nobody works in it."))
          : m_text(model::Message(tr("A copy of it as it is now is kept as {0}."), {schema.copy}));
  wxMessageDialog ask(
      this,
      toWx(m_text(model::Message(tr("The database is brought from schema {0} to {1}. Older versions of Octad "
                                    "cannot open it afterwards."),
                                 {std::to_string(schema.version), std::to_string(schema.newVersion)})) +
           "\n\n" + kept),
      toWx(m_text(tr("Update the database?"))), wxOK | wxCANCEL | wxICON_QUESTION);
  ask.SetOKCancelLabels(toWx(m_text(tr("Update"))), toWx(m_text(tr("Cancel"))));
  if (ask.ShowModal() == wxID_OK) m_viewModel.update();
}

void StartPage::createDatabase() {
  m_viewModel.create({value(m_path), value(m_company), value(m_person)});
}

void StartPage::connectToServer() {
  const long row = m_servers->selectedRow();
  if (row >= 0) m_viewModel.open(m_profiles.at(static_cast<std::size_t>(row)).address());
}

void StartPage::chooseFile() {
  wxFileDialog dialog(
      this, toWx(m_text(tr("Open a database"))), {}, {},
      toWx(m_text(tr("Octad databases")) + " (*.octad)|*.octad|" + m_text(tr("All files")) + "|*"),
      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) m_viewModel.open(fromWx(dialog.GetPath()));
}

}  // namespace octad::gui
