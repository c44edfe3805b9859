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
    {"returned_quantity", "note", kCaseReaders, "", "", ""},
    {"sample_custody", "note", kCaseReaders, "cm", "", ""},
    {"sample_consent", "note", kCaseReaders, "cm", "", ""},
    {"return_hand_over", "reason", kEverybody, "cm", "", ""},
    {"goods_return", "carrier", kEverybody, "", "rcmdhkwf", ""},
    {"return_line", "failure", kEverybody, "rcmw", "cm", ""},
    {"return_movement", "reason", kEverybody, "rcmdhkwf", "", ""},
    {"return_unit", "note", kEverybody, "cmdhkw", "cmdhkw", "cmdhkw"},
    {"unit_test", "measured", kEverybody, "cmdhk", "", ""},
    {"return_decision", "reason", kEverybody, "cm", "", ""},
    {"ntf_dossier", "result", kEverybody, "cm", "cm", ""},
    {"return_cost", "note", kEverybody, "cmf", "", ""},
    {"return_attachment", "caption", kEverybody, "rcmdhkwf", "", ""},
    {"return_move", "needs_reason", kEverybody, "", "", ""},
    {"return_carry_out", "to_place", kEverybody, "", "", ""},
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
    {"sweep_count", "note", kEverybody, "cmdhkw", "", ""},
    {"cause", "text", kCaseReaders, "rcmdh", "cmdh", "cmdh"},
    {"why_step", "answer", kCaseReaders, "rcmdh", "cmdh", "cmdh"},
    {"action", "proof", kCaseReaders, "rcmdh", "cmdhk", "cmdh"},
    {"verification", "note", kCaseReaders, "cm", "", ""},
    {"document_change", "document", kCaseReaders, "cmdh", "cmdh", "cmdh"},
    {"submission", "snapshot", kCaseReaders, "cmdh", "", ""},
    {"review", "text", kCaseReaders, "cm", "", ""},
    {"content", "size", kEverybody, "rcmdhkwf", "", ""},
    {"content_chunk", "position", kEverybody, "rcmdhkwf", "", ""},
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
    {"notice", "read_at", "rcmdhkwfsax", "x", "rcmdhkwfsax", ""},
    {"mail", "error", "x", "x", "x", ""},
    {"imported_file", "name", "cmax", "cmx", "", ""},
    {"request", "result", "rcmdhkwfx", "", "rcmdhkwfx", ""},
    {"counter", "last", "", "", "", ""},
    {"audit_head", "hash", kEverybody, "", "", ""},
    {"audit_event", "reason", kEverybody, "", "", ""},
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
    {"begin_request", "rcmdhkwfx"},
    {"store_search_text", "rcmdhkwfx"},
    {"create_complaint", "rcmx"},
    {"create_problem", "rcmx"},
    {"move_complaint", "cmx"},
    {"department_returns", kEverybody},
    {"sales_returns", kEverybody},
    {"sees_return", kEverybody},
    {"cases_of_return", kEverybody},
    {"items_of_return", kEverybody},
    {"lock_return", "rcmdhkwf"},
    {"lock_sweep", kEverybody},
    {"sweep_tasks", kEverybody},
    {"create_return", "rcmw"},
    {"converting", ""},
    {"is_disposed", ""},
    {"is_physical", ""},
    {"pieces_at", ""},
    {"open_pieces", ""},
    {"octad_goods_return_guard", ""},
    {"octad_return_row_guard", ""},
    {"octad_return_line_guard", ""},
    {"octad_return_movement_guard", ""},
    {"octad_return_unit_guard", ""},
    {"octad_return_day_guard", ""},
    {"octad_return_cost_guard", ""},
    {"octad_case_returns_guard", ""},
    {"octad_sweep_count_guard", ""},
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
