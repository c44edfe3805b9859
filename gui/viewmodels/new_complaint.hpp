#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gui/viewmodels/kept_form.hpp"
#include "gui/viewmodels/mail_start.hpp"
#include "model/cases/queries.hpp"
#include "model/core/describe.hpp"
#include "model/policy/classification.hpp"
#include "model/usecases/register_from_mail.hpp"

namespace octad::viewmodels {

/// One item as typed.
struct ItemDraft {
  std::string part;
  std::string lot;
  std::string failure;
  std::string defectKind = "functional";
  std::string quantityDefective;
  std::string quantityDelivered;
  std::string builtOn;  ///< ISO date

  static constexpr auto describe() {
    using model::member;
    return members(member("part", &ItemDraft::part), member("lot", &ItemDraft::lot),
                   member("failure", &ItemDraft::failure), member("defect_kind", &ItemDraft::defectKind),
                   member("qty_defective", &ItemDraft::quantityDefective),
                   member("qty_delivered", &ItemDraft::quantityDelivered),
                   member("built_on", &ItemDraft::builtOn));
  }
  bool operator==(const ItemDraft&) const = default;
};

/// The form as typed, text for text: this is what is kept while typing and what survives every error.
struct ComplaintDraft {
  std::string uuid;  ///< made when the form opens: a retried save happens once
  std::string customer;
  std::string customerRef;
  std::string channel = "email";
  std::string contact;
  std::string receivedDate;  ///< 2026-11-22, at the site
  std::string receivedTime;  ///< 17:30
  std::string title;
  std::string verbatim;
  std::string demand;  ///< comma separated keys
  std::string requestedDate;
  bool safety = false;
  bool penalty = false;
  bool repeat = false;
  std::string escalatedTo;  ///< key; empty: not escalated
  std::string responsibleDepartment;
  std::string patternNumber;
  std::string campaign;  ///< name
  bool newCustomer = false;
  std::string mail;       ///< path of the mail it was started from; empty when it was typed
  std::string messageId;  ///< of that mail
  std::vector<ItemDraft> items{ItemDraft{}};

  static constexpr auto describe() {
    using model::member;
    return members(
        member("uuid", &ComplaintDraft::uuid), member("customer", &ComplaintDraft::customer),
        member("customer_ref", &ComplaintDraft::customerRef), member("channel", &ComplaintDraft::channel),
        member("contact", &ComplaintDraft::contact), member("received_date", &ComplaintDraft::receivedDate),
        member("received_time", &ComplaintDraft::receivedTime), member("title", &ComplaintDraft::title),
        member("verbatim", &ComplaintDraft::verbatim), member("demand", &ComplaintDraft::demand),
        member("requested_date", &ComplaintDraft::requestedDate), member("safety", &ComplaintDraft::safety),
        member("penalty", &ComplaintDraft::penalty), member("repeat", &ComplaintDraft::repeat),
        member("escalated_to", &ComplaintDraft::escalatedTo),
        member("responsible_department", &ComplaintDraft::responsibleDepartment),
        member("pattern", &ComplaintDraft::patternNumber), member("campaign", &ComplaintDraft::campaign),
        member("new_customer", &ComplaintDraft::newCustomer), member("mail", &ComplaintDraft::mail),
        member("message_id", &ComplaintDraft::messageId), member("items", &ComplaintDraft::items));
  }
  bool operator==(const ComplaintDraft&) const = default;
};

extern template class FormWithDraft<ComplaintDraft>;  // in new_complaint.cpp

/// A new complaint: what was typed, its provisional class with the reason, likely duplicates, and saving
/// once.
class NewComplaintViewModel final : public FormWithDraft<ComplaintDraft> {
 public:
  /// `readMail` reads a mail of the disk; none where mails cannot be taken.
  NewComplaintViewModel(Session& session, Drafts& drafts, MailReader readMail = {});

  /// Fills the form with what a mail says; nothing is stored. `mailRead` or `mailFailed` follows.
  void startFromMail(const std::string& path);
  /// The mail the form was started from; null when it was typed.
  const MailStart* mail() const { return m_mail ? &*m_mail : nullptr; }
  MailStart* mail() { return m_mail ? &*m_mail : nullptr; }
  /// Where what stands in the fields was read from; a field that was changed since is not among them.
  std::vector<model::FieldSource> sources() const;
  /// Files of the mail that could not be kept with the case that was registered.
  const std::vector<model::Message>& notKept() const { return m_notKept; }

  /// Takes what the form holds now; judges it at once.
  void update(const ComplaintDraft& draft);
  /// The class by the policy in force; none while quantities are missing.
  const std::optional<model::Classification>& classification() const { return m_classification; }
  /// Other cases of the same customer, part and failure within the policy's months.
  const std::vector<model::CaseRow>& duplicates() const { return m_duplicates; }
  /// Looks for duplicates; called when customer, part or failure were left.
  void lookForDuplicates();

  std::vector<FieldProblem> problems() const override;
  /// A field was left: what is right now is no longer complained about, and what is typed wrong is at once;
  /// what is merely empty waits for the save, as does the field that is still typed in. `rechecked` follows
  /// when something changed.
  void recheck(const std::string& stillTyping);
  bool unknownCustomer() const { return m_unknownCustomer; }
  void save() override;

  /// The defect catalogue, ready after the form opened; names in both languages match.
  std::vector<model::Defect> findDefects(const std::string& text) const;
  const std::vector<model::Department>& departments() const { return m_departments; }
  /// Names of the campaigns that are on, and whether each fits what is typed.
  std::vector<std::pair<std::string, bool>> campaigns() const;

  Signal judged;             ///< class or its reason changed
  Signal duplicatesChanged;  ///< also to none
  Signal masterDataRead;
  boost::signals2::signal<void(model::Saved)> saved;
  Signal mailRead;
  boost::signals2::signal<void(std::exception_ptr)> mailFailed;
  Signal rechecked;  ///< see refusals(); nobody asked to save, so the cursor stays

  /// The journal key of the one form that may be open at a time.
  static std::string draftKey(const Session& session);
  /// What was left behind by an earlier run; none when there is nothing.
  static std::optional<ComplaintDraft> leftBehind(const Session& session, Drafts& drafts);
  /// What was typed in an earlier run; the files of its mail are read again.
  void restore(const ComplaintDraft& draft);

 private:
  void readMasterData();
  void classifyNow();
  void saveFailed(const std::exception_ptr& error) override;
  model::NewComplaint command(std::vector<FieldProblem>* problems) const;

  std::optional<model::Policy> m_policy;
  std::vector<model::Defect> m_defects;
  std::vector<model::Department> m_departments;
  std::vector<model::Campaign> m_campaigns;
  std::optional<model::Classification> m_classification;
  std::vector<model::CaseRow> m_duplicates;
  std::string m_duplicatesFor;
  bool m_refusedByRegister = false;  ///< only the next save tells whether that is mended
  bool m_unknownCustomer = false;
  MailReader m_readMail;
  std::optional<MailStart> m_mail;
  ComplaintDraft m_asRead;  ///< what the mail said, as the form showed it
  std::vector<model::Message> m_notKept;
  std::function<void(const model::RegisteredFromMail&)> m_registered;
  Lifetime m_duplicateReads;
};

}  // namespace octad::viewmodels
