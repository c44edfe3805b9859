#pragma once

#include <boost/signals2/connection.hpp>
#include <memory>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/page_services.hpp"
#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/audit_place.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/row_list.hpp"

class wxBoxSizer;
class wxButton;
class wxScrolledWindow;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class CustomerFilter;
class ErrorBar;
class KeyChoice;
class TextTable;

/// The place "Audit": a random sample that anybody can draw again, beside it the proof and the checklist of
/// the chosen case on one page, below it what was read so far.
class AuditPage final : public wxPanel, public PageCommands, private RowSource {
 public:
  AuditPage(wxWindow* parent, PageHost& host, PageServices services);
  ~AuditPage() override;

  void refresh() override { m_audit.refresh(); }
  void save() override {}
  void submit() override { draw(); }
  bool mayClose() override { return true; }
  void focusList();
  RowList& list() { return *m_list; }
  viewmodels::AuditPlaceViewModel& viewModel() { return m_audit; }
  /// Draws the sample that the form asks for.
  void draw();

 private:
  long rowCount() const override { return m_audit.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  void build();
  wxSizer* buildHead();
  wxSizer* buildForm();
  wxSizer* buildLists();
  void show();
  void showCase();
  std::vector<std::pair<std::string, std::string>> classChoice() const;
  void showReadings();
  void exportPackage();
  void writePackage(const std::string& path);
  void openCase();
  void addCase();

  PageHost& m_host;
  PageServices m_services;
  viewmodels::AuditPlaceViewModel m_audit;
  ErrorBar* m_bar = nullptr;
  FieldErrors m_errors;
  wxTextCtrl* m_from = nullptr;
  wxTextCtrl* m_to = nullptr;
  CustomerFilter* m_customer = nullptr;
  KeyChoice* m_class = nullptr;
  std::vector<std::pair<std::string, std::string>> m_classEntries;  ///< as m_class has them
  wxTextCtrl* m_size = nullptr;
  wxTextCtrl* m_seed = nullptr;
  wxTextCtrl* m_number = nullptr;
  wxStaticText* m_drawn = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_export = nullptr;
  RowList* m_list = nullptr;
  wxScrolledWindow* m_details = nullptr;
  std::unique_ptr<TextTable> m_readings;
  long m_rows = -1;
  const model::CaseAudit* m_shown = nullptr;
  viewmodels::Lifetime m_life;
  std::vector<boost::signals2::scoped_connection> m_connections;
};

}  // namespace octad::gui
