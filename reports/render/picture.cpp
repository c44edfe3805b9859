#include "reports/render/picture.hpp"

#include <algorithm>
#include <cairo/cairo.h>
#include <cstdint>
#include <gdk-pixbuf/gdk-pixbuf.h>

#include "reports/render/jpeg_metadata.hpp"

namespace octad::reports {
namespace {

struct ObjectDeleter {
  void operator()(void* object) const { g_object_unref(object); }
};
using PixbufPtr = std::unique_ptr<GdkPixbuf, ObjectDeleter>;

/// Decodes with the one decoder the head has named, so that no other format of gdk-pixbuf can be reached.
PixbufPtr decode(const std::string& bytes, PictureKind kind) {
  const char* type = kind == PictureKind::png ? "png" : "jpeg";
  const std::unique_ptr<GdkPixbufLoader, ObjectDeleter> loader(
      gdk_pixbuf_loader_new_with_type(type, nullptr));
  if (!loader) return nullptr;
  const bool written = gdk_pixbuf_loader_write(loader.get(), reinterpret_cast<const guchar*>(bytes.data()),
                                               bytes.size(), nullptr) != FALSE;
  const bool closed = gdk_pixbuf_loader_close(loader.get(), nullptr) != FALSE;
  GdkPixbuf* pixbuf = gdk_pixbuf_loader_get_pixbuf(loader.get());
  if (!written || !closed || pixbuf == nullptr) return nullptr;
  return PixbufPtr(GDK_PIXBUF(g_object_ref(pixbuf)));
}

/// RGB(A) bytes of a pixbuf into Cairo's premultiplied words.
cairo_surface_t* surfaceOf(const GdkPixbuf* pixbuf) {
  const int width = gdk_pixbuf_get_width(pixbuf);
  const int height = gdk_pixbuf_get_height(pixbuf);
  const bool alpha = gdk_pixbuf_get_has_alpha(pixbuf) != FALSE;
  const int channels = gdk_pixbuf_get_n_channels(pixbuf);
  cairo_surface_t* surface =
      cairo_image_surface_create(alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) return surface;
  unsigned char* target = cairo_image_surface_get_data(surface);
  const guint8* source = gdk_pixbuf_read_pixels(pixbuf);
  for (int y = 0; y < height; ++y) {
    const guint8* from = source + static_cast<std::ptrdiff_t>(y) * gdk_pixbuf_get_rowstride(pixbuf);
    auto* to = reinterpret_cast<std::uint32_t*>(target + static_cast<std::ptrdiff_t>(y) *
                                                             cairo_image_surface_get_stride(surface));
    for (int x = 0; x < width; ++x, from += channels) {
      const unsigned a = alpha ? from[3] : 255U;
      const auto premultiplied = [a](unsigned channel) { return (channel * a + 127) / 255; };
      to[x] =
          (a << 24) | (premultiplied(from[0]) << 16) | (premultiplied(from[1]) << 8) | premultiplied(from[2]);
    }
  }
  cairo_surface_mark_dirty(surface);
  return surface;
}

/// An empty surface that carries the JPEG file: Cairo puts the file itself into the PDF.
cairo_surface_t* passThrough(const std::string& bytes, const PictureHeader& header) {
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, header.width, header.height);
  auto* copy = new std::string(withoutMetadata(bytes, 1));  // turned by `upright`
  const auto release = [](void* data) { delete static_cast<std::string*>(data); };
  const auto status = cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
                                                  reinterpret_cast<const unsigned char*>(copy->data()),
                                                  static_cast<unsigned long>(copy->size()), release, copy);
  if (status != CAIRO_STATUS_SUCCESS) release(copy);
  return surface;
}

/// The EXIF orientation as a matrix from stored pixels to the upright picture.
cairo_matrix_t upright(int orientation, double w, double h) {
  switch (orientation) {
    case 2:
      return {-1, 0, 0, 1, w, 0};
    case 3:
      return {-1, 0, 0, -1, w, h};
    case 4:
      return {1, 0, 0, -1, 0, h};
    case 5:
      return {0, 1, 1, 0, 0, 0};
    case 6:
      return {0, 1, -1, 0, h, 0};
    case 7:
      return {0, -1, -1, 0, h, w};
    case 8:
      return {0, -1, 1, 0, 0, w};
    default:
      return {1, 0, 0, 1, 0, 0};
  }
}

}  // namespace

void Picture::SurfaceDeleter::operator()(cairo_surface_t* surface) const {
  cairo_surface_destroy(surface);
}

std::shared_ptr<const Picture> Picture::load(const std::string& bytes, const PictureHeader& header) {
  auto picture = std::make_shared<Picture>();
  picture->m_header = header;
  if (header.kind == PictureKind::jpeg && (header.components == 1 || header.components == 3)) {
    picture->m_surface.reset(passThrough(bytes, header));
  } else {
    const auto pixbuf = decode(bytes, header.kind);
    if (!pixbuf) return nullptr;
    picture->m_header.width = gdk_pixbuf_get_width(pixbuf.get());
    picture->m_header.height = gdk_pixbuf_get_height(pixbuf.get());
    picture->m_surface.reset(surfaceOf(pixbuf.get()));
  }
  if (cairo_surface_status(picture->m_surface.get()) != CAIRO_STATUS_SUCCESS) return nullptr;
  return picture;
}

void Picture::paint(cairo_t* cr, double x, double y, double width, double height) const {
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, width / m_header.shownWidth(), height / m_header.shownHeight());
  const cairo_matrix_t turn = upright(m_header.orientation, m_header.width, m_header.height);
  cairo_transform(cr, &turn);
  cairo_set_source_surface(cr, m_surface.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_BEST);
  cairo_paint(cr);
  cairo_restore(cr);
}

}  // namespace octad::reports
