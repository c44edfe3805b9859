#pragma once

#include <string>

class wxWindow;

namespace octad::viewmodels {
class Translator;
}

namespace octad::gui {

/// What becomes of something typed and not saved when its page is left.
enum class DraftFate { keep, throwAway, stay };

/// Asks about what can wait as a draft. `sentence` says what is not saved, `question` what is being left.
DraftFate askAboutDraft(wxWindow* parent, const viewmodels::Translator& text, const char* sentence,
                        const char* question);

/// Asks about what is lost when it is left; true: leave.
bool askToLeave(wxWindow* parent, const viewmodels::Translator& text, const char* sentence,
                const char* question);

}  // namespace octad::gui
