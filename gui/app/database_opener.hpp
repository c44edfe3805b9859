#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "db/connection/database_url.hpp"
#include "gui/viewmodels/start.hpp"
#include "model/ports/clock.hpp"

namespace octad::gui {

/// The real time.
class SystemClock final : public model::Clock {
 public:
  model::Instant now() const override;
};

/// Opens and makes databases for the start page.
class DatabaseOpener final : public viewmodels::Databases {
 public:
  DatabaseOpener(const model::Clock& clock, std::filesystem::path folder);
  void usePassword(const std::string& url, const std::string& password) override;
  Opened open(const std::string& url) override;
  Opened create(const NewSite& site) override;
  Opened openDemonstration(model::Progress& progress) override;
  Schema schemaOf(const std::string& url) override;
  Opened setUp(const std::string& url, const std::string& company) override;
  Opened update(const std::string& url) override;
  std::string suggestedPath() const override;

 private:
  db::DatabaseUrl urlOf(const std::string& text);

  const model::Clock& m_clock;
  std::filesystem::path m_folder;
  std::mutex m_mutex;                              ///< the executor has several threads
  std::map<std::string, std::string> m_passwords;  ///< by address
};

}  // namespace octad::gui
