#include "gui/widgets/error_bar.hpp"

#include <wx/frame.h>
#include <wx/sizer.h>

#include "tests/gui/window_test.hpp"

namespace octad::gui {
namespace {

/// What a long sentence makes of the width that a window of 600 pixels wants.
int wantedWidth(const std::string& sentence) {
  auto* frame = new wxFrame(nullptr, wxID_ANY, "x", wxDefaultPosition, {600, 300});
  auto* bar = new ErrorBar(frame);
  auto* box = new wxBoxSizer(wxVERTICAL);
  box->Add(bar, wxSizerFlags().Expand());
  frame->SetSizer(box);
  frame->Show();
  // The bar measures a window that stands already, as every one does that an error comes to.
  EXPECT_TRUE(waitFor([frame] { return frame->GetClientSize().x > 500; }));
  settle();
  bar->showError(sentence, "Try again", [] {});
  settle();
  EXPECT_EQ(bar->sentence(), sentence) << "told as it is";
  const int width = box->CalcMin().x;
  frame->Destroy();
  return width;
}

TEST(ErrorBarWidth, ALongSentenceDoesNotMakeTheWindowWider) {
  std::string english;
  std::string chinese;
  for (int i = 0; i < 25; ++i) {
    english += "the database cannot be reached, ";
    chinese += "无法连接数据库，请检查网络和地址。";
  }
  EXPECT_LE(wantedWidth(english), 600);
  EXPECT_LE(wantedWidth(chinese), 600);
}

}  // namespace
}  // namespace octad::gui
