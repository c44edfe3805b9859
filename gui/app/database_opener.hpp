#pragma once

#include <filesystem>

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
  Opened open(const std::string& url) override;
  Opened create(const NewSite& site) override;
  Opened openDemonstration(model::Progress& progress) override;
  Schema schemaOf(const std::string& url) override;
  Opened setUp(const std::string& url, const std::string& company) override;
  Opened update(const std::string& url) override;
  std::string suggestedPath() const override;

 private:
  const model::Clock& m_clock;
  std::filesystem::path m_folder;
};

}  // namespace octad::gui
