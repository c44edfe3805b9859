-- Which units were moved before that was kept: the trail knows.
update return_unit set moved = 1 where cast(id as text) in (
  select e.row_key from audit_event e where e.table_name = 'return_unit' and e.operation = 'UPDATE'
    and (e.new_values like '%"place":%' or e.new_values like '%"location":%'));
