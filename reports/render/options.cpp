#include "reports/render/options.hpp"

#include "model/core/catalogue.hpp"
#include "model/core/message.hpp"

namespace octad::reports {

RenderTexts renderTexts(const model::Catalogue& catalogue) {
  using model::tr;
  RenderTexts texts;
  texts.pageOf = catalogue.text(tr("Page {0} of {1}"));
  texts.imageTooLarge = catalogue.text(tr("The picture {0} has more than 50 megapixels and is left out."));
  texts.imageUnreadable =
      catalogue.text(tr("The picture {0} is no readable PNG or JPEG file and is left out."));
  texts.imageMissing = catalogue.text(tr("The picture {0} is not at hand."));
  texts.drawingMissing = catalogue.text(tr("The drawing {0} is not at hand."));
  return texts;
}

}  // namespace octad::reports
