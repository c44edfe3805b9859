#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/failure_reader.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/ports/family_reader.hpp"
#include "model/usecases/publish_lesson.hpp"

namespace octad::cli {

using boost::program_options::bool_switch;
using boost::program_options::value;
using model::tr;
using std::string;

namespace {

nlohmann::ordered_json jsonOf(const model::FoundLesson& found, bool searched) {
  nlohmann::ordered_json json = db::toJson(found.known);
  if (searched) json["score"] = found.score;
  return json;
}

/// A paragraph each: symptom, cause, action, proof.
void print(Context& context, const model::FoundLesson& found, bool searched) {
  const auto& lesson = found.known.lesson;
  context.out() << (found.known.caseNumber.empty() ? "-" : found.known.caseNumber) << "  "
                << lesson.partFamily << (lesson.partFamily.empty() ? "" : ", ") << lesson.failure
                << (searched ? "  " + std::to_string(found.score) + " %" : "")
                << (lesson.withdrawn ? "  " + context.text(tr("withdrawn")) : "") << '\n';
  const std::pair<const char*, const string*> parts[] = {{tr("Symptom"), &lesson.symptom},
                                                         {tr("Cause"), &lesson.cause},
                                                         {tr("Action"), &lesson.action},
                                                         {tr("Proof"), &lesson.proof}};
  for (const auto& [label, text] : parts) {
    if (text->empty()) continue;
    string indented = *text;
    for (auto at = indented.find('\n'); at != string::npos; at = indented.find('\n', at + 1))
      indented.insert(at + 1, "    ");
    context.out() << "  " << context.text(label) << ": " << indented << '\n';
  }
}

void show(Context& context, const Arguments& arguments, const string& text) {
  auto found =
      model::searchLessons(failureReader(), context.reader().family().lessons(arguments.flag("all")), text);
  const bool searched = !text.empty();
  if (context.options().json) {
    nlohmann::ordered_json lessons = nlohmann::ordered_json::array();
    for (const auto& one : found) lessons.push_back(jsonOf(one, searched));
    return context.print({{"lessons", lessons}});
  }
  for (const auto& one : found) print(context, one, searched);
  context.out() << context.text({tr("lessons: {0}"), {std::to_string(found.size())}}) << '\n';
}

void list(Context& context, const Arguments& arguments) {
  show(context, arguments, {});
}

void search(Context& context, const Arguments& arguments) {
  const string text = model::cleanLine(arguments.text("TEXT"), "text", model::kTitleLength);
  show(context, arguments, text);
}

void publish(Context& context, const Arguments& arguments) {
  model::LessonInput input;
  input.target = context.target(arguments.text("NUMBER"));
  input.symptom = arguments.text("symptom");
  input.cause = arguments.text("cause");
  input.action = arguments.text("action");
  input.proof = arguments.text("proof");
  input.keywords = arguments.text("keywords");
  context.done(model::PublishLesson(context.workplace()).execute(input), tr("put into the lessons"));
}

void withdraw(Context& context, const Arguments& arguments) {
  const model::LessonWithdrawal input{context.target(arguments.text("NUMBER")), arguments.text("reason")};
  context.done(model::WithdrawLesson(context.workplace()).execute(input), tr("taken out of the lessons"));
}

void addAll(boost::program_options::options_description_easy_init& add) {
  add("all", bool_switch(), "withdrawn ones too");
}

}  // namespace

std::vector<Verb> lessonVerbs() {
  return {{"lesson list", {}, "the library of known failures, the newest first", addAll, list},
          {"lesson search", {"TEXT"}, "known failures by words, in either language", addAll, search},
          {"lesson publish",
           {"NUMBER"},
           "put what a case taught into the library; what is not given comes from its disciplines",
           [](auto& add) {
             add("symptom", value<string>(), "how the failure shows")(
                 "cause", value<string>(), "what caused it")("action", value<string>(), "what was done")(
                 "proof", value<string>(), "what proved it")("keywords", value<string>(),
                                                             "more words to find it by");
           },
           publish},
          {"lesson withdraw",
           {"NUMBER"},
           "take a lesson out of what is offered",
           [](auto& add) { add("reason", value<string>(), "why (needed)"); },
           withdraw}};
}

}  // namespace octad::cli
