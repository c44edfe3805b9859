#pragma once

#include <string_view>

namespace octad::rights {

/// Who may do what with a table, one letter a role: r registrar, c CQE, m quality manager, d department
/// member, h head, k checker, w warehouse, f finance, s safety officer, a auditor, x administrator.
struct TableRights {
  std::string_view table;
  std::string_view column;  ///< updated in the attempt; one that those may change who may change anything
  std::string_view select;
  std::string_view insert;
  std::string_view update;
  std::string_view remove;
};

inline constexpr std::string_view kEverybody = "rcmdhkwfsax";
inline constexpr std::string_view kCaseReaders = "rcmdhkfsax";

/// Every table that holds no enumeration. A table without a line here fails the test.
inline constexpr TableRights kTables[] = {
    {"complaint", "row_version", kCaseReaders, "", "rcmdhk", ""},
    {"complaint_item", "lot", kCaseReaders, "rcmx", "cm", ""},
    {"decision", "reason", kCaseReaders, "rcmx", "", ""},
    {"reply", "answer", kCaseReaders, "cm", "cm", ""},
    {"case_clock", "due_reason", kCaseReaders, "rcmdhkx", "cmdhk", ""},
    {"clock_pause", "reason", kCaseReaders, "cm", "cm", ""},
    {"sample", "note", kCaseReaders, "cmx", "cm", ""},
    {"returned_quantity", "note", "rcmdhkwfsax", "cmw", "cmw", ""},
    {"closing", "reason", kCaseReaders, "cmx", "", ""},
    {"attachment", "caption", kCaseReaders, "cmdhk", "", ""},
    {"assignment", "refusal", kCaseReaders, "cm", "cmdh", ""},
    {"imported_line", "external_number", kCaseReaders, "cmx", "", ""},
    {"registration", "person_id", kCaseReaders, "", "", ""},
    {"problem", "row_version", kCaseReaders, "", "rcmdhk", ""},
    {"discipline", "text", kCaseReaders, "", "rcmdhk", ""},
    {"team_member", "contact", kCaseReaders, "rcmdh", "cmdh", "cmdh"},
    {"fact", "answer", kCaseReaders, "cmdh", "cmdh", "cmdh"},
    {"sweep_row", "suspect", "rcmdhkwfsax", "cmdh", "cmdh", "cmdh"},
    {"cause", "text", kCaseReaders, "rcmdh", "cmdh", "cmdh"},
    {"why_step", "answer", kCaseReaders, "rcmdh", "cmdh", "cmdh"},
    {"action", "proof", kCaseReaders, "rcmdh", "cmdhk", "cmdh"},
    {"verification", "note", kCaseReaders, "cm", "", ""},
    {"document_change", "document", kCaseReaders, "cmdh", "cmdh", "cmdh"},
    {"submission", "snapshot", kCaseReaders, "cmdh", "", ""},
    {"review", "text", kCaseReaders, "cm", "", ""},
    {"content", "size", kCaseReaders, "cmdhk", "", ""},
    {"content_chunk", "position", kCaseReaders, "cmdhk", "", ""},
    {"complaint_search", "body", "cmkfsax", "", "", ""},
    {"department", "name", kEverybody, "cmx", "x", ""},
    {"person", "name", kEverybody, "x", "x", ""},
    {"person_role", "role", kEverybody, "x", "", "x"},
    {"customer", "name", kEverybody, "rcmx", "x", ""},
    {"part", "name", kEverybody, "rcmx", "x", ""},
    {"defect", "name", kEverybody, "rcmx", "x", ""},
    {"shipment", "quantity", kEverybody, "cmx", "cmx", ""},
    {"calendar_day", "name", kEverybody, "x", "x", ""},
    {"policy", "content", kEverybody, "x", "", ""},
    {"setting", "value", kEverybody, "x", "x", ""},
    {"deputy", "reason", kEverybody, "mx", "mx", "mx"},
    {"account", "person_id", "cmax", "mx", "mx", "mx"},
    {"saved_view", "filter", "rcmdhkfsax", "rcmdhkfsx", "rcmdhkfsx", "rcmdhkfsx"},
    {"imported_file", "name", "cmax", "cmx", "", ""},
    {"request", "result", "rcmdhkwx", "", "rcmdhkwx", ""},
    {"counter", "last", "", "", "", ""},
    {"audit_head", "hash", kCaseReaders, "", "", ""},
    {"audit_event", "reason", kCaseReaders, "", "", ""},
    {"audit_checkpoint", "root", "cmax", "cmx", "", ""},
    {"audit_checkpoint_head", "hash", "cmax", "cmx", "", ""},
    {"role_right", "right_name", kEverybody, "", "", ""},
    {"transition_right", "right_name", kEverybody, "", "", ""},
    {"transition", "needs_reason", kEverybody, "", "", ""},
    {"schema_version", "name", kEverybody, "", "", ""},
};

/// Who may call a function of the schema; `who` as above. A function without a line here fails the test.
struct FunctionRights {
  std::string_view function;
  std::string_view who;
};

inline constexpr FunctionRights kFunctions[] = {
    {"octad_line", kEverybody},
    {"octad_actor", kEverybody},
    {"octad_use_case", kEverybody},
    {"octad_reason", kEverybody},
    {"restricted", kEverybody},
    {"has_role", kEverybody},
    {"may", kEverybody},
    {"importing", kEverybody},
    {"acting_person", kEverybody},
    {"acting_department", kEverybody},
    {"open_problems", kEverybody},
    {"team_problems", kEverybody},
    {"account_customers", kEverybody},
    {"sees_case", kEverybody},
    {"search_complaints", kEverybody},
    {"search_visible", kEverybody},
    {"has_content", kEverybody},
    {"lock_case", kEverybody},
    {"begin_request", "rcmdhkwx"},
    {"store_search_text", "rcmdhkwx"},
    {"create_complaint", "rcmx"},
    {"create_problem", "rcmx"},
    {"move_complaint", "cmx"},
    {"next_number", ""},
    {"require_right", ""},
    {"octad_lp", ""},
    {"octad_chain", ""},
    {"octad_problem_is_closed", ""},
    {"octad_refuse", ""},
    {"octad_audit", ""},
    {"octad_complaint_guard", ""},
    {"octad_case_row_guard", ""},
    {"octad_problem_row_guard", ""},
    {"octad_discipline_guard", ""},
    {"octad_problem_guard", ""},
    {"octad_reply_guard", ""},
    {"octad_return_guard", ""},
    {"octad_head_guard", ""},
    {"octad_identity_guard", ""},
    {"octad_share_guard", ""},
    {"octad_content_guard", ""},
};

}  // namespace octad::rights
