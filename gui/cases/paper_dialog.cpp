#include "gui/cases/paper_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr double kWidthChars = 56;
}

std::optional<PaperChoice> askForPaper(wxWindow* parent, const PaperOffer& offer,
                                       const viewmodels::Translator& text) {
  wxDialog dialog(wxGetTopLevelParent(parent), wxID_ANY, toWx(offer.title));
  auto* body = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(&dialog, body);
  const auto choice = [&](const char* name, const std::string& label, const PaperOffer::Entries& entries) {
    return builder.field(name, label, 1, [&](wxWindow* window) { return new KeyChoice(window, entries); });
  };
  auto* paper = choice("form", offer.paperLabel, offer.papers);
  builder.row();
  auto* format = choice("format", text(tr("Kind of file")), offer.formats);
  auto* language = choice(
      "language", text(tr("Language")),
      {{"2", text(tr("Chinese and English"))}, {"0", text(tr("Chinese"))}, {"1", text(tr("English"))}});
  for (const auto& note : offer.notes) {
    auto* words = makeText(&dialog, "⚠ " + note, chars(&dialog, kWidthChars));
    words->SetForegroundColour(coloursOf(viewmodels::Tone::warning).text);
    body->Add(words, wxSizerFlags().Border(wxTOP, gap(&dialog, Gap::field)));
  }
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(body, wxSizerFlags(1).Expand().Border(wxALL, gap(&dialog, Gap::group)));
  auto* buttons = new wxBoxSizer(wxHORIZONTAL);
  auto* write = new wxButton(&dialog, wxID_OK, toWx(offer.okLabel));
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
  return PaperChoice{paper->key(), format->key(), static_cast<ReportLanguage>(std::stoi(language->key()))};
}

}  // namespace octad::gui
