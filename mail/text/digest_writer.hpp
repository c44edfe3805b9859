#pragma once

#include "model/core/catalogue.hpp"
#include "model/core/zone.hpp"
#include "model/ports/mail_sender.hpp"

namespace octad::mail {

/// Fills templates/mail/digest.LANGUAGE.txt, whose first line is the subject.
class DigestWriter final : public model::MailWriter {
 public:
  DigestWriter(const model::Catalogue& catalogue, model::Zone zone);
  Text digest(const model::Person& person, const std::vector<model::Notice>& notices) override;

 private:
  const model::Catalogue& m_catalogue;
  model::Zone m_zone;
};

}  // namespace octad::mail
