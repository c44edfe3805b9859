#!/usr/bin/env python3
"""Counts what the import must find in the complaint registers of this folder, without any code of the program.

Reads the two CSV registers and the workbook with the standard library and prints JSON:
    python3 tests/data/expected_counts.py > tests/data/expected_counts.json

lines      physical line of a CSV file where the row begins, row number of a sheet
impossible rows no import may take, with the reason; number, line and all reasons of a row
repeated   numbers that occur twice: lines, and the columns in which the rows differ (none: the same row twice)
accepted   data rows that are neither impossible nor the second row of a repeated number
series_by  [all, counted, weighted] of the accepted rows, classified here once more by the factory's procedure
odd        spellings that are readable but must be converted visibly, by kind
"""
import csv
import datetime
import io
import json
import pathlib
import re
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

HERE = pathlib.Path(__file__).parent
TODAY = datetime.date(2026, 11, 22)  # the day the registers were made
NUMBER, CUSTOMER, RECEIVED, PART, KIND, DEFECTIVE, DELIVERED, SAMPLE, CLOSED, LOSS, PENALTY, DEPARTMENT = (
    "客诉编号", "客户名称", "受理日期", "产品料号", "不良类别", "不良数", "交货数", "收样日期", "结案日期", "损失金额", "是否触发处罚", "责任部门")
KINDS = {"功能": "function", "功能性": "function", "function": "function",
         "外观": "appearance", "外观不良": "appearance", "其他": "other", "": "(empty)"}


def csv_rows(name, encoding):
    """(line, cells) of every record; the line is counted over the raw text, because cells hold line breaks."""
    text = (HERE / name).read_bytes().decode(encoding)
    lines = text.splitlines(keepends=True)
    reader = csv.reader(io.StringIO(text, newline=""))
    before = 0
    for cells in reader:
        yield before + 1, cells
        before = reader.line_num
    assert before == len(lines)


def xlsx_rows(name):
    """(row, cells) of the first sheet; dates as ISO text."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    book = zipfile.ZipFile(HERE / name)
    styles = xml.fromstring(book.read("xl/styles.xml"))
    dates = {f.get("numFmtId") for f in styles.iter(main + "numFmt") if re.search("[ymd]", f.get("formatCode"))}
    is_date = [f.get("numFmtId") in dates for f in styles.find(main + "cellXfs")]
    sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(main + "row"):
        cells = []
        for cell in row:
            value = "".join(t.text or "" for t in cell.iter(main + "t"))
            stored = cell.find(main + "v")
            if stored is not None:
                value = stored.text
                if is_date[int(cell.get("s", "0"))]:
                    when = datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(float(value) * 86400))
                    value = when.strftime("%Y-%m-%d" if when.time() == datetime.time() else "%Y-%m-%d %H:%M:%S")
            cells.append(value)
        yield int(row.get("r")), cells


def date_of(text):
    """The day of a date as people write it; None for no date, ValueError for a day that does not exist."""
    match = re.fullmatch(r"\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*", text)
    return datetime.date(*map(int, match.groups())) if match else None


def date_form(text):
    shape = re.sub(r"\d+", "9", text)
    return shape + (" (no leading zeros)" if re.search(r"(?<!\d)\d(?!\d)", text) else "")


def quantity_of(text):
    """Whole number after full-width digits, blanks, unit and thousands separator; None for no number."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"\s*(pcs|PCS)$", "", plain)
    plain = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    return int(plain) if re.fullmatch(r"-?\d+", plain) else None


def quantity_form(text):
    if text == "":
        return "empty"
    if re.search("[０-９]", text):
        return "full-width digits"
    if "pcs" in text:
        return "with pcs"
    if "," in text:
        return "thousands comma"
    if text != text.strip():
        return "blanks around"
    return "plain"


def reasons(row):
    found = []
    if row[CUSTOMER].strip() == "":
        found.append("no customer")
    defective, delivered = quantity_of(row[DEFECTIVE]), quantity_of(row[DELIVERED])
    if row[DEFECTIVE] != "" and defective is None:
        found.append(f"defective quantity {row[DEFECTIVE]!r} is no number")
    if defective is not None and defective < 0:
        found.append(f"defective quantity {defective} is negative")
    if defective is not None and delivered is not None and defective > delivered:
        found.append(f"defective {defective} > delivered {delivered}")
    for column in (RECEIVED, SAMPLE, CLOSED):
        if row[column] == "":
            continue
        try:
            if date_of(row[column]) is None:
                found.append(f"{column} {row[column]!r} is no date")
        except ValueError:
            found.append(f"{column} {row[column]!r} does not exist")
    return found


def class_of(row):
    """The class by the factory's procedure (first match wins): penalty, quantity for major, rate under 1 %, quantity for general."""
    defective = 1 if row[DEFECTIVE] == "" else quantity_of(row[DEFECTIVE])
    delivered = quantity_of(row[DELIVERED])
    general, major = (5, 15) if KINDS[row[KIND]] == "function" else (10, 30)
    if row[PENALTY] == "是" or defective >= major:
        return "major"
    if delivered and defective / delivered < 0.01:
        return "other"
    return "general" if defective >= general else "other"


WEIGHT = {"major": 2, "general": 1, "other": 0}


def series(rows, key):
    """key -> [all, counted, weighted]; every row of a register is a case of its own."""
    sums = {}
    for _, row in rows:
        weight = WEIGHT[class_of(row)]
        sums[key(row)] = [a + b for a, b in zip(sums.get(key(row), [0, 0, 0]), (1, weight > 0, weight))]
    return dict(sorted(sums.items()))


def counted(values):
    counts = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items()))


def survey(records):
    records = list(records)
    head = next(i for i, (_, cells) in enumerate(records) if cells[0] == NUMBER)
    titles = records[head][1]
    rows = [(line, dict(zip(titles, cells))) for line, cells in records[head + 1:]]
    totals = [(line, row) for line, row in rows if row[NUMBER] == "合计"]
    data = [(line, row) for line, row in rows if row[NUMBER] != "合计"]

    impossible = [{"line": line, "number": row[NUMBER], "reasons": reasons(row)} for line, row in data if reasons(row)]
    places = {}
    for line, row in data:
        places.setdefault(row[NUMBER], []).append((line, row))
    repeated = [{"number": number, "lines": [line for line, _ in found],
                 "differs": [t for t in titles if len({row[t] for _, row in found}) > 1]}
                for number, found in places.items() if len(found) > 1]
    second = {line for entry in repeated for line in entry["lines"][1:]}
    refused = {entry["line"] for entry in impossible}
    accepted = [(line, row) for line, row in data if line not in second and line not in refused]

    def day(row, column):
        try:
            return date_of(row[column])
        except ValueError:
            return None

    def listed(test):
        return [line for line, row in data if test(row)]

    dates = [row[column] for _, row in data for column in (RECEIVED, SAMPLE, CLOSED) if row[column]]
    return {
        "records": len(records),
        "title_rows": [line for line, _ in records[:head]],
        "header_line": records[head][0],
        "columns": len(titles),
        "data_rows": len(data),
        "accepted": len(accepted),
        "totals": [{"line": line, "value": row[DEFECTIVE], "is_count_of_data_rows": row[DEFECTIVE] == str(len(data))}
                   for line, row in totals],
        "impossible": impossible,
        "repeated": repeated,
        "defective_sum_accepted": sum(quantity_of(row[DEFECTIVE]) or 0 for _, row in accepted),
        "by_month_data": counted(day(row, RECEIVED).strftime("%Y-%m") if day(row, RECEIVED) else "(none)" for _, row in data),
        "by_month_accepted": counted(day(row, RECEIVED).strftime("%Y-%m") for _, row in accepted),
        "series_by_month": series(accepted, lambda row: date_of(row[RECEIVED]).strftime("%Y-%m")),
        "series_by_class": series(accepted, class_of),
        "series_by_customer": series(accepted, lambda row: row[CUSTOMER].strip()),
        "series_by_department": series(accepted, lambda row: row[DEPARTMENT].strip()),
        "by_kind_written": counted(row[KIND] for _, row in data),
        "by_kind_data": counted(KINDS[row[KIND]] for _, row in data),
        "by_kind_accepted": counted(KINDS[row[KIND]] for _, row in accepted),
        "by_customer_accepted": counted(row[CUSTOMER].strip() for _, row in accepted),
        "open_accepted": sum(row[CLOSED] == "" for _, row in accepted),
        "odd": {
            "defective_forms": counted(quantity_form(row[DEFECTIVE]) for _, row in data),
            "delivered_forms": counted(quantity_form(row[DELIVERED]) for _, row in data),
            "loss_forms": counted(re.sub(r"[1-9]\d*", "9", row[LOSS]) for _, row in data),
            "date_forms": counted(date_form(text) for text in dates),
            "customer_blank_at_end": listed(lambda row: row[CUSTOMER] != row[CUSTOMER].strip()),
            "part_number_empty": listed(lambda row: row[PART] == ""),
            "line_break_in_cell": listed(lambda row: any("\n" in value for value in row.values())),
            "closed_before_received": listed(lambda row: day(row, CLOSED) and day(row, RECEIVED) and day(row, CLOSED) < day(row, RECEIVED)),
            "sample_before_received": listed(lambda row: day(row, SAMPLE) and day(row, RECEIVED) and day(row, SAMPLE) < day(row, RECEIVED)),
            "closed_before_sample": listed(lambda row: day(row, CLOSED) and day(row, SAMPLE) and day(row, CLOSED) < day(row, SAMPLE)),
            f"received_after_{TODAY}": listed(lambda row: day(row, RECEIVED) and day(row, RECEIVED) > TODAY),
            f"closed_after_{TODAY}": listed(lambda row: day(row, CLOSED) and day(row, CLOSED) > TODAY),
            f"sample_after_{TODAY}": listed(lambda row: day(row, SAMPLE) and day(row, SAMPLE) > TODAY),
            "number_month_differs_from_received": listed(
                lambda row: day(row, RECEIVED) and row[NUMBER][2:6].isdigit() and row[NUMBER][2:6] != day(row, RECEIVED).strftime("%y%m")),
        },
    }


def main():
    sources = {
        "complaint-log-2026.csv": list(csv_rows("complaint-log-2026.csv", "utf-8-sig")),
        "complaint-log-2025.gb18030.csv": list(csv_rows("complaint-log-2025.gb18030.csv", "gb18030")),
        "complaint-log-2026.xlsx": list(xlsx_rows("complaint-log-2026.xlsx")),
    }
    result = {name: survey(records) for name, records in sources.items()}
    numbers = [{cells[0] for _, cells in sources[name] if cells[0].startswith("KS")}
               for name in ("complaint-log-2026.csv", "complaint-log-2025.gb18030.csv")]
    result["numbers_in_both_csv_registers"] = sorted(numbers[0] & numbers[1])
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
