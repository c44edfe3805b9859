#include "gui/cases/replies_tab.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "gui/cases/compare_dialog.hpp"
#include "gui/cases/text_table.hpp"
#include "gui/viewmodels/answer_words.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/layout.hpp"

namespace octad::gui {

using model::tr;
using viewmodels::CaseActionId;

namespace {

constexpr int kFewestRows = 4;
constexpr int kMostRows = 8;
constexpr std::size_t kHashShown = 12;

const char* mediumLabel(const std::string& key) {
  if (key == "email") return tr("E-mail");
  if (key == "portal") return tr("Customer portal");
  if (key == "phone") return tr("Telephone");
  if (key == "letter") return tr("Letter");
  return tr("Meeting");
}

/// With what an objection is about.
std::string answerText(const model::Reply& reply, const viewmodels::Translator& text) {
  const std::string answer = text.label(reply.status);
  return reply.objectedTo.empty() ? answer : answer + ": " + reply.objectedTo;
}

viewmodels::Tone toneOf(model::CustomerStatus status) {
  switch (status) {
    case model::CustomerStatus::accepted:
      return viewmodels::Tone::good;
    case model::CustomerStatus::provisionally:
      return viewmodels::Tone::general;
    case model::CustomerStatus::objected:
      return viewmodels::Tone::late;
    case model::CustomerStatus::noAnswer:
      return viewmodels::Tone::warning;
    case model::CustomerStatus::sent:
      break;
  }
  return viewmodels::Tone::neutral;
}

}  // namespace

RepliesTab::RepliesTab(wxWindow* parent, CaseTabHost& host) : CaseTabPanel(parent, host) {
  auto* outer = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(makeTitle(this, text()(tr("Replies to the customer"))), wxSizerFlags(1).CentreVertical());
  const auto actions = page().actions();
  m_record = makeButton(this, text()(viewmodels::actionOf(actions, CaseActionId::answer).label),
                        [this] { this->host().act(CaseActionId::answer); });
  m_send = makeButton(this, text()(viewmodels::actionOf(actions, CaseActionId::reply).label),
                      [this] { this->host().act(CaseActionId::reply); });
  m_compare = makeButton(this, text()(tr("Compare…")), [this] {
    showComparison(this, text()(tr("Replies to the customer")),
                   viewmodels::sentRevisions(page().file(), page().session().zone, text()), text());
  });
  m_compare->SetToolTip(toWx(text()(tr("What was sent, side by side"))));
  m_assess = makeButton(this, text()(viewmodels::actionOf(actions, CaseActionId::assess).label),
                        [this] { this->host().act(CaseActionId::assess); });
  head->Add(m_assess, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_compare, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_record, wxSizerFlags().Border(wxRIGHT, gap(this, Gap::field)));
  head->Add(m_send);
  outer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap(this, Gap::group)));
  m_assessment = makeMuted(this, {});
  outer->Add(m_assessment,
             wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap(this, Gap::group)));
  m_replies = new TextTable(this, text()(tr("Replies to the customer")),
                            {{text()(tr("Sent")), 16.5, false, false, false},
                             {text()(tr("Reply")), 11, false, false, false},
                             {text()(tr("Revision")), 8, true, false, false},
                             {text()(tr("Medium")), 8, false, false, false},
                             {text()(tr("To")), 16, false, false, true},
                             {text()(tr("Sent by")), 8, false, false, false},
                             {text()(tr("Customer's answer")), 16, false, false, false},
                             {text()(tr("Answered")), 16.5, false, false, false},
                             {text()(tr("Hash")), 9, false, false, false}},
                            kFewestRows, kMostRows);
  m_replies->list()->onSelect = [this](long) { showReply(); };
  outer->Add(m_replies->list(), wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap(this, Gap::group)));
  auto* texts = new wxBoxSizer(wxHORIZONTAL);
  const auto addText = [&](const char* label) {
    auto* side = new wxBoxSizer(wxVERTICAL);
    side->Add(makeSection(this, text()(label)), wxSizerFlags().Border(wxBOTTOM, gap(this, Gap::inside)));
    auto* field =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
    setAccessibleName(field, text()(label));
    side->Add(field, wxSizerFlags(1).Expand());
    texts->Add(side, wxSizerFlags(1).Expand().Border(wxLEFT, texts->IsEmpty() ? 0 : gap(this, Gap::group)));
    return field;
  };
  m_wording = addText(tr("Wording as sent"));
  m_answer = addText(tr("The customer's words"));
  outer->Add(texts, wxSizerFlags(1).Expand().Border(wxALL, gap(this, Gap::group)));
  SetSizer(outer);
  refresh();
}

void RepliesTab::refresh() {
  const auto& file = page().file();
  const auto& zone = page().session().zone;
  std::vector<TextTable::Row> rows;
  for (auto reply = file.replies.rbegin(); reply != file.replies.rend(); ++reply) {
    TextTable::Row row;
    row.cells = {viewmodels::timeText(zone, reply->sentAt),
                 text().label(reply->stage),
                 std::to_string(reply->revision),
                 text()(mediumLabel(reply->medium)),
                 reply->recipient,
                 file.personName(reply->sentBy),
                 answerText(*reply, text()),
                 viewmodels::timeText(zone, reply->answeredAt),
                 reply->sha256.substr(0, kHashShown)};
    row.style.tone = toneOf(reply->status);
    row.key = reply->id.value;
    rows.push_back(std::move(row));
  }
  const bool any = !rows.empty();
  m_replies->show(std::move(rows));
  if (any && !m_replies->selected()) m_replies->list()->selectRow(0);
  const auto actions = page().actions();
  for (const auto& [id, button] : {std::pair{CaseActionId::answer, m_record}, {CaseActionId::reply, m_send}})
    showAction(button, viewmodels::actionOf(actions, id), text());
  showAction(m_assess, viewmodels::actionOf(actions, CaseActionId::assess), text());
  setText(m_assessment, viewmodels::assessmentWords(file, text()), 0);
  m_compare->Show(file.replies.size() > 1);
  showReply();
}

void RepliesTab::showReply() {
  const auto* row = m_replies->selected();
  std::string wording = text()(tr("Nothing was sent to the customer yet."));
  std::string answer;
  for (const auto& reply : page().file().replies) {
    if (row && reply.id.value != row->key) continue;
    wording = reply.text;
    answer = reply.answer;
  }
  m_wording->ChangeValue(toWx(wording));
  m_answer->ChangeValue(toWx(answer));
}

void RepliesTab::jump(const viewmodels::JumpTarget&) {
  (m_send->IsEnabled() ? static_cast<wxWindow*>(m_send) : m_replies->list())->SetFocus();
}

}  // namespace octad::gui
