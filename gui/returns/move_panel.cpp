#include "gui/returns/move_panel.hpp"

#include <algorithm>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/viewmodels/form_values.hpp"
#include "gui/viewmodels/return_action_forms.hpp"
#include "gui/widgets/palette.hpp"

namespace octad::gui {

using model::Message;
using model::ReturnPlace;
using model::tr;
using viewmodels::FieldChoice;
using viewmodels::FormFieldKind;
using viewmodels::groupedNumber;
using viewmodels::MoveTarget;
using viewmodels::PiecesAt;

namespace {

constexpr double kWhyChars = 20;

std::string key(std::size_t index) {
  return std::to_string(index);
}

std::vector<FieldChoice> findings() {
  auto choices = viewmodels::choicesOf<model::Finding>();
  choices.front() = {"", tr("Choose…"), true};
  return choices;
}

std::vector<FieldChoice> dispositions() {
  auto choices = viewmodels::choicesOf<model::Disposition>();
  choices.front() = {"", tr("Choose…"), true};
  return choices;
}

bool mayHaveHappened(const model::Error& error) {
  return error.code() == model::ErrorCode::connectionLost || error.code() == model::ErrorCode::busy;
}

/// Rules that only another number of pieces satisfies are told at it.
std::string fieldOf(const model::Error& error) {
  const auto* refused = dynamic_cast<const model::Refused*>(&error);
  return refused && (refused->rule() == "balance" || refused->rule() == "units") ? "quantity" : error.field();
}

}  // namespace

MovePanel::MovePanel(wxWindow* parent, ReturnTabHost& host)
    : wxPanel(parent), m_host(host), m_text(host.page.text()), m_requestId(viewmodels::newUuid()) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(makeSection(this, m_text(tr("Move pieces"))));
  auto* way = new wxBoxSizer(wxHORIZONTAL);
  addCell(way, "from", m_text(tr("From")), FormFieldKind::choice, {}, 14, 3);
  addCell(way, "to", m_text(tr("Goes to")), FormFieldKind::choice, {}, 12, 2);
  addCell(way, "quantity", m_text(tr("Pieces")), FormFieldKind::quantity, {}, 8);
  outer->Add(way, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::inside)));
  auto* what = new wxBoxSizer(wxHORIZONTAL);
  addCell(what, "finding", m_text(tr("Finding *")), FormFieldKind::choice, findings(), 16, 1);
  addCell(what, "disposition", m_text(tr("Disposition *")), FormFieldKind::choice, dispositions(), 16, 1);
  addCell(what, "to_location", m_text(tr("Location (empty: goods-in)")), FormFieldKind::line, {}, 16, 1);
  addCell(what, "document", m_text(tr("Number of the paper")), FormFieldKind::line, {}, 16, 1);
  addCell(what, "reason", m_text(tr("Reason")), FormFieldKind::line, {}, 20, 2);
  outer->Add(what, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  auto* foot = new wxBoxSizer(wxHORIZONTAL);
  m_why = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
  m_why->SetForegroundColour(mutedColour());
  m_why->SetMinSize({chars(this, kWhyChars), -1});
  foot->Add(m_why, wxSizerFlags(1).CentreVertical());
  m_book = makeButton(this, m_text(tr("&Book the movement")), [this] { submit(); });
  foot->Add(m_book, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  outer->Add(foot, wxSizerFlags().Expand().Border(wxTOP, gap(this, Gap::field)));
  SetSizer(outer);
  int height = 0;
  for (const auto& [name, cell] : m_cells)
    height = std::max(height, cell.field->window()->GetEffectiveMinSize().y);
  for (const auto& [name, cell] : m_cells)
    cell.field->window()->SetMinSize({cell.field->window()->GetMinSize().x, height});
  for (auto& [name, cell] : m_cells) cell.field->onChange([this] { m_presses.forget(); });
  field("from").onChange([this] { sourceChosen(); });
  field("to").onChange([this] { targetChosen(); });
  // Enter in a field books.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
    const wxWindow* focus = FindFocus();
    if (enter && focus != m_book && m_book->IsEnabled())
      submit();
    else
      event.Skip();
  });
}

void MovePanel::addCell(wxSizer* row, const char* name, const std::string& label, FormFieldKind kind,
                        std::vector<FieldChoice> choices, double widthChars, int share) {
  Cell cell;
  cell.panel = new wxPanel(this);
  auto* box = new wxBoxSizer(wxVERTICAL);
  FormBuilder builder(cell.panel, box, &m_errors);
  builder.field(name, label, 1, [&](wxWindow* parent) {
    cell.field = std::make_unique<ValueField>(parent, kind, label, choices, m_text);
    cell.field->window()->SetMinSize({chars(this, widthChars), -1});
    return cell.field->window();
  });
  cell.panel->SetSizer(box);
  row->Add(cell.panel, wxSizerFlags(share).Expand().Border(wxRIGHT, gap(this, Gap::field)));
  m_cells[name] = std::move(cell);
}

const PiecesAt* MovePanel::from() const {
  const std::string chosen = m_cells.at("from").field->value();
  const auto index = chosen.empty() ? m_sources.size() : std::stoul(chosen);
  return index < m_sources.size() ? &m_sources[index] : nullptr;
}

const MoveTarget* MovePanel::to() const {
  const std::string chosen = m_cells.at("to").field->value();
  for (const auto& target : m_targets)
    if (viewmodels::key(target.to) == chosen) return &target;
  return nullptr;
}

void MovePanel::show(model::ReturnLineId line) {
  const auto& file = m_host.page.file();
  // A movement whose answer was lost turns out to be stored: nothing of it is left to be sent again.
  if (std::any_of(file.movements.begin(), file.movements.end(),
                  [this](const auto& movement) { return movement.uuid == m_requestId; })) {
    m_requestId = viewmodels::newUuid();
    clear();
  }
  const PiecesAt before = from() ? *from() : PiecesAt();
  const bool sameLine = line == m_line;
  m_line = line;
  m_sources = line ? viewmodels::moveSources(file, line) : std::vector<PiecesAt>();
  std::vector<FieldChoice> choices;
  std::size_t chosen = viewmodels::usualSource(m_sources);
  for (std::size_t at = 0; at < m_sources.size(); ++at) {
    const auto& source = m_sources[at];
    std::string words = viewmodels::placeWords(source, m_text);
    if (source.pieces > 0) words += ": " + groupedNumber(source.pieces);
    choices.push_back({key(at), words, false});
    if (sameLine && source.sameKind(before)) chosen = at;
  }
  field("from").setChoices(choices, m_text);
  field("from").setValue(m_sources.empty() ? std::string() : key(chosen));
  const bool same = sameLine && from() && from()->sameKind(before) && from()->pieces == before.pieces;
  if (same) {
    showNeeds();
    return;
  }
  sourceChosen();
  // Pieces that are proposed anew were not meant by a press that comes at once, like the second Enter of a
  // dialog that has just closed.
  m_presses.carriedOut();
}

void MovePanel::offer(const PiecesAt& wanted, std::optional<ReturnPlace> place) {
  for (std::size_t at = 0; at < m_sources.size(); ++at)
    if (m_sources[at].sameKind(wanted)) field("from").setValue(key(at));
  sourceChosen();
  if (place) {
    field("to").setValue(viewmodels::key(*place));
    targetChosen();
  }
}

void MovePanel::sourceChosen() {
  const PiecesAt* source = from();
  m_targets = source ? viewmodels::moveTargets(*source) : std::vector<MoveTarget>();
  std::vector<FieldChoice> choices;
  for (const auto& target : m_targets)
    choices.push_back({viewmodels::key(target.to), model::labelOf(target.to), true});
  field("to").setChoices(choices, m_text);
  field("to").setValue(m_targets.empty() ? std::string() : viewmodels::key(m_targets.front().to));
  // Pieces that are known by their serial number go by themselves, on the page of the units.
  const long long free = source ? source->pieces - source->named : 0;
  field("quantity").setValue(free > 0 ? std::to_string(free) : std::string());
  targetChosen();
}

void MovePanel::targetChosen() {
  m_errors.clear();
  if (from() && from()->finding != model::Finding::open) field("finding").setValue({});
  showNeeds();
}

void MovePanel::showNeeds() {
  const PiecesAt* source = from();
  const MoveTarget* target = to();
  const auto need = [this](const char* name, bool needed) {
    m_cells.at(name).panel->Show(needed);
    if (!needed) field(name).setValue({});
  };
  need("finding", target && target->finding);
  need("disposition", target && target->disposition);
  need("to_location", target && target->location);
  need("document", target && target->document);
  std::optional<Message> why;
  const auto actions = m_host.page.actions();
  if (const auto& move = viewmodels::actionOf(actions, viewmodels::ReturnActionId::move); !move.enabled())
    why = move.whyNot;
  else if (target)
    why = viewmodels::missingRight(m_host.page.session().actor, target->right);
  else
    why = Message(tr("No pieces can be moved from here."));
  std::string words;
  if (why)
    words = m_text(*why);
  else if (source && source->named > 0)
    words = m_text(Message(tr("{0} have serial numbers: they move on the page “Units and tests”."),
                           {groupedNumber(source->named)}));
  else if (target && target->reason)
    words = m_text(tr("This way needs a reason."));
  setText(m_why, words);
  m_why->SetToolTip(toWx(words));
  m_book->Enable(!why && !m_host.page.busy());
  m_book->SetToolTip(toWx(why ? m_text(*why) : std::string()));
  fitPage();
}

/// Fields and sentences came or went: the page around has to make room for them.
void MovePanel::fitPage() {
  Layout();
  GetParent()->FitInside();
  GetParent()->Layout();
}

void MovePanel::submit() {
  const PiecesAt* source = from();
  const MoveTarget* target = to();
  if (!source || !target || !m_book->IsEnabled() || !m_presses.meant()) return;
  m_errors.clear();
  viewmodels::FormValues typed;
  for (const auto& [name, cell] : m_cells) typed[name] = cell.field->value();
  m_book->Disable();
  m_host.page.run(
      m_requestId,
      [kind = *source, typed](model::Workplace workplace, model::ReturnTarget at) {
        model::ReturnTransfer input = viewmodels::transferOf(kind, typed);
        input.target = std::move(at);
        return model::MoveReturned(std::move(workplace)).execute(input);
      },
      [this, token = m_life.token(), pieces = typed["quantity"]](const model::ReturnSaved&) {
        if (token.expired()) return;
        m_presses.carriedOut();
        m_requestId = viewmodels::newUuid();
        const std::string moved = groupedNumber(viewmodels::quantity({{"quantity", pieces}}, "quantity"));
        m_host.showStatus(m_text(Message(tr("{0} pieces moved"), {moved})));
        clear();
      },
      [this, token = m_life.token()](const std::exception_ptr& error) {
        if (!token.expired()) refused(error);
      });
}

void MovePanel::refused(const std::exception_ptr& error) {
  m_book->Enable();
  try {
    std::rethrow_exception(error);
  } catch (const model::Error& ours) {
    if (!mayHaveHappened(ours)) m_requestId = viewmodels::newUuid();
    // Somebody else changed the return: it is read again, what is typed stays.
    if (ours.code() == model::ErrorCode::conflict) m_host.page.load();
    const std::string blamed = fieldOf(ours);
    const auto cell = m_cells.find(blamed);
    if (cell != m_cells.end() && cell->second.panel->IsShown() &&
        m_errors.show(blamed, m_text(ours.message())))
      m_errors.focus(blamed);
    else
      m_host.showError(error);
  } catch (const std::exception&) {
    m_host.showError(error);
  }
  fitPage();
}

void MovePanel::clear() {
  for (const char* name : {"finding", "disposition", "to_location", "document", "reason"})
    field(name).setValue({});
}

bool MovePanel::dirty() const {
  return std::any_of(m_cells.begin(), m_cells.end(), [](const auto& cell) {
    const bool text = cell.first == "document" || cell.first == "reason" || cell.first == "to_location";
    return text && !cell.second.field->value().empty();
  });
}

void MovePanel::focus() {
  field("quantity").window()->SetFocus();
}

}  // namespace octad::gui
