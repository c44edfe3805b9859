#pragma once

#include <memory>
#include <string>
#include <string_view>

using cairo_surface_t = struct _cairo_surface;
using cairo_t = struct _cairo;

namespace octad::reports {

enum class PictureKind { unreadable, png, jpeg };

/// What the head of a picture file says, read without decoding it.
struct PictureHeader {
  PictureKind kind = PictureKind::unreadable;
  int width = 0;  ///< pixels as stored
  int height = 0;
  int components = 0;   ///< JPEG: colour channels
  int orientation = 1;  ///< EXIF 1 to 8: how a camera was held

  /// More than 50 megapixels: refused before memory is asked for.
  bool tooLarge() const { return static_cast<double>(width) * height > 50e6; }
  /// EXIF orientations 5 to 8 stand on their side.
  bool turned() const { return orientation >= 5; }
  int shownWidth() const { return turned() ? height : width; }
  int shownHeight() const { return turned() ? width : height; }
};

/// Reads kind, size and orientation. Anything but a sound PNG or JPEG head gives `unreadable`.
PictureHeader readPictureHeader(std::string_view bytes);

/// A picture ready to be painted.
class Picture {
 public:
  /// Decodes PNG (and CMYK JPEG); passes other JPEG through untouched. Returns null when the file cannot be
  /// decoded.
  static std::shared_ptr<const Picture> load(const std::string& bytes, const PictureHeader& header);

  /// Paints it into the rectangle, turned as the camera was held.
  void paint(cairo_t* cr, double x, double y, double width, double height) const;

 private:
  struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const;
  };
  std::unique_ptr<cairo_surface_t, SurfaceDeleter> m_surface;
  PictureHeader m_header;
};

}  // namespace octad::reports
