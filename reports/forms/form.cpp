#include "reports/forms/form.hpp"

#include "model/core/error.hpp"
#include "reports/document/parse.hpp"
#include "reports/document/template.hpp"
#include "reports/forms/typeset.hpp"
#include "reports/render/html.hpp"
#include "reports/render/options.hpp"
#include "reports/render/pdf.hpp"

namespace octad::resources {
const std::map<std::string, std::string_view>& octad_templates();
}

namespace octad::reports {
namespace {

using model::tr;

constexpr long long kMicroseconds = 1'000'000;

RenderTexts textsOf(const Labels& labels) {
  RenderTexts texts;
  for (auto* sentence : {&texts.pageOf, &texts.imageTooLarge, &texts.imageUnreadable, &texts.imageMissing,
                         &texts.drawingMissing})
    *sentence = labels.text(*sentence);
  return texts;
}

}  // namespace

std::string companyText(const DocumentOptions& options, const Labels& labels) {
  return labels.name(options.company, options.companyEn);
}

std::string printedText(const DocumentOptions& options, const Labels& labels) {
  const auto at = momentText(options.printedAt, options.zone) + " (" + options.zone.name() + ")";
  return labels.text(tr("Printed")) + " " + at;
}

std::string renderForm(std::string_view name, const Value& values, FormParts parts, const Labels& labels,
                       const DocumentOptions& options) {
  const auto file = "forms/" + std::string(name) + ".xhtml";
  const auto xhtml = renderTemplate(labels.fill(resources::octad_templates().at(file)), values);
  RenderOptions render;
  render.title = std::move(parts.title);
  render.number = std::move(parts.number);
  // One language in the running header: two names and two titles have no room there.
  render.organisation = labels.language() == DocumentLanguage::bilingual && !options.company.empty()
                            ? options.company
                            : companyText(options, labels);
  render.copyNotice = labels.text(tr("Uncontrolled copy"));
  render.printedAt = printedText(options, labels);
  if (!parts.recordHash.empty())
    render.recordHash = labels.text(tr("Record hash")) + " " + shortHash(parts.recordHash);
  render.watermark = std::move(parts.watermark);
  render.language = labels.language() == DocumentLanguage::english ? "en" : "zh-CN";
  render.createdUnixSeconds = options.printedAt.microseconds / kMicroseconds;
  render.landscape = parts.landscape;
  render.texts = textsOf(labels);
  render.images = std::move(parts.images);
  render.drawings = std::move(parts.drawings);
  const Document document = parseDocument(xhtml);
  if (options.format == DocumentFormat::html) return renderHtml(document, render);
  if (options.format == DocumentFormat::pdf) return renderPdf(document, render);
  throw model::Invalid("output", {tr("This document is no workbook: choose pdf or html.")});
}

}  // namespace octad::reports
