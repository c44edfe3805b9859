#include "model/import/all_or_nothing.hpp"

#include "model/core/error.hpp"

namespace octad::model {

void requireStorable(const std::optional<ImportedFile>& knownFile, long long refusedLines, bool skipRefused) {
  if (knownFile)
    throw Refused("import",
                  {tr("This file was imported before ({0}); nothing was stored again."), {knownFile->name}});
  if (refusedLines > 0 && !skipRefused)
    throw Refused("import", {tr("Refused lines: {0}, so nothing was stored. Mend them, or import the rest "
                                "with --skip-refused."),
                             {std::to_string(refusedLines)}});
}

void tellProgress(Progress* progress, double fraction, const Message& what) {
  if (progress && !progress->report(fraction, what))
    throw Refused("cancelled", tr("The import was cancelled. Nothing was stored."));
}

void rememberFile(UnitOfWork& unit, ImportedFile file) {
  if (file.sha256.empty()) return;
  Row row = std::move(file);
  unit.insert(row);
}

}  // namespace octad::model
