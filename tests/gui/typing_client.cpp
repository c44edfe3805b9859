#include "tests/gui/typing_client.hpp"

#include <chrono>
#include <fstream>
#include <iostream>

#include "gui/app/local_files.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {
namespace {

class TypingClient final : public CasePageWindow {
 public:
  int run(const std::filesystem::path& drafts, const std::filesystem::path& typed) {
    FileDrafts kept(drafts / "drafts.json");
    PageServices services;
    services.drafts = &kept;
    page = new CasePage(frame, host, id, services);
    show(page);
    waitFor([this] { return page->viewModel().loaded() && !executor.busy(); });
    page->choose(viewmodels::CaseTab::d0);
    settle();
    auto* text = field("text");
    if (text == nullptr) {
      std::cerr << "D0 did not open\n";
      return 1;
    }
    std::ofstream said(typed);
    for (long long count = 1;; ++count) {
      text->AppendText("x");
      said << count << ' ' << milliseconds() << std::endl;
      const long long until = milliseconds() + 40;
      waitFor([until] { return milliseconds() >= until; });
    }
  }

 private:
  void TestBody() override {}  // no test: it is run by the one that kills it
};

}  // namespace

long long milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

int typeUntilKilled(const std::filesystem::path& drafts, const std::filesystem::path& typed) {
  return TypingClient().run(drafts, typed);
}

}  // namespace octad::gui
