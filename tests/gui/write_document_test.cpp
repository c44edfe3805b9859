#include "gui/shell/write_document.hpp"

#include <stdexcept>

#include "gui/widgets/error_bar.hpp"
#include "model/core/error.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {
namespace {

class WriteDocument : public CasePageWindow {
 protected:
  void write(std::function<model::Message()> work) {
    bar = new ErrorBar(frame);
    writeDocument(host, life, *bar, {"Writing the report…", "/tmp/list.pdf", std::move(work)});
    EXPECT_EQ(host.status, "Writing the report…");
    EXPECT_TRUE(waitFor([this] { return !executor.busy() && !bar->sentence().empty(); }));
  }
  ErrorBar* bar = nullptr;
  viewmodels::Lifetime life;
};

TEST_F(WriteDocument, SaysWhereItIs) {
  write([] { return model::Message("Saved as {0}", {"/tmp/list.pdf"}); });
  EXPECT_EQ(host.status, "Saved as /tmp/list.pdf");
  EXPECT_EQ(bar->sentence(), "Saved as /tmp/list.pdf");
}

TEST_F(WriteDocument, IsNotSaidToBeWrittenWhenItFailed) {
  write([]() -> model::Message { throw model::NotFound(model::Message("The server is gone.")); });
  EXPECT_EQ(host.status, "");
  EXPECT_EQ(bar->sentence(), "The server is gone.");
}

}  // namespace
}  // namespace octad::gui
