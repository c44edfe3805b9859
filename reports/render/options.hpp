#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "reports/charts/drawing.hpp"

namespace octad::model {
class Catalogue;
}

namespace octad::reports {

/// Sentences the renderers put in themselves; give them in the language of the document.
struct RenderTexts {
  std::string pageOf = "Page {0} of {1}";
  std::string imageTooLarge = "The picture {0} has more than 50 megapixels and is left out.";
  std::string imageUnreadable = "The picture {0} is no readable PNG or JPEG file and is left out.";
  std::string imageMissing = "The picture {0} is not at hand.";
  std::string drawingMissing = "The drawing {0} is not at hand.";
};

/// The sentences in the language of `catalogue`.
RenderTexts renderTexts(const model::Catalogue& catalogue);

/// What a document needs beside its own text. All texts are translated and formatted already.
struct RenderOptions {
  std::string title;         ///< running header, left, and the file's title; empty = the document's own title
  std::string number;        ///< running header, right
  std::string organisation;  ///< running header, before the title; may be empty
  std::string copyNotice;    ///< footer, e.g. "Uncontrolled copy"
  std::string printedAt;     ///< footer, e.g. "printed 22 Nov 2026 14:02 by Wang Fang"
  std::string recordHash;    ///< footer, e.g. "record 3f2a 91c0 …"
  std::string watermark;     ///< across every page, e.g. "DRAFT"; may be empty
  std::string language = "en";
  std::int64_t createdUnixSeconds = 0;  ///< the file's own date (UTC), so that equal input gives equal bytes
  bool landscape = false;
  RenderTexts texts;
  std::map<std::string, std::string> images;  ///< PNG or JPEG bytes by the name in `<img src="…"/>`
  std::map<std::string, Drawing> drawings;    ///< by the name in `<drawing name="…"/>`
};

}  // namespace octad::reports
