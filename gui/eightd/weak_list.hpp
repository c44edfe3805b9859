#pragma once

#include <functional>
#include <vector>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"
#include "gui/viewmodels/weak_answers.hpp"

class wxSizer;

namespace octad::gui {

/// The weak answers of a page with their better questions; an answer jumps to its
/// row, and may be let pass with a reason. Not there at all while
/// there are none.
class WeakList final : public wxPanel {
 public:
  using Jump = std::function<void(const viewmodels::JumpTarget&)>;
  /// `letPass` is asked to let an answer pass.
  using LetPass = std::function<void(const viewmodels::WeakPoint&)>;
  WeakList(wxWindow* parent, const viewmodels::Translator& text, Jump jump, LetPass letPass);
  /// True when the height of the list changed.
  bool show(const std::vector<viewmodels::WeakPoint>& points);
  std::function<bool()> onMayPass;  ///< whether the person may let answers pass at all

 private:
  void addPoint(wxSizer* rows, const viewmodels::WeakPoint& point);

  const viewmodels::Translator& m_text;
  Jump m_jump;
  LetPass m_letPass;
  std::vector<std::string> m_shown;  ///< what stands there, so that typing elsewhere makes nothing anew
};

}  // namespace octad::gui
