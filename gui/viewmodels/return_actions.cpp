#include "gui/viewmodels/return_actions.hpp"

#include <algorithm>

#include "model/core/error.hpp"
#include "model/returns/return_state.hpp"

namespace octad::viewmodels {

using model::Disposition;
using model::Finding;
using model::Message;
using model::ReturnFile;
using model::ReturnPlace;
using model::ReturnState;
using model::Right;
using model::tr;

namespace {

using Why = std::optional<Message>;

/// Collects the actions of a return; the first reason that holds is the one that is told.
class Actions {
 public:
  Actions(const ReturnFile& file, const model::Actor& actor)
      : m_file(file), m_actor(actor), m_balance(file.balance()) {}

  void add(ReturnActionId id, const char* label, Right right, Why why = {}, bool dangerous = false) {
    m_actions.push_back({id, label, dangerous, firstOf(missingRight(m_actor, right), std::move(why))});
  }
  void addWhileOpen(ReturnActionId id, const char* label, Right right, Why why = {}, bool dangerous = false) {
    add(id, label, right, firstOf(ended(), std::move(why)), dangerous);
  }

  Why ended() const {
    if (m_file.head.matchedWith)
      return Message(tr("The return was matched with another one. Go on with that one."));
    if (m_file.head.closedAt) return Message(tr("The return is closed. Reopen it first."));
    return std::nullopt;
  }
  Why arrived() const {
    if (m_balance.received() > 0) return Message(tr("The goods are here already."));
    return std::nullopt;
  }
  Why notAuthorised() const {
    if (!m_file.head.authorisedOn) return Message(tr("The return has to be authorised first."));
    return std::nullopt;
  }
  Why nothing(long long pieces, const char* sentence) const {
    if (pieces == 0) return Message(sentence);
    return std::nullopt;
  }
  static Why firstOf(Why one, Why other) { return one ? std::move(one) : std::move(other); }

  const ReturnFile& file() const { return m_file; }
  const model::Actor& actor() const { return m_actor; }
  const model::ReturnBalance& balance() const { return m_balance; }
  std::vector<ReturnAction> take() { return std::move(m_actions); }

 private:
  const ReturnFile& m_file;
  const model::Actor& m_actor;
  model::ReturnBalance m_balance;
  std::vector<ReturnAction> m_actions;
};

bool anyUndecided(const ReturnFile& file) {
  return std::any_of(file.lines.begin(), file.lines.end(), [&file](const model::ReturnLine& line) {
    return model::undecidedPieces(file, line) > 0;
  });
}

bool anyDossierDue(const ReturnFile& file) {
  return std::any_of(file.lines.begin(), file.lines.end(),
                     [&file](const model::ReturnLine& line) { return model::waitsForDossier(file, line); });
}

void addWay(Actions& actions) {
  const auto& head = actions.file().head;
  Why authorised;
  if (head.authorisedOn) authorised = Message(tr("The return is authorised already."));
  actions.addWhileOpen(ReturnActionId::authorise, tr("&Authorise…"), Right::disposeReturn,
                       Actions::firstOf(authorised, actions.arrived()));
  actions.addWhileOpen(ReturnActionId::send, tr("On its &way…"), Right::announceReturn,
                       Actions::firstOf(actions.arrived(), actions.notAuthorised()));
  actions.addWhileOpen(ReturnActionId::receive, tr("&Receive…"), Right::recordReturn);
  actions.addWhileOpen(ReturnActionId::addLine, tr("Add a &line…"), Right::announceReturn);
  Why notBlind;
  if (!head.blind || head.announcedOn) notBlind = Message(tr("The goods did not come unannounced."));
  actions.addWhileOpen(ReturnActionId::match, tr("&Match with an announcement…"), Right::disposeReturn,
                       notBlind);
  actions.addWhileOpen(ReturnActionId::amend, tr("&Details…"), Right::announceReturn);
}

void addWork(Actions& actions) {
  const auto& balance = actions.balance();
  Why noRight = missingRight(actions.actor(), Right::recordReturn);
  for (const Right right : {Right::testReturn, Right::disposeReturn, Right::announceReturn, Right::bookCost})
    if (model::may(actions.actor(), right)) noRight.reset();
  actions.addWhileOpen(ReturnActionId::move, tr("Mo&ve pieces…"), Right::read, noRight);
  actions.addWhileOpen(ReturnActionId::takeBack, tr("Take &back…"), Right::read, noRight);
  Why neither = missingRight(actions.actor(), Right::recordReturn);
  if (model::may(actions.actor(), Right::testReturn)) neither.reset();
  actions.addWhileOpen(
      ReturnActionId::addUnits, tr("&Paste a list…"), Right::read,
      Actions::firstOf(neither, actions.nothing(balance.received(), tr("No pieces are here yet."))));
  actions.addWhileOpen(ReturnActionId::test, tr("Record a &test…"), Right::testReturn,
                       actions.nothing(balance.at(ReturnPlace::test), tr("No pieces are in test.")));
  Why allLinked;
  if (std::all_of(actions.file().lines.begin(), actions.file().lines.end(),
                  [](const model::ReturnLine& line) { return line.complaintId.has_value(); }))
    allLinked = Message(tr("Every line belongs to a case."));
  actions.addWhileOpen(ReturnActionId::decide, tr("De&cide on confirmed pieces…"), Right::disposeReturn,
                       allLinked);
  actions.addWhileOpen(
      ReturnActionId::dossier, tr("&NTF dossier…"), Right::disposeReturn,
      actions.nothing(balance.found(Finding::noTroubleFound), tr("No pieces without trouble found.")));
  actions.add(ReturnActionId::cost, tr("Book a c&ost…"), Right::bookCost);
  Why noPaper = missingRight(actions.actor(), Right::announceReturn);
  for (const Right right : {Right::disposeReturn, Right::recordReturn, Right::testReturn, Right::bookCost})
    if (model::may(actions.actor(), right)) noPaper.reset();
  actions.add(ReturnActionId::attach, tr("Add &files…"), Right::read, noPaper);
}

void addEnd(Actions& actions) {
  const auto& balance = actions.balance();
  Why missing;
  if (const auto points = model::missingForReturn(actions.file()); !points.empty())
    missing = Message(tr("{0} things are missing before it can be closed."), {std::to_string(points.size())});
  else
    missing = actions.nothing(balance.received() + balance.missing(),
                              tr("Nothing was received. Cancel the return instead."));
  actions.addWhileOpen(ReturnActionId::close, tr("Clo&se…"), Right::disposeReturn, missing);
  Why open;
  if (actions.file().head.matchedWith)
    open = actions.ended();
  else if (!actions.file().head.closedAt)
    open = Message(tr("The return is open."));
  actions.add(ReturnActionId::reopen, tr("R&eopen…"), Right::disposeReturn, open, true);
  actions.addWhileOpen(ReturnActionId::cancel, tr("Cance&l the return…"), Right::disposeReturn,
                       actions.arrived(), true);
}

std::optional<NextStep> stepOfFound(const ReturnFile& file) {
  if (anyUndecided(file)) return NextStep{ReturnActionId::decide, tr("Decide on confirmed pieces…"), {}, {}};
  if (anyDossierDue(file)) return NextStep{ReturnActionId::dossier, tr("NTF dossier…"), {}, {}};
  return NextStep{ReturnActionId::move, tr("Decide the disposition…"), ReturnPlace::awaiting,
                  ReturnPlace::work};
}

NextStep stepOfDisposed(const model::ReturnBalance& balance) {
  using Place = ReturnPlace;
  const auto step = [](const char* label, Place from, Place to) {
    return NextStep{ReturnActionId::move, label, from, to};
  };
  for (const Disposition repair : {Disposition::rework, Disposition::repair})
    if (balance.disposed(repair, Place::work) > 0)
      return step(tr("Inspected again…"), Place::work, Place::ready);
  if (balance.disposed(Disposition::credit, Place::work) > 0)
    return step(tr("Credit…"), Place::work, Place::credited);
  if (balance.at(Place::ready) > 0) return step(tr("Ship…"), Place::ready, Place::shipped);
  for (const Disposition shipping : {Disposition::replace, Disposition::returnAsIs})
    if (balance.disposed(shipping, Place::work) > 0) return step(tr("Ship…"), Place::work, Place::shipped);
  return step(tr("Scrap…"), Place::work, Place::scrapped);
}

}  // namespace

std::optional<Message> missingRight(const model::Actor& actor, Right right) {
  try {
    model::requireRight(actor, right);
  } catch (const model::Refused& refused) {
    return refused.message();
  }
  return std::nullopt;
}

std::vector<ReturnAction> returnActions(const ReturnFile& file, const model::Actor& actor) {
  Actions actions(file, actor);
  addWay(actions);
  addWork(actions);
  addEnd(actions);
  return actions.take();
}

std::optional<NextStep> nextStep(const ReturnFile& file) {
  using Place = ReturnPlace;
  switch (model::stateOf(file)) {
    case ReturnState::announced:
      return NextStep{ReturnActionId::authorise, tr("Authorise…"), {}, {}};
    case ReturnState::authorised:
      return NextStep{ReturnActionId::send, tr("On its way…"), {}, {}};
    case ReturnState::inTransit:
      return NextStep{ReturnActionId::receive, tr("Receive…"), {}, {}};
    case ReturnState::received:
    case ReturnState::quarantined:
      return NextStep{ReturnActionId::move, tr("Issue to test…"), Place::quarantine, Place::test};
    case ReturnState::inTest:
      return NextStep{ReturnActionId::move, tr("Enter a finding…"),
                      file.balance().at(Place::test) > 0 ? Place::test : Place::external, Place::awaiting};
    case ReturnState::found:
      return stepOfFound(file);
    case ReturnState::disposed:
      return stepOfDisposed(file.balance());
    case ReturnState::settled:
      if (anyUndecided(file) || anyDossierDue(file)) return stepOfFound(file);
      if (model::waitOf(file) == model::ReturnWait::finance)
        return NextStep{ReturnActionId::cost, tr("Book the credit note…"), {}, {}};
      return NextStep{ReturnActionId::close, tr("Close…"), {}, {}};
    case ReturnState::closed:
    case ReturnState::cancelled:
    case ReturnState::matched:
      break;
  }
  return std::nullopt;
}

}  // namespace octad::viewmodels
