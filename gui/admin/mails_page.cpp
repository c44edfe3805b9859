#include "gui/admin/mails_page.hpp"

#include <array>
#include <memory>
#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "gui/cases/action_dialog.hpp"
#include "gui/widgets/error_bar.hpp"
#include "gui/widgets/layout.hpp"
#include "gui/widgets/list_or_empty.hpp"
#include "gui/widgets/tab_bar.hpp"

namespace octad::gui {

using model::MailState;
using model::Message;
using model::tr;
using viewmodels::MailColumn;
using viewmodels::MailForm;
using viewmodels::MailsViewModel;
using viewmodels::Tone;

namespace {

constexpr int kOpen = 0;
constexpr int kAll = 1;

struct ListColumn {
  MailColumn column;
  const char* title;
  double width;
  bool right = false;
  bool stretch = false;
  bool optional = false;
};
constexpr std::array kColumns{
    ListColumn{MailColumn::made, tr("Written"), 17},
    ListColumn{MailColumn::person, tr("To"), 10},
    ListColumn{MailColumn::address, tr("E-mail address"), 26},
    ListColumn{MailColumn::state, tr("State"), 26},
    ListColumn{MailColumn::attempts, tr("Attempts"), 9, true},
    ListColumn{MailColumn::next, tr("Next or last time"), 17},
    ListColumn{MailColumn::words, tr("What the servers said"), 16, false, true},
    ListColumn{MailColumn::subject, tr("Subject"), 20, false, false, true},
};

MailColumn columnAt(int index) {
  return kColumns[static_cast<std::size_t>(index)].column;
}

}  // namespace

MailsPage::MailsPage(wxWindow* parent, PageHost& host, MailsViewModel& viewModel, viewmodels::MailTrier trier)
    : TabbedListPage(parent, host, viewModel), m_viewModel(viewModel), m_trier(std::move(trier)) {
  const auto& text = host.session().translator;
  std::vector<RowColumn> columns;
  for (const auto& column : kColumns)
    columns.push_back(
        {text(column.title), column.width, column.right, false, column.stretch, column.optional});
  auto* beside = makeBeside();
  auto* server = makeServerLine();
  build(
      beside, text(tr("Mails")), std::move(columns), [this](int key) { m_viewModel.showAll(key == kAll); },
      [this] { m_viewModel.showAll(true); });
  addAbove(server);
  m_connections.emplace_back(m_viewModel.done.connect(
      [this](const Message& words) { m_errors->showNotice(m_host.session().translator(words)); }));
  m_viewModel.refresh();
}

/// Right of the tabs: what can be done about the mails of the list.
wxWindow* MailsPage::makeBeside() {
  const auto& text = m_host.session().translator;
  auto* beside = new wxPanel(this);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_retry = makeButton(beside, text(tr("&Try again")), [this] { m_viewModel.retry(false); });
  auto* returned = makeButton(beside, text(tr("A mail came &back…")), [this] { m_host.openMail(); });
  returned->SetToolTip(
      toWx(text(tr("Notes what a mail server reports: choose the report (.eml), or drop it here. The mail it "
                   "is about is marked."))));
  m_retry->SetToolTip(
      toWx(text(tr("The mail that is selected is tried at the next run of the job, to the address its "
                   "receiver has now."))));
  m_retryAll = makeButton(beside, text(tr("Try &all again")), [this] { m_viewModel.retry(true); });
  row->Add(returned);
  row->Add(m_retry, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  row->Add(m_retryAll, wxSizerFlags().Border(wxLEFT, gap(this, Gap::field)));
  beside->SetSizer(row);
  return beside;
}

/// Below the tabs: the server, and what is set.
wxWindow* MailsPage::makeServerLine() {
  const auto& text = m_host.session().translator;
  auto* line = new wxPanel(this);
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const int side = gap(this, Gap::field);
  m_server = makeText(line, {});
  row->Add(m_server, wxSizerFlags(1).CentreVertical().Border(wxLEFT, side));
  const auto add = [&](wxButton* button) { row->Add(button, wxSizerFlags().Border(wxRIGHT, side)); };
  add(makeButton(line, text(tr("&Server…")), [this] { ask(m_viewModel.serverForm()); }));
  add(makeButton(line, text(tr("Add&ress of a person…")), [this] { ask(m_viewModel.addressForm()); }));
  m_test = makeButton(line, text(tr("Test &mail…")), [this] { ask(m_viewModel.testForm(m_trier)); });
  add(m_test);
  m_test->Show(static_cast<bool>(m_trier));
  line->SetSizer(row);
  return line;
}

void MailsPage::ask(MailForm form) {
  showFormDialog(
      this, std::make_unique<viewmodels::FormOfPage<MailsViewModel, MailForm>>(m_viewModel, std::move(form)));
}

std::string MailsPage::cell(long row, int column) const {
  return m_viewModel.cell(row, columnAt(column));
}

/// The address and what was said about it, word for word.
std::string MailsPage::wholeText(long row) const {
  if (m_viewModel.row(row) == nullptr) return {};
  const std::string words = m_viewModel.cell(row, MailColumn::words);
  return m_viewModel.cell(row, MailColumn::person) + " <" + m_viewModel.cell(row, MailColumn::address) +
         ">: " + m_viewModel.cell(row, MailColumn::state) + (words.empty() ? "" : "\n" + words);
}

RowStyle MailsPage::style(long row, int column) const {
  const auto* mail = m_viewModel.row(row);
  if (mail == nullptr) return {};
  if (columnAt(column) == MailColumn::state && MailsViewModel::isLost(*mail))
    return {Tone::late, true, false};
  if (columnAt(column) == MailColumn::state && mail->state == MailState::delayed)
    return {Tone::warning, true, false};
  return {std::nullopt, false, !model::isOpen(mail->state)};
}

/// Enter on a mail that did not arrive asks for the right address.
void MailsPage::open(long, bool) {
  CallAfter([this] { ask(m_viewModel.addressForm()); });
}

void MailsPage::showState() {
  const auto& text = m_host.session().translator;
  const std::string open =
      text(Message(tr("Not arrived: {0}"), {viewmodels::groupedNumber(m_viewModel.openCount().value_or(0))}));
  const std::string all = text(tr("All mails"));
  m_tabs->show({{kOpen, open, open}, {kAll, all, all}}, m_viewModel.allShown() ? kAll : kOpen);
  setText(m_server, m_viewModel.loading() && !m_viewModel.openCount() ? text(tr("Reading…"))
                                                                      : m_viewModel.serverText());
  const auto* chosen = m_viewModel.row(m_viewModel.selectedRow());
  m_retry->Enable(chosen != nullptr && model::isOpen(chosen->state));
  m_retryAll->Enable(m_viewModel.openCount().value_or(0) > 0);
  m_test->Enable(!m_viewModel.server().url.empty());
  if (showReading()) {
    if (m_viewModel.allShown())
      m_book->showEmpty(text(tr("No mail was written yet.")), {});
    else
      m_book->showEmpty(text(tr("Every mail was sent.")), text(tr("All mails")));
  }
  Layout();
}

}  // namespace octad::gui
