#include "gui/shell/write_document.hpp"

#include <utility>

#include "gui/viewmodels/session.hpp"
#include "gui/widgets/error_bar.hpp"

namespace octad::gui {

void writeDocument(PageHost& host, const viewmodels::Lifetime& life, ErrorBar& bar,
                   DocumentWriting document) {
  const auto& text = host.session().translator;
  host.showStatus(text(document.saying));
  viewmodels::inBackground(
      host.session().executor, life, std::move(document.work),
      [&host, &bar, &text, path = document.path,
       done = std::move(document.done)](const model::Message& saved) {
        const std::string sentence = text(saved);
        host.showStatus(sentence);
        bar.offerFile(sentence, path, text);
        if (done) done();
      },
      [&host, &bar, &text, failed = std::move(document.failed)](const std::exception_ptr& error) {
        host.showStatus({});
        if (failed)
          failed(error);
        else
          bar.showError(error, text);
      });
}

}  // namespace octad::gui
