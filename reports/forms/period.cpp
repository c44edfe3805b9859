#include "reports/forms/period.hpp"

namespace octad::reports {

namespace {

std::vector<model::ComplaintId> casesOf(model::Reader& reader, const std::string& fromMonth,
                                        const std::string& toMonth, model::Instant now) {
  constexpr int kAll = 1'000'000;
  model::CaseFilter filter;
  filter.now = now;
  filter.noticeFrom = fromMonth;
  filter.noticeTo = toMonth;
  return reader.caseIds(filter, {model::CaseColumn::receivedAt, false}, kAll);
}

}  // namespace

std::string periodText(const std::string& fromMonth, const std::string& toMonth) {
  return fromMonth == toMonth ? fromMonth : fromMonth + " – " + toMonth;
}

std::vector<model::CaseRow> registerRows(model::Reader& reader, const std::string& fromMonth,
                                         const std::string& toMonth, model::Instant now) {
  return reader.caseRows(casesOf(reader, fromMonth, toMonth, now));
}

StatisticsInput statisticsInput(model::Reader& reader, const std::string& fromMonth,
                                const std::string& toMonth, model::Instant now) {
  StatisticsInput input;
  input.period = periodText(fromMonth, toMonth);
  for (const auto id : casesOf(reader, fromMonth, toMonth, now)) {
    const auto file = reader.openCase(id);
    if (file.complaint.state != model::CaseState::cancelled) input.rows.push_back(statisticsRow(file));
  }
  const auto counts = [&](model::Dimension dimension) {
    return reader.counts({dimension}, fromMonth, toMonth);
  };
  input.byMonth = counts(model::Dimension::month);
  input.byClass = counts(model::Dimension::severity);
  input.byCustomer = counts(model::Dimension::customer);
  input.byDepartment = counts(model::Dimension::department);
  input.byDefect = counts(model::Dimension::defect);
  return input;
}

}  // namespace octad::reports
