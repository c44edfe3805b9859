#pragma once

#include <functional>
#include <string>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/case_page.hpp"

namespace octad::gui {

class PointList;

/// What is missing in a case, one line an item; an item jumps to where it is mended.
class MissingList final : public wxPanel {
 public:
  using Jump = std::function<void(const viewmodels::JumpTarget&)>;
  MissingList(wxWindow* parent, const viewmodels::Translator& text, Jump jump);
  /// `heading` stands before the items; `nothing` is said when there are none.
  void show(const std::string& heading, const std::vector<model::MissingPoint>& points,
            const std::string& nothing);

 private:
  const viewmodels::Translator& m_text;
  Jump m_jump;
  PointList* m_list;
};

}  // namespace octad::gui
