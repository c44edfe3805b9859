#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reports/charts/drawing.hpp"
#include "reports/document/value.hpp"
#include "reports/forms/document_options.hpp"
#include "reports/forms/labels.hpp"

namespace octad::reports {

/// What a form needs beside its values.
struct FormParts {
  std::string title;       ///< running header and the file's title
  std::string number;      ///< running header, right
  std::string recordHash;  ///< of the record printed; may be empty
  std::string watermark;
  bool landscape = false;
  std::map<std::string, std::string> images;
  std::map<std::string, Drawing> drawings;
};

/// templates/forms/<name>.xhtml filled with `values`, as PDF or HTML. The footer says "uncontrolled copy",
/// when it was printed and the hash of the record (S3-D2).
std::string renderForm(std::string_view name, const Value& values, FormParts parts, const Labels& labels,
                       const DocumentOptions& options);

/// The company in the language of the document.
std::string companyText(const DocumentOptions& options, const Labels& labels);

/// "printed 2026-11-22 14:02 (Asia/Shanghai)"
std::string printedText(const DocumentOptions& options, const Labels& labels);

}  // namespace octad::reports
