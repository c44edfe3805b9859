#pragma once

#include <functional>
#include <optional>
#include <wx/panel.h>

#include "gui/viewmodels/translator.hpp"
#include "model/core/zone.hpp"

class wxStaticText;

namespace octad::gui {

/// "A draft of 14:02 was kept" with what to do about it; there only while one waits.
class DraftOffer final : public wxPanel {
 public:
  DraftOffer(wxWindow* parent, const viewmodels::Translator& text);
  /// Returns whether it came or went, and the page has to be laid out again.
  bool show(const model::Zone& zone, std::optional<model::Instant> keptAt);

  std::function<void()> onUse;
  std::function<void()> onDiscard;

 private:
  void build();
  const viewmodels::Translator& m_text;
  wxStaticText* m_words = nullptr;
};

}  // namespace octad::gui
