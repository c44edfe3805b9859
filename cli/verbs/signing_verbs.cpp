// Signatures under disciplines, replies and closings.
#include <algorithm>
#include <ostream>

#include "cli/verbs/context.hpp"
#include "cli/verbs/keys.hpp"
#include "cli/verbs/password.hpp"
#include "cli/verbs/table_text.hpp"
#include "cli/verbs/verb.hpp"
#include "db/mapping/json.hpp"
#include "model/core/error.hpp"
#include "model/eightd/signing.hpp"
#include "model/ports/signer.hpp"
#include "model/usecases/sign_record.hpp"

namespace octad::cli {

using boost::program_options::value;
using model::tr;
using std::string;

namespace {

constexpr std::size_t kShortHash = 12;

string nameOf(Context& context, const model::SignedSubject& subject) {
  if (subject.isClosing()) return context.text(tr("Closing"));
  const string label =
      subject.discipline ? context.label(*subject.discipline) : context.label(*subject.stage);
  return context.text({tr("{0}, revision {1}"), {label, std::to_string(subject.revision)}});
}

nlohmann::ordered_json jsonOf(const model::CaseFile& file, const model::Signature& signature) {
  const auto subject = model::subjectOf(file, signature);
  nlohmann::ordered_json json{{"subject", subject ? model::keyOf(*subject) : ""},
                              {"revision", subject ? subject->revision : 0},
                              {"state", model::isValid(file, signature) ? "valid" : "superseded"}};
  json.update(db::toJson(signature));
  return json;
}

void sign(Context& context, const Arguments& arguments) {
  const string number = arguments.text("NUMBER");
  model::SigningWish wish;
  wish.id = context.caseId(number);
  wish.subject = needed(arguments, "subject");
  wish.meaning = keyed<model::SignatureMeaning>(needed(arguments, "meaning"), "meaning");
  wish.seenSha256 = arguments.text("seen");
  const auto workplace = context.workplace();
  const string password = workplace.store.signer().asksPassword() ? typedPassword(context, arguments) : "";
  const auto signature = model::SignRecord(workplace).execute(wish, password);
  const auto file = context.reader().openCase(wish.id);
  if (context.options().json) return context.print(jsonOf(file, signature));
  context.out() << context.text(
                       {tr("{0}: {1} signed as: {2}. Record {3}. {4}."),
                        {number, nameOf(context, model::subjectFrom(file, wish.subject)),
                         context.label(signature.meaning), signature.recordSha256.substr(0, kShortHash),
                         context.label(signature.reauthenticated)}})
                << '\n';
}

/// What the person who asks could sign.
nlohmann::ordered_json signable(const model::CaseFile& file, const model::Actor& actor) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& subject : model::signableSubjects(file)) {
    auto meanings = nlohmann::ordered_json::array();
    for (const auto meaning : model::meaningsFor(file, subject, actor))
      meanings.push_back(string(model::keyOf(meaning)));
    list.push_back({{"subject", model::keyOf(subject)},
                    {"revision", subject.revision},
                    {"record_sha256", model::recordSha256(file, subject)},
                    {"meanings", std::move(meanings)}});
  }
  return list;
}

void list(Context& context, const Arguments& arguments) {
  const auto file = context.reader().openCase(context.caseId(arguments.text("NUMBER")));
  if (context.options().json) {
    auto signatures = nlohmann::ordered_json::array();
    for (const auto& signature : file.signatures) signatures.push_back(jsonOf(file, signature));
    return context.print(
        {{"signatures", std::move(signatures)}, {"signable", signable(file, context.actor())}});
  }
  if (file.signatures.empty()) {
    context.out() << context.text(tr("Nothing is signed yet.")) << '\n';
    return;
  }
  std::vector<std::vector<string>> rows;
  for (const auto& signature : file.signatures) {
    const auto subject = model::subjectOf(file, signature);
    rows.push_back({subject ? nameOf(context, *subject) : "", context.label(signature.meaning),
                    signature.printedName, context.local(signature.signedAt),
                    signature.recordSha256.substr(0, kShortHash),
                    context.text(model::isValid(file, signature) ? tr("valid") : tr("superseded")),
                    context.label(signature.reauthenticated)});
  }
  printTable(context.out(), rows, 7);
}

}  // namespace

std::vector<Verb> signingVerbs() {
  return {{"case sign",
           {"NUMBER"},
           "sign a discipline, a reply or the closing with a meaning; asks for the password on a server",
           [](auto& add) {
             add("subject", value<string>(), "D0 to D8, first, 3d, 5d, 8d, letter or closing")(
                 "meaning", value<string>(), "authored, reviewed, approved, verified or closed")(
                 "seen", value<string>(), "record_sha256 of the version that was looked at")(
                 "password-file", value<string>(), "file with the password; - reads it from standard input");
           },
           sign},
          {"case signatures", {"NUMBER"}, "the signatures of a case and what they are under", {}, list}};
}

}  // namespace octad::cli
