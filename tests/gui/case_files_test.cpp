#include <filesystem>
#include <fstream>
#include <wx/bmpbuttn.h>
#include <wx/clipbrd.h>
#include <wx/dnd.h>
#include <wx/mstream.h>

#include "gui/cases/files_tab.hpp"
#include "gui/widgets/error_bar.hpp"
#include "model/ports/reader.hpp"
#include "tests/gui/case_page_window.hpp"

namespace octad::gui {

using viewmodels::CaseTab;

namespace {

wxImage pattern() {
  wxImage image(64, 48);
  image.SetRGB(wxRect(8, 8, 16, 16), 200, 30, 30);
  return image;
}

/// A folder that goes with the test.
class ScratchFolder {
 public:
  ScratchFolder()
      : m_path(std::filesystem::temp_directory_path() / ("octad-files-" + viewmodels::newUuid())) {
    std::filesystem::create_directory(m_path);
  }
  ~ScratchFolder() { std::filesystem::remove_all(m_path); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

class CaseFilesWindow : public CasePageWindow {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    const auto path = folder.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string picture(const std::string& name) {
    const std::string path = (folder.path() / name).string();
    pattern().SaveFile(toWx(path), wxBITMAP_TYPE_PNG);
    return path;
  }
  /// What happens when files are let go above the page.
  bool drop(const std::vector<std::string>& paths) {
    auto* target = dynamic_cast<wxFileDropTarget*>(page->GetDropTarget());
    if (target == nullptr) return false;
    wxArrayString names;
    for (const auto& path : paths) names.push_back(toWx(path));
    return target->OnDropFiles(1, 1, names);
  }
  std::vector<model::Attachment> stored() { return database.store().reader().openCase(id).attachments; }
  /// Drops a file, presses "Add" and gives back the sentence that the dialog then shows.
  std::string refusalOf(const std::string& path) {
    std::string sentence;
    bool done = false;
    Later user([&] {
      wxDialog* dialog = topDialog();
      ASSERT_NE(dialog, nullptr);
      auto* add = dynamic_cast<wxButton*>(findButton(dialog, "Add"));
      ASSERT_NE(add, nullptr);
      pressButton(add);
      waitFor([&] { return !executor.busy() && add->IsEnabled(); });
      settle();
      if (const auto* bar = findFirst<ErrorBar>(dialog)) sentence = bar->sentence();
      dialog->EndModal(wxID_CANCEL);
      done = true;
    });
    EXPECT_TRUE(drop({path}));
    EXPECT_TRUE(waitFor([&] { return done; }));
    settle();
    return sentence;
  }
  ScratchFolder folder;
};

}  // namespace

TEST_F(CaseFilesWindow, DroppedFilesAreAddedToTheDisciplineThatIsShown) {
  open();
  page->choose(CaseTab::d4);
  settle();
  Later user([&] {
    wxDialog* dialog = topDialog();
    ASSERT_NE(dialog, nullptr);
    dynamic_cast<wxTextCtrl*>(findVisible(dialog, "caption"))->SetValue("cross-section");
    pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Add")));
  });
  ASSERT_TRUE(drop({picture("x-ray.png"), write("notes.txt", "void 60 %")}));
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !executor.busy(); }));
  const auto files = stored();
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].originalName, "x-ray.png");
  EXPECT_EQ(files[0].mediaType, "image/png");
  EXPECT_EQ(files[0].discipline, "D4");
  EXPECT_EQ(files[0].caption, "cross-section");
  EXPECT_EQ(files[1].mediaType, "text/plain");

  page->choose(CaseTab::files);
  EXPECT_TRUE(waitFor([this] { return findFirst<wxBitmapButton>(page) != nullptr; })) << "a thumbnail";
  auto* openIt = findButton(page, "Open");
  ASSERT_NE(openIt, nullptr);
  EXPECT_TRUE(openIt->IsEnabled());
}

TEST_F(CaseFilesWindow, APictureFromTheClipboardIsPasted) {
  open();
  ASSERT_TRUE(wxTheClipboard->Open());
  wxTheClipboard->SetData(new wxBitmapDataObject(wxBitmap(pattern())));
  wxTheClipboard->Close();
  page->choose(CaseTab::files);
  page->SetFocus();
  settle();
  Later user([&] {
    wxDialog* dialog = topDialog();
    ASSERT_NE(dialog, nullptr);
    pressButton(dynamic_cast<wxButton*>(findButton(dialog, "Add")));
  });
  press('V', wxMOD_CONTROL);
  EXPECT_TRUE(waitFor([this] { return host.saved == 1 && !executor.busy(); }));
  const auto files = stored();
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].mediaType, "image/png");
  std::string bytes;
  database.store().reader().readAttachment(files[0].id, [&](std::string_view chunk) { bytes += chunk; });
  wxMemoryInputStream stream(bytes.data(), bytes.size());
  wxImage image;
  ASSERT_TRUE(image.LoadFile(stream));
  EXPECT_EQ(image.GetSize(), wxSize(64, 48));
  EXPECT_EQ(image.GetRed(10, 10), 200);
  EXPECT_TRUE(waitFor([this] { return findFirst<wxBitmapButton>(page) != nullptr; }));
  wxTheClipboard->Open();
  wxTheClipboard->Clear();
  wxTheClipboard->Close();
}

TEST_F(CaseFilesWindow, WrongFilesGetTheirSentence) {
  open();
  EXPECT_NE(refusalOf(write("empty.txt", "")).find("The file is empty"), std::string::npos);
  const std::string program = refusalOf(write("photo.jpg", std::string("MZ\x90\0\3\0\0\0", 8) + "program"));
  EXPECT_NE(program.find("is a program"), std::string::npos) << program;
  const std::string huge = write("huge.png", "\x89PNG\r\n\x1a\n");
  std::filesystem::resize_file(huge, 50LL * 1024 * 1024 + 1);
  EXPECT_NE(refusalOf(huge).find("50 MB"), std::string::npos);
  EXPECT_TRUE(stored().empty());
}

TEST_F(CaseFilesWindow, NothingIsAddedToAClosedCaseOrByAReader) {
  host.session().actor = database.actor("wang");
  host.session().actor.roles.clear();
  open();
  EXPECT_FALSE(drop({write("notes.txt", "x")}));
  EXPECT_NE(host.status, "") << "says why not";
  EXPECT_TRUE(stored().empty());
}

}  // namespace octad::gui
