#pragma once

#include <exception>
#include <functional>
#include <string>

#include "gui/shell/page_host.hpp"
#include "gui/viewmodels/executor.hpp"

namespace octad::gui {

class ErrorBar;

/// A document that a page writes while one goes on working.
struct DocumentWriting {
  const char* saying;                    ///< in the status bar meanwhile
  std::string path;                      ///< offered to be opened afterwards
  std::function<model::Message()> work;  ///< writes it, in the background; what to say then, "Saved as {0}"
  std::function<void()> done = {};       ///< afterwards, when there is more to do
  std::function<void(const std::exception_ptr&)> failed = {};  ///< in place of the sentence in the bar
};

/// Writes it. The status bar never says that it is being written when it is not any more.
void writeDocument(PageHost& host, const viewmodels::Lifetime& life, ErrorBar& bar, DocumentWriting document);

}  // namespace octad::gui
