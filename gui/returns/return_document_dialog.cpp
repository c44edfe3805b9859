#include "gui/returns/return_document_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include "gui/cases/opened_files.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kWidthChars = 56;
}

std::optional<ReturnDocumentRequest> showReturnDocumentDialog(
    wxWindow* parent, const std::string& number,
    const std::vector<std::pair<std::string, const char*>>& documents, const viewmodels::Translator& text) {
  wxDialog dialog(wxGetTopLevelParent(parent), wxID_ANY,
                  toWx(text(model::Message(tr("Documents of {0}"), {number}))));
  auto* body = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(&dialog, body);
  auto* document = builder.field("document", text(tr("Document")), 1, [&](wxWindow* window) {
    KeyChoice::Entries entries;
    for (const auto& [key, label] : documents) entries.emplace_back(key, text(label));
    return new KeyChoice(window, entries);
  });
  builder.row();
  auto* format = builder.field("format", text(tr("Kind of file")), 1, [&](wxWindow* window) {
    return new KeyChoice(window, {{"pdf", text(tr("PDF, to send and to print"))},
                                  {"html", text(tr("HTML, one page for the browser"))}});
  });
  auto* language = builder.field("language", text(tr("Language")), 1, [&](wxWindow* window) {
    return new KeyChoice(
        window,
        {{"2", text(tr("Chinese and English"))}, {"0", text(tr("Chinese"))}, {"1", text(tr("English"))}});
  });
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(body, wxSizerFlags(1).Expand().Border(wxALL, gap(&dialog, Gap::group)));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* write = new wxButton(&dialog, wxID_OK, toWx(text(tr("Write the document…"))));
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

  ReturnDocumentRequest request;
  request.document = document->key();
  request.language = static_cast<ReportLanguage>(std::stoi(language->key()));
  request.path = askSavePath(parent, text(tr("Save the document")),
                             number + "-" + request.document + "." + format->key());
  if (request.path.empty()) return std::nullopt;
  return request;
}

}  // namespace octad::gui
