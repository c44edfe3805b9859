#include "gui/returns/return_document_dialog.hpp"

#include "gui/cases/opened_files.hpp"
#include "gui/cases/paper_dialog.hpp"

namespace octad::gui {

using model::tr;

std::optional<ReturnDocumentRequest> showReturnDocumentDialog(
    wxWindow* parent, const std::string& number,
    const std::vector<std::pair<std::string, const char*>>& documents, const viewmodels::Translator& text) {
  PaperOffer offer;
  offer.title = text(model::Message(tr("Documents of {0}"), {number}));
  offer.paperLabel = text(tr("Document"));
  for (const auto& [key, label] : documents) offer.papers.emplace_back(key, text(label));
  offer.formats = {{"pdf", text(tr("PDF, to send and to print"))},
                   {"html", text(tr("HTML, one page for the browser"))}};
  offer.okLabel = text(tr("Write the document…"));
  const auto choice = askForPaper(parent, offer, text);
  if (!choice) return std::nullopt;

  ReturnDocumentRequest request;
  request.document = choice->paper;
  request.language = choice->language;
  request.path = askSavePath(parent, text(tr("Save the document")),
                             number + "-" + request.document + "." + choice->format);
  if (request.path.empty()) return std::nullopt;
  return request;
}

}  // namespace octad::gui
