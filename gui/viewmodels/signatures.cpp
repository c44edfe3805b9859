#include "gui/viewmodels/signatures.hpp"

#include <algorithm>
#include <utility>

#include "gui/viewmodels/action_form_parts.hpp"
#include "model/usecases/sign_record.hpp"

namespace octad::viewmodels {

using model::CaseTarget;
using model::DisciplineCode;
using model::Message;
using model::SignatureMeaning;
using model::SignedSubject;
using model::tr;
using model::translated;
using model::Workplace;

namespace {

constexpr std::size_t kHashShown = 12;

Message subjectWords(const SignedSubject& subject) {
  if (subject.isClosing()) return {tr("Closing")};
  const char* label =
      subject.discipline ? model::labelOf(*subject.discipline) : model::labelOf(*subject.stage);
  return {tr("{0}, revision {1}"), {translated(label), std::to_string(subject.revision)}};
}

/// A version with a meaning that this person may give it.
struct Offer {
  SignedSubject subject;
  SignatureMeaning meaning;
};

std::vector<Offer> offersOn(const CasePageViewModel& page, std::optional<DisciplineCode> only) {
  std::vector<Offer> offers;
  for (const auto& subject : model::signableSubjects(page.file())) {
    if (only && subject.discipline != only) continue;
    for (const auto meaning : model::meaningsFor(page.file(), subject, page.session().actor))
      offers.push_back({subject, meaning});
  }
  // What approves stands before what only says that one has read it; an author before his own versions.
  std::stable_sort(offers.begin(), offers.end(), [](const Offer& one, const Offer& other) {
    return (one.meaning != SignatureMeaning::reviewed) > (other.meaning != SignatureMeaning::reviewed);
  });
  return offers;
}

std::string offerKey(const Offer& offer) {
  return model::keyOf(offer.subject) + "|" + key(offer.meaning);
}

}  // namespace

std::vector<SignatureLine> signatureLines(const model::CaseFile& file, const model::Zone& zone,
                                          const Translator& text, std::optional<DisciplineCode> only) {
  std::vector<SignatureLine> lines;
  for (auto signature = file.signatures.rbegin(); signature != file.signatures.rend(); ++signature) {
    const auto subject = model::subjectOf(file, *signature);
    if (!subject || (only && subject->discipline != only)) continue;
    const bool valid = model::isValid(file, *signature);
    lines.push_back({text(subjectWords(*subject)), text.label(signature->meaning), signature->printedName,
                     timeText(zone, signature->signedAt), signature->recordSha256.substr(0, kHashShown),
                     valid ? "✓ " + text(tr("valid")) : "⚠ " + text(tr("superseded")),
                     text.label(signature->reauthenticated), valid ? Tone::neutral : Tone::warning});
  }
  return lines;
}

std::string signedWords(const model::CaseFile& file, DisciplineCode code, const Translator& text) {
  std::string names;
  bool any = false;
  for (const auto& signature : file.signatures) {
    const auto subject = model::subjectOf(file, signature);
    if (!subject || subject->discipline != code) continue;
    any = true;
    if (!model::isValid(file, signature)) continue;
    names += (names.empty() ? "" : ", ") + text.label(signature.meaning) + " " + signature.printedName;
  }
  if (!any) return {};
  return names.empty() ? text(tr("signatures superseded")) : text(Message(tr("signed: {0}"), {names}));
}

std::optional<Message> whyNotSign(const CasePageViewModel& page, std::optional<DisciplineCode> only) {
  if (!offersOn(page, only).empty()) return std::nullopt;
  if (only) {
    const auto subjects = model::signableSubjects(page.file());
    const auto subject = std::find_if(subjects.begin(), subjects.end(),
                                      [only](const SignedSubject& one) { return one.discipline == only; });
    if (subject == subjects.end())
      return Message(tr("{0} is not submitted, so there is no version to sign."),
                     {translated(model::labelOf(*only))});
    if (const auto refusal =
            model::signingRefusal(page.file(), *subject, SignatureMeaning::reviewed, page.session().actor))
      return refusal;
    return Message(tr("You have signed this version with every meaning you may give it."));
  }
  return Message(tr("There is nothing here that you may sign, or you have signed it."));
}

ActionForm signForm(const CasePageViewModel& page, std::optional<DisciplineCode> only) {
  const auto& text = page.session().translator;
  ActionForm form;
  form.title = {tr("Sign")};
  form.okLabel = tr("Sign");
  form.notes.emplace_back(
      tr("You sign exactly the version that this page shows. When it changes later, your "
         "signature stays on record and is shown as superseded."));
  std::vector<FieldChoice> choices;
  std::map<std::string, std::string> seen;  // by offer
  for (const auto& offer : offersOn(page, only)) {
    const std::string hash = model::recordSha256(page.file(), offer.subject);
    seen[offerKey(offer)] = hash;
    choices.push_back({offerKey(offer),
                       text.label(offer.meaning) + " · " + text(subjectWords(offer.subject)) + " · " +
                           text(tr("record")) + " " + hash.substr(0, kHashShown),
                       false});
  }
  const std::string first = choices.empty() ? std::string() : choices.front().key;
  form.fields = {{"meaning", tr("Meaning and version"), FormFieldKind::choice, first, std::move(choices)}};
  if (page.signsWithPassword()) {
    form.fields.push_back({"password", tr("Your password"), FormFieldKind::secret, {}});
  } else {
    form.notes.emplace_back(
        tr("This database has no logins: the signature says that no password was asked for."));
  }
  form.again = [only](const CasePageViewModel& fresh) { return signForm(fresh, only); };
  form.whyNot = [seen](const CasePageViewModel& now) -> std::optional<Message> {
    for (const auto& [offer, hash] : seen) {
      const auto subjects = model::signableSubjects(now.file());
      const std::string subject = offer.substr(0, offer.find('|'));
      const auto same = std::find_if(subjects.begin(), subjects.end(), [&](const SignedSubject& one) {
        return model::keyOf(one) == subject && model::recordSha256(now.file(), one) == hash;
      });
      if (same == subjects.end())
        return Message(
            tr("What you were going to sign has changed. Close this, look at it, and sign again."));
    }
    return std::nullopt;
  };
  form.execute = [seen](Workplace workplace, const CaseTarget& target, const FormValues& values) {
    const std::string offer = at(values, "meaning");
    const auto bar = offer.find('|');
    model::SigningWish wish;
    wish.id = target.id;
    wish.subject = offer.substr(0, bar);
    wish.meaning = model::fromKey<SignatureMeaning>(offer.substr(std::min(bar, offer.size() - 1) + 1))
                       .value_or(SignatureMeaning::reviewed);
    if (const auto known = seen.find(offer); known != seen.end()) wish.seenSha256 = known->second;
    model::SignRecord(std::move(workplace)).execute(wish, at(values, "password"));
    return model::Saved{target.id, {}, target.version};
  };
  return form;
}

std::optional<Message> signingOffer(const CasePageViewModel& page, std::optional<DisciplineCode> only) {
  const auto offers = offersOn(page, only);
  if (offers.empty()) return std::nullopt;
  return Message(tr("{0} can be signed now."),
                 {page.session().translator(subjectWords(offers.front().subject))});
}

}  // namespace octad::viewmodels
