#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/keeping.hpp"
#include "gui/viewmodels/new_complaint.hpp"
#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/usecases/announce_return.hpp"

namespace octad::viewmodels {

/// One line as typed.
struct ReturnLineDraft {
  std::string caseNumber;
  std::string part;
  std::string lot;
  std::string failure;
  std::string quantity;

  static constexpr auto describe() {
    using model::member;
    return members(member("case", &ReturnLineDraft::caseNumber), member("part", &ReturnLineDraft::part),
                   member("lot", &ReturnLineDraft::lot), member("failure", &ReturnLineDraft::failure),
                   member("quantity", &ReturnLineDraft::quantity));
  }
  bool operator==(const ReturnLineDraft&) const = default;
};

/// The form as typed, text for text: this is what is kept while typing and what survives every error.
struct ReturnDraft {
  std::string uuid;  ///< made when the form opens: a retried save happens once
  std::string customer;
  model::ReturnKind kind = model::ReturnKind::lineReject;
  model::Treatment treatment = model::Treatment::analysis;
  bool blind = false;
  std::string withoutCase;
  std::string customerRef;
  std::string announcedOn;
  std::string expectedOn;
  std::string replacementDueOn;
  std::string carrier;
  std::string noteNumber;
  std::string location;
  std::string remarks;
  std::vector<ReturnLineDraft> lines{ReturnLineDraft{}};

  static constexpr auto describe() {
    using model::member;
    return members(member("uuid", &ReturnDraft::uuid), member("customer", &ReturnDraft::customer),
                   member("kind", &ReturnDraft::kind), member("treatment", &ReturnDraft::treatment),
                   member("blind", &ReturnDraft::blind), member("without_case", &ReturnDraft::withoutCase),
                   member("customer_ref", &ReturnDraft::customerRef),
                   member("announced_on", &ReturnDraft::announcedOn),
                   member("expected_on", &ReturnDraft::expectedOn),
                   member("replacement_due_on", &ReturnDraft::replacementDueOn),
                   member("carrier", &ReturnDraft::carrier), member("note_number", &ReturnDraft::noteNumber),
                   member("location", &ReturnDraft::location), member("remarks", &ReturnDraft::remarks),
                   member("lines", &ReturnDraft::lines));
  }
  bool operator==(const ReturnDraft&) const = default;
};

/// What a case says about a line that belongs to it.
struct CaseOfLine {
  std::string customer;
  std::string part;
  std::string lot;
  std::string failure;
};

/// The form "Announce a return": what was typed, kept in the journal, and saved once.
class NewReturnViewModel {
 public:
  NewReturnViewModel(Session& session, Drafts& drafts);

  const ReturnDraft& draft() const { return m_draft; }
  void update(const ReturnDraft& draft) { m_draft = draft; }
  /// Starts from a case: customer and first line. `started` follows.
  void startFrom(model::ComplaintId id);
  /// Writes the draft to the journal when it changed since; true when written.
  bool keepDraft();
  void forgetDraft();
  bool hasContent() const;

  /// Everything that is wrong now, in the order of the form.
  std::vector<FieldProblem> problems() const;
  const std::vector<FieldProblem>& refusals() const { return m_refusals; }  ///< of the last save
  void save();
  bool saving() const { return m_saving; }
  /// No line names a case: a reason is asked for, unless the goods came unannounced.
  bool needsReason() const;
  /// Why goods that are here cannot be entered; none when they can.
  std::optional<model::Message> whyNotBlind() const;

  // Choosers: `then` gets at most 12
  void findCustomers(const std::string& text, std::function<void(std::vector<FieldSuggestion>)> then);
  void findParts(const std::string& text, std::function<void(std::vector<FieldSuggestion>)> then);
  void findCases(const std::string& text, std::function<void(std::vector<FieldSuggestion>)> then);
  /// A case by its number; `then` gets nothing when there is none.
  void lookUp(const std::string& number, std::function<void(std::optional<CaseOfLine>)> then);

  Signal started;  ///< the draft was filled from a case
  Signal savingChanged;
  boost::signals2::signal<void(model::ReturnSaved)> saved;
  Signal refused;  ///< see refusals(); what was typed stays

  static std::string draftKey(const Session& session);
  /// What was left behind by an earlier run; none when there is nothing.
  static std::optional<ReturnDraft> leftBehind(const Session& session, Drafts& drafts);

 private:
  model::NewReturn command(std::vector<FieldProblem>* problems) const;

  Session& m_session;
  Drafts& m_drafts;
  ReturnDraft m_draft;
  ReturnDraft m_fresh;  ///< as the form opened
  std::string m_keptText;
  std::vector<FieldProblem> m_refusals;
  bool m_saving = false;
  Lifetime m_alive;
  Lifetime m_choosing;
};

}  // namespace octad::viewmodels
