#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>
#include <wx/image.h>
#include <wx/panel.h>

#include "gui/cases/opened_files.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/widgets/row_list.hpp"

class wxButton;
class wxScrolledWindow;
class wxStaticBitmap;
class wxStaticText;

namespace octad::gui {

class TextTable;

/// A file that is kept with a case or a return, as its list shows it.
struct ShownFile {
  long long id = 0;
  std::string originalName;
  std::string fileName;  ///< under which it is saved
  std::string mediaType;
  std::string sha256;
  long long size = 0;
  std::string caption;
  std::vector<std::string> cells;
};

/// Kept files as a list with a preview, and on request a strip of all pictures below; opened only when their
/// kind is harmless.
class FilesPanel final : public wxPanel {
 public:
  struct Means {
    std::function<std::string(long long id)> read;  ///< all bytes; runs in the executor
    std::function<void()> add;
    /// Marks a picture, decoded for the screen; none: pictures are not marked here.
    std::function<void(long long id, const wxImage& picture)> mark;
    std::function<void(const std::exception_ptr&)> showError;
    std::function<void(const std::string&)> showStatus;
  };

  FilesPanel(wxWindow* parent, const viewmodels::Session& session, std::vector<RowColumn> columns,
             bool withStrip, Means means);
  void show(std::vector<ShownFile> files);
  wxButton* addButton() const { return m_add; }

 private:
  wxSizer* makeHead();
  wxSizer* makeMiddle(std::vector<RowColumn> columns);
  const ShownFile* chosen() const;
  void showChosen();
  void showStrip();
  void loadPicture(const ShownFile& file);
  void readChosen(std::function<void(const std::string& bytes)> then);
  void open();
  void saveAs();
  void markChosen();

  const viewmodels::Session& m_session;
  const viewmodels::Translator& m_text;
  Means m_means;
  std::vector<ShownFile> m_files;
  TextTable* m_list = nullptr;
  wxScrolledWindow* m_strip = nullptr;  ///< none: no strip
  wxStaticBitmap* m_picture = nullptr;
  wxStaticText* m_words = nullptr;
  wxButton* m_add = nullptr;
  wxButton* m_open = nullptr;
  wxButton* m_save = nullptr;
  wxButton* m_mark = nullptr;               ///< none: pictures are not marked here
  std::map<long long, wxImage> m_pictures;  ///< those that were asked for; empty until they are read
  OpenedFiles m_opened;
  viewmodels::Lifetime m_life;
};

}  // namespace octad::gui
