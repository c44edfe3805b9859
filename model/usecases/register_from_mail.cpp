#include "model/usecases/register_from_mail.hpp"

#include "model/core/sha256.hpp"
#include "model/core/uuid.hpp"
#include "model/usecases/attach_file.hpp"

namespace octad::model {

namespace {

void keep(const Workplace& workplace, ComplaintId id, const MailFile& file) {
  NewAttachment input;
  input.target = {id, 0, newUuid()};
  input.originalName = file.name;
  input.size = static_cast<long long>(file.bytes.size());
  Sha256 hash;
  hash.update(file.bytes);
  input.sha256 = hash.hex();
  std::size_t at = 0;
  AttachFile(workplace).execute(input, [&file, &at](std::size_t limit) {
    const std::string piece = file.bytes.substr(at, limit);
    at += piece.size();
    return piece;
  });
}

}  // namespace

RegisteredFromMail RegisterFromMail::execute(const NewComplaint& input, const std::vector<MailFile>& files) {
  RegisteredFromMail result;
  result.saved = RegisterComplaint(m_workplace).execute(input);
  for (const MailFile& file : files) {
    try {
      keep(m_workplace, result.saved.id, file);
      ++result.kept;
    } catch (const Invalid& error) {
      result.refused.emplace_back(tr("{0} was not kept: {1}"),
                                  std::vector<std::string>{file.name, listed({error.message()})});
    }
  }
  return result;
}

}  // namespace octad::model
