#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/cases/page_services.hpp"
#include "gui/viewmodels/translator.hpp"

class wxWindow;

namespace octad::gui {

/// What can be written about a record, in the words of its kind. Keys with their labels as shown.
struct PaperOffer {
  using Entries = std::vector<std::pair<std::string, std::string>>;
  std::string title;
  std::string paperLabel;
  Entries papers;
  Entries formats;
  std::string okLabel;
  std::vector<std::string> notes = {};  ///< what should be known before it is written
};

struct PaperChoice {
  std::string paper;
  std::string format;
  ReportLanguage language = ReportLanguage::both;
};

/// Asks which paper, in which kind of file and language; none when it is left.
std::optional<PaperChoice> askForPaper(wxWindow* parent, const PaperOffer& offer,
                                       const viewmodels::Translator& text);

}  // namespace octad::gui
