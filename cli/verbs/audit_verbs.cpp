#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"

namespace octad::cli {

using model::tr;
using std::string;

namespace {

void show(Context& context, const Arguments& arguments) {
  const auto events = context.reader().history(context.caseId(arguments.text("NUMBER")));
  if (context.options().json) return context.print({{"events", db::toJson(events)}});
  for (const auto& event : events) {
    context.out() << context.local(event.recordedAt) << "  " << event.actor << " (" << event.login << ")  "
                  << event.useCase << "  " << event.operation << ' ' << event.table << ' ' << event.key;
    if (!event.reason.empty()) context.out() << "  \"" << event.reason << '"';
    context.out() << '\n';
    if (event.operation == "UPDATE")
      context.out() << "    " << event.oldValues << "\n    " << event.newValues << '\n';
  }
}

void verify(Context& context, const Arguments& arguments) {
  std::optional<model::ComplaintId> only;
  if (arguments.has("case")) only = context.caseId(arguments.text("case"));
  const auto report = context.reader().verifyAudit(only);
  if (context.options().json) {
    nlohmann::ordered_json faults = nlohmann::ordered_json::array();
    for (const auto& fault : report.faults)
      faults.push_back({{"chain", fault.chain}, {"seq", fault.seq}, {"message", context.text(fault.what)}});
    context.print({{"chains", report.chains}, {"events", report.events}, {"faults", faults}});
  } else {
    for (const auto& fault : report.faults)
      context.out() << fault.chain << " #" << fault.seq << ": " << context.text(fault.what) << '\n';
    context.out() << context.text({tr("{0} events in {1} chains checked, {2} faults"),
                                   {std::to_string(report.events), std::to_string(report.chains),
                                    std::to_string(report.faults.size())}})
                  << '\n';
  }
  if (!report.faults.empty())
    throw model::Refused(
        "audit", tr("The audit trail was altered. Keep the database as it is and tell the administrator."));
}

}  // namespace

std::vector<Verb> auditVerbs() {
  return {{"audit show", {"NUMBER"}, "every change of a case", {}, show},
          {"audit verify",
           {},
           "check that the audit trail was not altered",
           [](auto& add) { add("case", boost::program_options::value<string>(), "only this case"); },
           verify}};
}

}  // namespace octad::cli
