#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/form_body.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "model/usecases/test_mail.hpp"

namespace octad::viewmodels {

enum class MailColumn { made, person, address, subject, state, attempts, next, words };

class MailsViewModel;

/// Hands one mail to the server at once; implemented where the pieces are put together.
using MailTrier = std::function<model::MailAnswer(const model::MailServer& server,
                                                  const std::string& password, const model::Mail& mail)>;

/// A form about mails. What it did is said in one sentence.
struct MailForm : FormBody {
  std::function<MailForm(const MailsViewModel&)> again = {};
  std::function<std::optional<model::Message>(const MailsViewModel&)> whyNot = {};
  std::function<model::Message(model::Workplace, const std::string& requestId, const FormValues&)> execute;
};

/// The mails of the site: the server they go to, what became of each, and what can be done about it. For
/// administrators.
class MailsViewModel final : public ListRead {
 public:
  explicit MailsViewModel(Session& session);

  void refresh();
  void load() { refresh(); }
  Session& session() const { return m_session; }
  /// Shows those that were sent, too.
  void showAll(bool all);
  bool allShown() const { return m_all; }

  long rowCount() const { return static_cast<long>(m_mails.size()); }
  const model::Mail* row(long index) const;
  std::string cell(long index, MailColumn column) const;
  long selectedRow() const;
  void select(long index);
  /// How many wait, were refused or given up, came back or are delayed; none until read.
  std::optional<long long> openCount() const { return m_open; }
  /// How many of them somebody has to look at: refused, given up or came back.
  std::optional<long long> lostCount() const { return m_lost; }
  static bool isLost(const model::Mail& mail);
  /// "Mails go from octad@example.com to smtp://…", or that none are sent.
  std::string serverText() const;
  const model::MailServer& server() const { return m_server; }

  /// Server, sender and login of the site.
  MailForm serverForm() const;
  /// The address that a person's mails go to; of the receiver of the mail that is selected.
  MailForm addressForm() const;
  /// A mail that is sent at once.
  MailForm testForm(MailTrier trier) const;
  /// Tries the mail that is selected again at the next run of the job, or all of them.
  void retry(bool all);

  void run(const std::string& requestId,
           std::function<model::Message(model::Workplace, const std::string&)> change,
           std::function<void(const model::Message&)> saved, std::function<void(std::exception_ptr)> refused);

  mutable Signal changed;                                     ///< for forms: read again
  mutable FailureSignal failed;                               ///< for forms: reading failed
  boost::signals2::signal<void(const model::Message&)> done;  ///< what a form or a retry did

 private:
  struct Loaded;

  std::vector<model::Mail> m_mails;
  std::vector<model::Person> m_people;
  model::MailServer m_server;
  std::optional<long long> m_open;
  std::optional<long long> m_lost;
  std::vector<std::string> m_deadAddresses;  ///< that mails were refused at or came back from
  bool m_all = false;
  std::optional<model::MailId> m_selected;
  Lifetime m_alive;
};

}  // namespace octad::viewmodels
