#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/action_forms.hpp"
#include "gui/viewmodels/case_page.hpp"
#include "gui/viewmodels/chip_look.hpp"
#include "model/eightd/signing.hpp"

namespace octad::viewmodels {

/// A signature as a list shows it.
struct SignatureLine {
  std::string subject;  ///< "D4 Root cause, revision 2"
  std::string meaning;
  std::string name;
  std::string at;
  std::string hash;   ///< the first digits of the hash of the record
  std::string state;  ///< valid or superseded
  std::string how;    ///< how the signer was made sure of
  Tone tone = Tone::good;
};

/// The signatures of a case; of one discipline when `only` names it. The newest first.
std::vector<SignatureLine> signatureLines(const model::CaseFile& file, const model::Zone& zone,
                                          const Translator& text,
                                          std::optional<model::DisciplineCode> only = std::nullopt);

/// "signed: Approved 陈伟, Authored 王芳", or that its signatures are superseded; empty when there are none.
std::string signedWords(const model::CaseFile& file, model::DisciplineCode code, const Translator& text);

/// Why the person can sign nothing here; none when there is something.
std::optional<model::Message> whyNotSign(const CasePageViewModel& page,
                                         std::optional<model::DisciplineCode> only = std::nullopt);
/// Signs one of the versions that are on the page now, as one of the meanings this person may give it. Asks
/// for the password where people have logins.
ActionForm signForm(const CasePageViewModel& page, std::optional<model::DisciplineCode> only = std::nullopt);

/// What is offered after something was approved or closed; none when this person has nothing to sign.
std::optional<model::Message> signingOffer(const CasePageViewModel& page,
                                           std::optional<model::DisciplineCode> only);

}  // namespace octad::viewmodels
