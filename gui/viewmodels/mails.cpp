#include "gui/viewmodels/mails.hpp"

#include <algorithm>

#include "gui/viewmodels/form_values.hpp"
#include "model/ports/notice_rows.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/retry_mail.hpp"
#include "model/usecases/set_address.hpp"

namespace octad::viewmodels {

using model::Mail;
using model::Message;
using model::tr;

namespace {

/// More than anybody looks at; older ones are shown by octadctl.
constexpr int kShown = 500;

}  // namespace

struct MailsViewModel::Loaded {
  std::vector<Mail> mails;
  std::vector<model::Person> people;
  model::MailServer server;
  long long open = 0;
  long long lost = 0;
  std::vector<std::string> deadAddresses;
};

bool MailsViewModel::isLost(const Mail& mail) {
  return mail.state == model::MailState::refused || mail.state == model::MailState::failed ||
         mail.state == model::MailState::bounced;
}

MailsViewModel::MailsViewModel(Session& session) : ListRead(session) {}

void MailsViewModel::refresh() {
  read(
      [store = m_session.store, all = m_all] {
        Loaded loaded;
        loaded.mails = store->notices().mails(false, kShown);
        loaded.open = static_cast<long long>(loaded.mails.size());
        for (const auto& mail : loaded.mails) {
          if (!isLost(mail)) continue;
          ++loaded.lost;
          // What was given up says nothing about the address.
          if (mail.state != model::MailState::failed) loaded.deadAddresses.push_back(mail.address);
        }
        if (all) loaded.mails = store->notices().mails(true, kShown);
        loaded.people = store->reader().people();
        loaded.server = model::readMailServer(store->reader());
        return loaded;
      },
      [this](Loaded loaded) {
        m_mails = std::move(loaded.mails);
        m_people = std::move(loaded.people);
        m_server = std::move(loaded.server);
        m_open = loaded.open;
        m_lost = loaded.lost;
        m_deadAddresses = std::move(loaded.deadAddresses);
        changed();
      });
}

void MailsViewModel::showAll(bool all) {
  if (all == m_all) return;
  m_all = all;
  refresh();
}

const Mail* MailsViewModel::row(long index) const {
  if (index < 0 || index >= rowCount()) return nullptr;
  return &m_mails[static_cast<std::size_t>(index)];
}

std::string MailsViewModel::cell(long index, MailColumn column) const {
  const auto* mail = row(index);
  if (mail == nullptr) return {};
  switch (column) {
    case MailColumn::made:
      return timeText(m_session.zone, mail->madeAt);
    case MailColumn::person:
      for (const auto& person : m_people)
        if (person.id == mail->personId) return person.name;
      return {};
    case MailColumn::address:
      return mail->address;
    case MailColumn::subject:
      return mail->subject;
    case MailColumn::state:
      return m_session.translator.label(mail->state);
    case MailColumn::attempts:
      return std::to_string(mail->attempts);
    case MailColumn::next:
      if (mail->reportedAt && model::isOpen(mail->state)) return timeText(m_session.zone, mail->reportedAt);
      return timeText(m_session.zone, mail->state == model::MailState::sent ? mail->sentAt : mail->nextAt);
    case MailColumn::words:
      return mail->error.empty() ? std::string() : m_session.translator(mail->error);
  }
  return {};
}

long MailsViewModel::selectedRow() const {
  const auto found = std::find_if(m_mails.begin(), m_mails.end(),
                                  [this](const Mail& mail) { return mail.id == m_selected; });
  return found == m_mails.end() ? -1 : static_cast<long>(found - m_mails.begin());
}

void MailsViewModel::select(long index) {
  if (const auto* mail = row(index)) m_selected = mail->id;
  stateChanged();
}

std::string MailsViewModel::serverText() const {
  const auto& text = m_session.translator;
  return m_server.url.empty() ? text(tr("No mail server is set: no mails are sent."))
                              : text(Message(tr("Mails go from {0} to {1}."), {m_server.from, m_server.url}));
}

MailForm MailsViewModel::serverForm() const {
  MailForm form;
  form.title = tr("Mail server");
  form.okLabel = tr("Save");
  form.notes = {tr("The job octadctl jobs run sends the mails. The password of the login is stored nowhere: "
                   "the job takes "
                   "it from the environment variable OCTAD_SMTP_PASSWORD."),
                tr("Without a server no mails are sent.")};
  form.fields = {
      {"server", tr("Server: smtp://HOST:PORT or smtps://HOST:PORT"), FormFieldKind::line, m_server.url},
      {"from", tr("Address the mails come from"), FormFieldKind::line, m_server.from},
      {"user", tr("Login at the server"), FormFieldKind::line, m_server.user}};
  form.again = [](const MailsViewModel& page) { return page.serverForm(); };
  form.execute = [](model::Workplace workplace, const std::string&, const FormValues& values) -> Message {
    model::MailServer server{at(values, "server"), at(values, "from"), at(values, "user")};
    model::SetMailServer(std::move(workplace)).execute(server);
    if (server.url.empty()) return tr("No mail server is set: no mails are sent.");
    return {tr("Mails go from {0} to {1}."), {server.from, server.url}};
  };
  return form;
}

MailForm MailsViewModel::addressForm() const {
  MailForm form;
  form.title = tr("E-mail address of a person");
  form.okLabel = tr("Save");
  form.notes = {tr("Digests and reminders go there; without an address the person gets no mails.")};
  std::vector<FieldChoice> people;
  const auto* mail = row(selectedRow());
  const auto whose = mail == nullptr ? m_session.actor.id : mail->personId;
  std::string own;
  for (const auto& person : m_people) {
    if (!person.active) continue;
    std::string label = person.name + (person.email.empty() ? "" : " <" + person.email + ">");
    if (std::find(m_deadAddresses.begin(), m_deadAddresses.end(), person.email) != m_deadAddresses.end())
      label += "  ⚠ " + m_session.translator(tr("mails do not arrive"));
    people.push_back({person.login, label, false});
    if (person.id == whose) own = person.login;
  }
  form.fields = {{"person", tr("Person"), FormFieldKind::choice, own, std::move(people)},
                 {"address", tr("E-mail address"), FormFieldKind::line, {}}};
  form.again = [](const MailsViewModel& page) { return page.addressForm(); };
  form.execute = [](model::Workplace workplace, const std::string&, const FormValues& values) -> Message {
    const std::string login = at(values, "person");
    const std::string address = at(values, "address");
    model::SetAddress(std::move(workplace)).execute(login, address);
    if (address.empty()) return {tr("{0} gets no mails."), {login}};
    return {tr("Mails for {0} go to {1}."), {login, address}};
  };
  return form;
}

MailForm MailsViewModel::testForm(MailTrier trier) const {
  MailForm form;
  form.title = tr("Send a test mail");
  form.okLabel = tr("Send");
  form.notes = {{"{0}", {serverText()}}};
  std::string own;
  for (const auto& person : m_people)
    if (person.id == m_session.actor.id) own = person.email;
  form.fields = {{"to", tr("To"), FormFieldKind::line, own}};
  if (!m_server.user.empty())
    form.fields.push_back({"password",
                           tr("Password of the login at the server (it is not stored)"),
                           FormFieldKind::secret,
                           {}});
  form.execute = [trier = std::move(trier), server = m_server, catalogue = m_session.translator.catalogue()](
                     model::Workplace workplace, const std::string&, const FormValues& values) -> Message {
    model::requireRight(workplace.actor, model::Right::administer);
    const auto mail = model::testMail(workplace.store.reader(), server, at(values, "to"), workplace.actor,
                                      catalogue, workplace.clock.now());
    const auto answer = trier(server, at(values, "password"), mail);
    const Message words = model::testAnswer(answer, mail.address);
    if (answer.verdict != model::MailAnswer::Verdict::sent) throw model::Invalid("to", words);
    return words;
  };
  return form;
}

void MailsViewModel::retry(bool all) {
  if (!all && !m_selected) return;
  setError(nullptr);
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, workplace = m_session.workplace(), only = all ? std::nullopt : m_selected] {
        return model::RetryMail(workplace).execute(only);
      },
      [this](long long changedMails) {
        done(Message(tr("{0} mails will be tried at the next run of the job."),
                     {groupedNumber(changedMails)}));
        refresh();
      },
      [this](const std::exception_ptr& error) { setError(error); });
}

void MailsViewModel::run(const std::string& requestId,
                         std::function<Message(model::Workplace, const std::string&)> change,
                         std::function<void(const Message&)> saved,
                         std::function<void(std::exception_ptr)> refused) {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, workplace = m_session.workplace(), requestId, change = std::move(change)] {
        return change(workplace, requestId);
      },
      [this, saved = std::move(saved)](const Message& words) {
        saved(words);
        done(words);
        refresh();
      },
      std::move(refused));
}

}  // namespace octad::viewmodels
