#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/cases/value_field.hpp"
#include "gui/returns/return_tab.hpp"
#include "gui/viewmodels/return_ledger.hpp"
#include "gui/widgets/double_press.hpp"
#include "gui/widgets/layout.hpp"

class wxButton;
class wxStaticText;

namespace octad::gui {

/// Moves pieces of a line: from where they are to where the table of movements lets them go, asking only what
/// that way needs.
class MovePanel final : public wxPanel {
 public:
  MovePanel(wxWindow* parent, ReturnTabHost& host);
  /// The line whose pieces are moved; keeps what is typed while the sources stay the same.
  void show(model::ReturnLineId line);
  /// Chooses a way; without `to` the first one.
  void offer(const viewmodels::PiecesAt& from, std::optional<model::ReturnPlace> to);
  void submit();
  bool dirty() const;
  void focus();

 private:
  struct Cell {
    wxPanel* panel = nullptr;
    std::unique_ptr<ValueField> field;
  };

  void addCell(wxSizer* row, const char* name, const std::string& label, viewmodels::FormFieldKind kind,
               std::vector<viewmodels::FieldChoice> choices, double widthChars, int share = 0);
  ValueField& field(const char* name) { return *m_cells.at(name).field; }
  const viewmodels::PiecesAt* from() const;
  const viewmodels::MoveTarget* to() const;
  void sourceChosen();
  void targetChosen();
  void showNeeds();
  void fitPage();
  void refused(const std::exception_ptr& error);
  void clear();

  ReturnTabHost& m_host;
  const viewmodels::Translator& m_text;
  FieldErrors m_errors;
  model::ReturnLineId m_line;
  std::vector<viewmodels::PiecesAt> m_sources;
  std::vector<viewmodels::MoveTarget> m_targets;
  std::map<std::string, Cell> m_cells;
  wxStaticText* m_why = nullptr;  ///< why nothing can be booked, or what went wrong
  wxButton* m_book = nullptr;
  std::string m_requestId;
  DoublePress m_presses;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
