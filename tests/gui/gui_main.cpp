#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <wx/app.h>
#include <wx/evtloop.h>
#include <wx/image.h>
#include <wx/init.h>

#include "gui/widgets/animations.hpp"
#include "tests/gui/typing_client.hpp"

namespace {

/// An assertion of wx fails the test that caused it.
void throwAssertion(const wxString& file, int line, const wxString& function, const wxString& condition,
                    const wxString& message) {
  throw std::logic_error(
      (file + ":" + std::to_string(line) + " " + function + ": " + condition + " " + message).utf8_string());
}

class TestApp final : public wxApp {
 public:
  bool OnInit() override { return true; }
  bool OnExceptionInMainLoop() override { throw; }
};

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  wxApp::SetInstance(new TestApp);
  if (!wxEntryStart(argc, argv) || !wxTheApp->CallOnInit()) return 77;
  wxSetAssertHandler(throwAssertion);
  octad::gui::stopAnimations();  // as in the program
  wxUpdateUIEvent::SetMode(wxUPDATE_UI_PROCESS_SPECIFIED);
  wxInitAllImageHandlers();
  wxTheApp->SetExitOnFrameDelete(false);
  int code = 0;
  {
    wxEventLoop loop;
    const wxEventLoopActivator active(&loop);
    const bool typing = argc == 4 && std::string(argv[1]) == octad::gui::kTypeUntilKilled;
    code = typing ? octad::gui::typeUntilKilled(argv[2], argv[3]) : RUN_ALL_TESTS();
  }
  wxEntryCleanup();
  return code;
}
