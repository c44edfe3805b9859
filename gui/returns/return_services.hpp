#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "gui/cases/page_services.hpp"
#include "model/core/ids.hpp"

namespace octad::gui {

/// A paper of a return, as asked for in its dialog.
struct ReturnDocumentRequest {
  model::ReturnId id;
  std::string document;  ///< key of one of ReturnServices::documents
  ReportLanguage language = ReportLanguage::both;
  std::string path;  ///< its ending says whether PDF or HTML
};

/// What the page of a return needs from the composition root. Writing runs inside the executor and throws
/// what went wrong; without documents there is no such button.
struct ReturnServices {
  std::vector<std::pair<std::string, const char*>> documents;  ///< key and label
  std::function<void(const ReturnDocumentRequest&)> writeDocument;
};

}  // namespace octad::gui
