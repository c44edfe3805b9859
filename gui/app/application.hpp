#pragma once

#include <memory>
#include <string>
#include <wx/app.h>

#include "gui/shell/services.hpp"
#include "gui/viewmodels/translator.hpp"

class wxTranslations;

namespace octad::gui {

class DatabaseOpener;
class DesktopKeyring;
class ExchangeFiles;
class FileDrafts;
class FileSettings;
class SystemClock;
class WorkerExecutor;

/// Puts the program together: octad [--db URL] [--as LOGIN] [--lang zh|en] [--demo].
class Application final : public wxApp {
 public:
  Application();
  ~Application() override;

  bool OnInit() override;
  int OnExit() override;
  void OnInitCmdLine(wxCmdLineParser& parser) override;
  bool OnCmdLineParsed(wxCmdLineParser& parser) override;
  bool OnExceptionInMainLoop() override;

 private:
  void useLanguage(model::Language language);
  model::Language startLanguage() const;
  PageFactories makePages();

  std::string m_url;
  std::string m_login;
  std::string m_language;
  bool m_demonstration = false;
  // In the order in which they need each other:
  std::unique_ptr<FileSettings> m_settings;
  std::unique_ptr<FileDrafts> m_drafts;
  std::unique_ptr<SystemClock> m_clock;
  std::unique_ptr<DatabaseOpener> m_databases;
  std::unique_ptr<ExchangeFiles> m_tables;
  std::unique_ptr<DesktopKeyring> m_keyring;
  viewmodels::Translator m_translator;
  std::unique_ptr<WorkerExecutor> m_executor;
  std::unique_ptr<Services> m_services;
};

}  // namespace octad::gui
