// Signing in, working as somebody or in somebody's place, and leaving again.
#include <utility>
#include <wx/wupdlock.h>

#include "gui/shell/change_password.hpp"
#include "gui/shell/main_window.hpp"
#include "gui/shell/who_dialog.hpp"
#include "gui/shell/work_area.hpp"
#include "gui/start/password_dialog.hpp"
#include "gui/widgets/text.hpp"

namespace octad::gui {

using model::tr;

namespace {
constexpr long long kWarnBeforeExpirySeconds = 14LL * 24 * 3600;
}

void MainWindow::showWork(const model::Person& person, const std::optional<model::StandIn>& place) {
  m_start.choose(person);
  const auto& opened = *m_start.opened();
  model::Actor actor = viewmodels::StartViewModel::actorOf(person, opened.login);
  if (place) actor = model::actingFor(actor, place->departmentId, {*place});
  opened.store->actFor(place ? std::optional(place->departmentId) : std::nullopt);
  m_lock.watch(opened.store, opened.connection.asksPassword);
  m_cover.setPerson(person.name, opened.displayName);
  m_commands.forgetButtons();
  std::string department;
  for (const model::Department& known : opened.departments)
    if (known.id == actor.departmentId) department = known.code;
  viewmodels::Session session{opened.store,
                              m_services.clock,
                              m_services.executor,
                              m_services.translator,
                              std::move(actor),
                              model::Zone(opened.zone),
                              opened.displayName,
                              opened.weakAnswers,
                              opened.failureReader,
                              opened.criteria,
                              opened.shippedPolicies,
                              opened.connection,
                              department};
  SetTitle(toWx("Octad – " + opened.displayName));
  m_work = new WorkArea(this, m_commands, m_services, std::move(session));
  m_work->onActFor = [this](const model::StandIn& absent, model::ComplaintId complaint,
                            model::ReturnId goods) {
    if (!m_work->mayCloseAll()) return;
    actFor(absent);
    if (complaint)
      m_work->openCase(complaint);
    else
      m_work->openReturn(goods);
  };
  replaceContent(m_work);
  const auto& until = opened.connection.passwordUntil;
  if (until && *until < model::plusSeconds(m_services.clock.now(), kWarnBeforeExpirySeconds))
    m_work->showStatus(m_services.translator(model::Message(
        tr("Your password expires {0}"), {viewmodels::timeText(m_work->session().zone, until)})));
}

void MainWindow::actFor(const std::optional<model::StandIn>& place) {
  for (const model::Person& person : m_start.people())
    if (person.id == m_work->session().actor.id) return showWork(person, place);
}

void MainWindow::leave() {
  m_leaving = true;
  m_cover.endDialogs();
  CallAfter(&MainWindow::finishLeaving);
}

/// Pages go only after the dialogs that they are waiting for: otherwise the timer tries again.
void MainWindow::finishLeaving() {
  if (!m_leaving || m_cover.dialogsOpen()) return;
  m_leaving = false;
  const wxWindowUpdateLocker quiet(this);
  m_lock.stop();
  m_cover.follow();
  m_start.leave();
  showStart();
}

void MainWindow::askPassword() {
  const auto wanted = m_start.wanted();
  auto typed = gui::askPassword(this, wanted, m_services.translator);
  if (!typed) return;
  m_start.openWith(wanted.url, std::move(typed->password), typed->remember);
}

void MainWindow::showWho() {
  if (!working()) return;
  viewmodels::WhoAmIViewModel viewModel(m_work->session());
  const WhoWish wish = showWhoAmI(this, viewModel, m_lock);
  switch (wish.kind) {
    case WhoWish::Kind::nothing:
      return;
    case WhoWish::Kind::changePassword:
      changePassword(this, m_work->session());
      return;
    case WhoWish::Kind::lock:
      m_lock.lock();
      return;
    case WhoWish::Kind::otherPerson:
      m_commands.run("person");
      return;
    case WhoWish::Kind::actFor:
    case WhoWish::Kind::actForSelf:
      if (m_work->mayCloseAll()) actFor(wish.place);
      return;
  }
}

/// Whatever is done in any window of the program says that somebody is there.
int MainWindow::FilterEvent(wxEvent& event) {
  const wxEventType type = event.GetEventType();
  if (type == wxEVT_CHAR_HOOK || type == wxEVT_KEY_DOWN || type == wxEVT_MOTION || type == wxEVT_LEFT_DOWN ||
      type == wxEVT_RIGHT_DOWN || type == wxEVT_MOUSEWHEEL)
    m_lock.touch();
  return Event_Skip;
}

}  // namespace octad::gui
