#include "gui/start/start_page.hpp"

#include <cctype>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/msgdlg.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr int kColumnWidthDip = 520;
constexpr int kGaugeSteps = 1000;
constexpr int kTickMs = 100;

wxTextCtrl* line(wxWindow* parent) {
  return new wxTextCtrl(parent, wxID_ANY);
}

std::string value(const wxTextCtrl* field) {
  return fromWx(field->GetValue().Strip(wxString::both));
}

/// Characters that mean something in a URL are written as %XX.
std::string urlPart(const std::string& text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~';
    if (plain)
      out += c;
    else
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

/// The text of a part of a URL; %XX read back. What stands behind "?" is no part of it.
std::string urlText(const std::string& part) {
  std::string out;
  for (std::size_t at = 0; at < part.size() && part[at] != '?'; ++at) {
    if (part[at] == '%' && at + 2 < part.size() &&
        std::isxdigit(static_cast<unsigned char>(part[at + 1])) != 0 &&
        std::isxdigit(static_cast<unsigned char>(part[at + 2])) != 0) {
      out += static_cast<char>(std::stoi(part.substr(at + 1, 2), nullptr, 16));
      at += 2;
    } else {
      out += part[at];
    }
  }
  return out;
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
  makeContinue(scrolled, here);
  makeDemonstration(scrolled, here);
  auto* fresh = new wxBoxSizer(wxVERTICAL);
  makeNew(scrolled, fresh);
  makeServer(scrolled, fresh);
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
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder form(parent, box);
  m_server = form.field("server", m_text(tr("PostgreSQL server")), 3, line);
  m_database = form.field("database", m_text(tr("Database")), 2, line);
  m_database->ChangeValue("octad");
  form.row();
  m_user = form.field("user", m_text(tr("Login")), 1, line);
  m_user->ChangeValue(wxGetUserId());
  showLastServer();
  m_password = form.field("password", m_text(tr("Password (not kept)")), 1, [](wxWindow* owner) {
    return new wxTextCtrl(owner, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
  });
  target->Add(box, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  target->Add(makeButton(parent, m_text(tr("&Connect")), [this] { connectToServer(); }),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
}

/// The password is never kept: the rest of the last address is there already.
void StartPage::showLastServer() {
  static const std::string kScheme = "postgresql://";
  const std::string last = m_viewModel.lastDatabase();
  if (!last.starts_with(kScheme)) return;
  const auto slash = last.find('/', kScheme.size());
  const std::string place = last.substr(kScheme.size(), slash - kScheme.size());
  const auto at = place.find('@');
  if (at != std::string::npos) m_user->ChangeValue(toWx(urlText(place.substr(0, at))));
  m_server->ChangeValue(toWx(at == std::string::npos ? place : place.substr(at + 1)));
  if (slash != std::string::npos) m_database->ChangeValue(toWx(urlText(last.substr(slash + 1))));
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
  const std::string server = value(m_server);
  if (server.empty()) {
    m_errors->showError(m_text(tr("Write the name of the server.")));
    m_server->SetFocus();
    return;
  }
  std::string url = "postgresql://" + urlPart(value(m_user));
  if (const std::string password = fromWx(m_password->GetValue()); !password.empty())
    url += ":" + urlPart(password);
  url += "@" + server + "/" + urlPart(value(m_database));
  m_viewModel.open(url);
}

void StartPage::chooseFile() {
  wxFileDialog dialog(
      this, toWx(m_text(tr("Open a database"))), {}, {},
      toWx(m_text(tr("Octad databases")) + " (*.octad)|*.octad|" + m_text(tr("All files")) + "|*"),
      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) m_viewModel.open(fromWx(dialog.GetPath()));
}

}  // namespace octad::gui
