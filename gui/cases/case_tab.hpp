#pragma once

#include <functional>

#include "gui/cases/record_tab.hpp"
#include "gui/viewmodels/case_page.hpp"

namespace octad::gui {

/// What a page of a case may ask of the page around it.
struct CaseTabHost {
  viewmodels::CasePageViewModel& page;
  std::function<void(const viewmodels::JumpTarget&)> jump;
  std::function<void(viewmodels::CaseActionId)> act;  ///< runs an action of the case
  std::function<void(const std::exception_ptr&)> showError;
  std::function<void(const std::string&)> showStatus;
  std::function<void(model::ReturnId)> openReturn;        ///< opens the page of a return
  std::function<void(model::ComplaintId)> openCase = {};  ///< opens the page of another case
  /// Offers what the person may sign now, of a discipline or of the case; nothing when there is none.
  std::function<void(std::optional<model::DisciplineCode>)> offerSigning = {};
};

/// One page behind the step bar.
class CaseTabPanel : public RecordTabPanel {
 public:
  CaseTabPanel(wxWindow* parent, CaseTabHost& host) : RecordTabPanel(parent), m_host(host) {}
  virtual void jump(const viewmodels::JumpTarget&) {}

 protected:
  CaseTabHost& host() const { return m_host; }
  viewmodels::CasePageViewModel& page() const { return m_host.page; }
  const viewmodels::Translator& text() const { return m_host.page.text(); }

 private:
  CaseTabHost& m_host;
};

}  // namespace octad::gui
