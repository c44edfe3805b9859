-- One-line text, the same rule as model::isLine (the domain of security.md 5, with a length).
create function octad_line(value text, max_chars integer) returns boolean
  language sql immutable parallel safe
  as $$ select value is nfc normalized
      and char_length(value) between 1 and max_chars
      and value !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]'
      and value ~ '[^\s\u200B-\u200D\u2060\u3000]'
      and value !~ '^[\s\u3000]|[\s\u3000]$' $$;

-- Pieces of the byte form that audit hashes are made of: length in front, null told from empty.
create function octad_lp(value text) returns bytea
  language sql immutable parallel safe
  as $$ select case when value is null then '\xffffffff'::bytea
             else int4send(octet_length(value)) || convert_to(value, 'UTF8') end $$;

create function octad_chain(previous text, chain text, seq bigint, at_us bigint, login text, actor text,
    use_case text, operation text, table_name text, row_key text, reason text, old_values text, new_values text)
  returns text language sql immutable parallel safe
  as $$ select encode(sha256(decode(previous, 'hex') || octad_lp(chain) || int8send(seq) || int8send(at_us)
      || octad_lp(login) || octad_lp(actor) || octad_lp(use_case) || octad_lp(operation) || octad_lp(table_name)
      || octad_lp(row_key) || octad_lp(reason) || octad_lp(old_values) || octad_lp(new_values)), 'hex') $$;

-- Who changes what and why, as the session said for this transaction.
create function octad_actor() returns text language sql stable
  as $$ select coalesce(current_setting('octad.actor', true), '') $$;
create function octad_use_case() returns text language sql stable
  as $$ select coalesce(current_setting('octad.use_case', true), '') $$;
create function octad_reason() returns text language sql stable
  as $$ select coalesce(current_setting('octad.reason', true), '') $$;
