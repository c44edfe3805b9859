#include "gui/returns/sweep_page.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/sweep_counts.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/leave_question.hpp"
#include "gui/widgets/palette.hpp"
#include "model/core/error.hpp"

namespace octad::gui {

using model::Message;
using model::tr;
using model::translated;
using viewmodels::FormFieldKind;
using viewmodels::groupedNumber;

namespace {

constexpr int kFewestRows = 4;
constexpr int kMostRows = 12;
constexpr int kFormWidth = 720;  ///< DIP, the widest a form gets

}  // namespace

SweepPage::SweepPage(wxWindow* parent, PageHost& host)
    : wxPanel(parent), m_host(host), m_page(host.session()) {
  const int side = gap(this, Gap::group);
  auto* outer = new wxBoxSizer(wxVERTICAL);
  m_bar = new ErrorBar(this);
  outer->Add(m_bar, wxSizerFlags().Expand());
  outer->Add(buildHead(), wxSizerFlags().Expand().Border(wxALL, side));
  m_empty = makeMuted(this, text()(tr("Reading the stock sweeps…")));
  outer->Add(m_empty, wxSizerFlags().Border(wxLEFT | wxRIGHT, side));
  m_list = new TextTable(this, text()(tr("Stock sweeps")),
                         {{text()(tr("Problem")), 10.5, false, false, false},
                          {text()(tr("Part")), 11, false, false, true},
                          {text()(tr("Failure")), 12, false, false, true},
                          {text()(tr("Good from")), 11, false, false, true},
                          {text()(tr("Location")), 14, false, false, true},
                          {text()(tr("Suspect")), 8, true, false, false},
                          {text()(tr("Sorted")), 8, true, false, false},
                          {text()(tr("Open")), 8, true, false, false},
                          {text()(tr("Last counted")), 11, false, false, false}},
                         kFewestRows, kMostRows);
  m_list->list()->onSelect = [this](long) { choose(); };
  m_list->list()->onActivate = [this](long) { enter(); };
  outer->Add(m_list->list(), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, side));
  buildEntry(outer);
  SetSizer(outer);
  m_connections.emplace_back(m_page.changed.connect([this] { show(); }));
  m_connections.emplace_back(m_page.failed.connect([this](const std::exception_ptr& error) {
    m_bar->showError(error, text(), text()(tr("Read again")), [this] { m_page.load(); });
    if (!m_page.loaded()) m_empty->Hide();
    Layout();
  }));
  Bind(wxEVT_CHAR_HOOK, &SweepPage::keyPressed, this);
  m_list->list()->Hide();
  m_entry->Hide();
  m_page.load();
}

SweepPage::~SweepPage() {
  // The windows go before the viewmodel.
  m_connections.clear();
  DestroyChildren();
}

wxSizer* SweepPage::buildHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Stock sweeps"))), wxSizerFlags().CentreVertical());
  m_summary = makeMuted(this, {});
  head->Add(m_summary, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap(this, Gap::group)));
  m_openOnly = new wxCheckBox(this, wxID_ANY, toWx(text()(tr("Only with open pieces"))));
  m_openOnly->SetValue(m_page.openOnly());
  m_openOnly->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
    m_page.setOpenOnly(m_openOnly->GetValue());
    show();
  });
  head->Add(m_openOnly, wxSizerFlags().CentreVertical());
  return head;
}

void SweepPage::addField(FormBuilder& builder, const char* name, const std::string& label, FormFieldKind kind,
                         int share) {
  std::unique_ptr<ValueField> control;
  builder.field(name, kind == FormFieldKind::check ? std::string() : label, share, [&](wxWindow* parent) {
    control =
        std::make_unique<ValueField>(parent, kind, label, std::vector<viewmodels::FieldChoice>(), text());
    return control->window();
  });
  control->onChange([this] { m_presses.forget(); });
  m_fields[name] = std::move(control);
}

void SweepPage::buildEntry(wxSizer* outer) {
  m_entry = new wxPanel(this);
  auto* body = new wxBoxSizer(wxVERTICAL);
  m_what = makeSection(m_entry, {});
  body->Add(m_what);
  m_progress = makeText(m_entry, {});
  body->Add(m_progress, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  FormBuilder builder(m_entry, body, &m_errors);
  builder.row();
  addField(builder, "ok", text()(tr("OK")), FormFieldKind::quantity, 1);
  addField(builder, "ng", text()(tr("NG")), FormFieldKind::quantity, 1);
  addField(builder, "rework", text()(tr("Rework")), FormFieldKind::quantity, 1);
  addField(builder, "counted_on", text()(tr("Counted on")), FormFieldKind::date, 2);
  // What is wrong with the sum of the three is said over the width of the form; focus goes to the first.
  auto* wrong = new wxBoxSizer(wxVERTICAL);
  body->Add(wrong, wxSizerFlags().Border(wxTOP, gap(this, Gap::inside)));
  m_errors.add("ok", m_entry, wrong);
  builder.row();
  addField(builder, "note", text()(tr("Lots, remarks")), FormFieldKind::line, 1);
  builder.row();
  addField(builder, "correction", text()(tr("Correction: takes back what was counted too many")),
           FormFieldKind::check, 1);
  m_save = makeButton(m_entry, text()(tr("Save the count")), [this] { save(); });
  body->Add(m_save, wxSizerFlags().Right().Border(wxTOP, gap(this, Gap::field)));
  body->SetMinSize({FromDIP(kFormWidth), -1});
  m_entry->SetSizer(body);
  outer->Add(m_entry, wxSizerFlags().Border(wxALL, gap(this, Gap::group)));
}

void SweepPage::refresh() {
  m_page.load();
}

void SweepPage::show() {
  m_bar->Dismiss();
  const auto tasks = m_page.rows();
  std::vector<TextTable::Row> rows;
  long chosenRow = -1;
  for (const auto* task : tasks) {
    TextTable::Row row;
    const bool open = task->open() > 0;
    row.cells = {task->problemNumber,
                 task->partNumber,
                 task->failure,
                 task->cleanPoint,
                 text().label(task->location),
                 groupedNumber(task->suspect),
                 groupedNumber(task->ok + task->ng + task->rework),
                 (open ? "" : "✓ ") + groupedNumber(task->open()),
                 task->lastCountedOn ? task->lastCountedOn->iso() : text()(tr("not yet"))};
    if (!open) row.style.tone = viewmodels::Tone::good;
    row.key = task->id.value;
    if (m_page.chosen() == task) chosenRow = static_cast<long>(rows.size());
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_list->show(std::move(rows));
  m_list->list()->Show(any);
  m_entry->Show(any);
  m_empty->Show(!any);
  setText(m_empty,
          text()(tr("No stock sweep has open pieces. The CQE of a problem enters in D3 what is suspect "
                    "where.")));
  if (any) m_list->list()->selectRow(chosenRow >= 0 ? chosenRow : 0);
  const auto summary = m_page.summary();
  setText(m_summary, summary.id.empty() ? std::string() : text()(summary));
  choose();
  Layout();
}

void SweepPage::choose() {
  const auto* row = m_list->selected();
  const auto* before = m_page.chosen();
  if (row) m_page.choose(model::SweepRowId(row->key));
  if (m_fields.at("counted_on")->value().empty() || (m_page.chosen() != before && !dirty())) clearEntry();
  showChosen();
}

void SweepPage::showChosen() {
  const auto* task = m_page.chosen();
  std::string what;
  std::string progress;
  if (task) {
    what = text()(Message(tr("Count: {0}, {1}, {2}"), {translated(model::labelOf(task->location)),
                                                       task->partNumber, task->problemNumber}));
    progress = (task->open() > 0 ? "⚠ " : "✓ ") + text()(viewmodels::sweepProgress(*task));
    m_progress->SetForegroundColour(
        coloursOf(task->open() > 0 ? viewmodels::Tone::warning : viewmodels::Tone::good).text);
  }
  setText(m_what, what);
  setText(m_progress, progress);
  const auto whyNot = m_page.whyNot();
  for (auto& [name, field] : m_fields) field->setReadOnly(whyNot.has_value());
  m_save->Enable(!whyNot && !m_page.busy());
  m_save->SetToolTip(toWx(whyNot ? text()(*whyNot) : std::string()));
}

void SweepPage::enter() {
  m_fields.at("ok")->window()->SetFocus();
}

/// Enter in a field saves; in the list it goes to the entry (as its activation).
void SweepPage::keyPressed(wxKeyEvent& event) {
  const bool enterKey = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
  wxWindow* focus = FindFocus();
  if (enterKey && !event.HasAnyModifiers() && focus && focus != m_save && m_entry->IsDescendant(focus)) {
    save();
    return;
  }
  event.Skip();
}

viewmodels::CountEntry SweepPage::typed() const {
  const auto value = [this](const char* name) { return m_fields.at(name)->value(); };
  return {value("ok"),         value("ng"),   value("rework"),
          value("counted_on"), value("note"), value("correction") == "1"};
}

void SweepPage::clearEntry() {
  const auto fresh = m_page.fresh();
  for (const char* name : {"ok", "ng", "rework", "note", "correction"}) m_fields.at(name)->setValue({});
  m_fields.at("counted_on")->setValue(fresh.countedOn);
  m_errors.clear();
}

bool SweepPage::dirty() const {
  auto entry = typed();
  entry.countedOn = m_page.fresh().countedOn;  // another day alone is nothing to lose
  return entry != m_page.fresh();
}

void SweepPage::save() {
  if (m_page.busy() || !m_presses.meant()) return;
  m_errors.clear();
  m_bar->Dismiss();
  m_page.save(
      typed(),
      [this](long long open) {
        m_presses.carriedOut();
        clearEntry();
        m_host.showStatus(
            text()(Message(tr("Count saved: {0} pieces are still open there"), {groupedNumber(open)})));
        m_list->list()->SetFocus();
      },
      [this](const std::exception_ptr& error) { refused(error); });
  m_save->Enable(!m_page.busy());
}

void SweepPage::refused(const std::exception_ptr& error) {
  showChosen();
  try {
    std::rethrow_exception(error);
  } catch (const model::Error& ours) {
    if (m_errors.show(ours.field(), text()(ours.message())))
      m_errors.focus(ours.field());
    else
      m_bar->showError(text()(ours.message()));
  } catch (const std::exception&) {
    m_bar->showError(error, text());
  }
  Layout();
}

bool SweepPage::mayClose() {
  if (m_page.busy()) {
    m_host.showStatus(text()(tr("Saving…")));
    return false;
  }
  return !dirty() ||
         askToLeave(this, text(), tr("The count you typed is not saved."), tr("Leave the stock sweeps?"));
}

}  // namespace octad::gui
