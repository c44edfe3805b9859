#include "gui/viewmodels/mail_start.hpp"

#include "model/intake/known_names.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

std::vector<model::MailFile> MailStart::Files::list() const {
  std::vector<model::MailFile> files;
  for (std::size_t at = 0; at < m_kept.size(); ++at)
    if (m_kept[at]) files.push_back(m_mail->files[at]);
  return files;
}

MailStart MailStart::read(model::Reader& reader, const MailReader& readMail, const std::string& path,
                          model::Instant now, const model::Zone& zone) {
  MailStart start;
  start.m_mail = std::make_shared<const model::IncomingMail>(readMail(path));
  start.m_reading = model::readComplaintMail(*start.m_mail, model::readKnownNames(reader), now, zone);
  start.m_kept.assign(start.m_mail->files.size(), true);
  const std::string& messageId = start.m_reading.complaint.messageId;
  if (messageId.empty()) return start;
  if (const auto earlier = reader.caseOfMail(messageId))
    for (const auto& row : reader.caseRows({*earlier})) {
      start.m_earlier = row.id;
      start.m_earlierNumber = row.number;
    }
  return start;
}

}  // namespace octad::viewmodels
