#include "gui/cases/mark_picture_dialog.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include "gui/cases/picture_canvas.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/widgets/choice.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/leave_question.hpp"
#include "model/usecases/mark_picture.hpp"

namespace octad::gui {

using model::MarkShape;
using model::PictureMark;
using model::tr;

namespace {

constexpr double kWidthChars = 130;
constexpr double kHeightLines = 34;
constexpr int kEdge = 10000;
constexpr int kStep = 150;  ///< a key moves a mark by this many ten-thousandths

class MarkPictureDialog final : public wxDialog {
 public:
  MarkPictureDialog(wxWindow* parent, viewmodels::CasePageViewModel& page, model::AttachmentId attachment,
                    const wxImage& picture)
      : wxDialog(parent, wxID_ANY, toWx(page.text()(tr("Mark the picture"))), wxDefaultPosition,
                 wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
        m_page(page),
        m_text(page.text()),
        m_attachment(attachment),
        m_request(viewmodels::newUuid()) {
    for (const auto& mark : page.file().pictureMarks)
      if (mark.attachmentId == attachment) m_marks.push_back(mark);
    const int side = gap(this, Gap::group);
    auto* outer = new wxBoxSizer(wxVERTICAL);
    m_error = new ErrorBar(this);
    outer->Add(m_error, wxSizerFlags().Expand());
    auto* middle = new wxBoxSizer(wxHORIZONTAL);
    m_canvas = new PictureCanvas(this, picture);
    m_canvas->onDrawn = [this](const PictureMark& mark) { add(mark); };
    middle->Add(m_canvas, wxSizerFlags(3).Expand());
    middle->Add(buildTools(), wxSizerFlags(1).Expand().Border(wxLEFT, side));
    outer->Add(middle, wxSizerFlags(1).Expand().Border(wxALL, side));
    outer->Add(buildButtons(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
    SetSizer(outer);
    SetSize(chars(this, kWidthChars), lines(this, kHeightLines));
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
      if (mayLeave()) event.Skip();
    });
    show(m_marks.empty() ? -1 : 0);
    CentreOnScreen();
  }

 private:
  wxSizer* buildTools() {
    auto* tools = new wxBoxSizer(wxVERTICAL);
    FormBuilder builder(this, tools);
    m_shape = builder.field("shape", m_text(tr("Draw")), 1, [this](wxWindow* owner) {
      return new KeyChoice(owner, enumEntries<MarkShape>(m_text));
    });
    m_shape->setKey(std::string(model::keyOf(MarkShape::arrow)));
    m_shape->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
      if (const auto shape = model::fromKey<MarkShape>(m_shape->key())) m_canvas->shape = *shape;
    });
    builder.row();
    m_words = builder.field("mark_text", m_text(tr("Words beside it")), 1,
                            [](wxWindow* owner) { return new wxTextCtrl(owner, wxID_ANY); });
    m_words->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { wordsTyped(); });
    tools->AddSpacer(gap(this, Gap::field));
    m_list = new TextTable(this, m_text(tr("Marks")), {{m_text(tr("Marks")), 20, false, false, true}}, 6, 12);
    m_list->list()->onSelect = [this](long row) { choose(static_cast<int>(row)); };
    m_list->list()->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
      if (!moveBy(event)) event.Skip();
    });
    tools->Add(m_list->list(), wxSizerFlags(1).Expand());
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(makeButton(this, m_text(tr("&Add in the middle")), [this] { addInTheMiddle(); }),
                 wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    m_remove = makeButton(this, m_text(tr("&Remove the mark")), [this] { remove(); });
    buttons->Add(m_remove);
    tools->Add(buttons, wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    tools->Add(
        makeMuted(this,
                  m_text(tr("Draw with the pointer. In the list, Alt and an arrow key move the chosen mark, "
                            "with Shift its end.")),
                  chars(this, 34)),
        wxSizerFlags().Border(wxTOP, gap(this, Gap::field)));
    return tools;
  }

  wxSizer* buildButtons() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddStretchSpacer();
    auto* cancel = makeButton(this, m_text(tr("Cancel")), [this] { Close(); });
    row->Add(cancel, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
    m_save = makeButton(this, m_text(tr("&Save")), [this] { save(); });
    row->Add(m_save);
    SetEscapeId(wxID_NONE);
    return row;
  }

  bool mayLeave() {
    return !m_changed ||
           askToLeave(this, m_text, tr("The marks are not saved."), tr("Leave the picture without them?"));
  }

  std::string wordsOf(const PictureMark& mark) const {
    return m_text.label(mark.shape) + (mark.text.empty() ? "" : "  “" + mark.text + "”");
  }

  void show(int chosen) {
    m_chosen = chosen;
    std::vector<TextTable::Row> rows;
    for (const auto& mark : m_marks)
      rows.push_back({{wordsOf(mark)}, {}, static_cast<long long>(rows.size())});
    m_list->show(std::move(rows));
    if (chosen >= 0) m_list->list()->selectRow(chosen);
    showChosen();
  }

  void showChosen() {
    const bool any = m_chosen >= 0;
    m_words->ChangeValue(any ? toWx(m_marks[static_cast<std::size_t>(m_chosen)].text) : wxString());
    m_words->Enable(any);
    m_remove->Enable(any);
    m_save->Enable(m_changed);
    m_canvas->show(m_marks, m_chosen);
  }

  void choose(int row) {
    if (row == m_chosen || row >= static_cast<int>(m_marks.size())) return;
    m_chosen = row;
    showChosen();
  }

  void add(PictureMark mark) {
    long long lowest = 0;
    for (const auto& other : m_marks) lowest = std::min(lowest, other.id.value);
    mark.id = model::RowId(lowest - 1);
    if (mark.shape == MarkShape::text && mark.text.empty()) mark.text = m_text(tr("Defect"));
    m_marks.push_back(std::move(mark));
    m_changed = true;
    show(static_cast<int>(m_marks.size()) - 1);
    m_words->SetFocus();
    m_words->SelectAll();
  }

  void addInTheMiddle() {
    PictureMark mark;
    mark.shape = m_canvas->shape;
    mark.x1 = mark.y1 = kEdge / 3;
    mark.x2 = mark.y2 = kEdge / 2;
    add(mark);
  }

  void remove() {
    if (m_chosen < 0) return;
    m_marks.erase(m_marks.begin() + m_chosen);
    m_changed = true;
    show(std::min(m_chosen, static_cast<int>(m_marks.size()) - 1));
  }

  void wordsTyped() {
    if (m_chosen < 0) return;
    m_marks[static_cast<std::size_t>(m_chosen)].text = fromWx(m_words->GetValue());
    m_changed = true;
    m_save->Enable();
    std::vector<TextTable::Row> rows;
    for (const auto& mark : m_marks)
      rows.push_back({{wordsOf(mark)}, {}, static_cast<long long>(rows.size())});
    m_list->show(std::move(rows));
    m_canvas->show(m_marks, m_chosen);
  }

  bool moveBy(const wxKeyEvent& event) {
    if (!event.AltDown() || m_chosen < 0) return false;
    const int code = event.GetKeyCode();
    const int dx = code == WXK_LEFT ? -kStep : code == WXK_RIGHT ? kStep : 0;
    const int dy = code == WXK_UP ? -kStep : code == WXK_DOWN ? kStep : 0;
    if (dx == 0 && dy == 0) return false;
    auto& mark = m_marks[static_cast<std::size_t>(m_chosen)];
    const auto move = [](int& at, int by) { at = std::clamp(at + by, 0, kEdge); };
    move(mark.x2, dx);
    move(mark.y2, dy);
    if (!event.ShiftDown()) {
      move(mark.x1, dx);
      move(mark.y1, dy);
    }
    m_changed = true;
    showChosen();
    return true;
  }

  void save() {
    m_save->Disable();
    m_page.run(
        m_request,
        [attachment = m_attachment, marks = m_marks](model::Workplace workplace, model::CaseTarget target) {
          return model::MarkPicture(std::move(workplace)).execute({std::move(target), attachment, marks});
        },
        [self = wxWeakRef<MarkPictureDialog>(this)](const model::Saved&) {
          if (!self) return;
          self->m_changed = false;
          self->EndModal(wxID_OK);
        },
        [self = wxWeakRef<MarkPictureDialog>(this)](const std::exception_ptr& error) {
          if (!self) return;
          self->m_error->showError(error, self->m_text);
          self->m_save->Enable();
        });
  }

  viewmodels::CasePageViewModel& m_page;
  const viewmodels::Translator& m_text;
  model::AttachmentId m_attachment;
  std::string m_request;  ///< a second press after a broken connection sends the same request again
  std::vector<PictureMark> m_marks;
  int m_chosen = -1;
  bool m_changed = false;
  ErrorBar* m_error = nullptr;
  PictureCanvas* m_canvas = nullptr;
  KeyChoice* m_shape = nullptr;
  wxTextCtrl* m_words = nullptr;
  TextTable* m_list = nullptr;
  wxButton* m_remove = nullptr;
  wxButton* m_save = nullptr;
};

}  // namespace

bool showMarkPicture(wxWindow* parent, viewmodels::CasePageViewModel& page, model::AttachmentId attachment,
                     const wxImage& picture) {
  return MarkPictureDialog(parent, page, attachment, picture).ShowModal() == wxID_OK;
}

}  // namespace octad::gui
