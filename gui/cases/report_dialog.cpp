#include "gui/cases/report_dialog.hpp"

#include <wx/filedlg.h>
#include <wx/window.h>

#include "gui/cases/paper_dialog.hpp"
#include "gui/widgets/text.hpp"
#include "model/eightd/customer_wording.hpp"

namespace octad::gui {

using model::tr;

namespace {

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
  if (form == ReportForm::record) return "record-";
  return form == ReportForm::workingPaper ? "working-paper-" : "8D-";
}

}  // namespace

std::optional<CaseReportRequest> showReportDialog(wxWindow* parent, const model::CaseFile& file,
                                                  const viewmodels::Translator& text) {
  const std::string& number = file.complaint.number;
  std::vector<std::string> notes;
  for (const auto& sentence : model::internalWordingShown(file)) notes.push_back(text(sentence));
  const auto choice = askForPaper(parent,
                                  {text(model::Message(tr("Report of {0}"), {number})),
                                   text(tr("Report")),
                                   {{"0", text(tr("8D report"))},
                                    {"1", text(tr("Complaint record sheet"))},
                                    {"2", text(tr("Working paper, internal"))}},
                                   {{"0", text(tr("PDF, to send and to print"))},
                                    {"1", text(tr("HTML, one page for the browser"))},
                                    {"2", text(tr("Excel workbook"))}},
                                   text(tr("Write the report…")),
                                   notes},
                                  text);
  if (!choice) return std::nullopt;

  CaseReportRequest request;
  request.form = static_cast<ReportForm>(std::stoi(choice->paper));
  request.format = static_cast<ReportFormat>(std::stoi(choice->format));
  request.language = choice->language;
  const std::string extension = extensionOf(request.format);
  wxFileDialog place(wxGetTopLevelParent(parent), toWx(text(tr("Save the report"))), {},
                     toWx(filePrefix(request.form) + number + "." + extension), toWx("*." + extension),
                     wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
  if (place.ShowModal() != wxID_OK) return std::nullopt;
  request.path = fromWx(place.GetPath());
  return request;
}

}  // namespace octad::gui
