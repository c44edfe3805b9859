#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/kept_form.hpp"
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

extern template class FormWithDraft<ReturnDraft>;  // in new_return.cpp

/// The form "Announce a return": what was typed, kept in the journal, and saved once.
class NewReturnViewModel final : public FormWithDraft<ReturnDraft> {
 public:
  NewReturnViewModel(Session& session, Drafts& drafts);

  void update(const ReturnDraft& draft) { m_draft = draft; }
  /// Starts from a case: customer and first line. `started` follows.
  void startFrom(model::ComplaintId id);
  std::vector<FieldProblem> problems() const override;
  void save() override;
  /// No line names a case: a reason is asked for, unless the goods came unannounced.
  bool needsReason() const;
  /// Why goods that are here cannot be entered; none when they can.
  std::optional<model::Message> whyNotBlind() const;

  /// Open cases of the customer, for a chooser.
  void findCases(const std::string& text, std::function<void(std::vector<FieldSuggestion>)> then);
  /// A case by its number; `then` gets nothing when there is none.
  void lookUp(const std::string& number, std::function<void(std::optional<CaseOfLine>)> then);

  Signal started;  ///< the draft was filled from a case
  boost::signals2::signal<void(model::ReturnSaved)> saved;

  static std::string draftKey(const Session& session);
  /// What was left behind by an earlier run; none when there is nothing.
  static std::optional<ReturnDraft> leftBehind(const Session& session, Drafts& drafts);

 private:
  model::NewReturn command(std::vector<FieldProblem>* problems) const;
};

}  // namespace octad::viewmodels
