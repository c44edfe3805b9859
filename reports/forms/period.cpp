#include "reports/forms/period.hpp"

#include <iterator>
#include <optional>

#include "model/usecases/site.hpp"

namespace octad::reports {

std::string periodText(const std::string& fromMonth, const std::string& toMonth) {
  return fromMonth == toMonth ? fromMonth : fromMonth + " – " + toMonth;
}

std::vector<model::CaseRow> registerRows(model::Reader& reader, const std::string& fromMonth,
                                         const std::string& toMonth, model::Instant now) {
  constexpr int kPage = 1000;
  model::CaseFilter filter;
  filter.now = now;
  filter.noticeFrom = fromMonth;
  filter.noticeTo = toMonth;
  std::vector<model::CaseRow> rows;
  std::optional<model::CaseKeyset> after;
  do {
    auto page = reader.casePage(filter, {model::CaseColumn::receivedAt, false}, kPage, after);
    rows.insert(rows.end(), std::make_move_iterator(page.rows.begin()),
                std::make_move_iterator(page.rows.end()));
    after = page.next;
  } while (after);
  return rows;
}

StatisticsInput statisticsInput(model::Reader& reader, const std::string& fromMonth,
                                const std::string& toMonth, model::Instant now) {
  StatisticsInput input;
  input.period = periodText(fromMonth, toMonth);
  for (const auto& row : registerRows(reader, fromMonth, toMonth, now))
    if (row.state != model::CaseState::cancelled)
      input.rows.push_back(statisticsRow(reader.openCase(row.id)));
  input.policy = model::readSite(reader, now).active;
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
