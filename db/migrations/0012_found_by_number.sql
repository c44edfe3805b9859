-- Pieces without a serial number are found at a test level and with a phenomenon, too.
alter table return_movement add column found_by text constraint known_movement_found_by references test_level (key);
alter table return_movement add column ${line? failure 200} default '';
