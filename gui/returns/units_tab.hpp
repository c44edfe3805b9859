#pragma once

#include <map>
#include <optional>
#include <vector>
#include <wx/image.h>
#include <wx/timer.h>

#include "gui/returns/return_tab.hpp"
#include "gui/viewmodels/return_units.hpp"
#include "gui/widgets/row_list.hpp"

class wxButton;
class wxSearchCtrl;
class wxSizer;
class wxStaticBitmap;
class wxStaticText;
class wxTextCtrl;

namespace octad::gui {

class KeyChoice;

/// The units of a return: thousands in one list, found by serial, entered by paste or scanner, tested and
/// moved many at once, each with its photos.
class UnitsTab final : public ReturnTabPanel, private RowSource {
 public:
  UnitsTab(wxWindow* parent, ReturnTabHost& host);
  void refresh() override;
  bool paste() override;

  RowList& list() { return *m_list; }
  /// Chooses the units that are there.
  void chooseKind(const viewmodels::PiecesAt& kind);
  /// The one unit that is chosen; none when several are, or no one.
  std::optional<model::ReturnUnitId> chosenUnit() const;

 private:
  long rowCount() const override { return m_rows.rowCount(); }
  std::string cell(long row, int column) const override;
  RowStyle style(long row, int column) const override;

  wxSizer* makeEntry();
  wxSizer* makeHead();
  wxSizer* makeList();
  std::vector<model::ReturnUnitId> chosen() const;
  void showChosen();
  void showWhere();
  void showPhoto(model::ReturnUnitId unit);
  void setPhoto(const wxImage& image);
  void searchChanged();
  void scanned();
  void pasteList(const std::string& text);
  void test();
  void move();
  void rename();
  void remove();
  void addPhoto();

  viewmodels::ReturnUnitRows m_rows;
  viewmodels::UnitEntry m_entry;
  std::vector<viewmodels::PiecesAt> m_kinds;  ///< pieces that may still get a serial number
  wxSearchCtrl* m_search = nullptr;
  wxStaticText* m_count = nullptr;
  KeyChoice* m_where = nullptr;
  wxTextCtrl* m_scan = nullptr;
  wxStaticText* m_scanResult = nullptr;
  RowList* m_list = nullptr;
  wxStaticText* m_empty = nullptr;
  wxStaticBitmap* m_photo = nullptr;
  wxStaticText* m_photoWords = nullptr;
  wxButton* m_paste = nullptr;
  wxButton* m_test = nullptr;
  wxButton* m_move = nullptr;
  wxButton* m_addPhoto = nullptr;
  wxButton* m_rename = nullptr;
  wxButton* m_remove = nullptr;
  wxTimer m_pause;
  viewmodels::Lifetime m_life;
  viewmodels::Lifetime m_photoReads;
};

}  // namespace octad::gui
