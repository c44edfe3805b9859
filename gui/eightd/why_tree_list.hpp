#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>
#include <wx/dataview.h>

#include "gui/viewmodels/translator.hpp"
#include "model/eightd/problem.hpp"

namespace octad::model {
struct WhyTreeNode;
}

namespace octad::gui {

/// The causes with their whys as a native tree: the main chain stands flat below its cause, branches below
/// the why they explain. With many whys only the chosen cause is open, and those opened by hand.
class WhyTreeList final : public wxDataViewTreeCtrl {
 public:
  WhyTreeList(wxWindow* parent, const viewmodels::Translator& text);

  /// Shows these whys; nothing happens when it does already.
  void show(const std::vector<model::Cause>& causes, const std::vector<model::WhyStep>& steps);
  /// Opens a cause and chooses one of its whys, or the cause itself.
  void choose(model::CauseId cause, std::optional<model::WhyStepId> step);

  /// So many whys that only the chosen cause is open.
  bool isLong() const;

  /// A person chose a cause, or one of its whys.
  std::function<void(model::CauseId cause, std::optional<model::WhyStepId> step)> onChoose;

 private:
  /// A line of the tree, in the order they are shown.
  struct Line {
    model::CauseId cause;
    std::optional<model::WhyStepId> step;
    int depth = 0;
    std::string text;
    bool operator==(const Line&) const = default;
  };
  void addLines(std::vector<Line>& lines, const model::WhyTreeNode& node, const std::string& number,
                int depth) const;
  void fill();
  void unfold();
  const Line* lineOf(const wxDataViewItem& item) const;

  const viewmodels::Translator& m_text;
  std::vector<Line> m_lines;
  std::vector<wxDataViewItem> m_items;  ///< of the lines
  std::set<model::CauseId> m_opened;    ///< by hand
  model::CauseId m_cause;
  std::optional<model::WhyStepId> m_step;
  bool m_filling = false;
};

}  // namespace octad::gui
