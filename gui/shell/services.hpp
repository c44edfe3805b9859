#pragma once

#include <functional>

#include "gui/cases/page_services.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/mail_start.hpp"
#include "gui/viewmodels/mails.hpp"
#include "gui/viewmodels/start.hpp"

namespace octad::gui {

/// A page and what the menu can ask of it.
struct Page {
  wxWindow* window = nullptr;
  PageCommands* commands = nullptr;  ///< usually the same object; may be null
};

/// How the pages of the other rooms are made; put together by the application.
struct PageFactories {
  std::function<Page(wxWindow* parent, PageHost& host, model::ComplaintId id)> casePage;
  /// None: no place "Returned goods".
  std::function<Page(wxWindow* parent, PageHost& host, model::ReturnId id)> returnPage = {};
  std::function<Page(wxWindow* parent, PageHost& host)> sweepPage = {};  ///< second page of that place
  std::function<Page(wxWindow* parent, PageHost& host)> metricsPage;     ///< none: no such place
  std::function<Page(wxWindow* parent, PageHost& host)> auditPage = {};  ///< none: no such place
  /// Writes the cases of the list as a register; runs in the executor. None: no such button.
  std::function<void(const viewmodels::Session& session, const ListExportRequest& request)> writeList;
  /// Writes the list of the morning meeting; runs in the executor. None: no such button.
  std::function<void(const viewmodels::Session& session, const std::string& path)> writeMorningList = {};
  /// Hands one mail to the mail server at once; runs in the executor. None: no test mails.
  viewmodels::MailTrier tryMail = {};
  /// File → Import…; none: no such command. `done` is called after cases were written.
  std::function<void(wxWindow* parent, PageHost& host, std::function<void()> done)> importDialog;
  /// Reads a mail (.eml); runs in the executor. None: mails are not taken.
  viewmodels::MailReader readMail = {};
};

/// What the main window works with; everything outlives it.
struct Services {
  viewmodels::Executor& executor;
  viewmodels::Translator& translator;
  viewmodels::Settings& settings;
  viewmodels::Drafts& drafts;
  viewmodels::Databases& databases;
  const model::Clock& clock;
  std::function<void(model::Language)> useLanguage;  ///< loads the catalogue and remembers the choice
  PageFactories pages;
  viewmodels::Keyring* keyring = nullptr;  ///< none: passwords are asked for every time
};

}  // namespace octad::gui
