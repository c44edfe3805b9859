#include <gtest/gtest.h>

#include "reports/render/html.hpp"
#include "reports/render/jpeg_metadata.hpp"
#include "reports/render/picture.hpp"
#include "tests/reports/render_support.hpp"

namespace octad::reports {
namespace {

using tests::contains;
using tests::joinedText;
using tests::pdfOf;

constexpr const char* kFigure = "<figure><img src=\"a\" alt=\"IMG_4411.png\"/></figure><p>after</p>";

std::string shown(const std::string& bytes) {
  RenderOptions options;
  options.images["a"] = bytes;
  return joinedText(pdfOf(kFigure, options));
}

/// A JPEG head with an EXIF orientation, no picture data behind it.
std::string jpegHead(int width, int height, int orientation) {
  std::string bytes(
      "\xFF\xD8\xFF\xE1\x00\x22"
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
      31);
  bytes += static_cast<char>(orientation);
  bytes += std::string("\0\0\0\0\0\0", 6);
  bytes += std::string("\xFF\xC0\x00\x11\x08", 5);
  for (const int value : {height, width}) {
    bytes += static_cast<char>(value >> 8);
    bytes += static_cast<char>(value & 0xFF);
  }
  bytes += std::string("\x03\x01\x11\0\x02\x11\0\x03\x11\0", 10);
  return bytes + std::string("\xFF\xDA\x00\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0", 14);
}

TEST(RenderPicture, HugePictureIsRefusedBeforeDecoding) {
  const auto text = shown(tests::pngClaiming(60000, 60000));
  EXPECT_TRUE(contains(text, "The picture IMG_4411.png has more than 50 megapixels")) << text;
  EXPECT_TRUE(contains(text, "after"));
}

TEST(RenderPicture, BrokenFilesGiveANotice) {
  const std::string good = tests::plainPng(40, 30);
  for (const auto& bytes :
       {std::string(), std::string("GIF89a"), std::string("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        good.substr(0, 40), tests::pngClaiming(10, 10), tests::pngClaiming(0, 10),
        std::string("\xFF\xD8\xFF"), std::string("\xFF\xD8\xFF\xE0\xFF\xFF"),
        std::string("\xFF\xD8\xFF\xE0\x00\x00\x00\x00", 8)}) {
    EXPECT_TRUE(contains(shown(bytes), "no readable PNG or JPEG")) << bytes.substr(0, 8);
  }
  EXPECT_FALSE(contains(shown(good), "IMG_4411"));
}

TEST(RenderPicture, MissingPicturesAndDrawingsAreNamed) {
  const auto text =
      joinedText(pdfOf("<figure><img src=\"gone.jpg\"/></figure><figure><drawing name=\"why\"/></figure>"));
  EXPECT_TRUE(contains(text, "The picture gone.jpg is not at hand.")) << text;
  EXPECT_TRUE(contains(text, "The drawing why is not at hand.")) << text;
}

TEST(RenderPicture, ReadsExifOrientation) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const auto header = readPictureHeader(jpegHead(400, 300, orientation));
    ASSERT_EQ(header.kind, PictureKind::jpeg);
    EXPECT_EQ(header.orientation, orientation);
    EXPECT_EQ(header.shownWidth(), orientation >= 5 ? 300 : 400);
    EXPECT_EQ(header.shownHeight(), orientation >= 5 ? 400 : 300);
  }
  EXPECT_EQ(readPictureHeader(jpegHead(400, 300, 77)).orientation, 1);
}

TEST(RenderPicture, JpegGoesIntoThePdfAsItIs) {
  RenderOptions options;
  options.images["a"] = jpegHead(400, 300, 6) + std::string(500, '\x5A') + "\xFF\xD9";
  const auto pdf = pdfOf(kFigure, options);
  EXPECT_TRUE(contains(pdf, "/DCTDecode"));
  EXPECT_TRUE(contains(pdf, std::string(500, '\x5A')));
}

TEST(RenderPicture, PhotosLoseWhatTheySayAboutTheirTaker) {
  const std::string jpeg = jpegHead(400, 300, 6);
  const std::string secret =
      std::string("\xFF\xE1\x00\x0DGPS-SECRET!", 15) + std::string("\xFF\xFE\x00\x07OWNER", 9);
  const std::string told = jpeg.substr(0, 2) + secret + jpeg.substr(2) + "data";
  for (const int orientation : {1, 6}) {
    const auto clean = withoutMetadata(told, orientation);
    EXPECT_FALSE(contains(clean, "SECRET"));
    EXPECT_FALSE(contains(clean, "OWNER"));
    EXPECT_TRUE(clean.ends_with("data"));
    const auto header = readPictureHeader(clean);
    EXPECT_EQ(header.kind, PictureKind::jpeg);
    EXPECT_EQ(header.width, 400);
    EXPECT_EQ(header.orientation, orientation);
  }
  RenderOptions options;
  options.images["a"] = told;
  EXPECT_FALSE(contains(pdfOf(kFigure, options), "SECRET"));
}

TEST(RenderPicture, HtmlUsesDataUrisOnly) {
  RenderOptions options;
  options.images["a"] = tests::plainPng(40, 30);
  const auto html = renderHtml(parseDocument(kFigure), options);
  EXPECT_TRUE(contains(html, "src=\"data:image/png;base64,iVBOR"));
  options.images["a"] = tests::pngClaiming(60000, 60000);
  EXPECT_FALSE(contains(renderHtml(parseDocument(kFigure), options), "data:image"));
}

}  // namespace
}  // namespace octad::reports
