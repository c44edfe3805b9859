-- The named operations of the write path (design 11). They are functions, so that rights can be given to the
-- operation and not to the tables. Names are written out, and the search path is pinned with pg_temp last: what
-- a session puts in front of its own path, or into its temporary schema, is never called.

-- Functions from before: with a body that is bound to its objects when it is made …
create or replace function octad.octad_line(value text, max_chars integer) returns boolean
  language sql immutable parallel safe
  return value is nfc normalized
      and char_length(value) between 1 and max_chars
      and value !~ '[\u0001-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]'
      and value ~ '[^\s\u200B-\u200D\u2060\u3000]'
      and value !~ '^[\s\u3000]|[\s\u3000]$';
create or replace function octad.octad_lp(value text) returns bytea
  language sql immutable parallel safe
  return case when value is null then '\xffffffff'::bytea
         else int4send(octet_length(value)) || convert_to(value, 'UTF8') end;
create or replace function octad.octad_chain(previous text, chain text, seq bigint, at_us bigint, login text,
    actor text, use_case text, operation text, table_name text, row_key text, reason text, old_values text,
    new_values text)
  returns text language sql immutable parallel safe
  return encode(sha256(decode(previous, 'hex') || octad.octad_lp(chain) || int8send(seq) || int8send(at_us)
      || octad.octad_lp(login) || octad.octad_lp(actor) || octad.octad_lp(use_case) || octad.octad_lp(operation)
      || octad.octad_lp(table_name) || octad.octad_lp(row_key) || octad.octad_lp(reason)
      || octad.octad_lp(old_values) || octad.octad_lp(new_values)), 'hex');
create or replace function octad.octad_actor() returns text language sql stable
  return coalesce(current_setting('octad.actor', true), '');
create or replace function octad.octad_use_case() returns text language sql stable
  return coalesce(current_setting('octad.use_case', true), '');
create or replace function octad.octad_reason() returns text language sql stable
  return coalesce(current_setting('octad.reason', true), '');
create or replace function octad.octad_problem_is_closed(problem bigint) returns boolean language sql stable
  return octad.octad_use_case() <> 'import'
      and exists (select 1 from octad.complaint c where c.problem_id = problem)
      and not exists (select 1 from octad.complaint c where c.problem_id = problem
                      and c.state not in ('closed', 'archived', 'cancelled'));

-- … or with a pinned path.
do $$
declare
  f regprocedure;
begin
  for f in select p.oid from pg_catalog.pg_proc p join pg_catalog.pg_language l on l.oid = p.prolang
           where p.pronamespace = 'octad'::regnamespace and l.lanname = 'plpgsql' loop
    execute format('alter function %s set search_path = pg_catalog, octad, pg_temp', f);
  end loop;
end $$;

-- The next number of a series, without gaps: C26-00001.
create function octad.next_number(series text, year integer) returns text
  language sql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
    insert into octad.counter as c (series, year, last) values ($1, $2, 1)
      on conflict on constraint counter_pkey do update set last = c.last + 1
      returning $1 || lpad((c.year % 100)::text, 2, '0') || '-'
                || lpad(c.last::text, greatest(5, length(c.last::text)), '0')
  $$;

-- Stores a new case; `record` has a member a column. Gives key and number. The key is the next of the table's
-- own sequence, the number the next of the year of the notice.
create function octad.create_complaint(record jsonb, out id bigint, out number text)
  language plpgsql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head octad.complaint := jsonb_populate_record(null::octad.complaint, record);
begin
  head.id := nextval(pg_get_serial_sequence('octad.complaint', 'id'));
  head.number := octad.next_number('C', left(head.notice_month, 4)::integer);
  head.row_version := 1;
  insert into octad.complaint select head.*;
  id := head.id;
  number := head.number;
end $$;

-- Stores a new problem with its open disciplines.
create function octad.create_problem(record jsonb, year integer, out id bigint, out number text)
  language plpgsql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  head octad.problem := jsonb_populate_record(null::octad.problem, record);
begin
  head.id := nextval(pg_get_serial_sequence('octad.problem', 'id'));
  head.number := octad.next_number('P', year);
  head.row_version := 1;
  insert into octad.problem select head.*;
  insert into octad.discipline (problem_id, code, state, text, text_customer, reason, revision, decided_at,
                                row_version)
    select head.id, d.key, 'open', '', '', '', 0, null, 1 from octad.discipline_code d order by d.key;
  id := head.id;
  number := head.number;
end $$;

-- Locks a case for a change: its problem first, so that changes of the cases of one problem come one after the
-- other. No row: there is no such case.
create function octad.lock_case(the_case bigint)
  returns table (locked_problem bigint, row_version bigint, problem_id bigint)
  language plpgsql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  problem bigint;
begin
  select c.problem_id into problem from octad.complaint c where c.id = the_case;
  perform 1 from octad.problem p where p.id = problem for no key update;
  return query select problem, c.row_version, c.problem_id from octad.complaint c where c.id = the_case
    for no key update;
end $$;

-- Moves a case to another state; the guard of the table looks at the move and its reason. Gives the new row
-- version, null when the case does not have `seen_version` any more.
create function octad.move_complaint(the_case bigint, seen_version bigint, to_state text, closed_us bigint,
                                     reason text)
  returns bigint language plpgsql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
declare
  before text := octad.octad_reason();
  moved bigint;
begin
  perform set_config('octad.reason', reason, true);
  update octad.complaint c set state = to_state, closed_at = closed_us, row_version = c.row_version + 1
    where c.id = the_case and c.row_version = seen_version returning c.row_version into moved;
  perform set_config('octad.reason', before, true);
  return moved;
end $$;

-- Notes a request, so that a repetition of it is known. No row: it is new. A second save with the same id waits
-- here until the first one has ended, and gets what that one gave.
create function octad.begin_request(request_id text, actor_login text, actor_id bigint, fingerprint text,
                                    at_us bigint)
  returns table (person_id bigint, fingerprint_sha256 text, result text)
  language plpgsql volatile set search_path = pg_catalog, octad, pg_temp
  as $$
begin
  insert into octad.request (id, login, person_id, fingerprint_sha256, result, at)
    values (request_id, actor_login, actor_id, fingerprint, null, at_us)
    on conflict on constraint request_pkey do nothing;
  if not found then
    return query select r.person_id, r.fingerprint_sha256, r.result from octad.request r
      where r.id = request_id;
  end if;
end $$;

-- Keys of the cases whose text holds all `grams` and is like `pattern` (folded, between %, \ before %, _ and \).
create function octad.search_complaints(grams text[], pattern text) returns setof bigint
  language sql stable parallel safe
  begin atomic
    select s.complaint_id from octad.complaint_search s where s.grams @> $1 and s.body like $2 escape '\';
  end;
