#include "gui/cases/report_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kWidthChars = 56;

const char* extensionOf(ReportFormat format) {
  switch (format) {
    case ReportFormat::html:
      return "html";
    case ReportFormat::xlsx:
      return "xlsx";
    case ReportFormat::pdf:
      break;
  }
  return "pdf";
}

const char* filePrefix(ReportForm form) {
  return form == ReportForm::record ? "record-" : "8D-";
}

}  // namespace

std::optional<CaseReportRequest> showReportDialog(wxWindow* parent, const std::string& number,
                                                  const viewmodels::Translator& text) {
  wxDialog dialog(wxGetTopLevelParent(parent), wxID_ANY,
                  toWx(text(model::Message(tr("Report of {0}"), {number}))));
  auto* body = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(&dialog, body);
  auto* form = builder.field("form", text(tr("Report")), 1, [&](wxWindow* window) {
    return new KeyChoice(window, {{"0", text(tr("8D report"))}, {"1", text(tr("Complaint record sheet"))}});
  });
  builder.row();
  auto* format = builder.field("format", text(tr("Kind of file")), 1, [&](wxWindow* window) {
    return new KeyChoice(window, {{"0", text(tr("PDF, to send and to print"))},
                                  {"1", text(tr("HTML, one page for the browser"))},
                                  {"2", text(tr("Excel workbook"))}});
  });
  auto* language = builder.field("language", text(tr("Language")), 1, [&](wxWindow* window) {
    return new KeyChoice(
        window,
        {{"2", text(tr("Chinese and English"))}, {"0", text(tr("Chinese"))}, {"1", text(tr("English"))}});
  });
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(body, wxSizerFlags(1).Expand().Border(wxALL, gap(&dialog, Gap::group)));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* write = new wxButton(&dialog, wxID_OK, toWx(text(tr("Write the report…"))));
  write->SetDefault();
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(&dialog, wxID_CANCEL, toWx(text(tr("Cancel")))),
               wxSizerFlags().Border(wxRIGHT, gap(&dialog, Gap::field)));
  buttons->Add(write);
  outer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(&dialog, Gap::group)));
  outer->SetMinSize({chars(&dialog, kWidthChars), -1});
  dialog.SetSizerAndFit(outer);
  dialog.CentreOnParent();
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;

  CaseReportRequest request;
  request.form = static_cast<ReportForm>(std::stoi(form->key()));
  request.format = static_cast<ReportFormat>(std::stoi(format->key()));
  request.language = static_cast<ReportLanguage>(std::stoi(language->key()));
  const std::string extension = extensionOf(request.format);
  wxFileDialog file(wxGetTopLevelParent(parent), toWx(text(tr("Save the report"))), {},
                    toWx(filePrefix(request.form) + number + "." + extension), toWx("*." + extension),
                    wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (file.ShowModal() != wxID_OK) return std::nullopt;
  request.path = fromWx(file.GetPath());
  return request;
}

}  // namespace octad::gui
