#pragma once

#include <boost/signals2/connection.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/value_field.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/sweep_page.hpp"
#include "gui/widgets/double_press.hpp"
#include "gui/widgets/layout.hpp"

class wxCheckBox;

namespace octad::gui {

class ErrorBar;
class TextTable;

/// The stock sweeps as the warehouse sees them: what to look for where, how far it is, and the count of
/// today. It reads nothing of the cases, so a login that may not open one works here.
class SweepPage final : public wxPanel, public PageCommands {
 public:
  SweepPage(wxWindow* parent, PageHost& host);
  ~SweepPage() override;
  SweepPage(const SweepPage&) = delete;
  SweepPage& operator=(const SweepPage&) = delete;

  void refresh() override;
  void save() override;
  void submit() override { save(); }
  bool mayClose() override;

  viewmodels::SweepPageViewModel& viewModel() { return m_page; }

 private:
  const viewmodels::Translator& text() const { return m_host.session().translator; }
  wxSizer* buildHead();
  void buildEntry(wxSizer* outer);
  void addField(FormBuilder& builder, const char* name, const std::string& label,
                viewmodels::FormFieldKind kind, int share);
  void show();
  void showChosen();
  void choose();
  void enter();
  void keyPressed(wxKeyEvent& event);
  viewmodels::CountEntry typed() const;
  void clearEntry();
  void refused(const std::exception_ptr& error);
  bool dirty() const;

  PageHost& m_host;
  viewmodels::SweepPageViewModel m_page;
  ErrorBar* m_bar = nullptr;
  wxStaticText* m_summary = nullptr;
  wxStaticText* m_empty = nullptr;
  wxCheckBox* m_openOnly = nullptr;
  TextTable* m_list = nullptr;
  wxPanel* m_entry = nullptr;
  wxStaticText* m_what = nullptr;
  wxStaticText* m_progress = nullptr;
  FieldErrors m_errors;
  std::map<std::string, std::unique_ptr<ValueField>> m_fields;
  wxButton* m_save = nullptr;
  DoublePress m_presses;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
