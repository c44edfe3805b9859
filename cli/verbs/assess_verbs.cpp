// The self-assessment of an 8D before it leaves.
#include <algorithm>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/admin/shipped_words.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/usecases/assess_report.hpp"
#include "templates/templates.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

const model::AssessmentCriteria& criteria() {
  static const model::AssessmentCriteria shipped =
      db::assessmentCriteria(resources::octad_templates().at(model::kAssessmentFile));
  return shipped;
}

/// "cause_found=2"
model::CriterionPoints pointsFrom(const string& text) {
  const auto sign = text.find('=');
  const bool number =
      sign != string::npos && sign + 2 == text.size() && text[sign + 1] >= '0' && text[sign + 1] <= '9';
  if (!number)
    throw model::Invalid("points", {tr("\"{0}\" is not points: write a criterion and its points, such as "
                                       "cause_found=2."),
                                    {text}});
  return {text.substr(0, sign), text[sign + 1] - '0'};
}

/// The criteria of the case with their sentences, and what was assessed so far.
void list(Context& context, const model::CaseFile& file) {
  if (context.options().json) return context.print(db::toJson(file.assessments));
  const auto language = context.catalogue().language();
  for (const auto* one : model::criteriaFor(criteria(), file)) {
    context.out() << one->key << "  " << model::keyOf(one->discipline) << ": " << one->text(language) << '\n';
    int points = 0;
    for (const auto& level : one->levels(language))
      context.out() << "    " << points++ << "  " << level << '\n';
  }
  for (const auto& done : file.assessments)
    context.out() << context.text(
                         {tr("8D report, revision {0}, {1}: {2} of {3} points ({4})"),
                          {std::to_string(done.revision), model::translated(model::labelOf(done.assessor)),
                           std::to_string(done.points), std::to_string(done.possible),
                           model::scoreText(done)}})
                  << '\n';
}

void assess(Context& context, const Arguments& arguments) {
  const auto given = arguments.texts("points");
  if (given.empty())
    return list(context, context.reader().openCase(context.caseId(arguments.text("NUMBER"))));
  model::ReportAssessment input;
  input.target = context.target(arguments.text("NUMBER"));
  if (arguments.has("assessor")) input.assessor = keyed<model::Assessor>(arguments, "assessor");
  for (const auto& text : given) input.points.push_back(pointsFrom(text));
  input.note = arguments.text("note");
  const auto saved = model::AssessReport(context.workplace(), criteria()).execute(input);
  const auto file = context.reader().openCase(saved.id);
  const auto* done = model::assessmentOf(file, input.assessor);
  context.done(saved, {tr("self-assessment of the 8D, revision {0}: {1}"),
                       {std::to_string(done->revision), model::scoreText(*done)}});
}

}  // namespace

std::vector<Verb> assessVerbs() {
  return {{"case assess",
           {"NUMBER"},
           "measure the 8D by the criteria of the self-assessment; without points: list them",
           [](auto& add) {
             add("points", value<std::vector<string>>(), "CRITERION=0 to 3; again for the next one")(
                 "assessor", value<string>(), "cqe (when not given) or department")("note", value<string>(),
                                                                                    "remark");
           },
           assess}};
}

}  // namespace octad::cli
