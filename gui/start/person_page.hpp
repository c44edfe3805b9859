#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/start.hpp"
#include "gui/widgets/row_list.hpp"

namespace octad::gui {

/// "Who are you?" - asked where the database is a file and cannot know.
class PersonPage final : public wxPanel, private RowSource {
 public:
  PersonPage(wxWindow* parent, viewmodels::StartViewModel& viewModel, const viewmodels::Translator& text,
             std::function<void(const model::Person&)> chosen, std::function<void()> back);
  void begin();

 private:
  long rowCount() const override { return static_cast<long>(m_people.size()); }
  std::string cell(long row, int column) const override;
  void choose(long row);

  const viewmodels::Translator& m_text;
  std::vector<model::Person> m_people;
  std::function<void(const model::Person&)> m_chosen;
  RowList* m_list;
};

}  // namespace octad::gui
