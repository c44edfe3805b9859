#include "gui/shell/main_window.hpp"

#include <cstdio>
#include <utility>
#include <wx/aboutdlg.h>
#include <wx/display.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include "gui/shell/change_password.hpp"
#include "gui/shell/work_area.hpp"
#include "gui/start/person_page.hpp"
#include "gui/start/start_page.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr const char* kWindowSetting = "window";
constexpr const char* kTextSizeSetting = "text-size";
// At a first start: all of a small screen, most of a large one.
constexpr int kDefaultWidthDip = 1600;
constexpr int kDefaultHeightDip = 960;
constexpr double kLargeText = 1.15;
constexpr double kLargerText = 1.3;
constexpr int kLookForIdleMs = 1000;
constexpr const char* kVersion = "0.1.0";

}  // namespace

MainWindow::MainWindow(Services& services, std::string asLogin)
    : wxFrame(nullptr, wxID_ANY, "Octad"),
      m_services(services),
      m_asLogin(std::move(asLogin)),
      m_start(services.databases, services.executor, services.settings, services.translator, services.keyring,
              &services.clock),
      m_commands(*this),
      m_lock(services.executor, services.clock, services.settings, services.translator),
      m_cover(*this, m_lock, services.translator, [this] { CallAfter([this] { leave(); }); }),
      m_baseFontSize(GetFont().GetPointSize()) {
  SetName("octad");
  SetSizer(new wxBoxSizer(wxVERTICAL));
  if (const std::string size = services.settings.value(kTextSizeSetting); !size.empty())
    SetFont(GetFont().Scaled(static_cast<float>(std::atof(size.c_str()))));
  addCommands();
  m_connections.emplace_back(m_start.databaseOpened.connect([this] {
    // The start page is still handling its own signal.
    CallAfter([this] { choosePerson(false); });
  }));
  m_connections.emplace_back(
      m_start.passwordWanted.connect([this] { CallAfter([this] { askPassword(); }); }));
  m_connections.emplace_back(services.translator.changed.connect([this] { languageChanged(); }));
  Bind(wxEVT_CHAR_HOOK, &MainWindow::keyPressed, this);
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
    // While it is locked nobody is asked about what is covered: drafts of it are kept.
    if (working() && event.CanVeto() && !m_lock.locked() && !m_work->mayCloseAll()) {
      event.Veto();
      return;
    }
    rememberLayout();
    event.Skip();
  });
  m_idle.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    m_lock.tick();
    if (m_lock.locked()) m_cover.follow();
    finishLeaving();
  });
  m_idle.Start(kLookForIdleMs);
  wxEvtHandler::AddFilter(this);
  restoreLayout();
  buildMenu();
  showStart();
}

MainWindow::~MainWindow() {
  wxEvtHandler::RemoveFilter(this);
  m_lock.stop();
  m_cover.follow();
  m_connections.clear();
  m_commands.forgetButtons();
  DestroyChildren();  // they refer to the start viewmodel and the commands
}

void MainWindow::addCommands() {
  addFileCommands();
  addPageCommands();
  addViewCommands();
}

void MainWindow::addFileCommands() {
  const auto isWorking = [this] { return working(); };
  const char* const openFirst = tr("Open a database first.");
  m_commands.add({"new-complaint", tr("&New complaint"), tr("Registers a complaint of a customer"), "Ctrl+N",
                  [this] { m_work->newComplaint(); },
                  [this] { return working() && m_work->session().may(model::Right::registerComplaint); },
                  tr("Only registrars and CQEs register complaints.")});
  m_commands.add({"announce-return", tr("&Announce a return"),
                  tr("Enters goods that a customer sends back, or that came without a word"), "Ctrl+Shift+N",
                  [this] { m_work->announceReturn({}); },
                  [this] {
                    return working() && m_work->hasReturns() &&
                           m_work->session().may(model::Right::announceReturn);
                  },
                  tr("Only registrars, the warehouse and CQEs announce returns.")});
  m_commands.add({"import",
                  tr("&Import…"),
                  tr("Brings a complaint register or shipped quantities in from a file"),
                  {},
                  [this] { m_work->importFile(); },
                  [this] { return working() && m_work->session().may(model::Right::import); },
                  tr("Only CQEs, quality managers and administrators import files.")});
  m_commands.add({"mail", tr("Complaint from an &e-mail…"),
                  tr("Fills the form of a new complaint with what a mail (.eml) says"), "Ctrl+Shift+M",
                  [this] { m_work->openMail(); }, [this] { return working() && m_work->takesMails(); },
                  tr("Only registrars and CQEs register complaints.")});
  m_commands.add({"leave",
                  tr("&Other database…"),
                  tr("Closes this database and goes to the start page"),
                  {},
                  [this] {
                    if (m_work->mayCloseAll()) leave();
                  },
                  isWorking,
                  openFirst});
  m_commands.add({"person",
                  tr("Other &person…"),
                  tr("Works as somebody else in this database"),
                  {},
                  [this] {
                    if (!m_work->mayCloseAll()) return;
                    CallAfter([this] { choosePerson(true); });
                  },
                  [this] { return working() && m_start.opened() && m_start.opened()->embedded; },
                  tr("The server knows who you are by your login.")});
  m_commands.add({"who",
                  tr("&Who am I…"),
                  tr("Shows who you are here, what you may do, and who stands in for whom"),
                  {},
                  [this] { CallAfter([this] { showWho(); }); },
                  isWorking,
                  openFirst});
  m_commands.add({"lock", tr("&Lock"), tr("Covers the window until the password is typed again"), "Ctrl+L",
                  [this] { m_lock.lock(); }, [this] { return working() && m_lock.canLock(); },
                  tr("Only a server that asks for a password can be locked.")});
  m_commands.add({"password",
                  tr("Change the p&assword…"),
                  tr("Changes your password on the server"),
                  {},
                  [this] { CallAfter([this] { changePassword(this, m_work->session()); }); },
                  [this] { return working() && m_lock.canLock(); },
                  tr("Only a server that asks for a password has one.")});
  m_commands.add({"quit", tr("&Quit"), tr("Ends the program"), "Ctrl+Q", [this] { Close(); }});
}

void MainWindow::addPageCommands() {
  const auto hasPage = [this] { return working() && m_work->currentCommands() != nullptr; };
  const auto isOpenPage = [this] { return working() && !m_work->currentIsPlace(); };
  const char* const noPage = tr("Open a case first.");
  m_commands.add(
      {"save", tr("&Save"), tr("Saves what was typed on this page"), "Ctrl+S",
       [this] { m_work->currentCommands()->save(); },
       [this] { return working() && !m_work->currentIsPlace() && m_work->currentCommands() != nullptr; },
       noPage});
  m_commands.add(
      {"submit", tr("S&ubmit"), tr("Hands the page in: registers, submits, sends"), "Ctrl+Enter",
       [this] { m_work->currentCommands()->submit(); },
       [this] { return working() && !m_work->currentIsPlace() && m_work->currentCommands() != nullptr; },
       noPage});
  m_commands.add({"close-page", tr("&Close page"), tr("Goes back to the list (Esc)"), "Ctrl+W",
                  [this] { m_work->closeCurrentPage(); }, isOpenPage, noPage});
  m_commands.add({"refresh", tr("&Refresh"), tr("Reads this page again"), "F5",
                  [this] { m_work->currentCommands()->refresh(); }, hasPage, noPage});
}

void MainWindow::addViewCommands() {
  const auto isWorking = [this] { return working(); };
  const char* const openFirst = tr("Open a database first.");
  m_commands.add({"find", tr("&Find"), tr("Searches in all cases"), "Ctrl+F",
                  [this] { m_work->focusSearch(); }, isWorking, openFirst});
  m_commands.add({"work", tr("My &work"), tr("Shows what waits for you"), "Ctrl+T",
                  [this] { m_work->showPlace("work"); }, isWorking, openFirst});
  m_commands.add({"inbox", tr("&Inbox"), tr("Shows what you were told"), "Ctrl+I",
                  [this] { m_work->showPlace("inbox"); }, isWorking, openFirst});
  m_commands.add({"cases", tr("&Cases"), tr("Shows the list of cases"), "Ctrl+K",
                  [this] { m_work->showPlace("cases"); }, isWorking, openFirst});
  m_commands.add({"returns", tr("Returned &goods"), tr("Shows the returned goods"), "Ctrl+R",
                  [this] { m_work->showPlace("returns"); },
                  [this] { return working() && m_work->hasReturns(); }, openFirst});
  m_commands.add({"metrics", tr("&Metrics"), tr("Shows the counts of the months"), "Ctrl+M",
                  [this] { m_work->showPlace("metrics"); },
                  [this] { return working() && m_work->hasMetrics(); }, openFirst});
  m_commands.add({"lessons", tr("&Lessons"), tr("Shows the library of known failures"), "Ctrl+E",
                  [this] { m_work->showPlace("lessons"); }, isWorking, openFirst});
  m_commands.add(
      {"audit",
       tr("A&udit"),
       tr("Draws samples and shows the proof of cases"),
       {},
       [this] { m_work->showPlace("audit"); },
       [this] { return working() && m_work->hasAudit(); },
       tr("The auditor's place is for auditors, CQEs, the quality manager and the administrator.")});
  m_commands.add({"policies", tr("&Policies"), tr("Shows the house rules"), "Ctrl+P",
                  [this] { m_work->showPlace("policies"); }, isWorking, openFirst});
  m_commands.add({"customers",
                  tr("C&ustomers and campaigns"),
                  tr("Shows campaigns and what is special about customers"),
                  {},
                  [this] { m_work->showPlace("customers"); },
                  isWorking,
                  openFirst});
  m_commands.add({"mails",
                  tr("Ma&ils"),
                  tr("Shows the mail server and what became of the mails"),
                  {},
                  [this] { m_work->showPlace("mails"); },
                  [this] { return working() && m_work->hasMails(); },
                  tr("Only administrators see the mails of the site.")});
  m_commands.add({"text-normal", tr("&Normal text"), tr("Text in the size of the desktop"), {}, [this] {
                    setTextSize(1.0);
                  }});
  m_commands.add(
      {"text-large", tr("&Large text"), tr("Text a little larger"), {}, [this] { setTextSize(kLargeText); }});
  m_commands.add(
      {"text-larger", tr("L&arger text"), tr("Text much larger"), {}, [this] { setTextSize(kLargerText); }});
  m_commands.add({"language", tr("中文 / &English"), tr("Changes the language of the window"), {}, [this] {
                    const bool chinese = m_services.translator.language() == model::Language::chinese;
                    // The button that was clicked is made again.
                    CallAfter([this, chinese] {
                      m_services.useLanguage(chinese ? model::Language::english : model::Language::chinese);
                    });
                  }});
  m_commands.add({"keys", tr("&Keys"), tr("Lists what the keys do"), "F1", [this] { showKeys(); }});
  m_commands.add({"about", tr("&About Octad"), tr("Version of the program"), {}, [this] { showAbout(); }});
}

void MainWindow::buildMenu() {
  const auto& text = m_services.translator;
  const auto appendTo = [this, &text](wxMenu& target, const char* key, bool shown) {
    if (!shown) return;
    if (*key == '\0')
      target.AppendSeparator();
    else
      m_commands.append(target, key, text);
  };
  const auto menu = [&appendTo](std::initializer_list<const char*> keys) {
    auto* made = new wxMenu;
    for (const char* key : keys) appendTo(*made, key, true);
    return made;
  };
  auto* bar = new wxMenuBar;
  const auto& pages = m_services.pages;
  auto* file = new wxMenu;
  for (const auto& [key, shown] : {std::pair{"new-complaint", true},
                                   {"announce-return", static_cast<bool>(pages.returnPage)},
                                   {"mail", static_cast<bool>(pages.readMail)},
                                   {"import", static_cast<bool>(pages.importDialog)},
                                   {"", true},
                                   {"who", true},
                                   {"password", true},
                                   {"lock", true},
                                   {"person", true},
                                   {"leave", true},
                                   {"", true},
                                   {"quit", true}})
    appendTo(*file, key, shown);
  bar->Append(file, toWx(text(tr("&File"))));
  bar->Append(menu({"save", "submit", "", "close-page"}), toWx(text(tr("&Case"))));
  auto* view = new wxMenu;
  for (const auto& [key, shown] : {std::pair{"refresh", true},
                                   {"find", true},
                                   {"", true},
                                   {"work", true},
                                   {"inbox", true},
                                   {"cases", true},
                                   {"returns", static_cast<bool>(pages.returnPage)},
                                   {"metrics", static_cast<bool>(pages.metricsPage)},
                                   {"lessons", true},
                                   {"audit", static_cast<bool>(pages.auditPage)},
                                   {"policies", true},
                                   {"customers", true},
                                   {"mails", true},
                                   {"", true}})
    appendTo(*view, key, shown);
  view->AppendSubMenu(menu({"text-normal", "text-large", "text-larger"}), toWx(text(tr("&Text size"))));
  m_commands.append(*view, "language", text);
  bar->Append(view, toWx(text(tr("&View"))));
  bar->Append(menu({"keys", "about"}), toWx(text(tr("&Help"))));
  wxMenuBar* old = GetMenuBar();
  SetMenuBar(bar);
  delete old;
  m_commands.update(text);
}

void MainWindow::openDatabase(const std::string& url) {
  m_start.open(url);
}

void MainWindow::openDemonstration() {
  m_start.openDemonstration();
}

void MainWindow::replaceContent(wxWindow* content) {
  if (m_content != nullptr) m_content->Destroy();
  m_content = content;
  GetSizer()->Clear();
  GetSizer()->Add(content, wxSizerFlags(1).Expand());
  Layout();
  m_commands.update(m_services.translator);
}

void MainWindow::showStart() {
  m_commands.forgetButtons();
  m_work = nullptr;
  SetTitle("Octad");
  replaceContent(new StartPage(this, m_start, m_services.translator));
}

void MainWindow::choosePerson(bool ask) {
  if (!m_start.opened()) return;
  if (!ask) {
    if (const auto person = m_start.knownPerson(m_asLogin)) {
      showWork(*person);
      return;
    }
    if (!m_start.opened()->embedded) {
      m_start.refuseUnknownLogin();
      return;
    }
  }
  m_commands.forgetButtons();
  m_work = nullptr;
  auto* page = new PersonPage(
      this, m_start, m_services.translator, [this](const model::Person& person) { showWork(person); },
      [this] {
        m_start.leave();
        CallAfter([this] { showStart(); });
      });
  replaceContent(page);
  page->begin();
}

void MainWindow::languageChanged() {
  const wxWindowUpdateLocker quiet(this);
  buildMenu();
  if (working()) {
    m_work->SetFont(GetFont());
    m_work->rebuild();
  } else if (m_start.opened()) {
    choosePerson(true);
  } else {
    showStart();
  }
}

void MainWindow::setTextSize(double scale) {
  char number[16];
  std::snprintf(number, sizeof number, "%.2f", scale);
  m_services.settings.set(kTextSizeSetting, number);
  wxFont font = GetFont();
  font.SetFractionalPointSize(m_baseFontSize * scale);
  SetFont(font);
  m_services.translator.changed();  // every page makes its labels anew
}

void MainWindow::restoreLayout() {
  const wxSize wanted = FromDIP(wxSize(kDefaultWidthDip, kDefaultHeightDip));
  const wxRect screen = wxDisplay(this).GetClientArea();
  SetMinSize(FromDIP(wxSize(960, 600)));
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  int maximized = 0;
  const std::string kept = m_services.settings.value(kWindowSetting);
  if (std::sscanf(kept.c_str(), "%d,%d,%d,%d,%d", &x, &y, &width, &height, &maximized) == 5 &&
      wxDisplay::GetFromPoint({x + width / 2, y + height / 2}) != wxNOT_FOUND) {
    SetSize(x, y, width, height);
    if (maximized != 0) Maximize();
    return;
  }
  SetSize(std::min(wanted.x, screen.width), std::min(wanted.y, screen.height));
  Centre();
}

void MainWindow::rememberLayout() {
  if (IsIconized()) return;
  const wxRect place = GetRect();
  char text[64];
  std::snprintf(text, sizeof text, "%d,%d,%d,%d,%d", place.x, place.y, place.width, place.height,
                IsMaximized() ? 1 : 0);
  m_services.settings.set(kWindowSetting, text);
}

void MainWindow::showKeys() {
  const auto& text = m_services.translator;
  wxMessageBox(
      toWx(text(
          tr("Ctrl+N new complaint\nCtrl+Shift+N announce a return\nCtrl+F search\nCtrl+S "
             "save\nCtrl+Enter submit\nCtrl+T my work\nCtrl+K list of "
             "cases\nCtrl+L lock\nCtrl+R returned goods\nF5 refresh\nEsc back\nAlt+1 … Alt+8 disciplines "
             "D1 … D8, Alt+9 coverage\nCtrl+C copies "
             "selected rows of a list\nCtrl+Enter in the list opens a case behind it"))),
      toWx(text(tr("Keys"))), wxOK | wxICON_INFORMATION, this);
}

void MainWindow::showAbout() {
  wxAboutDialogInfo info;
  info.SetName("Octad");
  info.SetVersion(kVersion);
  info.SetDescription(toWx(m_services.translator(tr("Customer complaints and 8D problem solving"))));
  wxAboutBox(info, this);
}

void MainWindow::keyPressed(wxKeyEvent& event) {
  if (m_lock.locked()) {
    event.Skip();
    return;
  }
  if (m_commands.handleKey(event)) return;
  const bool back = event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers() && working();
  if (back && !m_work->currentIsPlace()) {
    m_work->closeCurrentPage();
    return;
  }
  event.Skip();
}

}  // namespace octad::gui
