#include "cli/verbs/mail_intake.hpp"

#include <iostream>
#include <map>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/mail_reports.hpp"
#include "cli/verbs/prompt.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/moment.hpp"
#include "model/core/text.hpp"
#include "model/core/uuid.hpp"
#include "model/intake/known_names.hpp"
#include "model/usecases/register_from_mail.hpp"
#include "reports/exchange/mail_reader.hpp"

namespace octad::cli {

using model::tr;
using std::string;
using Json = nlohmann::ordered_json;

namespace {

string memberOf(const string& field) {
  return field.substr(field.rfind('.') + 1);
}

/// The value of a field by its name in JSON ("items.0.part"). Throws Invalid("set").
Json& fieldOf(Json& complaint, const string& field) {
  Json* at = &complaint;
  for (std::size_t begin = 0; begin <= field.size();) {
    const std::size_t dot = std::min(field.find('.', begin), field.size());
    const string step = field.substr(begin, dot - begin);
    begin = dot + 1;
    const bool digits =
        !step.empty() && step.size() < 4 && step.find_first_not_of("0123456789") == string::npos;
    if (at->is_array() && digits && std::stoul(step) < at->size())
      at = &(*at)[std::stoul(step)];
    else if (at->is_object() && at->contains(step))
      at = &(*at)[step];
    else
      throw model::Invalid(
          "set", {tr("A complaint has no field \"{0}\". Fields are named as in the list, e.g. customer "
                     "or items.0.part."),
                  {field}});
  }
  return *at;
}

/// --set FIELD=VALUE over what was read.
void override(Context& context, Json& complaint, const string& setting) {
  const std::size_t equal = setting.find('=');
  if (equal == string::npos || equal == 0)
    throw UsageError(
        context.text({tr("--set wants FIELD=VALUE, e.g. items.0.part=P-100, not \"{0}\"."), {setting}}));
  const string field = setting.substr(0, equal);
  const string value = setting.substr(equal + 1);
  Json& target = fieldOf(complaint, field);
  const string member = memberOf(field);
  if (member == "qty_defective" || member == "qty_delivered")
    target = value.empty() ? Json() : Json(model::parseQuantity(value, field));
  else if (member == "received_at")
    target = model::isoInstant(model::parseMoment(value, context.zone(), field));
  else if (target.is_boolean())
    target = value == "yes" || value == "true" || value == "1";
  else if (target.is_null() && value.empty())
    return;
  else
    target = value;
}

model::NewComplaint confirmed(Context& context, const Arguments& arguments, const model::NewComplaint& read) {
  Json json = db::toJson(read);
  for (const string& setting : arguments.texts("set")) override(context, json, setting);
  auto complaint = db::fromJson<model::NewComplaint>(json);
  complaint.uuid = model::newUuid();
  complaint.newCustomerAllowed = arguments.flag("new-customer");
  if (arguments.has("customer")) complaint.customer = arguments.text("customer");
  return complaint;
}

/// What a field is called, as in the form.
string labelOf(const string& member) {
  static const std::map<string, const char*> labels{{"received_at", tr("Received")},
                                                    {"requested_date", tr("Answer wanted by")},
                                                    {"defect_kind", tr("Kind of defect")},
                                                    {"safety", tr("Concerns safety")},
                                                    {"penalty", tr("Penalty clause applies")},
                                                    {"repeat", tr("Repeat complaint")},
                                                    {"built_on", tr("Built on")}};
  const auto known = labels.find(member);
  return known == labels.end() ? model::fieldLabel(member) : known->second;
}

string shown(Context& context, const Json& value, const string& member) {
  if (value.is_null()) return {};
  if (value.is_boolean()) return value.get<bool>() ? context.text(tr("yes")) : string();
  if (value.is_number()) return value == 0 ? string() : value.dump();
  const string text = value.get<string>();
  if (member == "received_at")
    if (const auto at = model::parseIsoInstant(text)) return context.local(*at);
  if (member == "defect_kind")
    if (const auto kind = model::fromKey<model::DefectKind>(text)) return context.label(*kind);
  return text;
}

void addRow(Context& context, std::vector<std::vector<string>>& rows, const string& field, const Json& value,
            const model::MailReading& reading) {
  const string member = memberOf(field);
  const model::FieldSource* source = model::sourceOf(reading, field);
  const string text = shown(context, value, member);
  const bool wanted = member == "customer" || member == "part" || member == "failure";
  if (text.empty() && !wanted) return;
  rows.push_back({field, context.text(labelOf(member).c_str()),
                  text.empty() ? "- " + context.text(tr("not found")) : text,
                  source == nullptr ? string() : context.text(source->place),
                  source == nullptr || source->excerpt == text ? string() : "\"" + source->excerpt + "\""});
}

void printReading(Context& context, const model::MailReading& reading, const Json& complaint,
                  const model::IncomingMail& mail) {
  std::vector<std::vector<string>> rows;
  for (const auto& [name, value] : complaint.items())
    if (name != "uuid" && name != "verbatim" && name != "items" && name != "message_id" &&
        name != "new_customer")
      addRow(context, rows, name, value, reading);
  for (std::size_t at = 0; at < complaint["items"].size(); ++at)
    for (const auto& [name, value] : complaint["items"][at].items())
      addRow(context, rows, "items." + std::to_string(at) + "." + name, value, reading);
  printTable(context.out(), rows, 5);
  for (const auto& file : mail.files)
    context.out() << "  "
                  << context.text(
                         {tr("File: {0} ({1} bytes)"), {file.name, std::to_string(file.bytes.size())}})
                  << '\n';
  for (const auto& note : reading.notes) context.out() << "* " << context.text(note) << '\n';
}

Json jsonOf(Context& context, const model::MailReading& reading, const Json& complaint,
            const model::IncomingMail& mail, const string& earlier) {
  Json json;
  json["complaint"] = complaint;
  json["sources"] = Json::array();
  for (const auto& source : reading.sources)
    json["sources"].push_back(
        {{"field", source.field}, {"place", context.text(source.place)}, {"excerpt", source.excerpt}});
  json["files"] = Json::array();
  for (const auto& file : mail.files)
    json["files"].push_back(
        {{"name", file.name}, {"media_type", file.mediaType}, {"size", file.bytes.size()}});
  json["notes"] = Json::array();
  for (const auto& note : reading.notes) json["notes"].push_back(context.text(note));
  json["registered_before"] = earlier;
  return json;
}

/// The case that came by the same mail; empty when there is none that the person may see.
string earlierCase(Context& context, const string& messageId) {
  if (messageId.empty()) return {};
  const auto id = context.reader().caseOfMail(messageId);
  if (!id) return {};
  const auto rows = context.reader().caseRows({*id});
  return rows.empty() ? string() : rows.front().number;
}

bool confirmedByHand(Context& context) {
  context.err() << context.text(tr("Register this complaint? [y/N] ")) << std::flush;
  string answer;
  return std::getline(context.in(), answer) &&
         (answer == "y" || answer == "Y" || answer == "yes" || answer == "是");
}

}  // namespace

void importMail(Context& context, const Arguments& arguments) {
  const auto mail = reports::readMail(arguments.text("FILE"));
  if (mail.report && !arguments.flag("dry-run")) return noteReport(context, *mail.report);
  const auto now = context.clock().now();
  const auto reading =
      model::readComplaintMail(mail, model::readKnownNames(context.reader()), now, context.zone());
  const auto complaint = confirmed(context, arguments, reading.complaint);
  const Json shownJson = db::toJson(complaint);
  const string earlier = earlierCase(context, complaint.messageId);
  const bool json = context.options().json;
  bool store = arguments.flag("register");
  if (!json) {
    printReading(context, reading, shownJson, mail);
    if (!earlier.empty())
      context.out() << "! " << context.text({tr("This mail was registered before, as {0}."), {earlier}})
                    << '\n';
    if (!store && !arguments.flag("dry-run") && canAsk()) store = confirmedByHand(context);
  }
  if (!store) {
    if (json) return context.print(jsonOf(context, reading, shownJson, mail, earlier));
    context.out() << context.text(
                         tr("Nothing was stored. Register it with --register; correct fields with --set."))
                  << '\n';
    return;
  }
  if (!earlier.empty() && !arguments.flag("again"))
    throw model::Refused(
        "mail-again",
        {tr("This mail was registered before, as {0}. Give --again to register it once more."), {earlier}});
  const auto done = model::RegisterFromMail(context.workplace()).execute(complaint, mail.files);
  for (const auto& refusal : done.refused) context.err() << context.text(refusal) << '\n';
  context.done(done.saved, {tr("registered from the mail, {0} files kept"), {std::to_string(done.kept)}});
}

}  // namespace octad::cli
