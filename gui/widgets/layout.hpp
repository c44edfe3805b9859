#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gui/widgets/accessible.hpp"
#include "gui/widgets/text.hpp"

class wxBoxSizer;
class wxButton;
class wxScrolledWindow;
class wxSizer;
class wxStaticText;
class wxWindow;

namespace octad::gui {

/// The only distances in our windows, in DIP: inside a group, between fields, groups and sections.
enum class Gap { inside = 4, field = 8, group = 16, section = 24 };

int gap(const wxWindow* window, Gap size);
/// Width of `count` Latin characters in the font of the window; a Chinese character takes two.
int chars(const wxWindow* window, double count);
/// Height of `count` lines of text.
int lines(const wxWindow* window, double count);

/// Page title, x1.35 bold.
wxStaticText* makeTitle(wxWindow* parent, const std::string& text);
/// Heading of a section, bold.
wxStaticText* makeSection(wxWindow* parent, const std::string& text);
/// Ordinary text; wraps when `wrapAt` (pixels) is given.
wxStaticText* makeText(wxWindow* parent, const std::string& text, int wrapAt = 0);
/// Secondary text in the theme's grey.
wxStaticText* makeMuted(wxWindow* parent, const std::string& text, int wrapAt = 0);
/// A horizontal hairline.
wxWindow* makeLine(wxWindow* parent);
/// A button named for what it does.
wxButton* makeButton(wxWindow* parent, const std::string& label, std::function<void()> action);
/// Sets the text of a label and lays out its parent again only when it changed.
void setText(wxStaticText* label, const std::string& text, int wrapAt = 0);
/// Scrolling by pixels vertically only, for forms that may be taller than the window.
wxScrolledWindow* makeScrolled(wxWindow* parent);

/// The sentence below a field that says what is wrong with it; hidden while all is well.
class FieldErrors {
 public:
  /// `place` holds the field and takes the sentence when there is one.
  void add(const std::string& field, wxWindow* control, wxSizer* place);
  /// A quiet remark below the field, e.g. where it was read from; an empty one takes it away. True when
  /// something changed.
  bool note(const std::string& field, const std::string& remark, const std::string& hint);
  /// Shows the sentence below the field; false when no such field is on the form.
  bool show(const std::string& field, const std::string& sentence);
  void clear();
  /// Fields whose names begin so are gone from the form.
  void forget(const std::string& prefix);
  /// Jumps to the field.
  void focus(const std::string& field) const;
  bool has(const std::string& field) const { return m_fields.count(field) != 0; }

 private:
  struct Entry {
    wxWindow* control = nullptr;
    wxSizer* place = nullptr;
    wxStaticText* below = nullptr;   ///< made with the first sentence
    wxStaticText* remark = nullptr;  ///< made with the first remark
  };
  std::map<std::string, Entry> m_fields;
};

/// Builds a form: labels above their fields, related short fields share a row, at most 720 DIP wide unless
/// told otherwise. A label is created just before its control, so that assistive technology pairs them.
class FormBuilder {
 public:
  FormBuilder(wxWindow* parent, wxSizer* target, FieldErrors* errors = nullptr);

  /// Starts a section with a bold heading.
  void section(const std::string& text);
  /// The following fields go into one new row.
  void row();
  /// Adds a field to the row (starts one when there is none). `make(parent)` creates the control; `name` is
  /// its field name for errors and tests. `share` is its part of the row's width; 0 keeps its own width.
  template <class Make>
  auto field(const std::string& name, const std::string& label, int share, Make make) {
    beginField(label);
    auto* control = make(m_parent);
    endField(name, label, control, share);
    return control;
  }
  /// Adds any window or sizer in full width.
  void add(wxWindow* window, int proportion = 0);
  void add(wxSizer* sizer, int proportion = 0);
  /// Makes the last row grow with the window.
  void growLastRow();
  wxWindow* parent() const { return m_parent; }

 private:
  void beginField(const std::string& label);
  void endField(const std::string& name, const std::string& label, wxWindow* control, int share);

  wxWindow* m_parent;
  wxSizer* m_target;
  FieldErrors* m_errors;
  wxBoxSizer* m_row = nullptr;
  wxBoxSizer* m_field = nullptr;
  std::vector<wxWindow*> m_inRow;  ///< one-line controls of the row, made equally high
};

}  // namespace octad::gui
