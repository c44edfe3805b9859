#!/usr/bin/env bash
# A desk becomes a team: the demonstration's file is copied to PostgreSQL and back; counts and trail stay the same.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

desk=sqlite://$work/desk.octad
demonstration "$work/desk.octad"
start_postgres "$work/pg"
create_database team
team=$PG_URL_BASE/team
OCTAD_DB=$desk
counts() { "$OCTADCTL" --db "$1" metrics counts --from 2025-01 --to 2026-12 --by month,class,department --json; }

refused 3 init "$OCTADCTL" copy --from "sqlite://$work/none.octad" --to "$team"
refused 2 --to "$OCTADCTL" copy --from "$desk"
"$OCTADCTL" copy --from "$desk" --to "$team" >"$work/out"
grep -q 'verified there' "$work/out" || fail 'what was copied is not said'
is "$(counts "$desk")" "$(counts "$team")" 'the counts on the server'
refused 1 'holds records already' "$OCTADCTL" copy --from "$desk" --to "$team"
back=sqlite://$work/back.octad
"$OCTADCTL" copy --from "$team" --to "$back" >/dev/null
is "$(counts "$desk")" "$(counts "$back")" 'the counts in the file again'
number=$("$OCTADCTL" --db "$desk" case list --state closed --limit 1 --json | field cases.0.number)
is "$("$OCTADCTL" --db "$desk" case show "$number" --json)" "$("$OCTADCTL" --db "$back" case show "$number" --json)" 'a closed case'
"$OCTADCTL" --db "$back" audit verify >/dev/null
echo 'copied there and back'
