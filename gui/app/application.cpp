#include "gui/app/application.hpp"

#include <wx/cmdline.h>
#include <wx/image.h>
#include <wx/intl.h>
#include <wx/msgdlg.h>
#include <wx/translation.h>

#include "gui/app/database_opener.hpp"
#include "gui/app/desktop_keyring.hpp"
#include "gui/app/documents.hpp"
#include "gui/app/local_files.hpp"
#include "gui/app/table_files.hpp"
#include "gui/audit/audit_page.hpp"
#include "gui/cases/case_page.hpp"
#include "gui/metrics/metrics_page.hpp"
#include "gui/returns/return_page.hpp"
#include "gui/returns/sweep_page.hpp"
#include "gui/shell/import_dialog.hpp"
#include "gui/shell/main_window.hpp"
#include "gui/shell/worker_executor.hpp"
#include "gui/widgets/animations.hpp"
#include "gui/widgets/text.hpp"
#include "mail/smtp/smtp_sender.hpp"
#include "model/core/error.hpp"
#include "reports/exchange/mail_reader.hpp"
#include "templates/templates.hpp"

namespace octad::gui {

using model::Language;
using model::tr;

namespace {

constexpr int kWorkers = 3;  ///< a slow read of ids must not hold up the row one looks at
constexpr const char* kLanguageSetting = "language";
constexpr const char* kChineseCatalogue = "locale/zh_CN.mo";

}  // namespace

Application::Application() {
  SetAppName("octad");
}

Application::~Application() = default;

void Application::OnInitCmdLine(wxCmdLineParser& parser) {
  wxApp::OnInitCmdLine(parser);
  parser.AddOption("d", "db", "database: a file, or postgresql://user@host/octad");
  parser.AddOption("a", "as", "login of the person to work as (embedded databases)");
  parser.AddOption("l", "lang", "zh or en");
  parser.AddSwitch("", "demo", "open the demonstration");
}

bool Application::OnCmdLineParsed(wxCmdLineParser& parser) {
  wxString value;
  if (parser.Found("db", &value)) m_url = fromWx(value);
  if (parser.Found("as", &value)) m_login = fromWx(value);
  if (parser.Found("lang", &value)) m_language = fromWx(value);
  m_demonstration = parser.Found("demo");
  return wxApp::OnCmdLineParsed(parser);
}

bool Application::OnInit() {
  if (!wxApp::OnInit()) return false;
  // Nothing here asks for its looks while the program idles, so that no window needs to be asked.
  wxUpdateUIEvent::SetMode(wxUPDATE_UI_PROCESS_SPECIFIED);
  stopAnimations();
  wxInitAllImageHandlers();
  m_settings = std::make_unique<FileSettings>(configFolder() / "settings");
  m_drafts = std::make_unique<FileDrafts>(dataFolder() / "drafts.json");
  m_clock = std::make_unique<SystemClock>();
  m_databases = std::make_unique<DatabaseOpener>(*m_clock, dataFolder());
  m_tables = std::make_unique<ExchangeFiles>();
  m_keyring = std::make_unique<DesktopKeyring>();
  m_executor = std::make_unique<WorkerExecutor>(kWorkers);
  try {
    useLanguage(startLanguage());
  } catch (const model::Error& error) {
    wxPuts(toWx(error.what()));
    return false;
  }
  m_services = std::make_unique<Services>(
      Services{*m_executor, m_translator, *m_settings, *m_drafts, *m_databases, *m_clock,
               [this](Language language) {
                 m_settings->set(kLanguageSetting, std::string(model::languageCode(language)));
                 useLanguage(language);
               },
               makePages(), m_keyring.get()});
  auto* window = new MainWindow(*m_services, m_login);
  window->Show();
  if (m_demonstration)
    window->openDemonstration();
  else if (!m_url.empty())
    window->openDatabase(m_url);
  else if (const std::string last = m_settings->value("database"); !last.empty())
    window->openDatabase(last);
  return true;
}

int Application::OnExit() {
  m_executor.reset();  // joined while the event loop object is still there
  m_services.reset();
  return wxApp::OnExit();
}

bool Application::OnExceptionInMainLoop() {
  const std::string sentence = m_translator.error(std::current_exception());
  wxMessageBox(toWx(sentence), "Octad", wxOK | wxICON_ERROR);
  return true;
}

Language Application::startLanguage() const {
  if (!m_language.empty()) return model::parseLanguage(m_language);
  if (const std::string kept = m_settings->value(kLanguageSetting); kept == "zh" || kept == "en")
    return model::parseLanguage(kept);
  const auto* system = wxLocale::GetLanguageInfo(wxLocale::GetSystemLanguage());
  return system != nullptr && system->CanonicalName.StartsWith("zh") ? Language::chinese : Language::english;
}

void Application::useLanguage(Language language) {
  // Buttons and dialogs of wx itself.
  auto* stock = new wxTranslations;
  stock->SetLanguage(language == Language::chinese ? wxLANGUAGE_CHINESE_CHINA : wxLANGUAGE_ENGLISH_US);
  stock->AddStdCatalog();
  wxTranslations::Set(stock);
  const auto& files = resources::octad_templates();
  const auto catalogue = files.find(kChineseCatalogue);
  if (language == Language::chinese && catalogue != files.end())
    m_translator.use(model::Catalogue(Language::chinese, catalogue->second));
  else
    m_translator.use(model::Catalogue());
}

PageFactories Application::makePages() {
  PageFactories pages;
  const auto services = [this](PageHost& host) {
    PageServices made = documentServices(host.session());
    made.drafts = m_drafts.get();
    return made;
  };
  pages.casePage = [services](wxWindow* parent, PageHost& host, model::ComplaintId id) {
    auto* page = new CasePage(parent, host, id, services(host));
    return Page{page, page};
  };
  pages.returnPage = [](wxWindow* parent, PageHost& host, model::ReturnId id) {
    auto* page = new ReturnPage(parent, host, id, returnServices(host.session()));
    return Page{page, page};
  };
  pages.sweepPage = [](wxWindow* parent, PageHost& host) {
    auto* page = new SweepPage(parent, host);
    return Page{page, page};
  };
  pages.metricsPage = [services](wxWindow* parent, PageHost& host) {
    auto* page = new MetricsPage(parent, host, services(host));
    return Page{page, page};
  };
  pages.auditPage = [services](wxWindow* parent, PageHost& host) {
    auto* page = new AuditPage(parent, host, services(host));
    return Page{page, page};
  };
  pages.writeList = writeList;
  pages.writeMorningList = writeMorningList;
  pages.tryMail = [this](const model::MailServer& server, const std::string& password,
                         const model::Mail& mail) {
    return mail::SmtpSender(server, password, *m_clock).send(mail);
  };
  pages.importDialog = [this](wxWindow* parent, PageHost& host, const std::function<void()>& done) {
    showImportDialog(parent, host.session(), *m_tables, done,
                     [&host](const std::string& mail) { host.complaintFromMail(mail); });
  };
  pages.readMail = [](const std::string& path) { return reports::readMail(path); };
  return pages;
}

}  // namespace octad::gui
