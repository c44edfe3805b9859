#include "gui/viewmodels/mail_arrival.hpp"

#include <optional>

#include "model/core/error.hpp"
#include "model/usecases/note_report.hpp"

namespace octad::viewmodels {

namespace {

/// None: no report.
std::optional<model::DeliveryReport> reportIn(const MailReader& read, const std::string& path) {
  try {
    return read(path).report;
  } catch (const model::Invalid&) {
    return std::nullopt;
  }
}

}  // namespace

void MailArrival::take(const std::string& path) {
  inBackground(
      m_session.executor, m_alive,
      [store = m_session.store, workplace = m_session.workplace(), read = m_readMail,
       path]() -> std::optional<model::Message> {
        const auto report = reportIn(read, path);
        if (!report) return std::nullopt;
        return model::NoteReport(workplace).execute(*report).words;
      },
      [this, path](const std::optional<model::Message>& words) {
        if (words)
          noted(*words);
        else
          complaint(path);
      },
      [this, path](const std::exception_ptr& error) { failed(error, path); });
}

}  // namespace octad::viewmodels
