#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/viewmodels/chip_look.hpp"
#include "gui/viewmodels/list_read.hpp"
#include "model/audit/case_audit.hpp"
#include "model/audit/sample.hpp"
#include "model/cases/master_data.hpp"
#include "model/usecases/class_choices.hpp"

namespace octad::viewmodels {

/// What a sample is asked for with, as typed.
struct SampleForm {
  std::string from;  ///< YYYY-MM of the notices
  std::string to;
  std::optional<model::CustomerId> customer;
  std::string customerName;
  std::optional<model::SeverityClass> severity;
  bool uncounted = false;  ///< only cases not counted because they were solved so fast
  std::string size = "10";
  std::string seed;  ///< empty: a new one is made and shown
};

enum class AuditColumn { number, customer, severity, state, trail, missing };

/// A line of the page about one case.
struct AuditLine {
  std::string text;
  Tone tone = Tone::neutral;
};

/// A heading of that page with its lines.
struct AuditSection {
  std::string title;
  std::vector<AuditLine> lines;
};

/// The auditor's place: a sample of cases that can be drawn again, the proof and the checklist of each, and
/// what was read so far.
class AuditPlaceViewModel final : public ListRead {
 public:
  explicit AuditPlaceViewModel(Session& session);

  /// What the form starts with: this year, ten cases.
  const SampleForm& form() const { return m_form; }
  /// Customers for the chooser; empty until read.
  const std::vector<model::Customer>& customers() const { return m_customers; }
  /// Classes for the choice, by the policy in force; empty until read.
  const std::vector<model::ClassChoice>& classes() const { return m_classes; }
  /// Reads customers, classes and readings.
  void refresh();
  /// Draws a sample, verifies the trail of every case of it and puts the drawing on record. Wrong terms come
  /// as error().
  void draw(const SampleForm& form);
  /// Adds one case by its number to what is shown. An unknown number comes as error().
  void add(const std::string& number);

  /// "Seed 4711: 10 of 71 cases, notices from 2026-01 to 2026-12"; empty before a drawing.
  std::string drawn() const;
  const std::string& seed() const { return m_form.seed; }

  long rowCount() const { return static_cast<long>(m_cases.size()); }
  std::string cell(long row, AuditColumn column) const;
  Tone tone(long row, AuditColumn column) const;
  long selectedRow() const { return m_selected; }
  /// Shows the page of a case; an auditor's opening is put on record once.
  void select(long row);
  const model::CaseAudit* selected() const;
  /// The page of the selected case: proof, signatures, checklist.
  std::vector<AuditSection> sections() const;

  const std::vector<model::ReadingLine>& readings() const { return m_readings; }
  /// Reads the list of readings again, such as after an export.
  void readReadings();

 private:
  struct Drawn;
  void take(Drawn drawn);
  AuditSection proofSection(const model::CaseAudit& audit) const;
  AuditSection signatureSection(const model::CaseAudit& audit) const;
  std::vector<AuditSection> clauseSections(const model::CaseAudit& audit) const;

  SampleForm m_form;
  std::vector<model::Customer> m_customers;
  std::vector<model::ClassChoice> m_classes;
  std::vector<std::shared_ptr<const model::CaseAudit>> m_cases;
  std::vector<bool> m_noted;  ///< that the case of the row was opened
  std::vector<model::ReadingLine> m_readings;
  std::size_t m_population = 0;
  std::size_t m_sampled = 0;  ///< cases of the sample; others may have been added
  bool m_drawn = false;
  long m_selected = -1;
  Lifetime m_life;
};

}  // namespace octad::viewmodels
