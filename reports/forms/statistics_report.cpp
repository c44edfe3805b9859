#include "reports/forms/statistics_report.hpp"

#include <cmath>

#include "model/metrics/class_note.hpp"
#include "reports/charts/column_chart.hpp"
#include "reports/charts/pareto_chart.hpp"
#include "reports/forms/form.hpp"
#include "reports/forms/sheet_tables.hpp"
#include "reports/forms/statistics_values.hpp"
#include "reports/forms/typeset.hpp"

namespace octad::reports {
namespace {

using model::tr;

constexpr double kWide = 760;  ///< points: the text width of a landscape page
constexpr double kHalf = 372;
constexpr double kMinorUnits = 100;  ///< of every currency

struct Section {
  const char* title;
  const char* first;  ///< head of the first column
  const char* name;   ///< in the template
  const model::CountTable& table;
};

std::vector<Section> sectionsOf(const StatisticsInput& input) {
  return {{tr("By month"), tr("Month"), "byMonth", input.byMonth},
          {tr("By class"), tr("Complaint class"), "byClass", input.byClass},
          {tr("By customer"), tr("Customer"), "byCustomer", input.byCustomer},
          {tr("By responsible department"), tr("Responsible department"), "byDepartment", input.byDepartment},
          {tr("By defect"), tr("Defect"), "byDefect", input.byDefect}};
}

/// All, counted and weighted as three columns a category.
Drawing countsChart(const char* name, const char* title, const model::CountTable& table,
                    const model::Policy& policy, const Labels& labels) {
  ColumnChart chart;
  chart.title = labels.text(title);
  chart.series = {
      {labels.text(tr("All")), {}}, {labels.text(tr("Counted")), {}}, {labels.text(tr("Weighted")), {}}};
  for (const auto& row : table.rows) {
    chart.categories.push_back(countLabel(table, row, policy, labels, true));
    chart.series[0].values.push_back(static_cast<double>(row.all));
    chart.series[1].values.push_back(static_cast<double>(row.counted));
    chart.series[2].values.push_back(static_cast<double>(row.weighted));
  }
  chart.emptyText = labels.text(tr("No complaints in this period."));
  return columnChartDrawing(name, std::move(chart), kHalf, 190);
}

Drawing defectChart(const model::CountTable& table, const model::Policy& policy, const Labels& labels) {
  ParetoChart chart;
  chart.title = labels.text(tr("Defects (Pareto)"));
  for (const auto& row : table.rows)
    chart.bars.push_back({countLabel(table, row, policy, labels), static_cast<double>(row.all)});
  chart.restLabel = labels.text(tr("Other"));
  chart.countLabel = labels.text(tr("All"));
  chart.cumulativeLabel = labels.text(tr("Cumulative share"));
  chart.emptyText = labels.text(tr("No complaints in this period."));
  return paretoChartDrawing("defects", std::move(chart), kWide, 240);
}

std::string rateOf(long long part, long long total) {
  return total == 0
             ? std::string("–")
             : std::to_string(std::llround(100.0 * static_cast<double>(part) / static_cast<double>(total))) +
                   " %";
}

Value rootValues(const StatisticsInput& input, const Labels& labels, const DocumentOptions& options) {
  long long pieces = 0;
  for (const auto& row : input.rows) pieces += row.quantity;
  Value root;
  for (const auto& section : sectionsOf(input)) {
    root.set(std::string("any") + section.name, !section.table.rows.empty());
    root.set(section.name, countRows(section.table, input.policy, labels));
  }
  const auto& total = input.byMonth.total;
  return root.set("company", companyText(options, labels))
      .set("period", input.period)
      .set("all", quantityText(total.all))
      .set("counted", quantityText(total.counted))
      .set("countedShare", rateOf(total.counted, total.all))
      .set("weighted", quantityText(total.weighted))
      .set("classNote", input.policy.classes.empty() ? std::string() : labels.text(model::kClassNote))
      .set("weights", labels.sentence(weightsSentence(input.policy)))
      .set("pieces", quantityText(pieces))
      .set("loss", lossText(lossByCurrency(input.rows)))
      .set("cases", quantityText(static_cast<long long>(input.rows.size())))
      .set("any", !input.rows.empty())
      .set("rows", statisticsRows(input, labels, options.zone));
}

std::string statisticsWorkbook(const StatisticsInput& input, const Labels& labels,
                               const DocumentOptions& options) {
  const auto title = labels.text(tr("Customer complaint statistics"));
  Workbook book({joined(" ", {title, input.period}), companyText(options, labels),
                 options.printedAt.microseconds / 1'000'000});
  for (const auto& section : sectionsOf(input)) {
    if (section.table.rows.empty()) continue;
    auto& sheet =
        book.addSheet(labels.text(section.title), {{labels.text(section.first), ColumnKind::text, 26},
                                                   {labels.text(tr("All")), ColumnKind::whole, 12},
                                                   {labels.text(tr("Counted")), ColumnKind::whole, 12},
                                                   {labels.text(tr("Weighted")), ColumnKind::whole, 12}});
    sheet.title(joined("  ", {title, input.period}));
    sheet.title(joined("  ·  ", {companyText(options, labels), printedText(options, labels),
                                 labels.text(tr("Uncontrolled copy"))}));
    for (const auto& row : section.table.rows)
      sheet.row({countLabel(section.table, row, input.policy, labels), std::int64_t{row.all},
                 std::int64_t{row.counted}, std::int64_t{row.weighted}});
    sheet.chart({labels.text(section.title), 0, {1, 2, 3}, false});
  }
  auto& sheet = book.addSheet(labels.text(tr("Complaints")),
                              {{labels.text(tr("No.")), ColumnKind::text, 13},
                               {labels.text(tr("Date")), ColumnKind::date, 12},
                               {labels.text(tr("Customer")), ColumnKind::text, 26},
                               {labels.text(tr("Product")), ColumnKind::text, 18},
                               {labels.text(tr("Complaint content")), ColumnKind::longText, 44},
                               {labels.text(tr("Complaint class")), ColumnKind::text, 16},
                               {labels.text(tr("Quantity")), ColumnKind::whole, 10},
                               {labels.text(tr("Responsible unit")), ColumnKind::text, 18},
                               {labels.text(tr("Compensation")), ColumnKind::text, 12},
                               {labels.text(tr("Return")), ColumnKind::text, 10},
                               {labels.text(tr("Discount")), ColumnKind::text, 10},
                               {labels.text(tr("Other handling")), ColumnKind::text, 26},
                               {labels.text(tr("Loss amount")), ColumnKind::decimal, 14},
                               {labels.text(tr("Currency")), ColumnKind::text, 10}});
  for (const auto& row : input.rows) {
    const auto mode = handlingMode(row.demand, labels);
    const double loss = static_cast<double>(row.lossMinor) / kMinorUnits;
    const auto tick = [](bool yes) { return yes ? SheetCell(std::string("✓")) : SheetCell(); };
    sheet.row({row.number, std::chrono::year_month_day(options.zone.date(row.receivedAt).days()),
               row.customer, row.product, row.content,
               labels.sentence(model::classWords(row.severity, row.className)), std::int64_t{row.quantity},
               row.responsibleUnit, tick(mode.compensation), tick(mode.goodsReturned), tick(mode.discount),
               mode.other, row.lossMinor == 0 ? SheetCell() : SheetCell(loss), row.lossCurrency});
  }
  return book.finish();
}

}  // namespace

std::string statisticsReport(const StatisticsInput& input, const DocumentOptions& options) {
  const Labels labels(options.language);
  if (options.format == DocumentFormat::xlsx) return statisticsWorkbook(input, labels, options);
  FormParts parts;
  parts.title = labels.text(tr("Customer complaint statistics"));
  parts.number = input.period;
  parts.landscape = true;
  parts.drawings["months"] = countsChart("months", tr("By month"), input.byMonth, input.policy, labels);
  parts.drawings["classes"] = countsChart("classes", tr("By class"), input.byClass, input.policy, labels);
  parts.drawings["defects"] = defectChart(input.byDefect, input.policy, labels);
  return renderForm("statistics", rootValues(input, labels, options), std::move(parts), labels, options);
}

}  // namespace octad::reports
