#include "db/admin/audited_tables.hpp"

namespace octad::db {

const std::vector<AuditedTable>& auditedTables() {
  using Chain = AuditedTable::Chain;
  static const std::vector<AuditedTable> tables{
      {"complaint", Chain::self},
      {"complaint_item", Chain::complaint},
      {"decision", Chain::complaint},
      {"reply", Chain::complaint},
      {"case_clock", Chain::complaint},
      {"clock_pause", Chain::complaint},
      {"sample", Chain::complaint},
      {"returned_quantity", Chain::complaint},
      {"closing", Chain::complaint},
      {"attachment", Chain::complaint},
      {"assignment", Chain::complaint},
      {"imported_line", Chain::complaint},
      {"problem", Chain::self},
      {"discipline", Chain::problem},
      {"team_member", Chain::problem},
      {"fact", Chain::problem},
      {"sweep_row", Chain::problem},
      {"cause", Chain::problem},
      {"why_step", Chain::problem},
      {"action", Chain::problem},
      {"verification", Chain::problem},
      {"document_change", Chain::problem},
      {"submission", Chain::problem},
      {"review", Chain::problem},
      {"department", Chain::master},
      {"person", Chain::master},
      {"person_role", Chain::master},
      {"customer", Chain::master},
      {"part", Chain::master},
      {"defect", Chain::master},
      {"shipment", Chain::master},
      {"calendar_day", Chain::master},
      {"policy", Chain::master},
      {"setting", Chain::master},
      {"saved_view", Chain::master},
      {"imported_file", Chain::master},
      {"deputy", Chain::master},
      {"account", Chain::master},
      {"registration", Chain::complaint},
      {"sample_custody", Chain::complaint},
      {"sample_consent", Chain::complaint},
      {"return_hand_over", Chain::complaint},
      {"sweep_count", Chain::problem},
      {"goods_return", Chain::self},
      {"return_line", Chain::goodsReturn},
      {"return_movement", Chain::goodsReturn},
      {"return_unit", Chain::goodsReturn},
      {"unit_test", Chain::goodsReturn},
      {"return_decision", Chain::goodsReturn},
      {"ntf_dossier", Chain::goodsReturn},
      {"return_cost", Chain::goodsReturn},
      {"return_attachment", Chain::goodsReturn},
  };
  return tables;
}

}  // namespace octad::db
