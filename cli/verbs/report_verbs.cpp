#include <filesystem>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/return_words.hpp"
#include "cli/verbs/verb.hpp"
#include "model/metrics/counts.hpp"
#include "model/usecases/site.hpp"
#include "reports/document/save_file.hpp"
#include "reports/forms/document_options.hpp"
#include "reports/forms/eightd_report.hpp"
#include "reports/forms/morning_report.hpp"
#include "reports/forms/period.hpp"
#include "reports/forms/record_sheet.hpp"
#include "reports/forms/register_report.hpp"
#include "reports/forms/return_documents.hpp"
#include "reports/forms/statistics_report.hpp"
#include "reports/forms/working_paper.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

reports::DocumentOptions optionsOf(Context& context, const Arguments& arguments) {
  const string language = arguments.has("lang") ? arguments.text("lang") : "zh+en";
  return {reports::parseDocumentLanguage(language),
          reports::formatOfFile(needed(arguments, "output")),
          context.clock().now(),
          context.zone(),
          context.reader().setting("company"),
          context.reader().setting("company_en")};
}

void write(Context& context, const Arguments& arguments, const string& bytes) {
  const std::filesystem::path path = arguments.text("output");
  reports::saveFile(path, bytes);
  if (context.options().json)
    context.print({{"output", path.string()}, {"bytes", bytes.size()}});
  else
    context.out() << context.text({tr("{0} written."), {path.string()}}) << '\n';
}

void eightD(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto id = context.caseId(arguments.text("NUMBER"));
  const auto bytesOf = [&context](model::AttachmentId attachment) {
    string bytes;
    context.reader().readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  write(context, arguments,
        reports::eightDReport(context.reader().openCase(id), context.reader().recordHash(id), bytesOf,
                              options));
}

void workingPaper(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto id = context.caseId(arguments.text("NUMBER"));
  write(context, arguments,
        reports::workingPaper(context.reader().openCase(id), context.reader().recordHash(id), options));
}

void record(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto id = context.caseId(arguments.text("NUMBER"));
  write(context, arguments,
        reports::recordSheet(context.reader().openCase(id), context.reader().recordHash(id), options));
}

/// One paper of a return.
void returnPaper(Context& context, const Arguments& arguments, reports::ReturnDocument document) {
  const auto options = optionsOf(context, arguments);
  const auto id = returnId(context, arguments.text("RETURN"));
  auto& reader = context.reader().returns();
  const auto bytesOf = [&reader](model::ReturnAttachmentId attachment) {
    string bytes;
    reader.readAttachment(attachment, [&bytes](std::string_view chunk) { bytes += chunk; });
    return bytes;
  };
  write(context, arguments,
        reports::returnDocument(document, reader.open(id), reader.recordHash(id), bytesOf, options));
}

void containment(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto id = context.caseId(arguments.text("NUMBER"));
  write(context, arguments,
        reports::containmentSummary(context.reader().openCase(id), context.reader().recordHash(id), options));
}

Verb returnReport(const char* name, const char* summary, reports::ReturnDocument document) {
  return {string("report ") + name,
          {"RETURN"},
          summary,
          [](auto& add) { add("output,o", value<string>(), "FILE.pdf or .html"); },
          [document](Context& context, const Arguments& arguments) {
            returnPaper(context, arguments, document);
          }};
}

/// The months asked for; the whole of this year when not said.
std::pair<string, string> period(Context& context, const Arguments& arguments) {
  const string year = std::to_string(context.zone().date(context.clock().now()).year());
  const string from = arguments.has("from") ? arguments.text("from") : year + "-01";
  const string to = arguments.has("to") ? arguments.text("to") : year + "-12";
  model::monthsBetween(from, to);
  return {from, to};
}

void registerList(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto months = period(context, arguments);
  write(context, arguments,
        reports::registerReport(
            reports::registerRows(context.reader(), months.first, months.second, context.clock().now()),
            reports::periodText(months.first, months.second),
            model::readSite(context.reader(), options.printedAt).active, options));
}

void statistics(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto months = period(context, arguments);
  write(context, arguments,
        reports::statisticsReport(
            reports::statisticsInput(context.reader(), months.first, months.second, context.clock().now()),
            options));
}

void morning(Context& context, const Arguments& arguments) {
  const auto options = optionsOf(context, arguments);
  const auto site = model::readSite(context.reader(), options.printedAt);
  write(context, arguments,
        reports::morningReport(model::readMorningList(context.reader(), options.printedAt, site), options));
}

void periodOptions(boost::program_options::options_description_easy_init& add) {
  add("from", value<string>(), "YYYY-MM; January of this year when not given")(
      "to", value<string>(), "YYYY-MM")("output,o", value<string>(), "FILE.pdf, .html or .xlsx");
}

void caseOptions(boost::program_options::options_description_easy_init& add) {
  add("output,o", value<string>(), "FILE.pdf, .html or .xlsx");
}

}  // namespace

std::vector<Verb> reportVerbs() {
  return {
      {"report 8d", {"NUMBER"}, "the 8D report of a case", caseOptions, eightD},
      {"report working-paper",
       {"NUMBER"},
       "what the house and its auditors want beside the 8D: coverage, decision matrix, decisions; never for "
       "the "
       "customer",
       [](auto& add) { add("output,o", value<string>(), "FILE.pdf or .html"); },
       workingPaper},
      {"report record", {"NUMBER"}, "the complaint record sheet of a case", caseOptions, record},
      {"report containment",
       {"NUMBER"},
       "the containment of a case, for the 3D reply",
       [](auto& add) { add("output,o", value<string>(), "FILE.pdf or .html"); },
       containment},
      returnReport("return-note", "the authorisation of a return, for the customer",
                   reports::ReturnDocument::note),
      returnReport("discrepancy", "what came otherwise than announced", reports::ReturnDocument::discrepancy),
      returnReport("labels", "quarantine labels of a return", reports::ReturnDocument::labels),
      returnReport("tests", "the tests of a return", reports::ReturnDocument::tests),
      returnReport("scrap-certificate", "what of a return was scrapped", reports::ReturnDocument::scrap),
      returnReport("ffa", "the field failure analysis of a return", reports::ReturnDocument::ffa),
      {"report register", {}, "the complaint register of a period", periodOptions, registerList},
      {"report statistics", {}, "the statistics table of a period", periodOptions, statistics},
      {"report morning",
       {},
       "the list of the morning meeting on one page: new, late, of the highest class, who is waited for",
       caseOptions,
       morning}};
}

}  // namespace octad::cli
