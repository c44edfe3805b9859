#pragma once

#include <functional>
#include <optional>
#include <vector>
#include <wx/bitmap.h>
#include <wx/panel.h>

#include "model/cases/case_records.hpp"

class wxImage;

namespace octad::gui {

/// A picture with its marks, which a pointer draws: pressed where a mark begins, let go where it ends.
class PictureCanvas final : public wxPanel {
 public:
  PictureCanvas(wxWindow* parent, const wxImage& picture);
  void show(std::vector<model::PictureMark> marks, int chosen);

  model::MarkShape shape = model::MarkShape::arrow;        ///< what the pointer draws
  std::function<void(const model::PictureMark&)> onDrawn;  ///< a mark was drawn

 private:
  struct Frame {
    int x = 0;
    int y = 0;
    int width = 1;
    int height = 1;
  };
  Frame frame() const;  ///< where the picture lies in the window
  model::PictureMark markTo(const wxPoint& end) const;
  void paint();

  wxBitmap m_picture;
  std::vector<model::PictureMark> m_marks;
  int m_chosen = -1;
  std::optional<wxPoint> m_begin;
  wxPoint m_end;
};

}  // namespace octad::gui
