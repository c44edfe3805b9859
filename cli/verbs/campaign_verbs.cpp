// Campaigns, customers with clocks or a status of their own, the hours of work, and the visit after a
// closing.
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/money.hpp"
#include "model/usecases/campaigns.hpp"
#include "model/usecases/clock_sets.hpp"
#include "model/usecases/follow_up.hpp"
#include "model/usecases/refresh_clocks.hpp"
#include "model/usecases/set_rates.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

void addCampaign(Context& context, const Arguments& arguments) {
  model::CampaignInput input;
  input.name = arguments.text("NAME");
  input.kind = keyed<model::CampaignKind>(needed(arguments, "kind"), "kind");
  input.parts = arguments.text("parts");
  input.customers = arguments.text("customers");
  input.fromDay = arguments.date("from");
  input.toDay = arguments.date("to");
  input.clockSet = arguments.text("clocks");
  input.counted = !arguments.flag("not-counted");
  if (const auto weight = arguments.number("weight")) input.weight = static_cast<int>(*weight);
  input.note = arguments.text("note");
  const auto campaign = model::AddCampaign(context.workplace()).execute(input);
  if (context.options().json) return context.print(db::toJson(campaign));
  context.out() << context.text({tr("{0} added."), {campaign.name}}) << '\n';
}

void listCampaigns(Context& context, const Arguments&) {
  const auto campaigns = context.reader().campaigns();
  if (context.options().json) return context.print({{"campaigns", db::toJson(campaigns)}});
  std::vector<std::vector<string>> rows;
  for (const auto& campaign : campaigns)
    rows.push_back({campaign.name, context.label(campaign.kind), campaign.fromDay.iso(),
                    campaign.toDay ? campaign.toDay->iso() : string("…"), campaign.parts, campaign.customers,
                    campaign.clockSet,
                    !campaign.counted ? context.text(tr("not counted"))
                    : campaign.weight ? context.text({tr("weight {0}"), {std::to_string(*campaign.weight)}})
                                      : string()});
  printTable(context.out(), rows, 8);
}

void endCampaign(Context& context, const Arguments& arguments) {
  const auto campaign =
      model::EndCampaign(context.workplace()).execute(arguments.text("NAME"), arguments.date("to"));
  if (context.options().json) return context.print(db::toJson(campaign));
  context.out() << context.text({tr("{0} ends on {1}."), {campaign.name, campaign.toDay->iso()}}) << '\n';
}

void chooseCampaign(Context& context, const Arguments& arguments) {
  model::CampaignChoice choice;
  choice.target = context.target(arguments.text("NUMBER"));
  if (!arguments.flag("none")) choice.campaign = needed(arguments, "campaign");
  choice.reason = arguments.text("reason");
  context.done(model::ChooseCampaign(context.workplace()).execute(choice),
               choice.campaign.empty() ? model::Message(tr("taken out of the campaign"))
                                       : model::Message(tr("belongs to {0} now"), {choice.campaign}));
}

void listCustomers(Context& context, const Arguments& arguments) {
  const auto customers = context.reader().customers(arguments.text("text"), 100'000);
  if (context.options().json) return context.print({{"customers", db::toJson(customers)}});
  std::vector<std::vector<string>> rows;
  for (const auto& customer : customers) {
    string status;
    for (const char* label : model::specialStatusLabels(customer.specialStatus))
      status += (status.empty() ? "" : ", ") + context.text(label);
    rows.push_back({customer.code, customer.name, customer.clockSet, status});
  }
  printTable(context.out(), rows, 4);
}

void setCustomer(Context& context, const Arguments& arguments) {
  model::CustomerProfile profile;
  profile.customer = arguments.text("CUSTOMER");
  if (arguments.has("clocks")) profile.clockSet = arguments.text("clocks");
  if (arguments.has("status")) profile.specialStatus = arguments.text("status");
  if (!profile.clockSet && !profile.specialStatus) throw UsageError("--clocks or --status is missing");
  const auto customer = model::SetCustomerProfile(context.workplace()).execute(profile);
  if (context.options().json) return context.print(db::toJson(customer));
  context.out() << context.text({tr("{0} changed."), {customer.name}}) << '\n';
}

void refreshClocks(Context& context, const Arguments& arguments) {
  const auto count = model::RefreshClocks(context.workplace()).execute(arguments.text("customer"));
  if (context.options().json) return context.print({{"cases", count}});
  context.out() << context.text({tr("Clocks of {0} open cases worked out again."), {std::to_string(count)}})
                << '\n';
}

void followUp(Context& context, const Arguments& arguments) {
  model::FollowUpVisit visit;
  visit.target = context.target(arguments.text("NUMBER"));
  visit.doneOn = arguments.date("on");
  if (arguments.has("way")) visit.way = arguments.text("way");
  visit.spokenWith = arguments.text("spoken-with");
  visit.satisfaction = keyed<model::Satisfaction>(needed(arguments, "satisfaction"), "satisfaction");
  visit.words = arguments.text("words");
  context.done(
      model::RecordFollowUp(context.workplace()).execute(visit),
      {tr("visit after the closing recorded: {0}"), {model::translated(model::labelOf(visit.satisfaction))}});
}

void workHours(Context& context, const Arguments& arguments) {
  if (arguments.has("set")) model::SetWorkHours(context.workplace()).execute(arguments.text("set"));
  const string hours = context.reader().setting("work_hours");
  const string shown = hours.empty() ? string("08:00-17:30") : hours;
  if (context.options().json) return context.print({{"work_hours", shown}, {"zone", context.zone().name()}});
  context.out() << shown << "  " << context.zone().name() << '\n';
}

void rates(Context& context, const Arguments& arguments) {
  if (arguments.has("set")) model::SetRates(context.workplace()).execute(arguments.text("set"));
  const string set = context.reader().setting("rates");
  const string currency = context.reader().setting("currency");
  const string own = currency.empty() ? string(model::kUsualCurrency) : currency;
  if (context.options().json) return context.print({{"currency", own}, {"rates", set}});
  context.out() << (set.empty()
                        ? context.text({tr("No rates are set: only amounts in {0} are added up."), {own}})
                        : context.text({tr("One unit is in {0}: {1}"), {own, set}}))
                << '\n';
}

}  // namespace

std::vector<Verb> campaignVerbs() {
  return {
      {"campaign add",
       {"NAME"},
       "add a launch, field action or recall with clocks and counting of its own",
       [](auto& add) {
         add("kind", value<string>(), "launch, field_action, recall (needed)")(
             "parts", value<string>(), "part numbers or families with commas")("customers", value<string>(),
                                                                               "names or codes with commas")(
             "from", value<string>(), "first day, YYYY-MM-DD; today when not given")(
             "to", value<string>(), "last day, YYYY-MM-DD")("clocks", value<string>(),
                                                            "a set of clocks of the policy in force")(
             "not-counted", bool_switch(), "its cases have the weight 0")(
             "weight", value<string>(), "weight in place of that of the class")("note", value<string>(),
                                                                                "remark");
       },
       addCampaign},
      {"campaign list", {}, "campaigns, the newest first", {}, listCampaigns},
      {"campaign end",
       {"NAME"},
       "end a campaign; its cases stay in it",
       [](auto& add) { add("to", value<string>(), "last day, YYYY-MM-DD; today when not given"); },
       endCampaign},
      {"case campaign",
       {"NUMBER"},
       "put a case into a campaign, or take it out",
       [](auto& add) {
         add("campaign", value<string>(), "name")("none", bool_switch(), "take it out")(
             "reason", value<string>(), "why; needed to change it");
       },
       chooseCampaign},
      {"customer list",
       {},
       "customers with the clocks agreed with them and their special status",
       [](auto& add) { add("text", value<string>(), "part of a name or code"); },
       listCustomers},
      {"customer set",
       {"CUSTOMER"},
       "clocks and special status of a customer (quality manager, administrator)",
       [](auto& add) {
         add("clocks", value<string>(), "a set of clocks of the policy in force; empty: none")(
             "status", value<string>(),
             "with commas: key_account, watched, cs1, cs2, new_business_hold; empty: none");
       },
       setCustomer},
      {"case refresh-clocks",
       {},
       "work out the clocks of open cases again, after the calendar, the hours of work or a customer's "
       "clocks changed",
       [](auto& add) { add("customer", value<string>(), "of this customer only, name or code"); },
       refreshClocks},
      {"case follow-up",
       {"NUMBER"},
       "record the visit or call after the closing",
       [](auto& add) {
         add("satisfaction", value<string>(), "satisfied, conditionally, dissatisfied, no_answer (needed)")(
             "on", value<string>(), "YYYY-MM-DD; today when not given")(
             "way", value<string>(), "visit, phone (when not given), meeting, email")(
             "spoken-with", value<string>(), "who at the customer")("words", value<string>(),
                                                                    "what the customer said");
       },
       followUp},
      {"site hours",
       {},
       "the hours of work that clocks in days end with, and the time zone",
       [](auto& add) {
         add("set", value<string>(), "the shifts of a day in order: 08:00-12:00,13:30-17:30 (administrator)");
       },
       workHours},
      {"site rates",
       {},
       "what one unit of other currencies is in that of the site, for losses and costs in several",
       [](auto& add) {
         add("set", value<string>(), "EUR=7.85,USD=7.1; an empty text for none (administrator)");
       },
       rates},
  };
}

}  // namespace octad::cli
