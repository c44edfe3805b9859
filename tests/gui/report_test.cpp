#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/modalhook.h>

#include "gui/cases/case_list_page.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

namespace {

/// A user who confirms every dialog as it stands, after `before` had a look at it. A file dialog that was
/// never shown has no path on GTK, so tests look at everything but the path.
class Answering final : public wxModalDialogHook {
 public:
  explicit Answering(std::function<void(wxDialog&)> before) : m_before(std::move(before)) { Register(); }

 protected:
  int Enter(wxDialog* dialog) override {
    if (m_before && dynamic_cast<wxFileDialog*>(dialog) == nullptr) m_before(*dialog);
    return wxID_OK;
  }

 private:
  std::function<void(wxDialog&)> m_before;
};

class ReportWindow : public CasePageWindow {
 protected:
  /// Opens the case with a writer of reports and asks for one.
  CaseReportRequest ask(std::function<void(wxDialog&)> before) {
    std::optional<CaseReportRequest> asked;
    PageServices services;
    services.writeCaseReport = [&asked](const CaseReportRequest& request) { asked = request; };
    page = new CasePage(frame, host, id, services);
    show(page);
    waitFor([this] { return page->viewModel().loaded() && !executor.busy(); });
    settle();
    const Answering user(std::move(before));
    pressButton(dynamic_cast<wxButton*>(findButton(page, "Report")));
    EXPECT_TRUE(waitFor([&] { return asked.has_value() && !executor.busy(); }));
    settle();
    return asked.value_or(CaseReportRequest{});
  }
};

}  // namespace

TEST_F(ReportWindow, WritesTheReportOfThisCase) {
  const auto request = ask({});
  EXPECT_EQ(request.id, id);
  EXPECT_EQ(request.form, ReportForm::eightD);
  EXPECT_EQ(request.format, ReportFormat::pdf);
}

TEST_F(ReportWindow, OffersTheComplaintRecordSheet) {
  const auto request = ask([](wxDialog& dialog) {
    dynamic_cast<wxChoice*>(findNamed(&dialog, "form"))->SetStringSelection("Complaint record sheet");
    dynamic_cast<wxChoice*>(findNamed(&dialog, "format"))->SetStringSelection("Excel workbook");
  });
  EXPECT_EQ(request.id, id);
  EXPECT_EQ(request.form, ReportForm::record);
  EXPECT_EQ(request.format, ReportFormat::xlsx);
}

TEST_F(ReportWindow, ExportsTheListAsItIsFiltered) {
  viewmodels::CaseListViewModel cases(host.session());
  model::CaseFilter filter;
  filter.openOnly = true;
  filter.text = "输出";
  cases.setFilter(filter);
  std::optional<ListExportRequest> asked;
  auto* list = new CaseListPage(
      frame, host, cases, [] {}, [&asked](const ListExportRequest& request) { asked = request; });
  show(list);
  ASSERT_TRUE(waitFor([this] { return !executor.busy(); }));
  const Answering user({});
  pressButton(dynamic_cast<wxButton*>(findButton(list, "Export")));
  ASSERT_TRUE(waitFor([&] { return asked.has_value() && !executor.busy(); }));
  settle();
  EXPECT_EQ(asked->filter.text, "输出");
  EXPECT_TRUE(asked->filter.openOnly);
  EXPECT_NE(asked->about, "");
  list->Destroy();
  settle();
}

}  // namespace octad::gui
