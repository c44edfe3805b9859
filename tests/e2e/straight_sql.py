#!/usr/bin/env python3
"""straight_sql.py URL STATEMENT: what a database answers to SQL of a program that knows the schema but not Octad's rules.

Prints "taken", or the rule that refused it, or the field that is wrong. Nothing is kept: the statement is rolled back either way.
"""
import re
import sqlite3
import subprocess
import sys


def on_sqlite(path, statement):
    """The text of the error, empty when it was taken."""
    connection = sqlite3.connect(path, isolation_level=None)
    for name, arguments, answer in [("octad_use_case", 0, "test"), ("octad_reason", 0, ""), ("octad_actor", 0, "wang"),
                                    ("octad_login", 0, "wang"), ("octad_now_us", 0, 1794816000000000), ("octad_line", 2, 1),
                                    ("octad_text", 2, 1), ("octad_quote", 1, '""'), ("octad_chain", 13, "0" * 64)]:
        connection.create_function(name, arguments, lambda *_, answer=answer: answer, deterministic=arguments > 0)
    connection.execute("pragma foreign_keys = on")
    connection.execute("begin immediate")
    try:
        connection.execute(statement)
        return ""
    except (sqlite3.Error, OverflowError) as error:
        return str(error)
    finally:
        connection.execute("rollback")


def on_postgresql(url, statement):
    """The text of the error, empty when it was taken."""
    script = ("begin; select set_config('octad.actor', 'wang', true), set_config('octad.use_case', 'test', true),"
              f" set_config('octad.reason', '', true), set_config('search_path', 'octad', true); {statement}; rollback;")
    run = subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=terse", url, "-c", script],
                         capture_output=True, text=True)
    return run.stderr.strip() if run.returncode else ""


def verdict(error):
    """The same word for the same mistake on both databases."""
    if not error:
        return "taken"
    rule = re.search(r"octad:(?:invalid:)?([\w-]+)", error)
    if rule:
        return rule.group(1)
    if re.search(r"unique", error, re.I):
        return "twice"
    if re.search(r"out of range|cannot store|invalid input syntax|valid_quantity|some_pieces", error):
        return "quantity"
    return error


url, sql = sys.argv[1:3]
print(verdict(on_sqlite(url.removeprefix("sqlite://"), sql) if url.startswith("sqlite:") else on_postgresql(url, sql)))
