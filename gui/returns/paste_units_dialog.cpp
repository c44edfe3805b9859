#include "gui/returns/paste_units_dialog.hpp"

#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::tr;

namespace {

constexpr double kWidthChars = 70;
constexpr double kListLines = 14;

class PasteDialog final : public wxDialog {
 public:
  PasteDialog(wxWindow* parent, viewmodels::ReturnPageViewModel& page, const std::string& pasted,
              std::size_t chosen)
      : wxDialog(parent, wxID_ANY, toWx(page.text()(tr("Enter units"))), wxDefaultPosition, wxDefaultSize,
                 wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_page(page),
        m_kinds(viewmodels::unnamedPieces(page.file())) {
    const auto& text = page.text();
    auto* body = new wxBoxSizer(wxVERTICAL);
    FormBuilder builder(this, body);
    m_where = builder.field("where", text(tr("Of which pieces")), 1, [&](wxWindow* window) {
      KeyChoice::Entries entries;
      for (std::size_t at = 0; at < m_kinds.size(); ++at) {
        const auto& kind = m_kinds[at];
        entries.emplace_back(std::to_string(at),
                             viewmodels::lineWords(page.file(), page.file().line(kind.lineId)) + " · " +
                                 viewmodels::placeWords(kind, text));
      }
      return new KeyChoice(window, entries);
    });
    if (chosen < m_kinds.size()) m_where->setKey(std::to_string(chosen));
    builder.row();
    m_list = builder.field(
        "units", text(tr("Serial number, date code, note – one unit a line")), 1, [&](wxWindow* window) {
          return new wxTextCtrl(window, wxID_ANY, toWx(pasted), wxDefaultPosition,
                                {-1, lines(window, kListLines)}, wxTE_MULTILINE | wxTE_DONTWRAP);
        });
    builder.growLastRow();
    m_count = makeText(this, {});
    body->Add(m_count, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(body, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, toWx(text(tr("Cancel")))),
                 wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    m_ok = new wxButton(this, wxID_OK, toWx(text(tr("Enter the units"))));
    buttons->Add(m_ok);
    outer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
    outer->SetMinSize({chars(this, kWidthChars), -1});
    SetSizerAndFit(outer);
    CentreOnParent();
    m_list->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { showCount(); });
    m_where->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { showCount(); });
    showCount();
    m_list->SetFocus();
  }

  PastedList result() const {
    const auto& kind = m_kinds[index()];
    return {kind, preview().units};
  }

 private:
  std::size_t index() const { return std::stoul(m_where->key()); }
  viewmodels::PastedUnits preview() const {
    if (m_where->key().empty()) return {};
    return viewmodels::previewUnits(m_page.file(), m_kinds[index()], fromWx(m_list->GetValue()));
  }
  void showCount() {
    const auto now = preview();
    const bool tooMany = static_cast<long long>(now.units.size()) > now.room;
    m_count->SetForegroundColour(tooMany ? coloursOf(viewmodels::Tone::late).text : mutedColour());
    setText(m_count, (tooMany ? "⚠ " : "") + m_page.text()(now.summary()), chars(this, kWidthChars - 4));
    m_ok->Enable(now.fits());
    Layout();
  }

  viewmodels::ReturnPageViewModel& m_page;
  std::vector<viewmodels::PiecesAt> m_kinds;
  KeyChoice* m_where = nullptr;
  wxTextCtrl* m_list = nullptr;
  wxStaticText* m_count = nullptr;
  wxButton* m_ok = nullptr;
};

}  // namespace

std::optional<PastedList> showPasteUnitsDialog(wxWindow* parent, viewmodels::ReturnPageViewModel& page,
                                               const std::string& pasted, std::size_t chosen) {
  PasteDialog dialog(wxGetTopLevelParent(parent), page, pasted, chosen);
  if (dialog.ShowModal() != wxID_OK) return std::nullopt;
  return dialog.result();
}

std::string textOnClipboard() {
  const wxClipboardLocker lock;
  if (!lock || !wxTheClipboard->IsSupported(wxDF_UNICODETEXT)) return {};
  wxTextDataObject data;
  return wxTheClipboard->GetData(data) ? fromWx(data.GetText()) : std::string();
}

}  // namespace octad::gui
