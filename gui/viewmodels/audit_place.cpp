#include "gui/viewmodels/audit_place.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gui/viewmodels/signatures.hpp"
#include "model/core/error.hpp"
#include "model/core/text.hpp"
#include "model/metrics/counts.hpp"
#include "model/ports/audit_reader.hpp"
#include "model/ports/reader.hpp"
#include "model/usecases/note_reading.hpp"

namespace octad::viewmodels {

using model::CaseAudit;
using model::Message;
using model::ReadingKind;
using model::tr;

namespace {

constexpr int kCustomers = 5000;
constexpr int kReadings = 200;
constexpr int kMostCases = 200;  ///< every one of them is verified

int sizeOf(const SampleForm& form) {
  const long long size = model::parseQuantity(form.size, "size");
  if (size < 1 || size > kMostCases)
    throw model::Invalid("size", {tr("Draw from 1 to {0} cases at a time."), {std::to_string(kMostCases)}});
  return static_cast<int>(size);
}

model::CaseFilter filterOf(const SampleForm& form, model::Instant now) {
  model::CaseFilter filter;
  filter.now = now;
  filter.noticeFrom = form.from;
  filter.noticeTo = form.to;
  model::monthsBetween(form.from, form.to);
  filter.customerId = form.customer;
  filter.severity = form.severity;
  filter.excludedBySpeed = form.uncounted;
  return filter;
}

std::vector<model::ReadingLine> readingsOf(model::Store& store) {
  return store.reader().audit().readings(std::nullopt, kReadings);
}

std::string number(long long value) {
  return std::to_string(value);
}

}  // namespace

struct AuditPlaceViewModel::Drawn {
  SampleForm form;
  std::size_t population = 0;
  std::vector<std::shared_ptr<const CaseAudit>> cases;
  std::vector<model::ReadingLine> readings;
};

AuditPlaceViewModel::AuditPlaceViewModel(Session& session) : ListRead(session) {
  const std::string year = std::to_string(session.zone.date(session.clock.now()).year());
  m_form.from = year + "-01";
  m_form.to = year + "-12";
}

void AuditPlaceViewModel::refresh() {
  inBackground(
      m_session.executor, m_life,
      [store = m_session.store, now = m_session.clock.now()] {
        model::Reader& reader = store->reader();
        return std::tuple(reader.customers({}, kCustomers), readingsOf(*store),
                          model::classChoices(reader, model::readSite(reader, now).active));
      },
      [this](auto loaded) {
        std::tie(m_customers, m_readings, m_classes) = std::move(loaded);
        stateChanged();
      },
      [this](const std::exception_ptr& error) { setError(error); });
}

void AuditPlaceViewModel::readReadings() {
  inBackground(
      m_session.executor, m_life, [store = m_session.store] { return readingsOf(*store); },
      [this](auto readings) {
        m_readings = std::move(readings);
        stateChanged();
      },
      [this](const std::exception_ptr& error) { setError(error); });
}

void AuditPlaceViewModel::draw(const SampleForm& form) {
  m_form = form;
  if (m_form.seed.empty()) m_form.seed = model::newSeed();
  read(
      [workplace = m_session.workplace(), store = m_session.store, asked = m_form] {
        Drawn drawn;
        drawn.form = asked;
        const auto filter = filterOf(asked, workplace.clock.now());
        const model::SampleTerms terms{asked.seed, sizeOf(asked)};
        model::Reader& reader = store->reader();
        auto population = reader.audit().population(filter);
        drawn.population = population.size();
        const auto sample = model::drawSample(std::move(population), terms);
        model::NoteReading(workplace).execute(
            ReadingKind::sampled, std::nullopt,
            model::sampleNote(filter, terms, asked.customerName, drawn.population));
        for (const auto& one : sample)
          drawn.cases.push_back(
              std::make_shared<const CaseAudit>(model::auditCase(reader, one.id, filter.now)));
        drawn.readings = readingsOf(*store);
        return drawn;
      },
      [this](Drawn drawn) { take(std::move(drawn)); });
}

void AuditPlaceViewModel::take(Drawn drawn) {
  m_drawn = true;
  m_form = std::move(drawn.form);
  m_population = drawn.population;
  m_cases = std::move(drawn.cases);
  m_sampled = m_cases.size();
  m_noted.assign(m_cases.size(), false);
  m_readings = std::move(drawn.readings);
  m_selected = -1;
  select(m_cases.empty() ? -1 : 0);
}

void AuditPlaceViewModel::add(const std::string& typed) {
  read(
      [store = m_session.store, typed, now = m_session.clock.now()] {
        const auto id = store->reader().findCase(model::cleanLine(typed, "number", model::kNameLength));
        if (!id) throw model::NotFound({tr("There is no case {0}."), {typed}});
        return std::make_shared<const CaseAudit>(model::auditCase(store->reader(), *id, now));
      },
      [this](std::shared_ptr<const CaseAudit> audit) {
        const auto known = std::find_if(m_cases.begin(), m_cases.end(), [&audit](const auto& one) {
          return one->file.complaint.id == audit->file.complaint.id;
        });
        const long row = known - m_cases.begin();
        if (known == m_cases.end()) {
          m_cases.push_back(std::move(audit));
          m_noted.push_back(false);
        } else {
          *known = std::move(audit);
        }
        select(row);
      });
}

std::string AuditPlaceViewModel::drawn() const {
  if (!m_drawn) return {};
  return m_session.translator(Message(
      tr("Seed {0}: {1} of {2} cases, notices from {3} to {4}"),
      {m_form.seed, std::to_string(m_sampled), std::to_string(m_population), m_form.from, m_form.to}));
}

void AuditPlaceViewModel::select(long row) {
  m_selected = row;
  stateChanged();
  const auto* audit = selected();
  if (!audit || m_noted[static_cast<std::size_t>(row)] || !model::isWatchedReader(m_session.actor)) return;
  m_noted[static_cast<std::size_t>(row)] = true;
  inBackground(
      m_session.executor, m_life,
      [workplace = m_session.workplace(), store = m_session.store, id = audit->file.complaint.id] {
        model::NoteReading(workplace).noteOpening(id);
        return readingsOf(*store);
      },
      [this](auto readings) {
        m_readings = std::move(readings);
        stateChanged();
      },
      [this](const std::exception_ptr& error) { setError(error); });
}

const CaseAudit* AuditPlaceViewModel::selected() const {
  return m_selected < 0 || m_selected >= rowCount() ? nullptr
                                                    : m_cases[static_cast<std::size_t>(m_selected)].get();
}

std::string AuditPlaceViewModel::cell(long row, AuditColumn column) const {
  const CaseAudit& audit = *m_cases.at(static_cast<std::size_t>(row));
  const auto& head = audit.file.complaint;
  const auto& text = m_session.translator;
  switch (column) {
    case AuditColumn::number:
      return head.number;
    case AuditColumn::customer:
      return audit.file.customer.name;
    case AuditColumn::severity:
      return text(model::shortClassWords(head.severity, audit.file.className()));
    case AuditColumn::state:
      return text.label(head.state);
    case AuditColumn::trail:
      if (!audit.report.faults.empty()) return "✗ " + text(tr("altered"));
      return audit.proof.eventsAfter == 0 ? "✓ " + text(tr("proven")) : "✓ " + text(tr("intact"));
    case AuditColumn::missing: {
      const auto missing = model::missingPoints(audit.checklist);
      return missing == 0 ? "✓" : "⚠ " + number(missing);
    }
  }
  return {};
}

Tone AuditPlaceViewModel::tone(long row, AuditColumn column) const {
  const CaseAudit& audit = *m_cases.at(static_cast<std::size_t>(row));
  if (column == AuditColumn::trail) return audit.report.faults.empty() ? Tone::good : Tone::late;
  if (column == AuditColumn::missing)
    return model::missingPoints(audit.checklist) == 0 ? Tone::good : Tone::warning;
  return Tone::neutral;
}

AuditSection AuditPlaceViewModel::proofSection(const CaseAudit& audit) const {
  const auto& text = m_session.translator;
  AuditSection section{text(tr("Proof")), {}};
  const auto& proof = audit.proof;
  if (audit.report.faults.empty())
    section.lines.push_back({"✓ " + text(Message(tr("Audit trail verified: {0} events, nothing altered"),
                                                 {number(audit.report.events)})),
                             Tone::good});
  for (const auto& fault : audit.report.faults)
    section.lines.push_back({"✗ " + text(fault.what), Tone::late});
  if (proof.checkpoint == 0)
    section.lines.push_back({"⚠ " + text(tr("No checkpoint binds this case yet.")), Tone::warning});
  else
    section.lines.push_back(
        {"✓ " + text(Message(tr("Bound by checkpoint {0} of {1}, root {2}…"),
                             {number(proof.checkpoint), timeText(m_session.zone, proof.checkpointAt),
                              proof.root.substr(0, 16)})),
         Tone::good});
  if (proof.eventsAfter > 0 && proof.checkpoint > 0)
    section.lines.push_back(
        {"⚠ " + text(Message(tr("{0} entries are newer than the last checkpoint; take one."),
                             {number(proof.eventsAfter)})),
         Tone::warning});
  section.lines.push_back({text(Message(tr("Ends of its chains: case {0} {1}…, 8D {2} {3}…"),
                                        {number(proof.complaint.seq), proof.complaint.hash.substr(0, 16),
                                         number(proof.problem.seq), proof.problem.hash.substr(0, 16)})),
                           Tone::neutral});
  return section;
}

AuditSection AuditPlaceViewModel::signatureSection(const CaseAudit& audit) const {
  const auto& text = m_session.translator;
  AuditSection section{text(tr("Signatures")), {}};
  for (const auto& line : signatureLines(audit.file, m_session.zone, text))
    section.lines.push_back(
        {line.state + " · " + line.meaning + " · " + line.subject + " · " + line.name + " · " + line.at,
         line.tone});
  if (section.lines.empty()) section.lines.push_back({text(tr("Nothing is signed yet.")), Tone::neutral});
  return section;
}

std::vector<AuditSection> AuditPlaceViewModel::clauseSections(const CaseAudit& audit) const {
  const auto& text = m_session.translator;
  std::vector<AuditSection> sections;
  for (const auto& point : audit.checklist) {
    AuditSection section{point.clause + "  " + text(point.question), {}};
    if (!point.applies()) section.lines.push_back({"– " + text(point.notApplicable), Tone::neutral});
    for (const auto& missing : point.missing) section.lines.push_back({"⚠ " + text(missing), Tone::warning});
    for (const auto& fact : point.found) section.lines.push_back({"✓ " + text(fact), Tone::neutral});
    sections.push_back(std::move(section));
  }
  return sections;
}

std::vector<AuditSection> AuditPlaceViewModel::sections() const {
  const CaseAudit* audit = selected();
  if (!audit) return {};
  const auto& head = audit->file.complaint;
  const auto& text = m_session.translator;
  std::vector<AuditSection> sections;
  sections.push_back({head.number + " · " + audit->file.customer.name,
                      {{head.partNumber + " · " + head.failure, Tone::neutral},
                       {text(model::classWords(head.severity, audit->file.className())) + " · " +
                            text.label(head.state) + " · " + timeText(m_session.zone, head.receivedAt),
                        Tone::neutral}}});
  sections.push_back(proofSection(*audit));
  sections.push_back(signatureSection(*audit));
  for (auto& section : clauseSections(*audit)) sections.push_back(std::move(section));
  return sections;
}

}  // namespace octad::viewmodels
