#!/usr/bin/env bash
# Logins and rights of a team's server, set up and used with octadctl alone.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

refused 1 'is a file' "$OCTADCTL" --db "sqlite://$work/none.octad" server install
[ ! -e "$work/none.octad" ] || fail "a file was made"

start_postgres "$work/server"
create_database team
OCTAD_DB=$PG_URL_BASE/team
as() { "$OCTADCTL" --db "${OCTAD_DB/octad@/$1@}" "${@:2}"; }

ctl init --company 远图电子 >/dev/null
ctl server install --print | grep 'create role' >/dev/null || fail "install prints no SQL"
ctl server install >/dev/null
ctl server person add wang --name 王芳 --roles cqe --department CQE >/dev/null
ctl server person add chen --name 陈明 --roles manager --department CQE >/dev/null
ctl server person add liu --name 刘洋 --roles member --department TE >/dev/null
ctl server person add zhao --name 赵磊 --roles member --department PIE >/dev/null
ctl server person add sun --name 孙丽 --roles auditor >/dev/null
ctl server person disable nobody --print | grep pg_terminate_backend >/dev/null || fail "disable prints no SQL"
refused 1 'keeps for itself' ctl server person add octad_owner --roles cqe
refused 1 'administrator' as wang server install

number=$(as wang case new --customer Nordwind --new-customer --part PSU --lot L1 --failure 无输出 --kind functional \
  --defective 18 --delivered 20000 --title 'no output' --verbatim '18 without output' | cut -d: -f1)
is registered "$(as sun case show "$number" --json | field complaint.state)" 'state for the auditor'
refused 1 'no case' as zhao case show "$number"
refused 1 'may not' as sun case accept "$number"
refused 1 'another person' as wang --as chen case accept "$number" --liability ours
as wang case accept "$number" --liability ours >/dev/null
as wang case assign "$number" --department TE --disciplines D4 --due 2199-12-01 --question 为什么 >/dev/null
as liu case write "$number" D4 --text 分析 >/dev/null
refused 1 '' as liu case write "$number" D5 --text 不是我的
is 0 "$(as sun audit verify >/dev/null; echo $?)" 'the trail'

ctl server person disable liu >/dev/null
refused 1 'may not use' as liu case list
echo "server: done"
