#!/usr/bin/env bash
# Signing in at a team's server: certificates, passwords, who is let in no more, deputies, customers entrusted to people.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

start_postgres "$work/server"
create_database team
OCTAD_DB=$PG_URL_BASE/team
usual='four horses drink tea'
as() { "$OCTADCTL" --db "${OCTAD_DB/octad@/$1@}" "${@:2}"; }
ctl init --company 远图电子 >/dev/null
ctl server install >/dev/null
for person in 'wang 王芳 cqe CQE' 'chen 陈明 manager CQE' 'liu 刘洋 member TE' 'zhao 赵磊 member PIE' 'li 李娜 registrar MKT'; do
  set -- $person
  ctl server person add "$1" --name "$2" --roles "$3" --department "$4" >/dev/null
  printf '%s\n%s\n' "$usual" "$usual" | ctl server person password "$1" >"$work/out" 2>&1 || {
    cat "$work/out"; fail "no password for $1"; }
done
# From here on everybody but the administrator needs a password.
printf 'host all octad 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n' >"$pg_dir/data/pg_hba.conf"
as_server psql -qAt -h 127.0.0.1 -p "$pg_port" -U octad -d team -c 'select pg_reload_conf()' >/dev/null
with() { PGPASSWORD=$usual as "$@"; } # login verb…
until [ "$(as liu whoami 2>&1 | grep -c 'wants a password')" = 1 ]; do :; done

refused 1 'wants a password' as wang whoami
refused 1 'does not accept' env PGPASSWORD=wrong "$OCTADCTL" --db "${OCTAD_DB/octad@/wang@}" whoami
is 'cqe CQE' "$(with wang whoami --json | field roles.0) $(with wang whoami --json | field department)" 'who wang is'
with wang --lang zh whoami | grep '处理客诉' >/dev/null || fail 'the rights are not in words'

# Nothing lowers the check of a server that is not this computer.
for mode in disable require verify-ca; do
  refused 1 "sslmode=$mode" "$OCTADCTL" --db "postgresql://wang@db.octad.test/team?sslmode=$mode" whoami
done
refused 1 'does not encrypt' "$OCTADCTL" --db "postgresql://wang@db.octad.test:$pg_port/team?hostaddr=127.0.0.1" whoami
refused 3 'no computer with this name' "$OCTADCTL" --db postgresql://wang@no-such-host.invalid/team whoami

# The own password.
change() { printf '%s\n%s\n%s\n' "$1" "$2" "$3" | PGPASSWORD=${4:-$1} as liu person password; }
refused 1 'at least 12' change "$usual" short short
refused 1 'not the same' change "$usual" 'noon bells ring twice' 'noon bells ring once'
refused 1 'not your present' change 'wrong horses tea' 'noon bells ring twice' 'noon bells ring twice' "$usual"
change "$usual" 'noon bells ring twice' 'noon bells ring twice' >/dev/null
refused 1 'does not accept' with liu whoami
is 刘洋 "$(PGPASSWORD='noon bells ring twice' as liu whoami --json | field person)" 'liu with the new password'
printf '%s\n%s\n' "$usual" "$usual" | ctl server person password liu --until 2020-01-01 >/dev/null
refused 1 'expired' with liu whoami
printf '%s\n%s\n' "$usual" "$usual" | ctl server person password liu >/dev/null

# A deputy works for the other department within the days, and nobody else does.
number=$(with wang case new --customer Nordwind --new-customer --part PSU --lot L1 --failure 无输出 --kind functional \
  --defective 18 --delivered 20000 --title 'no output' --verbatim '18 without output' | cut -d: -f1)
with wang case accept "$number" --liability ours >/dev/null
with wang case assign "$number" --department TE --disciplines D4 --due "$(day +9)" --question 为什么 >/dev/null
refused 1 'no case' with zhao case show "$number"
refused 1 'deputy' with zhao --stand-in liu case write "$number" D4 --text 分析
refused 1 'may not say' with wang person deputy liu --deputy zhao --until "$(day +3)" --reason 出差
refused 1 'last day' with liu person deputy liu --deputy zhao --until "$(day -2)" --reason 出差
with liu person deputy liu --deputy zhao --from "$(day -1)" --until "$(day +3)" --reason 出差 >/dev/null
with chen --lang en person deputies | grep '刘洋.*赵磊.*出差' >/dev/null || fail 'the deputy is not listed'
with zhao work --json | python3 -c 'import json,sys
mine = json.load(sys.stdin)["mine"]
assert [m["in_place_of"] for m in mine if m["kind"] == "answer"] == ["刘洋"], mine' || fail 'the work of who is away'
with zhao --stand-in liu case write "$number" D4 --text 焊点虚焊 >/dev/null
with wang case history "$number" | grep '赵磊 (for 刘洋)' >/dev/null || fail 'the trail does not say for whom'
with liu person deputy liu --deputy zhao --end >/dev/null
refused 1 'deputy' with zhao --stand-in liu case write "$number" D4 --text 再分析

# Sales reads the cases of the customers it looks after.
refused 1 'no case' with li case show "$number"
refused 1 'may not entrust' with li person account li --customer Nordwind
with chen person account li --customer Nordwind >/dev/null
is Nordwind "$(with li person account li)" 'the customers of li'
is "$number" "$(with li case show "$number" --json | field complaint.number)" 'the case for sales'
with chen person account li --customer Nordwind --remove >/dev/null
refused 1 'no case' with li case show "$number"

# Who leaves is out at once, also with the password.
ctl server person disable zhao >/dev/null
refused 1 'switched off' with zhao whoami
echo "login: done"
