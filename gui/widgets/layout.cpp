#include "gui/widgets/layout.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statline.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/widgets/date_field.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

namespace {

constexpr double kTitleScale = 1.35;

/// Fields that do not grow with the window.
bool isOneLine(const wxWindow* control) {
  if (const auto* field = dynamic_cast<const wxTextCtrl*>(control)) return !field->IsMultiLine();
  return dynamic_cast<const wxChoice*>(control) != nullptr ||
         dynamic_cast<const DateField*>(control) != nullptr;
}

wxStaticText* label(wxWindow* parent, const std::string& text) {
  return new wxStaticText(parent, wxID_ANY, toWx(text));
}

}  // namespace

int gap(const wxWindow* window, Gap size) {
  return window->FromDIP(static_cast<int>(size));
}

int chars(const wxWindow* window, double count) {
  return static_cast<int>(window->GetCharWidth() * count);
}

int lines(const wxWindow* window, double count) {
  return static_cast<int>(window->GetCharHeight() * 1.2 * count);
}

wxStaticText* makeTitle(wxWindow* parent, const std::string& text) {
  auto* title = label(parent, text);
  title->SetFont(title->GetFont().Bold().Scaled(static_cast<float>(kTitleScale)));
  return title;
}

wxStaticText* makeSection(wxWindow* parent, const std::string& text) {
  auto* heading = label(parent, text);
  heading->SetFont(heading->GetFont().Bold());
  return heading;
}

wxStaticText* makeText(wxWindow* parent, const std::string& text, int wrapAt) {
  auto* body = label(parent, text);
  if (wrapAt > 0) body->Wrap(wrapAt);
  return body;
}

wxStaticText* makeMuted(wxWindow* parent, const std::string& text, int wrapAt) {
  auto* body = makeText(parent, text, wrapAt);
  body->SetForegroundColour(mutedColour());
  return body;
}

wxWindow* makeLine(wxWindow* parent) {
  return new wxStaticLine(parent);
}

wxButton* makeButton(wxWindow* parent, const std::string& text, std::function<void()> action) {
  auto* button = new wxButton(parent, wxID_ANY, toWx(text));
  button->Bind(wxEVT_BUTTON, [action = std::move(action)](wxCommandEvent&) { action(); });
  return button;
}

void setText(wxStaticText* target, const std::string& text, int wrapAt) {
  const wxString wanted = toWx(text);
  if (target->GetLabel() == wanted && wrapAt == 0) return;
  target->SetLabel(wanted);
  if (wrapAt > 0) target->Wrap(wrapAt);
  if (target->GetParent() != nullptr) target->GetParent()->Layout();
}

wxScrolledWindow* makeScrolled(wxWindow* parent) {
  auto* scrolled = new wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
  scrolled->SetScrollRate(0, lines(parent, 1));
  return scrolled;
}

void FieldErrors::add(const std::string& field, wxWindow* control, wxSizer* place) {
  m_fields[field] = {control, place, nullptr, nullptr};
}

bool FieldErrors::note(const std::string& field, const std::string& remark, const std::string& hint) {
  const auto found = m_fields.find(field);
  if (found == m_fields.end()) return false;
  Entry& entry = found->second;
  if (entry.remark == nullptr) {
    if (remark.empty()) return false;
    entry.remark = makeMuted(entry.place->GetContainingWindow(), {});
    entry.place->Add(entry.remark, wxSizerFlags().Border(wxTOP, gap(entry.control, Gap::inside) / 2));
  } else if (entry.remark->GetLabel() == toWx(remark) && entry.remark->IsShown() != remark.empty()) {
    return false;
  }
  entry.remark->SetLabel(toWx(remark));
  entry.remark->SetToolTip(toWx(hint));
  entry.remark->Show(!remark.empty());
  return true;
}

bool FieldErrors::show(const std::string& field, const std::string& sentence) {
  const auto found = m_fields.find(field);
  if (found == m_fields.end()) return false;
  Entry& entry = found->second;
  if (entry.below == nullptr) {
    entry.below = label(entry.place->GetContainingWindow(), {});
    entry.place->Add(entry.below, wxSizerFlags().Border(wxTOP, gap(entry.control, Gap::inside) / 2));
  }
  entry.below->SetForegroundColour(coloursOf(viewmodels::Tone::late).text);
  entry.below->SetLabel(toWx("⚠ " + sentence));
  entry.below->Wrap(std::max(entry.control->GetSize().x, chars(entry.control, 24)));
  entry.below->Show();
  entry.below->GetParent()->Layout();
  return true;
}

void FieldErrors::clear() {
  wxWindow* parent = nullptr;
  for (const auto& [name, entry] : m_fields) {
    if (entry.below == nullptr || !entry.below->IsShown()) continue;
    entry.below->Hide();
    parent = entry.below->GetParent();
  }
  if (parent != nullptr) parent->Layout();
}

void FieldErrors::forget(const std::string& prefix) {
  std::erase_if(m_fields, [&prefix](const auto& entry) { return entry.first.starts_with(prefix); });
}

void FieldErrors::focus(const std::string& field) const {
  const auto found = m_fields.find(field);
  if (found != m_fields.end()) found->second.control->SetFocus();
}

FormBuilder::FormBuilder(wxWindow* parent, wxSizer* target, FieldErrors* errors)
    : m_parent(parent), m_target(target), m_errors(errors) {}

void FormBuilder::section(const std::string& text) {
  m_row = nullptr;
  const int above = m_target->IsEmpty() ? 0 : gap(m_parent, Gap::group);
  m_target->Add(makeSection(m_parent, text), wxSizerFlags().Border(wxTOP, above));
}

void FormBuilder::row() {
  m_row = nullptr;
}

void FormBuilder::add(wxWindow* window, int proportion) {
  m_row = nullptr;
  const int above = m_target->IsEmpty() ? 0 : gap(m_parent, Gap::field);
  m_target->Add(window, wxSizerFlags(proportion).Expand().Border(wxTOP, above));
}

void FormBuilder::add(wxSizer* sizer, int proportion) {
  m_row = nullptr;
  const int above = m_target->IsEmpty() ? 0 : gap(m_parent, Gap::field);
  m_target->Add(sizer, wxSizerFlags(proportion).Expand().Border(wxTOP, above));
}

void FormBuilder::growLastRow() {
  auto* last = m_target->GetItem(m_target->GetItemCount() - 1);
  last->SetProportion(1);
}

void FormBuilder::beginField(const std::string& text) {
  if (m_row == nullptr) {
    const int above = m_target->IsEmpty() ? 0 : gap(m_parent, Gap::field);
    m_row = new wxBoxSizer(wxHORIZONTAL);
    m_inRow.clear();
    m_target->Add(m_row, wxSizerFlags().Expand().Border(wxTOP, above));
  }
  m_field = new wxBoxSizer(wxVERTICAL);
  if (!text.empty()) m_field->Add(label(m_parent, text));
}

void FormBuilder::endField(const std::string& name, const std::string& text, wxWindow* control, int share) {
  if (!name.empty()) control->SetName(toWx(name));
  if (!text.empty()) setAccessibleName(control, text);
  const bool oneLine = isOneLine(control);
  m_field->Add(control, wxSizerFlags(oneLine ? 0 : 1)
                            .Expand()
                            .Border(wxTOP, text.empty() ? 0 : gap(m_parent, Gap::inside) / 2));
  if (oneLine) {
    m_inRow.push_back(control);
    int height = 0;
    for (const wxWindow* other : m_inRow) height = std::max(height, other->GetEffectiveMinSize().y);
    for (wxWindow* other : m_inRow) other->SetMinSize({other->GetMinSize().x, height});
  }
  if (m_errors != nullptr && !name.empty()) m_errors->add(name, control, m_field);
  const int before = m_row->IsEmpty() ? 0 : gap(m_parent, Gap::field);
  m_row->Add(m_field, wxSizerFlags(share).Expand().Border(wxLEFT, before));
  m_field = nullptr;
}

}  // namespace octad::gui
