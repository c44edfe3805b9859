#pragma once

#include <string>

#include "db/mapping/table_names.hpp"
#include "db/repositories/file_rows.hpp"

namespace octad::db {

/// SQL for the keys that the rows of a case are found by. Not everybody who sees a case sees all that belongs
/// to it: the conditions stand for the policies where these are not asked; empty: none.
struct CaseKeys {
  std::string id;
  std::string problem;
  std::string customer;
  std::string question = "";  ///< condition on an assignment t
  std::string sibling = "";   ///< condition on a complaint c of the same problem
  std::string returned = "";  ///< condition on a return_line l

  /// Where the rows of T are: those of the case, or of its problem.
  template <class T>
  std::string from() const;
};

template <class T>
std::string CaseKeys::from() const {
  const auto also = [](const std::string& condition) {
    return condition.empty() ? std::string() : " and " + condition;
  };
  const std::string table = std::string(tableName<T>()) + " t where ";
  if constexpr (std::is_same_v<T, model::Complaint>)
    return table + "t.id = " + id;
  else if constexpr (std::is_same_v<T, model::Problem>)
    return table + "t.id = " + problem;
  else if constexpr (std::is_same_v<T, model::Customer>)
    return table + "t.id = " + customer;
  else if constexpr (std::is_same_v<T, model::Part>)
    return table + "t.id in (select i.part_id from complaint_item i where i.complaint_id = " + id +
           " union select l.part_id from return_line l where l.complaint_id = " + id + also(returned) + ")";
  else if constexpr (std::is_same_v<T, model::Campaign>)
    return table + "t.id = (select p.campaign_id from complaint p where p.id = " + id + ")";
  else if constexpr (std::is_same_v<T, model::SiblingCase>)
    return "(select c.id, c.number, u.name as customer_name, c.state from complaint c"
           " join customer u on u.id = c.customer_id where c.problem_id = " +
           problem + " and c.id <> " + id + also(sibling) + ") t";
  else if constexpr (std::is_same_v<T, model::ReturnShare>)
    return "(select l.id, l.return_id, g.number, g.rma_number, g.kind, g.state, l.position, l.part_id, "
           "l.item_id,"
           " l.lot, l.failure, g.received_on, l.sample_id,"
           " g.replacement_due_on, (select max(m.moved_on) from return_movement m where m.line_id = l.id"
           " and m.to_place = 'shipped' and m.disposition = 'replace' and not exists"
           " (select 1 from return_movement b where b.reverses = m.id)) as replaced_on from return_line l "
           "join goods_return g on g.id = "
           "l.return_id"
           " where l.complaint_id = " +
           id + also(returned) + ") t";
  else if constexpr (std::is_same_v<T, model::ReturnFlow>)
    return "(select m.line_id, m.from_place, m.to_place, m.from_finding, m.to_finding, m.disposition,"
           " cast(sum(m.quantity) as bigint) as quantity from return_line l join return_movement m"
           " on m.line_id = l.id where l.complaint_id = " +
           id + also(returned) +
           " group by m.line_id, m.from_place, m.to_place, m.from_finding, m.to_finding, m.disposition) t";
  else if constexpr (std::is_same_v<T, model::Signature>)
    return table + "(t.complaint_id = " + id + " or t.problem_id = " + problem + ")";
  else if constexpr (std::is_same_v<T, model::Assignment>)
    return table + "t.complaint_id = " + id + also(question);
  else if constexpr (requires(T row) { row.complaintId; })
    return table + "t.complaint_id = " + id;
  else
    return table + "t.problem_id = " + problem;
}

}  // namespace octad::db
