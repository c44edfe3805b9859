#pragma once

#include <wx/panel.h>

#include "gui/viewmodels/my_work.hpp"
#include "gui/widgets/row_list.hpp"

namespace octad::gui {

/// The people somebody looks after: how much waits for each, how urgent it is and how long it waits. Choosing
/// one shows that person's work only; the first row stands for everybody.
class PeopleList final : public wxPanel, private RowSource {
 public:
  PeopleList(wxWindow* parent, const viewmodels::Translator& text, viewmodels::MyWorkViewModel& viewModel);
  ~PeopleList() override;
  /// Shows what was read; the person chosen stays chosen.
  void showRows();
  RowList& list() { return *m_list; }

 private:
  long rowCount() const override;
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;
  const model::PersonWork& personAt(long row) const;
  void choose(long row);

  const viewmodels::Translator& m_text;
  viewmodels::MyWorkViewModel& m_viewModel;
  model::PersonWork m_everybody;
  RowList* m_list = nullptr;
  bool m_showing = false;
};

}  // namespace octad::gui
