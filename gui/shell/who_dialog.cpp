#include "gui/shell/who_dialog.hpp"

#include <array>
#include <boost/signals2/connection.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::WhoAmIViewModel;

namespace {

constexpr double kColumnChars = 56;
constexpr double kMostLines = 30;
constexpr std::array kMinutes{5, 10, 15, 30, 60};

class WhoDialog final : public wxDialog {
 public:
  WhoDialog(wxWindow* parent, WhoAmIViewModel& viewModel, viewmodels::LockViewModel& lock)
      : wxDialog(parent, wxID_ANY, toWx(viewModel.session().translator(tr("Who you are"))), wxDefaultPosition,
                 wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_viewModel(viewModel),
        m_lock(lock),
        m_text(viewModel.session().translator) {
    auto* outer = new wxBoxSizer(wxVERTICAL);
    m_bar = new ErrorBar(this);
    outer->Add(m_bar, wxSizerFlags().Expand());
    m_scrolled = makeScrolled(this);
    outer->Add(m_scrolled, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
    outer->Add(makeButtons(),
               wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
    SetSizer(outer);
    m_changed = m_viewModel.changed.connect([this] {
      // A button of the page may be the one that asks.
      CallAfter([this] { show(); });
    });
    show();
    m_viewModel.load();
    CentreOnParent();
  }

  WhoWish wish() const { return m_wish; }

 private:
  wxSizer* makeButtons() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const char* label, WhoWish::Kind kind) {
      row->Add(makeButton(this, m_text(label),
                          [this, kind] {
                            leave({kind, {}});
                          }),
               wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    };
    if (m_viewModel.connection().asksPassword) {
      add(tr("Change &password…"), WhoWish::Kind::changePassword);
      add(tr("&Lock"), WhoWish::Kind::lock);
    }
    if (m_viewModel.connection().embedded) add(tr("Other &person…"), WhoWish::Kind::otherPerson);
    row->AddStretchSpacer();
    auto* close = new wxButton(this, wxID_CANCEL, toWx(m_text(tr("Close"))));
    close->SetDefault();
    row->Add(close);
    return row;
  }

  void leave(const WhoWish& wish) {
    m_wish = wish;
    EndModal(wxID_OK);
  }

  void section(const char* title) {
    m_column->Add(makeSection(m_page, m_text(title)), wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
  }
  void line(const std::string& words) {
    m_column->Add(makeText(m_page, words, chars(this, kColumnChars)),
                  wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  }
  void muted(const std::string& words) {
    m_column->Add(makeMuted(m_page, words, chars(this, kColumnChars)),
                  wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  }
  void lineWith(const std::string& words, const std::string& label, std::function<void()> action) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeText(m_page, words), wxSizerFlags(1).CentreVertical());
    row->Add(makeButton(m_page, label, std::move(action)),
             wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
    m_column->Add(row, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  }

  void show() {
    if (!m_viewModel.error().empty()) m_bar->showError(m_viewModel.error());
    if (m_page != nullptr) m_page->Destroy();
    m_page = new wxPanel(m_scrolled);
    auto* all = new wxBoxSizer(wxVERTICAL);
    m_column = all;
    showPerson();
    auto* left = new wxBoxSizer(wxVERTICAL);
    auto* right = new wxBoxSizer(wxVERTICAL);
    m_column = left;
    showRights();
    m_column = right;
    showStandIns();
    showConnection();
    left->SetMinSize({chars(this, kColumnChars), -1});
    right->SetMinSize({chars(this, kColumnChars), -1});
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(left);
    columns->Add(right, wxSizerFlags(1).Border(wxLEFT, gap(this, Gap::section)));
    all->Add(columns, wxSizerFlags().Expand());
    m_page->SetSizer(all);
    auto* whole = new wxBoxSizer(wxVERTICAL);
    whole->Add(m_page, wxSizerFlags().Expand());
    m_scrolled->SetSizer(whole);
    const wxSize needed = all->GetMinSize();
    m_scrolled->SetMinSize({needed.x + gap(this, Gap::section),
                            std::min(needed.y + gap(this, Gap::group), lines(this, kMostLines))});
    m_scrolled->FitInside();
    Fit();
  }

  void showPerson() {
    m_column->Add(makeTitle(m_page, m_viewModel.name()));
    std::string words = m_viewModel.login();
    for (const std::string& part : {m_viewModel.roles(), m_viewModel.department()})
      if (!part.empty()) words += " · " + part;
    line(words);
    if (const std::string& absent = m_viewModel.session().actor.inPlaceOf; !absent.empty())
      lineWith(m_text(Message(tr("You act in place of {0}."), {absent})), m_text(tr("&Back to my own desk")),
               [this] {
                 leave({WhoWish::Kind::actForSelf, {}});
               });
  }

  void showRights() {
    section(tr("What you may do"));
    for (const std::string& right : m_viewModel.rights()) line("• " + right);
    if (m_viewModel.connection().embedded)
      muted(m_text(tr("This database is a file: the rights are advice, and its owner may do everything.")));
    const auto customers = m_viewModel.customers();
    if (customers.empty()) return;
    section(tr("Customers you look after"));
    std::string names;
    for (const std::string& customer : customers) names += (names.empty() ? "" : ", ") + customer;
    line(names);
  }

  void showStandIns() {
    if (!m_viewModel.standIns().empty()) {
      section(tr("You stand in for"));
      for (const model::StandIn& place : m_viewModel.standIns()) {
        if (m_viewModel.session().actor.departmentId == place.departmentId)
          line(m_viewModel.standInWords(place));
        else
          lineWith(m_viewModel.standInWords(place), m_text(tr("&Act for them")), [this, place] {
            leave({WhoWish::Kind::actFor, place});
          });
      }
    }
    if (!m_viewModel.absentCqes().empty()) {
      section(tr("Whose cases you look after"));
      for (const model::StandIn& place : m_viewModel.absentCqes()) line(m_viewModel.standInWords(place));
      muted(m_text(tr("They stand in \"My work\".")));
    }
    section(tr("Who stands in for you"));
    for (const auto& deputy : m_viewModel.deputies())
      lineWith(deputy.words, m_text(tr("&End now")), [this, id = deputy.id] { m_viewModel.end(id); });
    auto* name = makeButton(m_page, m_text(tr("&Stand in for me…")),
                            [this] { showFormDialog(this, m_viewModel.deputyForm()); });
    name->Enable(!m_viewModel.loading());
    m_column->Add(name, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  }

  void showConnection() {
    section(tr("Connection"));
    line(m_viewModel.session().databaseName + " – " +
         viewmodels::connectionWords(m_viewModel.connection(), m_text));
    if (const std::string until = m_viewModel.passwordUntil(); !until.empty())
      line(m_text(Message(tr("The server takes your password until {0}."), {until})));
    if (!m_lock.canLock()) {
      muted(
          m_viewModel.connection().embedded
              ? m_text(tr(
                    "A file has no password, so the window does not lock itself. Lock the desktop instead."))
              : m_text(tr(
                    "This server asks for no password, so the window does not lock itself. Lock the desktop "
                    "instead.")));
      return;
    }
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeText(m_page, m_text(tr("Locks itself when nobody is there for"))),
             wxSizerFlags().CentreVertical());
    auto* choice = new wxChoice(m_page, wxID_ANY);
    for (const int minutes : kMinutes) {
      choice->Append(toWx(m_text(Message(tr("{0} minutes"), {std::to_string(minutes)}))));
      if (m_lock.minutes() >= minutes) choice->SetSelection(static_cast<int>(choice->GetCount()) - 1);
    }
    setAccessibleName(choice, m_text(tr("Locks itself when nobody is there for")));
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
      m_lock.setMinutes(kMinutes.at(static_cast<std::size_t>(event.GetSelection())));
    });
    row->Add(choice, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
    m_column->Add(row, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
  }

  WhoAmIViewModel& m_viewModel;
  viewmodels::LockViewModel& m_lock;
  const viewmodels::Translator& m_text;
  WhoWish m_wish;
  ErrorBar* m_bar = nullptr;
  wxScrolledWindow* m_scrolled = nullptr;
  wxPanel* m_page = nullptr;
  wxBoxSizer* m_column = nullptr;
  boost::signals2::scoped_connection m_changed;
};

}  // namespace

WhoWish showWhoAmI(wxWindow* parent, WhoAmIViewModel& viewModel, viewmodels::LockViewModel& lock) {
  WhoDialog dialog(wxGetTopLevelParent(parent), viewModel, lock);
  dialog.ShowModal();
  return dialog.wish();
}

}  // namespace octad::gui
