#include "gui/lessons/lessons_page.hpp"

#include <array>
#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

#include "gui/cases/text_table.hpp"
#include "gui/widgets/accessible.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using viewmodels::LessonColumn;

namespace {

struct ListColumn {
  LessonColumn column;
  const char* title;
  double width;
  bool stretch = false;
};
constexpr std::array kColumns{
    ListColumn{LessonColumn::family, tr("Part family"), 12},
    ListColumn{LessonColumn::failure, tr("Failure"), 16, true},
    ListColumn{LessonColumn::cause, tr("Cause"), 18, true},
    ListColumn{LessonColumn::from, tr("From case"), 11},
    ListColumn{LessonColumn::published, tr("Published"), 11},
};
constexpr int kPauseMs = 300;
constexpr double kSearchChars = 36;
constexpr double kDetailChars = 52;

}  // namespace

LessonsPage::LessonsPage(wxWindow* parent, PageHost& host)
    : wxPanel(parent), m_host(host), m_viewModel(host.session()) {
  build();
  m_connections.emplace_back(m_viewModel.stateChanged.connect([this] { show(); }));
  m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { m_viewModel.search(fromWx(m_search->GetValue())); });
  m_viewModel.refresh();
}

void LessonsPage::build() {
  const auto& text = m_host.session().translator;
  auto* page = new wxBoxSizer(wxVERTICAL);
  m_errors = new ErrorBar(this);
  page->Add(m_errors, wxSizerFlags().Expand());
  page->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back({text(column.title), column.width, false, false, column.stretch});
  m_list = new RowList(this, text(tr("Lessons")), fitTitles(this, std::move(columns)), *this);
  m_list->SetName("lessons");
  m_list->onSelect = [this](long) { showLesson(); };
  m_list->onActivate = [this](long row) { openCase(row); };
  m_details = makeScrolled(this);
  m_details->SetSizer(new wxBoxSizer(wxVERTICAL));
  auto* body = new wxBoxSizer(wxHORIZONTAL);
  body->Add(m_list, wxSizerFlags(11).Expand());
  body->Add(m_details, wxSizerFlags(9).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  page->Add(body, wxSizerFlags(1).Expand());
  SetSizer(page);
}

wxSizer* LessonsPage::buildHead() {
  const auto& text = m_host.session().translator;
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text(tr("Lessons"))), wxSizerFlags().CentreVertical());
  m_search = new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, {chars(this, kSearchChars), -1});
  m_search->SetName("lesson_search");
  m_search->SetHint(toWx(text(tr("Failure, cause or action"))));
  setAccessibleName(m_search, text(tr("Search the lessons")));
  m_search->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
    event.Skip();
    m_pause.StartOnce(kPauseMs);
  });
  head->Add(m_search, wxSizerFlags().CentreVertical().Border(wxLEFT, gap(this, Gap::section)));
  m_count = makeMuted(this, {});
  head->Add(m_count, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_open = makeButton(this, text(tr("Open the case")), [this] { openCase(m_list->selectedRow()); });
  head->Add(m_open, wxSizerFlags().CentreVertical());
  return head;
}

void LessonsPage::focusList() {
  m_list->SetFocus();
}

std::string LessonsPage::cell(long row, int column) const {
  return m_viewModel.cell(row, kColumns[static_cast<std::size_t>(column)].column);
}

void LessonsPage::show() {
  const auto& text = m_host.session().translator;
  if (m_viewModel.error())
    m_errors->showError(m_viewModel.error(), text, text(tr("Try again")), [this] { refresh(); });
  else if (m_errors->IsShown())
    m_errors->Dismiss();
  if (m_viewModel.loading()) return;
  m_list->reload(m_viewModel.rowCount() > 0 ? 0 : -1);
  setText(m_count, text(Message(tr("lessons: {0}"), {std::to_string(m_viewModel.rowCount())})));
  showLesson();
}

void LessonsPage::showLesson() {
  const auto& text = m_host.session().translator;
  const wxWindowUpdateLocker quiet(m_details);
  m_details->DestroyChildren();
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const int wrapAt = chars(this, kDetailChars);
  const long row = m_list->selectedRow();
  const auto* found = m_viewModel.at(row);
  for (const auto& part : m_viewModel.parts(row)) {
    sizer->Add(makeSection(m_details, text(part.title)), wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
    sizer->Add(makeText(m_details, part.text, wrapAt), wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  }
  if (!found) {
    const char* empty = m_viewModel.searched().empty()
                            ? tr("Nothing was learned yet. A case is put here from its page D7 or D8.")
                            : tr("No lesson says this. Try fewer words, or others.");
    sizer->Add(makeMuted(m_details, text(empty), wrapAt),
               wxSizerFlags().Border(wxTOP, gap(this, Gap::group)));
  }
  m_open->Enable(found != nullptr && static_cast<bool>(found->known.caseId));
  m_details->SetSizer(sizer);
  m_details->FitInside();
  Layout();
}

void LessonsPage::openCase(long row) {
  const auto* found = m_viewModel.at(row);
  if (found && found->known.caseId) m_host.openCase(found->known.caseId);
}

}  // namespace octad::gui
