// The auditor's place: samples, checklists, packages, and who read what.
#include <ostream>

#include "audit/case_log.hpp"
#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/audit/case_audit.hpp"
#include "model/audit/sample.hpp"
#include "model/core/error.hpp"
#include "model/metrics/counts.hpp"
#include "model/policy/class_names.hpp"
#include "model/policy/counting.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/usecases/note_reading.hpp"
#include "reports/exchange/audit_package.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr int kUsualSize = 10;
constexpr int kReadings = 1000;

model::CustomerId customerNamed(Context& context, const string& name) {
  for (const auto& customer : context.reader().customers(name, 1000))
    if (customer.name == name || customer.code == name) return customer.id;
  throw model::Invalid("customer", {tr("There is no customer {0}."), {name}});
}

/// The months of --from and --to; this year when neither is given.
model::CaseFilter populationOf(Context& context, const Arguments& arguments) {
  const string year = std::to_string(context.today().year());
  model::CaseFilter filter;
  filter.now = context.clock().now();
  filter.noticeFrom = arguments.has("from") ? arguments.text("from") : year + "-01";
  filter.noticeTo = arguments.has("to") ? arguments.text("to") : year + "-12";
  model::monthsBetween(filter.noticeFrom, filter.noticeTo);
  if (arguments.has("customer")) filter.customerId = customerNamed(context, arguments.text("customer"));
  filter.excludedBySpeed = arguments.flag("uncounted");
  if (arguments.has("class")) filter.severity = keyed<model::SeverityClass>(arguments, "class");
  return filter;
}

void sample(Context& context, const Arguments& arguments) {
  const auto workplace = context.workplace();
  model::requireRight(workplace.actor, model::Right::audit);
  const model::CaseFilter filter = populationOf(context, arguments);
  model::SampleTerms terms;
  terms.seed = arguments.has("seed") ? arguments.text("seed") : model::newSeed();
  terms.size = static_cast<int>(arguments.number("size").value_or(kUsualSize));
  const auto population = context.reader().audit().population(filter);
  const auto drawn = model::drawSample(population, terms);
  model::NoteReading(workplace).execute(
      model::ReadingKind::sampled, std::nullopt,
      model::sampleNote(filter, terms, arguments.text("customer"), population.size()));
  auto list = nlohmann::ordered_json::array();
  std::vector<std::vector<string>> rows;
  for (const auto& one : drawn) {
    const auto audit = model::auditCase(context.reader(), one.id, filter.now);
    const auto missing = model::missingPoints(audit.checklist);
    const bool intact = audit.report.faults.empty();
    list.push_back({{"number", one.number},
                    {"customer", audit.file.customer.name},
                    {"class", string(model::keyOf(audit.file.complaint.severity))},
                    {"state", string(model::keyOf(audit.file.complaint.state))},
                    {"trail_intact", intact},
                    {"checkpoint", audit.proof.checkpoint},
                    {"events_after_checkpoint", audit.proof.eventsAfter},
                    {"points_missing", missing}});
    rows.push_back({one.number, audit.file.customer.name,
                    context.text(model::classWords(audit.file.complaint.severity, audit.file.className())),
                    context.label(audit.file.complaint.state),
                    context.text(intact ? tr("trail intact") : tr("trail altered")),
                    context.text({tr("{0} points missing"), {std::to_string(missing)}})});
  }
  if (context.options().json)
    return context.print({{"seed", terms.seed},
                          {"size", terms.size},
                          {"from", filter.noticeFrom},
                          {"to", filter.noticeTo},
                          {"population", population.size()},
                          {"cases", std::move(list)}});
  context.out() << context.text({tr("Seed {0}: {1} of {2} cases, notices from {3} to {4}"),
                                 {terms.seed, std::to_string(drawn.size()), std::to_string(population.size()),
                                  filter.noticeFrom, filter.noticeTo}})
                << '\n';
  printTable(context.out(), rows, 6);
}

nlohmann::ordered_json sentences(Context& context, const std::vector<model::Message>& messages) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& message : messages) list.push_back(context.text(message));
  return list;
}

void checklist(Context& context, const Arguments& arguments) {
  const auto id = context.caseId(arguments.text("NUMBER"));
  const auto audit = model::auditCase(context.reader(), id, context.clock().now());
  if (context.options().json) {
    auto points = nlohmann::ordered_json::array();
    for (const auto& point : audit.checklist)
      points.push_back({{"key", point.key},
                        {"clause", point.clause},
                        {"question", context.text(point.question)},
                        {"applies", point.applies()},
                        {"why_not", context.text(point.notApplicable)},
                        {"found", sentences(context, point.found)},
                        {"missing", sentences(context, point.missing)}});
    return context.print({{"number", audit.file.complaint.number},
                          {"trail_faults", audit.report.faults.size()},
                          {"checkpoint", audit.proof.checkpoint},
                          {"events_after_checkpoint", audit.proof.eventsAfter},
                          {"points_missing", model::missingPoints(audit.checklist)},
                          {"points", std::move(points)}});
  }
  for (const auto& point : audit.checklist) {
    context.out() << point.clause << "  " << context.text(point.question) << '\n';
    if (!point.applies()) context.out() << "  - " << context.text(point.notApplicable) << '\n';
    for (const auto& fact : point.found) context.out() << "  + " << context.text(fact) << '\n';
    for (const auto& missing : point.missing) context.out() << "  ! " << context.text(missing) << '\n';
  }
}

void package(Context& context, const Arguments& arguments) {
  const std::filesystem::path path = needed(arguments, "output");
  const auto workplace = context.workplace();
  model::requireRight(workplace.actor, model::Right::audit);
  model::Reader& reader = context.reader();
  const auto id = context.caseId(arguments.text("NUMBER"));
  const auto now = context.clock().now();
  const auto audit = model::auditCase(reader, id, now);
  const string database = context.displayedDatabase();
  const string language = arguments.has("lang") ? arguments.text("lang") : "zh+en";
  const reports::AuditPackage contents{
      audit.file,
      reader.recordHash(id),
      audit.checklist,
      db::toJson(audit.file).dump(2) + "\n",
      audit::caseLog(reader.audit(), id, database, now),
      database,
      workplace.actor.name,
      [&reader](model::AttachmentId attachment) {
        string bytes;
        reader.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
        return bytes;
      },
      {reports::parseDocumentLanguage(language), reports::DocumentFormat::pdf, now, context.zone(),
       reader.setting("company"), reader.setting("company_en")}};
  const auto written = reports::writeAuditPackage(contents, path);
  model::NoteReading(workplace).execute(model::ReadingKind::exported, id, written.manifestSha256);
  if (context.options().json)
    return context.print(
        {{"output", path.string()}, {"files", written.files}, {"manifest_sha256", written.manifestSha256}});
  context.out() << context.text({tr("{0} written: {1} files. SHA-256 of its manifest: {2}"),
                                 {path.string(), std::to_string(written.files), written.manifestSha256}})
                << '\n';
}

void readings(Context& context, const Arguments& arguments) {
  model::requireRight(context.actor(), model::Right::audit);
  std::optional<model::ComplaintId> only;
  if (arguments.has("case")) only = context.caseId(arguments.text("case"));
  const auto lines = context.reader().audit().readings(only, kReadings);
  if (context.options().json) return context.print({{"readings", db::toJson(lines)}});
  std::vector<std::vector<string>> rows;
  for (const auto& line : lines)
    rows.push_back({context.local(line.at), line.person, context.label(line.kind), line.number, line.note});
  printTable(context.out(), rows, 5);
}

/// Everything that is left out of the counts for speed, each with its reason.
void uncounted(Context& context, const Arguments& arguments) {
  model::requireRight(context.actor(), model::Right::audit);
  const auto months = populationOf(context, arguments);
  auto list = nlohmann::ordered_json::array();
  std::vector<std::vector<string>> rows;
  for (const auto& one : context.reader().audit().uncounted(months.noticeFrom, months.noticeTo)) {
    const auto reason = context.text(model::speedReason(
        context.reader().policy(one.policyName, one.policyRevision), one.noticeAt, one.solvedAt));
    auto line = db::toJson(one);
    line["reason"] = reason;
    list.push_back(std::move(line));
    rows.push_back({one.number, one.customerName,
                    context.text(model::classWords(one.severity, one.className)), context.local(one.noticeAt),
                    reason});
  }
  if (context.options().json) return context.print({{"cases", std::move(list)}});
  printTable(context.out(), rows, 5);
  context.out() << context.text({tr("{0} cases are not counted because they were solved in time."),
                                 {std::to_string(rows.size())}})
                << '\n';
}

}  // namespace

std::vector<Verb> auditPlaceVerbs() {
  return {{"audit sample",
           {},
           "draw cases at random; the same seed over the same cases draws the same ones",
           [](auto& add) {
             add("from", value<string>(), "YYYY-MM of the notices; January of this year when not given")(
                 "to", value<string>(), "YYYY-MM")("customer", value<string>(), "name or code")(
                 "class", value<string>(), "major, general or other")("size", value<string>(),
                                                                      "cases to draw; 10 when not given")(
                 "seed", value<string>(), "any text; a new one is made and shown when not given")(
                 "uncounted", bool_switch(), "only of those not counted because they were solved so fast");
           },
           sample},
          {"audit uncounted",
           {},
           "every case that is left out of the counts because it was solved so fast, and why",
           [](auto& add) {
             add("from", value<string>(), "YYYY-MM of the notices; January of this year when not given")(
                 "to", value<string>(), "YYYY-MM");
           },
           uncounted},
          {"audit checklist",
           {"NUMBER"},
           "the questions of IATF 16949 (8.7.1, 10.2.3 to 10.2.6, 9.1.2.1, 7.5.3.2.1) answered from a case",
           {},
           checklist},
          {"audit package",
           {"NUMBER"},
           "a case with everything that proves it, as one zip file with hashes",
           [](auto& add) { add("output,o", value<string>(), "FILE.zip"); },
           package},
          {"audit readings",
           {},
           "what auditors opened, sampled and took along",
           [](auto& add) { add("case", value<string>(), "only this case"); },
           readings}};
}

}  // namespace octad::cli
