#include "gui/viewmodels/import_dialog.hpp"

#include <algorithm>
#include <mutex>

#include "model/core/error.hpp"
#include "model/ports/progress.hpp"
#include "model/ports/reader.hpp"

namespace octad::viewmodels {

using model::ImportKind;

namespace {
constexpr std::size_t kHeadingSearchRows = 20;  ///< a register may have a title above its headings
}

/// What worker and window share while one reads or writes: how far it is, and whether to stop.
struct ImportViewModel::Shared final : model::Progress {
  std::atomic<double> fraction{0};
  std::atomic<bool> stop{false};

  bool report(double done, const model::Message& what) override {
    fraction = done;
    const std::lock_guard<std::mutex> locked(mutex);
    words = what;
    return !stop;
  }

  std::mutex mutex;
  model::Message words;
};

/// The result of a dry run.
struct ImportViewModel::DryRun {
  std::vector<std::string> headings;
  std::vector<std::string> firstRow;
  std::shared_ptr<const model::RegisterPlan> asRegister;
  std::shared_ptr<const model::MasterPlan> asMaster;
  model::RegisterOptions options;
  std::vector<model::Message> fileNotes;
  std::exception_ptr refusal;  ///< the columns do not fit; headings are there to map them
};

namespace {

/// Finds headings and the first row below them.
void readHeadings(const model::RowSource& rows, ImportKind kind, std::vector<std::string>& headings,
                  std::vector<std::string>& firstRow) {
  for (std::size_t at = 0; at < kHeadingSearchRows; ++at) {
    auto row = rows();
    if (!row) return;
    if (at == 0) headings = row->cells;
    if (at == 1) firstRow = row->cells;
    if (!model::looksLikeHeading(kind, row->cells)) continue;
    headings = row->cells;
    if (auto next = rows()) firstRow = next->cells;
    return;
  }
}

}  // namespace

ImportViewModel::ImportViewModel(Session& session, TableFiles& files)
    : m_session(session), m_files(files), m_shared(std::make_shared<Shared>()) {}

ImportViewModel::~ImportViewModel() {
  m_shared->stop = true;
}

void ImportViewModel::choose(const std::string& path, ImportKind kind) {
  m_path = path;
  m_kind = kind;
  m_map.clear();
  m_headings.clear();
  m_firstRow.clear();
  readAgain();
}

void ImportViewModel::setColumn(const std::string& field, const std::string& heading) {
  std::erase_if(m_map, [&field](const auto& entry) { return entry.first == field; });
  if (!heading.empty()) m_map.emplace_back(field, heading);
  readAgain();
}

void ImportViewModel::readAgain() {
  m_shared->stop = true;
  m_life.renew();
  m_shared = std::make_shared<Shared>();
  m_stage = Stage::reading;
  m_error = nullptr;
  m_lines.clear();
  m_notes.clear();
  m_register.reset();
  m_master.reset();
  changed();
  const auto work = [&files = m_files, store = m_session.store, path = m_path, kind = m_kind, map = m_map,
                     now = m_session.clock.now(), shared = m_shared] {
    DryRun run;
    readHeadings(files.open(path).rows, kind, run.headings, run.firstRow);
    const TableFile file = files.open(path);
    run.options = {map, file.name, file.sha256};
    try {
      if (kind == ImportKind::complaints)
        run.asRegister = std::make_shared<model::RegisterPlan>(
            model::planRegister(file.rows, run.options, store->reader(), now, shared.get()));
      else
        run.asMaster = std::make_shared<model::MasterPlan>(
            model::planMasterData(kind, file.rows, run.options, store->reader(), shared.get()));
    } catch (const model::Invalid& invalid) {
      if (invalid.field() != "map") throw;
      run.refusal = std::current_exception();
    }
    run.fileNotes = file.notes();
    return run;
  };
  inBackground(
      m_session.executor, m_life, work, [this](DryRun run) { take(std::move(run)); },
      [this](const std::exception_ptr& error) { failed(error); });
}

void ImportViewModel::take(DryRun run) {
  m_stage = Stage::planned;
  m_headings = std::move(run.headings);
  m_firstRow = std::move(run.firstRow);
  m_options = std::move(run.options);
  m_error = run.refusal;
  m_notes = std::move(run.fileNotes);
  const auto takePlan = [this](const auto& plan) {
    m_lines = plan.lines;
    m_notes.insert(m_notes.end(), plan.notes.begin(), plan.notes.end());
    m_refusedRows = plan.refusedRows;
    m_known = plan.knownFile.has_value();
  };
  m_register = std::move(run.asRegister);
  m_master = std::move(run.asMaster);
  if (m_register) takePlan(*m_register);
  if (m_master) takePlan(*m_master);
  changed();
}

void ImportViewModel::failed(const std::exception_ptr& error) {
  m_stage = m_register || m_master ? Stage::planned : Stage::empty;
  m_error = error;
  changed();
}

void ImportViewModel::cancel() {
  m_shared->stop = true;
}

double ImportViewModel::progress() const {
  return m_stage == Stage::writing ? m_shared->fraction.load() : 0;
}

model::Message ImportViewModel::progressText() const {
  const std::lock_guard<std::mutex> locked(m_shared->mutex);
  return m_shared->words;
}

std::string ImportViewModel::sample(const std::string& heading) const {
  const auto found = std::find(m_headings.begin(), m_headings.end(), heading);
  const auto at = static_cast<std::size_t>(found - m_headings.begin());
  return at < m_firstRow.size() ? m_firstRow[at] : std::string();
}

std::string ImportViewModel::columnOf(const std::string& field) const {
  for (const auto& [name, heading] : m_map)
    if (name == field) return heading;
  for (const auto& known : model::importFields(m_kind)) {
    if (known.name != field) continue;
    for (const auto& heading : m_headings)
      if (model::headingNames(known, heading)) return heading;
  }
  return {};
}

long long ImportViewModel::count(model::LineVerdict verdict) const {
  return std::count_if(m_lines.begin(), m_lines.end(),
                       [verdict](const model::ImportLine& line) { return line.verdict == verdict; });
}

bool ImportViewModel::mayWrite() const {
  return m_stage == Stage::planned && (m_register || m_master) && count(model::LineVerdict::fresh) > 0;
}

void ImportViewModel::write(bool skipRefused) {
  if (!mayWrite()) return;
  m_shared = std::make_shared<Shared>();
  m_stage = Stage::writing;
  m_error = nullptr;
  changed();
  struct Result {
    long long written = 0;
    std::string refusedFile;
  };
  const auto work = [&files = m_files, workplace = m_session.workplace(), store = m_session.store,
                     kind = m_kind, asRegister = m_register, asMaster = m_master, options = m_options,
                     shared = m_shared, skipRefused, refusedRows = m_refusedRows, path = m_path] {
    Result result;
    result.written =
        asRegister
            ? model::ImportRegister(workplace).execute(*asRegister, options, skipRefused, shared.get())
            : model::ImportMasterData(workplace).execute(kind, *asMaster, options, skipRefused, shared.get());
    if (refusedRows.size() > 1) {
      result.refusedFile = path + ".refused.csv";
      files.writeCsv(result.refusedFile, refusedRows);
    }
    return result;
  };
  inBackground(
      m_session.executor, m_life, work,
      [this](Result result) {
        m_stage = Stage::done;
        m_written = result.written;
        m_refusedFile = result.refusedFile;
        changed();
      },
      [this](const std::exception_ptr& error) { failed(error); });
}

}  // namespace octad::viewmodels
