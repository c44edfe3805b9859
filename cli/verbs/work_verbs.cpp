// What waits for whoever asks, and what they wait for.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/cases/summary.hpp"
#include "model/core/error.hpp"
#include "model/usecases/site.hpp"
#include "model/work/people_work.hpp"
#include "reports/document/save_file.hpp"
#include "reports/exchange/calendar_file.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

using Items = std::vector<model::WorkItem>;

nlohmann::ordered_json jsonOf(const Items& items, model::Instant now, const model::WorkCalendar& calendar) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& item : items) {
    auto line = db::toJson(item);
    line["due"] = db::toJson(model::dueOf(item, calendar));
    if (item.inPlaceOf) line["in_place_of"] = item.inPlaceOf->absentName;
    line["urgency"] = model::keyOf(model::urgencyOf(item, now, calendar));
    list.push_back(std::move(line));
  }
  return list;
}

void printItems(Context& context, bool others, const Items& items, model::Instant now,
                const model::WorkCalendar& calendar) {
  std::vector<std::vector<string>> rows;
  for (const auto& item : items) {
    const auto due = model::dueOf(item, calendar);
    rows.push_back(
        {context.label(model::urgencyOf(item, now, calendar)),
         due ? calendar.zone().local(*due).text() : string(), context.text(model::workWords(item, others)),
         item.number,
         item.severity ? context.text(model::classWords(*item.severity, item.className)) : string(),
         item.customerName, item.subject, context.text(model::waitsForWords(item))});
  }
  printTable(context.out(), rows, 8);
}

/// To a file, or to standard output for "-".
void writeCalendar(Context& context, const string& path, const Items& items,
                   const model::WorkCalendar& calendar, model::Instant now) {
  const string content = reports::calendarFile(items, calendar, context.catalogue(), now);
  if (path == "-")
    context.out() << content;
  else
    reports::saveFile(path, content);
}

/// How much waits for each of the people, and with --person what.
void people(Context& context, const Arguments& arguments, model::Instant now,
            const model::WorkCalendar& calendar) {
  auto items = context.reader().peopleWork(model::peopleOf(context.actor()));
  const auto people = model::byPerson(items, now, calendar);
  const string wanted = arguments.text("person");
  std::vector<std::vector<string>> rows{{context.text(tr("Person or department")), context.text(tr("All"))}};
  for (const auto& entry : model::EnumKeys<model::Urgency>::entries)
    rows[0].push_back(context.text(entry.label));
  rows[0].push_back(context.text(tr("Longest")));
  auto json = nlohmann::ordered_json::array();
  Items chosen;
  for (const auto& person : people) {
    const string who = context.text(person.who);
    if (!wanted.empty() && who.find(wanted) == string::npos) continue;
    for (const auto at : person.items) chosen.push_back(items[at]);
    rows.push_back({who, std::to_string(person.items.size())});
    nlohmann::ordered_json line{{"who", who}, {"all", person.items.size()}};
    for (const auto& entry : model::EnumKeys<model::Urgency>::entries) {
      rows.back().push_back(std::to_string(person.count(entry.value)));
      line[string(entry.key)] = person.count(entry.value);
    }
    for (const auto& entry : model::EnumKeys<model::WaitingAge>::entries)
      line["waits"][string(entry.key)] = person.count(entry.value);
    line["longest_days"] = db::toJson(person.oldestDays);
    rows.back().push_back(
        person.oldestDays ? context.text({tr("{0} d"), {std::to_string(*person.oldestDays)}}) : "");
    json.push_back(std::move(line));
  }
  if (!wanted.empty() && chosen.empty())
    throw model::Invalid("person", {tr("Nothing waits for \"{0}\"."), {wanted}});
  if (context.options().json) {
    nlohmann::ordered_json answer{{"people", std::move(json)}};
    if (!wanted.empty()) answer["items"] = jsonOf(chosen, now, calendar);
    return context.print(answer);
  }
  printTable(context.out(), rows, rows[0].size());
  if (!wanted.empty()) printItems(context, true, chosen, now, calendar);
}

void work(Context& context, const Arguments& arguments) {
  const auto now = context.clock().now();
  const auto site = model::readSite(context.reader(), now);
  if (arguments.flag("people") || arguments.has("person"))
    return people(context, arguments, now, site.calendar);
  const auto actor = context.actor();
  auto query = model::workOf(actor);
  model::addStandIns(query, context.reader().deputies(), context.reader().people(),
                     site.calendar.zone().date(now));
  auto list = context.reader().work(query);
  model::sortByUrgency(list.mine, site.calendar);
  model::sortByUrgency(list.others, site.calendar);
  if (arguments.has("ics"))
    return writeCalendar(context, arguments.text("ics"), arguments.flag("others") ? list.others : list.mine,
                         site.calendar, now);
  if (context.options().json)
    return context.print({{"person", actor.login},
                          {"mine", jsonOf(list.mine, now, site.calendar)},
                          {"others", jsonOf(list.others, now, site.calendar)}});
  const bool others = arguments.flag("others");
  const char* heading = others ? tr("I wait for others: {0}") : tr("Waits for me: {0}");
  context.out() << context.text({heading, {std::to_string(others ? list.others.size() : list.mine.size())}})
                << '\n';
  printItems(context, others, others ? list.others : list.mine, now, site.calendar);
}

}  // namespace

std::vector<Verb> workVerbs() {
  return {{"work",
           {},
           "what waits for you, the most urgent first",
           [](auto& add) {
             add("others", bool_switch(), "what you wait for instead")(
                 "people", bool_switch(), "how much waits for your people (heads, quality managers)")(
                 "person", value<string>(), "the work of one of them, by a part of the name or department")(
                 "ics", value<string>(), "write the due times to this calendar file, - for standard output");
           },
           work}};
}

}  // namespace octad::cli
