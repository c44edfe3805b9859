#pragma once

#include <wx/longlong.h>
#include <wx/settings.h>
#include <wx/time.h>

namespace octad::gui {

/// A double click on a button that stores something is meant once. The first press may be carried out before
/// the second one comes, on a form that is ready for more: the second would store what is left. Nobody who
/// presses within the time of a double click has seen what became of the first press.
class DoublePress {
 public:
  /// What a press asked for is stored.
  void carriedOut() { m_doneAt = wxGetUTCTimeMillis(); }
  /// Something was typed or chosen since: the next press is another one.
  void forget() { m_doneAt = 0; }
  /// Asked at every press.
  bool meant() const {
    const int within = wxSystemSettings::GetMetric(wxSYS_DCLICK_MSEC);
    return wxGetUTCTimeMillis() - m_doneAt > (within > 0 ? within : kUsualMs);
  }

 private:
  static constexpr int kUsualMs = 500;

  wxLongLong m_doneAt = 0;
};

}  // namespace octad::gui
