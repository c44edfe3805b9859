#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gui/viewmodels/session.hpp"
#include "gui/viewmodels/signal.hpp"
#include "model/import/columns.hpp"
#include "model/import/master_import.hpp"
#include "model/import/register_import.hpp"

namespace octad::viewmodels {

/// A table file being read.
struct TableFile {
  std::string name;  ///< without its folder
  std::string sha256;
  model::RowSource rows;
  std::function<std::vector<model::Message>()> notes;  ///< how the file was understood, after the last row
};

/// Reads table files; implemented where the pieces are put together.
class TableFiles {
 public:
  virtual ~TableFiles() = default;
  /// Throws model::Invalid with what to do.
  virtual TableFile open(const std::string& path) = 0;
  /// Writes rows as CSV; for the lines that were refused.
  virtual void writeCsv(const std::string& path, const std::vector<std::vector<std::string>>& rows) = 0;
};

/// File → Import…: a dry run with a verdict for every line, the columns as they were recognised and may be
/// changed, then writing all or nothing.
class ImportViewModel {
 public:
  enum class Stage { empty, reading, planned, writing, done };

  ImportViewModel(Session& session, TableFiles& files);
  ~ImportViewModel();

  /// Starts (again) with a file; reads it without storing anything.
  void choose(const std::string& path, model::ImportKind kind);
  /// Takes a field from another column (its heading), or from none; reads again.
  void setColumn(const std::string& field, const std::string& heading);
  /// Stores what is new. Refused lines stop it unless `skipRefused`.
  void write(bool skipRefused);
  /// Stops reading or writing; nothing is stored then.
  void cancel();

  Stage stage() const { return m_stage; }
  model::ImportKind kind() const { return m_kind; }
  const std::string& path() const { return m_path; }
  /// 0 … 1 while writing; 0 while reading, because a file does not say how long it is.
  double progress() const;
  /// "Line 1200", "300 of 4000 cases"; empty id before the first.
  model::Message progressText() const;
  /// The headings of the file and the first row below them, for the mapping.
  const std::vector<std::string>& headings() const { return m_headings; }
  std::string sample(const std::string& heading) const;
  /// The heading that fills a field now; empty when none.
  std::string columnOf(const std::string& field) const;

  const std::vector<model::ImportLine>& lines() const { return m_lines; }
  long long count(model::LineVerdict verdict) const;
  /// How the file was understood and what was converted; the columns are told by columnOf().
  const std::vector<model::Message>& notes() const { return m_notes; }
  bool knownFile() const { return m_known; }
  bool mayWrite() const;
  long long written() const { return m_written; }
  /// Where the refused lines were written; empty when there were none.
  const std::string& refusedFile() const { return m_refusedFile; }
  const std::exception_ptr& error() const { return m_error; }

  Signal changed;

 private:
  struct Shared;
  struct DryRun;
  void readAgain();
  void take(DryRun run);
  void failed(const std::exception_ptr& error);

  Session& m_session;
  TableFiles& m_files;
  Stage m_stage = Stage::empty;
  model::ImportKind m_kind = model::ImportKind::complaints;
  std::string m_path;
  std::vector<std::pair<std::string, std::string>> m_map;
  std::vector<std::string> m_headings;
  std::vector<std::string> m_firstRow;
  std::vector<model::ImportLine> m_lines;
  std::vector<model::Message> m_notes;
  std::vector<std::vector<std::string>> m_refusedRows;
  std::shared_ptr<const model::RegisterPlan> m_register;
  std::shared_ptr<const model::MasterPlan> m_master;
  model::RegisterOptions m_options;
  bool m_known = false;
  long long m_written = 0;
  std::string m_refusedFile;
  std::exception_ptr m_error;
  std::shared_ptr<Shared> m_shared;
  Lifetime m_life;
};

}  // namespace octad::viewmodels
