#pragma once

#include <boost/signals2/connection.hpp>
#include <functional>
#include <initializer_list>
#include <string>
#include <vector>
#include <wx/panel.h>
#include <wx/timer.h>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/kept_form.hpp"
#include "gui/widgets/layout.hpp"

class wxBoxSizer;
class wxButton;
class wxScrolledWindow;

namespace octad::gui {

class ErrorBar;

/// The page around the fields of a form that keeps what is typed: fields on the left, what follows from them
/// and what is wrong on the right, buttons below. Everything by keyboard, Ctrl+Enter saves; a second after
/// typing the draft goes to the journal; leaving asks what becomes of it.
class KeptFormPage : public wxPanel, public PageCommands {
 public:
  void refresh() override {}
  void save() override { submit(); }
  void submit() override;
  bool mayClose() override;
  /// Puts the cursor into the first field.
  virtual void begin() = 0;

 protected:
  /// English msgids marked with tr().
  struct Words {
    const char* title;
    const char* saveLabel;
    const char* notSaved;       ///< the sentence when it is left …
    const char* leaveQuestion;  ///< … and its question
  };

  KeptFormPage(wxWindow* parent, PageHost& host, viewmodels::KeptForm& form, const Words& words);
  /// Makes all windows; the first thing a form does.
  void build();

  virtual void makeFields(FormBuilder& form) = 0;
  virtual void makeSide(wxWindow* side, wxSizer* box) = 0;
  /// Says anew what stands beside the fields, at the width there is.
  virtual void showSide() = 0;
  /// Gives what stands in the fields to the form.
  virtual void takeTyped() = 0;

  /// Changes in these fields are changes of the form.
  void watch(std::initializer_list<wxWindow*> fields);
  virtual void fieldsChanged();
  /// A second after typing.
  virtual void typingPaused() { keepDraft(); }
  void waitForPause();
  virtual void showProblems();

  /// Place for rows of the same fields, with a button below that adds one.
  void makeRows(FormBuilder& form, const std::string& addLabel, std::function<void()> add);
  /// Makes the rows anew: `make` is called for each place, and the fields of the old ones, whose names begin
  /// with `prefix`, are forgotten.
  void rebuildRows(const std::string& prefix, std::size_t count, Gap between,
                   const std::function<wxWindow*(wxWindow* parent, std::size_t at)>& make);
  void layoutAll();
  /// After what stands beside the fields changed; more than there is room for can be scrolled.
  void layoutSide();
  int sideWidth() const;

  PageHost& m_host;
  const viewmodels::Translator& m_text;
  FieldErrors m_fieldErrors;
  ErrorBar* m_errors = nullptr;
  wxWindow* m_side = nullptr;
  bool m_showing = false;  ///< fields are being filled: nobody types
  std::vector<boost::signals2::scoped_connection> m_connections;

 private:
  wxSizer* makeFooter();
  void bindKeys();
  void keepDraft();
  void addProblemLink(const viewmodels::FieldProblem& problem);

  viewmodels::KeptForm& m_form;
  Words m_words;
  wxScrolledWindow* m_scrolled = nullptr;
  wxPanel* m_rowPanel = nullptr;
  wxBoxSizer* m_rowBox = nullptr;
  wxBoxSizer* m_problemBox = nullptr;
  wxButton* m_save = nullptr;
  wxTimer m_pause;
};

}  // namespace octad::gui
