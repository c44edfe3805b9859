#!/usr/bin/env python3
"""Writes docs/case-json.md and docs/return-json.md: the JSON of `octadctl case show --json` and `octadctl return show --json`, field by
field, from the comments beside the members.

    python3 docs/make_case_json.py            writes the pages
    python3 docs/make_case_json.py --check    fails when a page is not up to date
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ["cases/case_file.hpp", "cases/complaint.hpp", "cases/case_records.hpp", "cases/campaign.hpp", "returns/return_file.hpp",
           "returns/goods_return.hpp", "returns/return_records.hpp", "returns/return_share.hpp", "returns/ledger.hpp",
           "eightd/answers.hpp", "eightd/problem.hpp", "cases/master_data.hpp", "access/people.hpp"]
text = "\n".join((ROOT / "model" / name).read_text() for name in HEADERS)
flat = re.sub(r"\s+", " ", text)

structs = {}  # name -> (comment, {member: (type, comment)})
for match in re.finditer(r"((?:///[^\n]*\n)*)struct (\w+) \{\n(.*?)\n\};", text, re.S):
    comment = " ".join(line.strip()[3:].strip() for line in match.group(1).splitlines())
    members = {}
    body = match.group(3).split("static constexpr auto describe")[0]
    body = re.sub(r"\n\s+///< ?", " ///< ", body)
    body = re.sub(r";\n\s*///<", "; ///<", body)
    for line in body.splitlines():
        found = re.match(r"\s*([\w:<>\s]+?)\s+(\w+)(?:\s*=\s*[^;]+)?;\s*(?:///<\s*(.*))?$", line)
        if found:
            members[found.group(2)] = (found.group(1).strip(), (found.group(3) or "").strip())
    structs[match.group(2)] = (comment, members)

keys = {}  # struct -> [(json name, member)]
for name, member_of, member in re.findall(r'member\(\s*"(\w+)",\s*&(\w+)::(\w+)\)', flat):
    keys.setdefault(member_of, []).append((name, member))

enums = {name: re.findall(r'"([\w]+)",\s*tr\(', body)
         for name, body in re.findall(r"struct EnumKeys<(\w+)> \{(.*?)\n\};", text, re.S)}


def kind(type_name):
    optional = re.fullmatch(r"std::optional<(.*)>", type_name)
    if optional:
        return kind(optional.group(1)) + " or null"
    many = re.fullmatch(r"std::vector<(.*)>", type_name)
    if many:
        return "list of " + kind(many.group(1))
    if type_name in enums:
        return " / ".join(f"`{key}`" for key in enums[type_name])
    if type_name in structs:
        return f"[{type_name}](#{type_name.lower()})"
    plain = {"std::string": "text", "bool": "true/false", "int": "number", "long long": "number", "double": "number",
             "Instant": "moment (UTC, ISO 8601)", "Date": "day (YYYY-MM-DD)"}
    return plain.get(type_name, "key (number)")


def page_of(title, introduction, root):
    """The tables of `root` and of everything in it, those it names first first."""
    out = [title, "", introduction, "Made from the comments in `model/` by `docs/make_case_json.py`; a test holds the two together.", ""]
    queue, seen = [root], set()
    while queue:
        name = queue.pop(0)
        if name in seen:
            continue
        seen.add(name)
        comment, members = structs[name]
        out += [f"## {name}", "", comment, "", "| field | what | meaning |", "|---|---|---|"]
        for json_name, member in keys[name]:
            type_name, meaning = members.get(member, ("?", ""))
            out.append(f"| `{json_name}` | {kind(type_name)} | {meaning} |")
            inner = re.sub(r"std::(?:vector|optional)<(.*)>", r"\1", type_name)
            if inner in structs and inner in keys:
                queue.append(inner)
        out.append("")
    return "\n".join(out)


PAGES = {
    "case-json.md": page_of("# The JSON of a case", "`octadctl case show NUMBER --json` prints one object of the kind CaseFile.",
                            "CaseFile"),
    "return-json.md": page_of("# The JSON of a return",
                              "`octadctl return show RETURN --json` prints one object of the kind ReturnFile.", "ReturnFile"),
}
for file_name, page in PAGES.items():
    target = ROOT / "docs" / file_name
    if "--check" not in sys.argv:
        target.write_text(page)
    elif not target.exists() or target.read_text() != page:
        sys.exit(f"docs/{file_name} is not up to date: run python3 docs/make_case_json.py")
