#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "model/core/ids.hpp"
#include "model/intake/mail_reading.hpp"

namespace octad::model {
class Reader;
}

namespace octad::viewmodels {

/// Reads a mail of the disk; implemented where the pieces are put together. Throws model::Invalid with what
/// to do.
using MailReader = std::function<model::IncomingMail(const std::string& path)>;

/// The mail that a new complaint is started from: what it says, and which of its files will be kept.
class MailStart {
 public:
  /// Files without a copy of their bytes: a mail may hold 50 MB.
  class Files {
   public:
    Files() = default;
    Files(std::shared_ptr<const model::IncomingMail> mail, std::vector<bool> kept)
        : m_mail(std::move(mail)), m_kept(std::move(kept)) {}
    std::vector<model::MailFile> list() const;

   private:
    std::shared_ptr<const model::IncomingMail> m_mail;
    std::vector<bool> m_kept;
  };

  /// Reads and recognises a mail; runs in the executor.
  static MailStart read(model::Reader& reader, const MailReader& readMail, const std::string& path,
                        model::Instant now, const model::Zone& zone);

  const model::MailReading& reading() const { return m_reading; }
  const model::IncomingMail& mail() const { return *m_mail; }
  /// Every file is kept unless somebody says otherwise.
  bool keeps(std::size_t file) const { return m_kept[file]; }
  void keep(std::size_t file, bool kept) { m_kept[file] = kept; }
  Files keptFiles() const { return {m_mail, m_kept}; }
  /// The case that was registered from the same mail before; empty when there is none.
  const std::string& earlierNumber() const { return m_earlierNumber; }
  model::ComplaintId earlier() const { return m_earlier; }

 private:
  std::shared_ptr<const model::IncomingMail> m_mail;
  model::MailReading m_reading;
  std::vector<bool> m_kept;
  model::ComplaintId m_earlier;
  std::string m_earlierNumber;
};

}  // namespace octad::viewmodels
