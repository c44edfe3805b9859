#include "gui/widgets/list_or_empty.hpp"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr std::size_t kListPage = 0;
constexpr std::size_t kEmptyPage = 1;
}  // namespace

ListOrEmpty::ListOrEmpty(wxWindow* parent, std::function<void()> act)
    : wxSimplebook(parent),
      m_empty(new wxPanel(this)),
      m_sentence(makeText(m_empty, {})),
      m_action(makeButton(m_empty, {}, std::move(act))) {
  const int side = gap(m_empty, Gap::section);
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(m_sentence, wxSizerFlags().Border(wxLEFT | wxTOP, side));
  box->Add(m_action, wxSizerFlags().Border(wxLEFT | wxTOP, side));
  m_empty->SetSizer(box);
}

void ListOrEmpty::setList(wxWindow* list) {
  AddPage(list, {});
  AddPage(m_empty, {});
}

void ListOrEmpty::showList() {
  ChangeSelection(kListPage);
}

void ListOrEmpty::showEmpty(const std::string& sentence, const std::string& action) {
  setText(m_sentence, sentence);
  m_action->SetLabel(toWx(action));
  m_action->Show(!action.empty());
  m_empty->Layout();
  ChangeSelection(kEmptyPage);
}

}  // namespace octad::gui
