#include "gui/returns/units_tab.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/cases/files_tab.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/returns/paste_units_dialog.hpp"
#include "gui/returns/return_files.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/palette.hpp"
#include "gui/widgets/picture.hpp"
#include "model/ports/reader.hpp"
#include "model/ports/return_reader.hpp"

namespace octad::gui {

using model::Message;
using model::ReturnUnitId;
using model::tr;
using viewmodels::groupedNumber;
using viewmodels::ReturnActionId;
using viewmodels::Tone;
using viewmodels::UnitColumn;

namespace {

constexpr int kPauseMs = 150;
constexpr double kSearchChars = 26;
constexpr double kScanChars = 22;
constexpr double kWhereChars = 30;
constexpr int kPhotoSide = 220;  ///< DIP

struct Column {
  UnitColumn column;
  const char* title;
  double width;
  bool right;
  bool stretch;
};
constexpr std::array kColumns{
    Column{UnitColumn::serial, tr("Serial number"), 14, false, true},
    Column{UnitColumn::dateCode, tr("Date code"), 8, false, false},
    Column{UnitColumn::line, tr("Line"), 10, false, true},
    Column{UnitColumn::place, tr("Place"), 24, false, true},
    Column{UnitColumn::finding, tr("Finding"), 15.5, false, false},
    Column{UnitColumn::foundBy, tr("Found by"), 13, false, false},
    Column{UnitColumn::phenomenon, tr("Phenomenon"), 12, false, true},
    Column{UnitColumn::tests, tr("Tests"), 6, true, false},
    Column{UnitColumn::note, tr("Note"), 9, false, true},
};

}  // namespace

UnitsTab::UnitsTab(wxWindow* parent, ReturnTabHost& host)
    : ReturnTabPanel(parent, host), m_entry(host.page), m_pause(this) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeEntry(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  m_scanResult = makeMuted(this, {});
  m_scanResult->Hide();
  outer->Add(m_scanResult, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, side));
  outer->Add(makeHead(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, side));
  outer->Add(makeList(), wxSizerFlags(1).Expand().Border(wxALL, side));
  SetSizer(outer);
  Bind(wxEVT_TIMER, [this](wxTimerEvent&) { searchChanged(); });
  refresh();
}

/// Scanner, and where what it reads is.
wxSizer* UnitsTab::makeEntry() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](const char* label, wxWindow* control, int share = 0) {
    row->Add(makeText(this, text()(label)),
             wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::inside)));
    setAccessibleName(control, text()(label));
    row->Add(control, wxSizerFlags(share).CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  };
  m_scan = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
  m_scan->SetName("scan");
  m_scan->SetHint(toWx(text()(tr("scan or type, Enter"))));
  m_scan->SetInitialSize({chars(this, kScanChars), -1});
  add(tr("Scanner"), m_scan);
  m_where = new KeyChoice(this);
  m_where->SetName("where");
  m_where->SetMinSize({chars(this, kWhereChars), -1});
  add(tr("belongs to"), m_where, 1);
  m_paste = makeButton(this, text()(tr("&Paste a list…")), [this] { pasteList(textOnClipboard()); });
  row->Add(m_paste, wxSizerFlags().CentreVertical());
  m_scan->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { scanned(); });
  return row;
}

wxSizer* UnitsTab::makeHead() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_search = new wxSearchCtrl(this, wxID_ANY);
  m_search->SetDescriptiveText(toWx(text()(tr("Search serial, phenomenon, note"))));
  m_search->ShowCancelButton(true);
  m_search->SetMinSize({chars(this, kSearchChars), -1});
  m_search->SetName("unit-search");
  setAccessibleName(m_search, text()(tr("Search serial, phenomenon, note")));
  row->Add(m_search, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap(this, Gap::group)));
  m_count = makeMuted(this, {});
  row->Add(m_count, wxSizerFlags(1).CentreVertical());
  m_rename = makeButton(this, text()(tr("Correct &serial number…")), [this] { rename(); });
  m_remove = makeButton(this, text()(tr("&Remove…")), [this] { remove(); });
  m_addPhoto = makeButton(this, text()(tr("P&hoto…")), [this] { addPhoto(); });
  m_move = makeButton(this, text()(tr("Mo&ve…")), [this] { move(); });
  m_test = makeButton(this, text()(tr("Record a &test…")), [this] { test(); });
  for (auto* button : {m_rename, m_remove, m_addPhoto, m_move, m_test})
    row->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::field)));
  m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { m_pause.StartOnce(kPauseMs); });
  m_search->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { m_search->Clear(); });
  return row;
}

wxSizer* UnitsTab::makeList() {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text()(column.title), column.width, column.right, false, column.stretch});
  m_list = new RowList(this, text()(tr("Units")), fitTitles(this, std::move(columns)), *this, true);
  m_list->onSelect = [this](long) { showChosen(); };
  m_list->onActivate = [this](long) {
    if (m_test->IsEnabled()) test();
  };
  m_empty = makeMuted(this, text()(tr("No units yet. Scan serial numbers, or paste a list from a sheet.")));
  auto* left = new wxBoxSizer(wxVERTICAL);
  left->Add(m_empty, wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::field)));
  left->Add(m_list, wxSizerFlags(1).Expand());
  row->Add(left, wxSizerFlags(1).Expand());
  auto* right = new wxBoxSizer(wxVERTICAL);
  m_photo = new wxStaticBitmap(this, wxID_ANY, wxNullBitmap);
  right->Add(m_photo);
  m_photoWords = makeMuted(this, {});
  right->Add(m_photoWords, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  row->Add(right, wxSizerFlags().Border(wxLEFT, gap(this, Gap::group)));
  return row;
}

std::string UnitsTab::cell(long row, int column) const {
  return m_rows.cell(row, kColumns[static_cast<std::size_t>(column)].column, text());
}

RowStyle UnitsTab::style(long row, int column) const {
  if (kColumns[static_cast<std::size_t>(column)].column != UnitColumn::finding) return {};
  switch (m_rows.unit(row).finding) {
    case model::Finding::confirmed:
      return {Tone::major, false, false};
    case model::Finding::noTroubleFound:
      return {Tone::warning, false, false};
    case model::Finding::customerCaused:
    case model::Finding::transport:
      return {Tone::general, false, false};
    case model::Finding::open:
      break;
  }
  return {};
}

void UnitsTab::refresh() {
  const auto before = chosen();
  m_rows.show(page().file());
  const bool any = !page().file().units.empty();
  m_empty->Show(!any);
  m_list->Show(any);
  m_list->reload();
  m_list->selectRows(m_rows.rowsOf(before));
  showWhere();
  showChosen();
}

void UnitsTab::showWhere() {
  const std::string before = m_where->key();
  const auto kept = before.empty() || std::stoul(before) >= m_kinds.size()
                        ? std::optional<viewmodels::PiecesAt>()
                        : std::optional(m_kinds[std::stoul(before)]);
  m_kinds = viewmodels::unnamedPieces(page().file());
  KeyChoice::Entries entries;
  std::size_t chosenKind = 0;
  for (std::size_t at = 0; at < m_kinds.size(); ++at) {
    const auto& kind = m_kinds[at];
    entries.emplace_back(
        std::to_string(at),
        text()(Message(tr("{0} · {1}: {2} without"),
                       {viewmodels::lineWords(page().file(), page().file().line(kind.lineId)),
                        viewmodels::placeWords(kind, text()), groupedNumber(kind.pieces - kind.named)})));
    if (kept && kept->sameKind(kind)) chosenKind = at;
  }
  m_where->setEntries(entries);
  if (!entries.empty()) m_where->setKey(std::to_string(chosenKind));
  const auto actions = page().actions();
  const auto& action = viewmodels::actionOf(actions, ReturnActionId::addUnits);
  showAction(m_paste, action, text());
  const bool room = action.enabled() && !m_kinds.empty();
  if (action.enabled() && m_kinds.empty()) {
    m_paste->Disable();
    m_paste->SetToolTip(toWx(text()(tr("Every piece has its serial number already."))));
  }
  // The scanner also finds units, so it stays as it is.
  m_where->Enable(room);
}

std::vector<ReturnUnitId> UnitsTab::chosen() const {
  std::vector<ReturnUnitId> ids;
  if (!m_list || !page().loaded()) return ids;
  for (const long row : m_list->selectedRows())
    if (row < m_rows.rowCount()) ids.push_back(m_rows.unit(row).id);
  return ids;
}

void UnitsTab::chooseKind(const viewmodels::PiecesAt& kind) {
  if (!m_rows.searched().empty()) {
    m_search->ChangeValue({});
    searchChanged();
  }
  m_list->selectRows(m_rows.rowsOf(kind));
  m_list->SetFocus();
  showChosen();
}

std::optional<ReturnUnitId> UnitsTab::chosenUnit() const {
  const auto ids = chosen();
  return ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
}

void UnitsTab::showChosen() {
  const auto ids = chosen();
  const auto actions = page().actions();
  const auto kind = viewmodels::commonKind(page().file(), ids);
  const auto because = [this](wxButton* button, bool fits, const char* why) {
    if (fits) return;
    if (button->IsEnabled()) button->SetToolTip(toWx(text()(why)));
    button->Disable();
  };
  showAction(m_test, viewmodels::actionOf(actions, ReturnActionId::test), text());
  showAction(m_move, viewmodels::actionOf(actions, ReturnActionId::move), text());
  showAction(m_addPhoto, viewmodels::actionOf(actions, ReturnActionId::attach), text());
  because(m_test, !ids.empty(), tr("Choose units first."));
  because(m_test, kind && kind->place == model::ReturnPlace::test, tr("The chosen units are not in test."));
  because(m_move, !ids.empty(), tr("Choose units first."));
  because(m_move, kind.has_value(), tr("The chosen units are in different places."));
  because(m_move, kind && !viewmodels::moveTargets(*kind).empty(), tr("The pieces are settled."));
  because(m_addPhoto, ids.size() == 1, tr("Choose one unit first."));
  const auto& mend = viewmodels::actionOf(actions, ReturnActionId::addUnits);  // who enters them mends them
  showAction(m_rename, mend.enabled() ? viewmodels::whyNotRenamed(page().file(), ids) : mend.whyNot, text());
  showAction(m_remove, mend.enabled() ? viewmodels::whyNotRemoved(page().file(), ids) : mend.whyNot, text());
  const long long total = static_cast<long long>(page().file().units.size());
  std::string words =
      m_rows.rowCount() == total
          ? text()(Message(tr("{0} units"), {groupedNumber(total)}))
          : text()(Message(tr("{0} of {1} units"), {groupedNumber(m_rows.rowCount()), groupedNumber(total)}));
  if (!ids.empty())
    words += " · " + text()(Message(tr("{0} chosen"), {groupedNumber(static_cast<long long>(ids.size()))}));
  setText(m_count, words);
  m_photoReads.renew();
  if (ids.size() == 1)
    showPhoto(ids.front());
  else
    setPhoto({});
}

void UnitsTab::showPhoto(ReturnUnitId unit) {
  std::vector<const model::ReturnAttachment*> photos;
  for (const auto& file : page().file().attachments)
    if (file.unitId == unit && file.mediaType.starts_with("image/")) photos.push_back(&file);
  setText(m_photoWords,
          photos.empty() ? std::string()
                         : text()(Message(tr("{0} photos, see “Files”"), {std::to_string(photos.size())})));
  if (photos.empty()) {
    setPhoto({});
    return;
  }
  auto& session = page().session();
  viewmodels::inBackground(
      session.executor, m_photoReads,
      [store = session.store, id = photos.back()->id, side = FromDIP(kPhotoSide)] {
        std::string bytes;
        store->reader().returns().readAttachment(id, [&bytes](std::string_view chunk) { bytes += chunk; });
        return decodeThumbnail(bytes, side);
      },
      [this](const std::optional<wxImage>& image) {
        if (image) setPhoto(*image);
      },
      // A photo that cannot be read is not shown; opening it says why.
      [](const std::exception_ptr&) {});
}

void UnitsTab::setPhoto(const wxImage& image) {
  m_photo->SetBitmap(image.IsOk() ? wxBitmap(image) : wxNullBitmap);
  m_photo->Show(image.IsOk());
  m_photoWords->Show(!m_photoWords->GetLabel().empty());
  Layout();
}

void UnitsTab::searchChanged() {
  const std::string typed = fromWx(m_search->GetValue().Strip(wxString::both));
  if (typed == m_rows.searched()) return;
  m_rows.search(typed);
  m_list->reload(m_rows.rowCount() == 1 ? 0 : -1);
  showChosen();
}

/// A wedge scanner types the serial and Enter: a unit that is known is chosen, another one is entered. The
/// field keeps the focus for the next one.
void UnitsTab::scanned() {
  const std::string serial = fromWx(m_scan->GetValue().Strip(wxString::both));
  m_scan->Clear();
  if (serial.empty()) return;
  const auto tell = [this](const std::string& sentence, Tone tone) {
    m_scanResult->SetForegroundColour(tone == Tone::neutral ? mutedColour() : coloursOf(tone).text);
    setText(m_scanResult, sentence);
    m_scanResult->Show();
    Layout();
  };
  if (const long row = m_rows.rowOfSerial(serial); row >= 0) {
    m_list->selectRow(row);
    showChosen();
    tell(text()(Message(tr("{0} is known: {1}"), {serial, m_rows.cell(row, UnitColumn::place, text())})),
         Tone::neutral);
    return;
  }
  const auto actions = page().actions();
  const auto& action = viewmodels::actionOf(actions, ReturnActionId::addUnits);
  if (!action.enabled() || m_where->key().empty()) {
    tell("⚠ " + text()(action.whyNot ? *action.whyNot
                                     : Message(tr("{0} is not known, and every piece has its serial number."),
                                               {serial})),
         Tone::late);
    return;
  }
  m_entry.scan(
      m_kinds[std::stoul(m_where->key())], serial,
      [this, serial, tell, token = m_life.token()] {
        if (!token.expired()) tell("✓ " + text()(Message(tr("{0} entered"), {serial})), Tone::good);
      },
      [this, tell, token = m_life.token()](const std::exception_ptr& error) {
        if (!token.expired()) tell("⚠ " + text().error(error), Tone::late);
      });
}

void UnitsTab::pasteList(const std::string& pasted) {
  const std::size_t where = m_where->key().empty() ? 0 : std::stoul(m_where->key());
  auto list = showPasteUnitsDialog(this, page(), pasted, where);
  if (!list) return;
  const auto count = static_cast<long long>(list->units.size());
  m_entry.add(
      list->kind, std::move(list->units),
      [this, count, token = m_life.token()] {
        if (!token.expired())
          host().showStatus(text()(Message(tr("{0} units entered"), {groupedNumber(count)})));
      },
      [this, token = m_life.token()](const std::exception_ptr& error) {
        if (!token.expired()) host().showError(error);
      });
}

bool UnitsTab::paste() {
  if (const auto unit = chosenUnit())
    if (auto picture = pictureOnClipboard(text()(tr("pasted picture")) + ".png")) {
      host().ask(returnAttachForm(page(), {std::move(*picture)}, model::ReturnPaper::photo, unit));
      return true;
    }
  const std::string pasted = textOnClipboard();
  if (pasted.empty() || !m_paste->IsEnabled()) return false;
  pasteList(pasted);
  return true;
}

void UnitsTab::test() {
  host().ask(viewmodels::unitTestForm(page(), chosen()));
}

void UnitsTab::move() {
  const auto ids = chosen();
  if (const auto kind = viewmodels::commonKind(page().file(), ids))
    host().ask(viewmodels::moveUnitsForm(page(), *kind, ids));
}

void UnitsTab::rename() {
  if (const auto unit = chosenUnit()) host().ask(viewmodels::renameUnitForm(page(), *unit));
}

void UnitsTab::remove() {
  if (auto ids = chosen(); !ids.empty()) host().ask(viewmodels::removeUnitsForm(page(), std::move(ids)));
}

void UnitsTab::addPhoto() {
  const auto unit = chosenUnit();
  if (!unit) return;
  auto files = askForFiles(this, text());
  if (files.empty()) return;
  host().ask(returnAttachForm(page(), std::move(files), model::ReturnPaper::photo, unit));
}

}  // namespace octad::gui
