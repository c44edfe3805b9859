// Who one is, the own password, and who acts for whom.
#include <algorithm>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/prompt.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/access/password_rule.hpp"
#include "model/access/rights_in_words.hpp"
#include "model/core/error.hpp"
#include "model/ports/login.hpp"
#include "model/usecases/deputies.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

/// A password that is asked for, gone from memory with the scope.
struct Typed {
  explicit Typed(string given) : text(std::move(given)) {}
  ~Typed() { model::wipe(text); }
  Typed(const Typed&) = delete;
  Typed& operator=(const Typed&) = delete;
  string text;
};

string asked(Context& context, const char* question) {
  auto typed = askHidden(context, {question});
  if (!typed) throw model::Invalid("password", tr("No password was typed. Nothing was changed."));
  return std::move(*typed);
}

void password(Context& context, const Arguments&) {
  const model::Actor actor = context.actor();
  const Typed current(asked(context, tr("Your present password: ")));
  const Typed next(asked(context, tr("The new password: ")));
  const Typed again(asked(context, tr("The new password once more: ")));
  const string login = context.store().login().facts().login;
  model::requireGoodPassword(login, actor.name, next.text, again.text);
  context.store().login().changePassword(current.text, next.text);
  context.out() << context.text(tr("The password is changed.")) << '\n';
}

std::string departmentCode(const std::vector<model::Department>& departments,
                           const std::optional<model::DepartmentId>& id) {
  for (const auto& department : departments)
    if (department.id == id) return department.code;
  return {};
}

const model::Person* personWith(const std::vector<model::Person>& people, model::PersonId id) {
  const auto found =
      std::find_if(people.begin(), people.end(), [id](const auto& person) { return person.id == id; });
  return found == people.end() ? nullptr : &*found;
}

void whoAmI(Context& context, const Arguments&) {
  const model::Actor actor = context.actor();
  const auto people = context.reader().people();
  const auto departments = context.reader().departments();
  const auto standIns = model::standInsOf(actor.id, context.reader().deputies(), people, context.today());
  const model::LoginFacts facts = context.store().login().facts();
  if (context.options().json) {
    auto answer = nlohmann::ordered_json{{"person", actor.name},
                                         {"login", facts.login},
                                         {"roles", nlohmann::json::array()},
                                         {"department", departmentCode(departments, actor.departmentId)},
                                         {"in_place_of", actor.inPlaceOf},
                                         {"rights", nlohmann::json::array()},
                                         {"stands_in_for", nlohmann::json::array()},
                                         {"database", context.displayedDatabase()},
                                         {"encrypted", facts.protocol}};
    for (const auto role : actor.roles) answer["roles"].push_back(model::keyOf(role));
    for (const auto right : model::rightsOf(actor))
      answer["rights"].push_back(context.text(model::rightInWords(right)));
    for (const auto& place : standIns)
      answer["stands_in_for"].push_back({{"person", place.absentName},
                                         {"department", departmentCode(departments, place.departmentId)},
                                         {"until", place.until.iso()}});
    return context.print(answer);
  }
  auto& out = context.out();
  string roles;
  for (const auto role : actor.roles) roles += (roles.empty() ? "" : ", ") + context.label(role);
  out << actor.name << " (" << facts.login << ") – " << roles << '\n';
  if (actor.departmentId)
    out << context.text(tr("Department")) << ": " << departmentCode(departments, actor.departmentId) << '\n';
  if (!actor.inPlaceOf.empty()) out << context.text({tr("In place of {0}"), {actor.inPlaceOf}}) << '\n';
  for (const auto& place : standIns)
    out << context.text(
               {tr("Stands in for {0} ({1}) until {2}"),
                {place.absentName, departmentCode(departments, place.departmentId), place.until.iso()}})
        << '\n';
  out << context.displayedDatabase() << (facts.protocol.empty() ? string() : ", " + facts.protocol) << '\n';
  for (const auto right : model::rightsOf(actor))
    out << "  " << context.text(model::rightInWords(right)) << '\n';
}

void setDeputy(Context& context, const Arguments& arguments) {
  model::DeputyInput input;
  input.login = arguments.text("LOGIN");
  input.deputy = needed(arguments, "deputy");
  const auto people = context.reader().people();
  if (arguments.flag("end")) {
    for (const auto& deputy : context.reader().deputies()) {
      const auto* absent = personWith(people, deputy.personId);
      const auto* standing = personWith(people, deputy.deputyId);
      if (absent == nullptr || standing == nullptr || absent->login != input.login ||
          standing->login != input.deputy || deputy.validUntil < context.today())
        continue;
      model::EndDeputy(context.workplace()).execute(deputy.id);
      context.out() << context.text(
                           {tr("{0} does not stand in for {1} any more."), {standing->name, absent->name}})
                    << '\n';
      return;
    }
    throw model::NotFound({tr("{0} does not stand in for {1}."), {input.deputy, input.login}});
  }
  input.from = arguments.date("from").value_or(context.today());
  if (!arguments.has("until")) throw UsageError("--until is missing");
  input.until = *arguments.date("until");
  input.reason = arguments.text("reason");
  const model::Deputy set = model::SetDeputy(context.workplace()).execute(input);
  if (context.options().json) return context.print(db::toJson(set));
  context.out() << context.text(
                       {tr("{0} stands in for {1} from {2} to {3}."),
                        {personWith(people, set.deputyId)->name, personWith(people, set.personId)->name,
                         set.validFrom.iso(), set.validUntil.iso()}})
                << '\n';
}

void listDeputies(Context& context, const Arguments& arguments) {
  auto deputies = context.reader().deputies();
  if (!arguments.flag("all"))
    std::erase_if(deputies,
                  [today = context.today()](const auto& deputy) { return deputy.validUntil < today; });
  if (context.options().json) return context.print({{"deputies", db::toJson(deputies)}});
  const auto people = context.reader().people();
  const auto nameOf = [&people](model::PersonId id) {
    const auto* person = personWith(people, id);
    return person == nullptr ? string() : person->name;
  };
  if (deputies.empty()) context.out() << context.text(tr("Nobody has a deputy.")) << '\n';
  std::vector<std::vector<string>> rows;
  for (const auto& deputy : deputies)
    rows.push_back({nameOf(deputy.personId), nameOf(deputy.deputyId), deputy.validFrom.iso(),
                    deputy.validUntil.iso(), deputy.reason});
  if (!rows.empty()) printTable(context.out(), rows, rows.front().size());
}

void entrust(Context& context, const Arguments& arguments) {
  const string login = arguments.text("LOGIN");
  const auto customers = context.reader().customers({}, std::numeric_limits<int>::max());
  const auto nameOf = [&customers](model::CustomerId id) {
    const auto found = std::find_if(customers.begin(), customers.end(),
                                    [id](const auto& customer) { return customer.id == id; });
    return found == customers.end() ? string() : found->name;
  };
  if (!arguments.has("customer")) {
    const auto people = context.reader().people();
    auto names = nlohmann::ordered_json::array();
    for (const auto& account : context.reader().accounts()) {
      const auto* person = personWith(people, account.personId);
      if (person == nullptr || person->login != login) continue;
      names.push_back(nameOf(account.customerId));
      if (!context.options().json) context.out() << nameOf(account.customerId) << '\n';
    }
    if (context.options().json) context.print({{"login", login}, {"customers", names}});
    return;
  }
  const bool remove = arguments.flag("remove");
  const model::Account set =
      model::EntrustCustomer(context.workplace()).execute(login, arguments.text("customer"), remove);
  if (context.options().json) return context.print(db::toJson(set));
  context.out() << context.text(
                       {remove ? tr("{0} does not look after {1} any more.") : tr("{0} looks after {1}."),
                        {login, nameOf(set.customerId)}})
                << '\n';
}

}  // namespace

std::vector<Verb> loginVerbs() {
  return {
      {"whoami", {}, "who you are in this database, and what you may do", {}, whoAmI},
      {"person password",
       {},
       "change your own password on a server; it is asked for and never a word of the command",
       {},
       password},
      {"person deputy",
       {"LOGIN"},
       "say who stands in for somebody who is away (oneself, the head, the manager, the administrator)",
       [](auto& add) {
         add("deputy", value<string>(), "login of who stands in")(
             "from", value<string>(), "first day, today when not given")("until", value<string>(),
                                                                         "last day")(
             "reason", value<string>(), "why: holiday, illness, a journey")("end", bool_switch(),
                                                                            "end it at once instead");
       },
       setDeputy},
      {"person deputies",
       {},
       "who stands in for whom",
       [](auto& add) { add("all", bool_switch(), "also what is over"); },
       listDeputies},
      {"person account",
       {"LOGIN"},
       "the customers a registrar looks after; entrust one or take it away (manager, administrator)",
       [](auto& add) {
         add("customer", value<string>(), "code or name of the customer; none: list them")(
             "remove", bool_switch(), "take it away instead");
       },
       entrust},
  };
}

}  // namespace octad::cli
