#include "gui/widgets/suggest_field.hpp"

#include <algorithm>
#include <wx/listbox.h>
#include <wx/popupwin.h>
#include <wx/weakref.h>

#include "gui/widgets/layout.hpp"

namespace octad::gui {

namespace {
constexpr int kPauseMs = 150;  ///< typing goes on undisturbed
constexpr int kShownLines = 8;
}  // namespace

SuggestField::SuggestField(wxWindow* parent, Find find)
    : wxTextCtrl(parent, wxID_ANY), m_find(std::move(find)), m_pause(this) {
  Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    if (HasFocus()) m_pause.StartOnce(kPauseMs);
  });
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ask(); });
  Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
    event.Skip();
    m_pause.Stop();
    hide();
  });
  Bind(wxEVT_CHAR_HOOK, &SuggestField::keyPressed, this);
}

SuggestField::~SuggestField() {
  if (m_popup != nullptr) m_popup->Destroy();
}

std::string SuggestField::text() const {
  return fromWx(GetValue().Strip(wxString::both));
}

void SuggestField::setText(const std::string& text) {
  ChangeValue(toWx(text));
}

bool SuggestField::listShown() const {
  return m_popup != nullptr && m_popup->IsShown();
}

void SuggestField::ask() {
  m_askedFor = text();
  m_find(m_askedFor, [field = wxWeakRef<SuggestField>(this),
                      askedFor = m_askedFor](const std::vector<Suggestion>& suggestions) {
    if (field && field->HasFocus() && field->text() == askedFor) field->show(suggestions);
  });
}

void SuggestField::show(const std::vector<Suggestion>& suggestions) {
  m_shown = suggestions;
  const bool exact = m_shown.size() == 1 && m_shown.front().value == text();
  if (m_shown.empty() || exact) {
    hide();
    return;
  }
  if (m_popup == nullptr) {
    m_popup = new wxPopupWindow(this, wxBORDER_SIMPLE);
    m_list = new wxListBox(m_popup, wxID_ANY, wxDefaultPosition, wxDefaultSize, 0, nullptr, wxLB_SINGLE);
    m_list->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
      const int index = m_list->HitTest(event.GetPosition());
      // The list closes itself: not while it is still handling the click.
      if (index >= 0) CallAfter([this, index] { take(index); });
    });
  }
  wxArrayString texts;
  for (const auto& suggestion : m_shown)
    texts.push_back(
        toWx(suggestion.detail.empty() ? suggestion.value : suggestion.value + "   " + suggestion.detail));
  m_list->Set(texts);
  const int shown = std::min<int>(static_cast<int>(texts.size()), kShownLines);
  const wxSize size(std::max(GetSize().x, chars(this, 36)), lines(this, 1.5 * shown) + gap(this, Gap::field));
  m_list->SetSize(size);
  m_popup->SetClientSize(size);
  m_popup->Move(ClientToScreen(wxPoint(0, GetSize().y)));
  m_popup->Show();
  m_at = -1;
  m_list->SetSelection(wxNOT_FOUND);
}

void SuggestField::hide() {
  if (listShown()) m_popup->Hide();
}

void SuggestField::take(int index) {
  if (index < 0 || index >= static_cast<int>(m_shown.size())) return;
  ChangeValue(toWx(m_shown[static_cast<std::size_t>(index)].value));
  SetInsertionPointEnd();
  hide();
  wxCommandEvent changed(wxEVT_TEXT, GetId());  // the form hears of it like of typing
  changed.SetEventObject(this);
  ProcessWindowEvent(changed);
  m_pause.Stop();
  if (onChosen) onChosen();
}

void SuggestField::keyPressed(wxKeyEvent& event) {
  const int key = event.GetKeyCode();
  if (!listShown()) {
    if (key == WXK_DOWN && !event.HasAnyModifiers())
      ask();
    else
      event.Skip();
    return;
  }
  const int last = static_cast<int>(m_shown.size()) - 1;
  if (key == WXK_DOWN || key == WXK_UP) {
    m_at = std::clamp(m_at + (key == WXK_DOWN ? 1 : -1), 0, last);
    m_list->SetSelection(m_at);
  } else if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && m_at >= 0 && !event.HasAnyModifiers()) {
    take(m_at);
  } else if (key == WXK_TAB && m_at >= 0) {
    take(m_at);
    event.Skip();
  } else if (key == WXK_ESCAPE) {
    hide();
  } else {
    event.Skip();
  }
}

}  // namespace octad::gui
