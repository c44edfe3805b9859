#include "reports/workbook/workbook.hpp"

#include <cmath>
#include <optional>
#include <set>
#include <utility>
#include <xlsxwriter.h>

#include "model/core/error.hpp"
#include "reports/charts/palette.hpp"
#include "reports/workbook/sheet_text.hpp"
#include "reports/workbook/temporary_file.hpp"

namespace octad::reports {
namespace {

constexpr lxw_row_t kMaxRows = 1048576;
constexpr std::int64_t kExactInDouble = std::int64_t{1} << 53;
constexpr int kPaperA4 = 9;
constexpr double kPictureScale = 2;

lxw_color_t xlsxColor(const Color& color) {
  const auto channel = [](double value) { return static_cast<lxw_color_t>(std::lround(value * 255)); };
  return (channel(color.red) << 16) | (channel(color.green) << 8) | channel(color.blue);
}

/// The cell formats of a file.
struct Formats {
  lxw_format* title = nullptr;
  lxw_format* subtitle = nullptr;
  lxw_format* header = nullptr;
  lxw_format* text = nullptr;
  lxw_format* longText = nullptr;
  lxw_format* whole = nullptr;
  lxw_format* decimal = nullptr;
  lxw_format* percent = nullptr;
  lxw_format* date = nullptr;
  lxw_format* dateTime = nullptr;

  explicit Formats(lxw_workbook* book) {
    const auto make = [book](const char* numberFormat) {
      lxw_format* format = workbook_add_format(book);
      format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      if (numberFormat) format_set_num_format(format, numberFormat);
      return format;
    };
    title = workbook_add_format(book);
    format_set_bold(title);
    format_set_font_size(title, 15);
    format_set_font_color(title, xlsxColor(palette::kAccent));
    subtitle = workbook_add_format(book);
    format_set_font_color(subtitle, xlsxColor(palette::kMuted));
    header = workbook_add_format(book);
    format_set_bold(header);
    format_set_font_color(header, xlsxColor(palette::kAccent));
    format_set_bg_color(header, xlsxColor(palette::kShade));
    format_set_bottom(header, LXW_BORDER_THIN);
    format_set_bottom_color(header, xlsxColor(palette::kRule));
    format_set_text_wrap(header);
    format_set_align(header, LXW_ALIGN_VERTICAL_CENTER);
    text = make("@");
    longText = make("@");
    format_set_text_wrap(longText);
    whole = make("#,##0");
    decimal = make("#,##0.00");
    percent = make("0.0%");
    date = make("yyyy-mm-dd");
    dateTime = make("yyyy-mm-dd hh:mm");
  }

  lxw_format* of(ColumnKind kind) const {
    switch (kind) {
      case ColumnKind::text:
        return text;
      case ColumnKind::longText:
        return longText;
      case ColumnKind::whole:
        return whole;
      case ColumnKind::decimal:
        return decimal;
      case ColumnKind::percent:
        return percent;
      case ColumnKind::date:
        return date;
      case ColumnKind::dateTime:
        return dateTime;
    }
    return text;
  }
};

lxw_datetime xlsxTime(const SheetDateTime& moment) {
  lxw_datetime result{};
  result.year = static_cast<int>(moment.date.year());
  result.month = static_cast<int>(static_cast<unsigned>(moment.date.month()));
  result.day = static_cast<int>(static_cast<unsigned>(moment.date.day()));
  result.hour = moment.hour;
  result.min = moment.minute;
  result.sec = moment.second;
  return result;
}

class XlsxSheet : public Sheet {
 public:
  XlsxSheet(lxw_workbook* book, const Formats& formats, std::string name, std::vector<SheetColumn> columns)
      : m_book(book),
        m_formats(formats),
        m_name(std::move(name)),
        m_columns(std::move(columns)),
        m_sheet(workbook_add_worksheet(book, m_name.c_str())) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(m_sheet, at, at, m_columns[i].width, nullptr);
    }
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, kPaperA4);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    worksheet_set_footer(m_sheet, "&L&A&R&P / &N");
  }

  void title(const std::string& text) override {
    if (m_headerRow) return;
    lxw_format* format = m_next == 0 ? m_formats.title : m_formats.subtitle;
    const std::string clean = clipped(text);
    if (m_columns.size() > 1) {
      worksheet_merge_range(m_sheet, m_next, 0, m_next, lastColumn(), clean.c_str(), format);
    } else {
      worksheet_write_string(m_sheet, m_next, 0, clean.c_str(), format);
    }
    ++m_next;
  }

  void row(const SheetRow& cells) override {
    writeHeader();
    if (m_next >= kMaxRows) {
      throw model::Refused("rows",
                           model::tr("A worksheet holds 1,048,576 rows. Narrow the filter or export CSV."));
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const ColumnKind kind = i < m_columns.size() ? m_columns[i].kind : ColumnKind::text;
      std::visit([&](const auto& value) { write(static_cast<lxw_col_t>(i), value, kind); }, cells[i]);
    }
    ++m_next;
  }

  void chart(const SheetChart& chart) override { m_charts.push_back(chart); }

  void picture(const Drawing& drawing) override { m_pictures.push_back(drawing); }

  /// What needs to know the last row.
  void close() {
    writeHeader();
    const lxw_row_t last = m_next - 1;
    if (!m_columns.empty() && last > *m_headerRow)
      worksheet_autofilter(m_sheet, *m_headerRow, 0, last, lastColumn());
    lxw_row_t at = *m_headerRow;
    for (const auto& chart : m_charts) {
      if (last > *m_headerRow) insertChart(chart, at, last);
      at += 19;
    }
    for (const auto& drawing : m_pictures) at = insertPicture(drawing, at);
  }

  std::size_t shortened() const { return m_shortened; }

 private:
  lxw_col_t lastColumn() const {
    return static_cast<lxw_col_t>(m_columns.empty() ? 0 : m_columns.size() - 1);
  }

  std::string clipped(const std::string& text) {
    bool shortened = false;
    std::string clean = sheetText(text, shortened);
    if (shortened) ++m_shortened;
    return clean;
  }

  void writeHeader() {
    if (m_headerRow) return;
    if (m_next > 0) ++m_next;  // a blank line under the titles
    m_headerRow = m_next;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      const std::string text = clipped(m_columns[i].header);
      worksheet_write_string(m_sheet, m_next, static_cast<lxw_col_t>(i), text.c_str(), m_formats.header);
    }
    ++m_next;
    worksheet_freeze_panes(m_sheet, m_next, 0);
    worksheet_repeat_rows(m_sheet, *m_headerRow, *m_headerRow);
  }

  void write(lxw_col_t, std::monostate, ColumnKind) {}
  void write(lxw_col_t at, const std::string& value, ColumnKind kind) {
    lxw_format* format = kind == ColumnKind::longText ? m_formats.longText : m_formats.text;
    const std::string text = clipped(value);
    // Never worksheet_write_formula or _url: what people typed stays text.
    if (!text.empty()) check(worksheet_write_string(m_sheet, m_next, at, text.c_str(), format));
  }
  void write(lxw_col_t at, std::int64_t value, ColumnKind kind) {
    if (value > kExactInDouble || value < -kExactInDouble) {
      write(at, std::to_string(value), ColumnKind::text);  // a number would lose its last digits
      return;
    }
    const bool numeric =
        kind == ColumnKind::whole || kind == ColumnKind::decimal || kind == ColumnKind::percent;
    check(worksheet_write_number(m_sheet, m_next, at, static_cast<double>(value),
                                 numeric ? m_formats.of(kind) : m_formats.whole));
  }
  void write(lxw_col_t at, double value, ColumnKind kind) {
    if (!std::isfinite(value)) return;
    const bool numeric = kind == ColumnKind::whole || kind == ColumnKind::percent;
    check(
        worksheet_write_number(m_sheet, m_next, at, value, numeric ? m_formats.of(kind) : m_formats.decimal));
  }
  void write(lxw_col_t at, const SheetDate& value, ColumnKind) {
    writeTime(at, {value, 0, 0, 0}, m_formats.date);
  }
  void write(lxw_col_t at, const SheetDateTime& value, ColumnKind) {
    writeTime(at, value, m_formats.dateTime);
  }
  void writeTime(lxw_col_t at, const SheetDateTime& value, lxw_format* format) {
    if (!value.date.ok()) return;
    lxw_datetime moment = xlsxTime(value);
    check(worksheet_write_datetime(m_sheet, m_next, at, &moment, format));
  }

  static void check(lxw_error error) {
    if (error == LXW_NO_ERROR) return;
    throw model::Invalid("workbook",
                         {model::tr("The workbook could not be written: {0}."), {lxw_strerror(error)}});
  }

  void insertChart(const SheetChart& wanted, lxw_row_t at, lxw_row_t last) {
    lxw_chart* chart =
        workbook_add_chart(m_book, wanted.stacked ? LXW_CHART_COLUMN_STACKED : LXW_CHART_COLUMN);
    const lxw_row_t first = *m_headerRow + 1;
    for (std::size_t i = 0; i < wanted.series.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(wanted.series[i]);
      lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
      chart_series_set_categories(series, m_name.c_str(), first, static_cast<lxw_col_t>(wanted.categories),
                                  last, static_cast<lxw_col_t>(wanted.categories));
      chart_series_set_values(series, m_name.c_str(), first, column, last, column);
      chart_series_set_name_range(series, m_name.c_str(), *m_headerRow, column);
      lxw_chart_fill fill{};
      fill.color = xlsxColor(palette::kSeries[i % palette::kSeriesCount]);
      chart_series_set_fill(series, &fill);
    }
    if (!wanted.title.empty()) chart_title_set_name(chart, clipped(wanted.title).c_str());
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options{};
    options.x_scale = 1.4;
    options.y_scale = 1.2;
    worksheet_insert_chart_opt(m_sheet, at, static_cast<lxw_col_t>(m_columns.size() + 1), chart, &options);
  }

  lxw_row_t insertPicture(const Drawing& drawing, lxw_row_t at) {
    const std::string png = toPng(drawing, kPictureScale);
    lxw_image_options options{};
    // Pixels at 96 dpi against points: 4/3 of a pixel a point.
    options.x_scale = 4.0 / 3 / kPictureScale;
    options.y_scale = options.x_scale;
    std::string description = drawing.description;
    options.description = description.data();
    check(worksheet_insert_image_buffer_opt(m_sheet, at, static_cast<lxw_col_t>(m_columns.size() + 1),
                                            reinterpret_cast<const unsigned char*>(png.data()), png.size(),
                                            &options));
    return at + static_cast<lxw_row_t>(drawing.height / 15) + 2;
  }

  lxw_workbook* m_book;
  const Formats& m_formats;
  std::string m_name;
  std::vector<SheetColumn> m_columns;
  lxw_worksheet* m_sheet;
  lxw_row_t m_next = 0;
  std::optional<lxw_row_t> m_headerRow;
  std::vector<SheetChart> m_charts;
  std::vector<Drawing> m_pictures;
  std::size_t m_shortened = 0;
};

lxw_workbook* openBook(const std::string& path) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  return workbook_new_opt(path.c_str(), &options);
}

}  // namespace

struct Workbook::State {
  TemporaryFile file;
  lxw_workbook* book;
  Formats formats;
  std::set<std::string> names;
  std::vector<std::unique_ptr<XlsxSheet>> sheets;

  State() : book(openBook(file.path())), formats(book) {}
  ~State() {
    // Frees the library's memory; the half-written file goes with `file`.
    if (book) workbook_close(book);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Workbook::Workbook(const Properties& properties) : m_state(std::make_unique<State>()) {
  lxw_doc_properties values{};
  bool shortened = false;
  std::string title = sheetText(properties.title, shortened);
  std::string author = sheetText(properties.author, shortened);
  values.title = title.data();
  values.author = author.data();
  values.created = static_cast<time_t>(properties.createdUnixSeconds);
  workbook_set_properties(m_state->book, &values);
}

Workbook::~Workbook() = default;

Sheet& Workbook::addSheet(const std::string& name, std::vector<SheetColumn> columns) {
  m_state->sheets.push_back(std::make_unique<XlsxSheet>(m_state->book, m_state->formats,
                                                        sheetName(name, m_state->names), std::move(columns)));
  return *m_state->sheets.back();
}

std::size_t Workbook::shortenedCells() const {
  std::size_t sum = 0;
  for (const auto& sheet : m_state->sheets) sum += sheet->shortened();
  return sum;
}

std::string Workbook::finish() {
  for (const auto& sheet : m_state->sheets) sheet->close();
  lxw_workbook* book = std::exchange(m_state->book, nullptr);
  const lxw_error error = workbook_close(book);
  if (error != LXW_NO_ERROR) {
    throw model::Invalid("workbook",
                         {model::tr("The workbook could not be written: {0}."), {lxw_strerror(error)}});
  }
  return m_state->file.read();
}

}  // namespace octad::reports
