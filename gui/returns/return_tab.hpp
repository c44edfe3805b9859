#pragma once

#include <exception>
#include <functional>
#include <string>

#include "gui/cases/record_tab.hpp"
#include "gui/viewmodels/return_action_forms.hpp"
#include "gui/viewmodels/return_page.hpp"

namespace octad::gui {

/// What a page of a return may ask of the page around it.
struct ReturnTabHost {
  viewmodels::ReturnPageViewModel& page;
  std::function<void(viewmodels::ReturnActionId, model::ReturnLineId)> act;  ///< runs an action
  std::function<bool(viewmodels::ReturnForm)> ask;                           ///< shows a form; true: stored
  std::function<void(const std::exception_ptr&)> showError;
  std::function<void(const std::string&)> showStatus;
  std::function<void(model::ComplaintId)> openCase;
  std::function<void(model::ReturnLineId)> newCase;  ///< a case of its own for the line
};

/// One page behind the tabs of a return.
class ReturnTabPanel : public RecordTabPanel {
 public:
  ReturnTabPanel(wxWindow* parent, ReturnTabHost& host) : RecordTabPanel(parent), m_host(host) {}
  virtual void jump(const viewmodels::ReturnJump&) {}

 protected:
  ReturnTabHost& host() const { return m_host; }
  viewmodels::ReturnPageViewModel& page() const { return m_host.page; }
  const viewmodels::Translator& text() const { return m_host.page.text(); }

 private:
  ReturnTabHost& m_host;
};

}  // namespace octad::gui
