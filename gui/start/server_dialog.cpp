#include "gui/start/server_dialog.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/layout.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::Profile;

namespace {

constexpr double kWidthChars = 64;

class ServerDialog final : public wxDialog {
 public:
  ServerDialog(wxWindow* parent, viewmodels::Profiles& profiles, const Profile& start, std::string formerName,
               const viewmodels::Translator& text);
  const Profile& stored() const { return m_stored; }

 private:
  wxTextCtrl* field(FormBuilder& form, const char* name, const char* label, int share,
                    const std::string& value);
  void makeTrust(wxBoxSizer* column, const Profile& start);
  void chooseFile();
  void store();

  viewmodels::Profiles& m_profiles;
  std::string m_formerName;
  const viewmodels::Translator& m_text;
  Profile m_stored;
  FieldErrors m_errors;
  wxTextCtrl* m_name = nullptr;
  wxTextCtrl* m_host = nullptr;
  wxTextCtrl* m_port = nullptr;
  wxTextCtrl* m_database = nullptr;
  wxTextCtrl* m_login = nullptr;
  wxRadioButton* m_ownAuthority = nullptr;
  wxTextCtrl* m_file = nullptr;
  wxButton* m_browse = nullptr;
  wxCheckBox* m_remember = nullptr;
};

ServerDialog::ServerDialog(wxWindow* parent, viewmodels::Profiles& profiles, const Profile& start,
                           std::string formerName, const viewmodels::Translator& text)
    : wxDialog(parent, wxID_ANY, toWx(text(tr("Server of the team"))), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      m_profiles(profiles),
      m_formerName(std::move(formerName)),
      m_text(text) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  FormBuilder form(this, column, &m_errors);
  m_host = field(form, "host", tr("PostgreSQL server"), 3, start.host);
  m_port = field(form, "port", tr("Port (5432)"), 1, start.port);
  form.row();
  m_database = field(form, "database", tr("Database"), 1, start.database);
  m_login = field(form, "login", tr("Login"), 1, start.login);
  form.row();
  m_name = field(form, "name", tr("Name on the start page"), 1, start.name);
  column->SetMinSize({chars(this, kWidthChars), -1});
  makeTrust(column, start);
  m_remember = new wxCheckBox(this, wxID_ANY,
                              toWx(text(tr("&Keep the password in the desktop's store of passwords"))));
  m_remember->SetValue(start.remember);
  column->Add(m_remember, wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, toWx(text(tr("Cancel")))),
               wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  auto* go = makeButton(this, text(tr("Keep the &server")), [this] { store(); });
  go->SetDefault();
  buttons->Add(go);
  column->Add(buttons, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::group)));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(column, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  SetSizerAndFit(outer);
  CentreOnParent();
  m_host->SetFocus();
}

wxTextCtrl* ServerDialog::field(FormBuilder& form, const char* name, const char* label, int share,
                                const std::string& value) {
  return form.field(name, m_text(label), share,
                    [&value](wxWindow* owner) { return new wxTextCtrl(owner, wxID_ANY, toWx(value)); });
}

/// Whose word is taken for the server being the right one.
void ServerDialog::makeTrust(wxBoxSizer* column, const Profile& start) {
  const bool own = !start.rootCertificate.empty();
  column->Add(makeSection(this, m_text(tr("The server proves who it is with a certificate"))),
              wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
  auto* system =
      new wxRadioButton(this, wxID_ANY, toWx(m_text(tr("issued by an authority this computer knows"))),
                        wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
  m_ownAuthority = new wxRadioButton(
      this, wxID_ANY, toWx(m_text(tr("issued by our company; its root certificate is in this file:"))));
  (own ? m_ownAuthority : system)->SetValue(true);
  column->Add(system, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  column->Add(m_ownAuthority, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_file = new wxTextCtrl(this, wxID_ANY, toWx(start.rootCertificate));
  setAccessibleName(m_file, m_text(tr("Root certificate")));
  m_browse = makeButton(this, m_text(tr("&Browse…")), [this] { chooseFile(); });
  row->Add(m_file, wxSizerFlags(1).CentreVertical());
  row->Add(m_browse, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  auto* place = new wxBoxSizer(wxVERTICAL);
  place->Add(row, wxSizerFlags().Expand());
  column->Add(place, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  m_errors.add("root_certificate", m_file, place);
  column->Add(
      makeMuted(
          this,
          m_text(tr("The check cannot be switched off: over a line that is not checked, anybody could be "
                    "the server.")),
          chars(this, kWidthChars)),
      wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  const auto follow = [this] {
    m_file->Enable(m_ownAuthority->GetValue());
    m_browse->Enable(m_ownAuthority->GetValue());
  };
  Bind(wxEVT_RADIOBUTTON, [follow](wxCommandEvent&) { follow(); });
  follow();
}

void ServerDialog::chooseFile() {
  wxFileDialog dialog(
      this, toWx(m_text(tr("Root certificate of your company"))), {}, {},
      toWx(m_text(tr("Certificates"))) + " (*.crt;*.pem)|*.crt;*.pem|" + toWx(m_text(tr("All files"))) + "|*",
      wxFD_OPEN | wxFD_FILE_MUST_EXIST);
  if (dialog.ShowModal() == wxID_OK) m_file->ChangeValue(dialog.GetPath());
}

void ServerDialog::store() {
  m_errors.clear();
  Profile typed;
  typed.name = fromWx(m_name->GetValue());
  typed.host = fromWx(m_host->GetValue());
  typed.port = fromWx(m_port->GetValue());
  typed.database = fromWx(m_database->GetValue());
  typed.login = fromWx(m_login->GetValue());
  typed.remember = m_remember->GetValue();
  if (m_ownAuthority->GetValue()) typed.rootCertificate = fromWx(m_file->GetValue());
  try {
    if (m_ownAuthority->GetValue() && !wxFileExists(m_file->GetValue()))
      throw model::Invalid("root_certificate", tr("There is no such file. Choose the root certificate."));
    m_stored = viewmodels::checkedProfile(typed);
    m_profiles.save(m_stored, m_formerName);
    EndModal(wxID_OK);
  } catch (const model::Invalid& invalid) {
    m_errors.show(invalid.field(), m_text(invalid.message()));
    m_errors.focus(invalid.field());
    Fit();
  }
}

}  // namespace

std::optional<Profile> editServer(wxWindow* parent, viewmodels::Profiles& profiles, const Profile& start,
                                  const std::string& formerName, const viewmodels::Translator& text) {
  ServerDialog dialog(wxGetTopLevelParent(parent), profiles, start, formerName, text);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.stored();
}

}  // namespace octad::gui
