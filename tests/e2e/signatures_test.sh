#!/usr/bin/env bash
# Signatures with a meaning, and the auditor's place: samples, checklists, packages, and who read what.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
. "$OCTAD_SOURCE_DIR/tests/e2e/eightd_steps.sh"

hash_of() { # NUMBER SUBJECT : record_sha256 of the version that can be signed now
  wang case signatures "$1" --json | python3 -c '
import json, sys
print(next(s["record_sha256"] for s in json.load(sys.stdin)["signable"] if s["subject"] == sys.argv[1]))' "$2"
}

journey() {
  staff
  ctl person add sun --name '孙丽' --roles auditor >/dev/null
  local number seen
  number=$(wang case new --customer Nordwind --new-customer --part PSU --lot L1 --failure 无输出 --kind functional \
    --defective 18 --delivered 20000 --title 'no output' --verbatim '18 without output' | cut -d: -f1)
  wang case accept "$number" --liability ours >/dev/null
  contain "$number" "$(day -3)"
  wang attach "$number" "$OCTAD_SOURCE_DIR/LICENSE" --caption evidence >/dev/null

  # Who may say what about D2, which wang wrote and chen approved.
  wang case signatures "$number" >"$work/out"
  grep -q 'Nothing is signed yet' "$work/out" || fail "signatures of a fresh case: $(cat "$work/out")"
  wang case sign "$number" --subject D2 --meaning authored >"$work/out"
  grep -q 'Without a password' "$work/out" || fail "a database without logins says: $(cat "$work/out")"
  refused 1 'wrote this version yourself' wang case sign "$number" --subject D2 --meaning approved
  chen case sign "$number" --subject D2 --meaning approved --seen "$(hash_of "$number" D2)" >/dev/null
  refused 1 'signed this version with that meaning already' chen case sign "$number" --subject D2 --meaning approved
  refused 1 'not submitted' chen case sign "$number" --subject D4 --meaning reviewed
  refused 1 'cannot be signed' chen case sign "$number" --subject D9 --meaning reviewed
  refused 1 'use one of' chen case sign "$number" --subject D2 --meaning blessed
  is 'valid valid' "$(wang case signatures "$number" --json | field signatures.0.state) $(wang case signatures "$number" --json | field signatures.1.state)" \
    'the state of fresh signatures'

  # The version that was looked at, and what happens to it.
  seen=$(hash_of "$number" D3)
  wang case waive "$number" D3 --required --reason '又在途发现可疑品' >/dev/null
  put "$number" D3 '{"clean_point":"L2642A"}' >/dev/null
  handIn "$number" D3
  refused 4 'changed after you opened it' chen case sign "$number" --subject D3 --meaning approved --seen "$seen"
  chen case sign "$number" --subject D3 --meaning approved >/dev/null
  wang case waive "$number" D2 --required --reason '客户补充了事实' >/dev/null
  put "$number" D2 '{"text":"无输出，间歇"}' >/dev/null
  handIn "$number" D2
  is 'superseded valid' "$(wang case signatures "$number" --json | field signatures.1.state) $(wang case signatures "$number" --json | field signatures.2.state)" \
    'signatures after a change of D2'
  wang case history "$number" | grep -q 'signed D3' || fail "the history does not tell the signature"

  # An auditor draws, looks and takes along; all of it is on record.
  local first second
  first=$(ctl --as sun audit sample --from 2000-01 --to 2199-12 --seed 7 --size 3 --json | field cases.0.number)
  second=$(ctl --as sun audit sample --from 2000-01 --to 2199-12 --seed 7 --size 3 --json | field cases.0.number)
  is "$number $number" "$first $second" 'the same seed twice'
  is 0 "$(ctl --as sun audit sample --from 2000-01 --to 2000-12 --seed 7 --json | field population)" 'an empty period'
  refused 1 "auditor's place" liu audit sample --seed 7
  refused 1 'Draw at least one' ctl --as sun audit sample --seed 7 --size 0
  ctl --as sun audit checklist "$number" >"$work/out"
  for words in '8.7.1.3' '10.2.3' '10.2.4' '10.2.5' '10.2.6' '9.1.2.1' '7.5.3.2.1' '+ Clean point: L2642A' '  ! '; do
    grep -qF -- "$words" "$work/out" || fail "the checklist does not say $words"
  done
  "$OCTADCTL" --db "$OCTAD_DB" --as wang audit key -o "$work/key.pem" >/dev/null 2>&1 || true
  chen audit checkpoint --key "$work/key.pem" -o "$work/1.root" >/dev/null
  ctl --as sun audit package "$number" -o "$work/$number.zip" >"$work/out"
  grep -q "$(unzip -p "$work/$number.zip" manifest.json | sha256sum | cut -d' ' -f1)" "$work/out" ||
    fail "the hash of the manifest is not the one that is said"
  rm -rf "$work/package" && mkdir "$work/package" && unzip -q "$work/$number.zip" -d "$work/package"
  (cd "$work/package" && sha256sum --quiet -c SHA256SUMS) || fail "the sums of the package do not hold"
  is evidence "$(field files.5.about <"$work/package/manifest.json")" 'the attached file of the package'
  head -c4 "$work/package/8d.pdf" | grep -q '%PDF' || fail "the 8D report is no PDF"
  "$OCTADVERIFY" "$work/package/trail.log" --key "$work/key.pem.pub" --root "$work/1.root" >"$work/out" ||
    fail "the trail of the package: $(cat "$work/out")"
  grep -q '0 faults' "$work/out" && grep -q 'one case' "$work/out" || fail "octadverify says: $(cat "$work/out")"
  # A signature that is altered in the log is seen.
  sed 's/\\"meaning\\": *\\"approved\\"/\\"meaning\\":\\"verified\\"/' "$work/package/trail.log" >"$work/forged.log"
  cmp -s "$work/package/trail.log" "$work/forged.log" && fail "nothing was forged"
  ! "$OCTADVERIFY" "$work/forged.log" --key "$work/key.pem.pub" >/dev/null 2>&1 || fail "a forged signature verifies"
  ctl --as sun case show "$number" >/dev/null
  wang case show "$number" >/dev/null
  ctl --as sun audit readings --json >"$work/readings.json"
  is 'opened exported opened' "$(for i in 0 1 2; do field readings.$i.kind <"$work/readings.json"; done | xargs)" 'what was read last'
  grep -q 'seed=7' "$work/readings.json" || fail "the terms of the sample are not on record"
  ctl audit verify >/dev/null || fail "the trail does not verify"
  rm -f "$work/key.pem" "$work/key.pem.pub"
}
on_both_databases journey

# A server with logins asks for the password again, and looks at everything itself.
create_database team
OCTAD_DB=$PG_URL_BASE/team
as() { PGPASSWORD=$1-word "$OCTADCTL" --db "${OCTAD_DB/octad@/$1@}" "${@:2}"; }
sql() { python3 "$OCTAD_SOURCE_DIR/tests/e2e/straight_sql.py" "$@"; }
ctl init --company 远图电子 >/dev/null
ctl server install >/dev/null
ctl server person add wang --name 王芳 --roles cqe --department CQE >/dev/null
ctl server person add chen --name 陈伟 --roles manager --department CQE >/dev/null
ctl server person add sun --name 孙丽 --roles auditor >/dev/null
psql_owner() { as_server $pg_bin/psql -qX -h 127.0.0.1 -p "$pg_port" -U octad -d team "$@"; }
for login in wang chen sun; do psql_owner -c "alter role $login password '$login-word'" >/dev/null; done
printf 'host all octad 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n' >"$pg_dir/data/pg_hba.conf"
psql_owner -c 'select pg_reload_conf()' >/dev/null

number=$(as wang case new --customer Nordwind --new-customer --part PSU --lot L1 --failure 无输出 --kind functional \
  --defective 2 --delivered 20000 --title 'no output' --verbatim '2 without output' | cut -d: -f1)
as wang case write "$number" D0 --text '停止发货' >/dev/null
as wang case submit "$number" D0 >/dev/null
as chen case approve "$number" D0 >/dev/null
echo wrong >"$work/wrong"; echo chen-word >"$work/right"
refused 1 'not your password' as chen case sign "$number" --subject D0 --meaning approved --password-file "$work/wrong"
is 0 "$(as wang case signatures "$number" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["signatures"]))')" \
  'signatures after a wrong password'
as chen case sign "$number" --subject D0 --meaning approved --password-file - <"$work/right" >"$work/out"
grep -q 'Password typed again' "$work/out" || fail "a signature with a password says: $(cat "$work/out")"
refused 1 'already' as chen case sign "$number" --subject D0 --meaning approved --password-file "$work/right"
refused 1 'wrote this version yourself' as wang case sign "$number" --subject D0 --meaning reviewed
refused 4 'changed after you opened it' as chen case sign "$number" --subject D0 --meaning reviewed --password-file "$work/right" \
  --seen "$(printf '0%.0s' $(seq 64))"
refused 1 'Only a CQE' as sun case sign "$number" --subject D0 --meaning reviewed
# Straight in SQL: nobody writes a signature, nobody signs for somebody else or against the rules.
straight() { as_server env PGPASSWORD="$1-word" $pg_bin/psql -qAtX -h 127.0.0.1 -p "$pg_port" -U "$1" -d team -c "$2" >"$work/out" 2>&1 || true; }
says() { grep -q -- "$1" "$work/out" || fail "$2: $(cat "$work/out")"; }
record="jsonb_build_object('problem_id', 1, 'submission_id', 1, 'meaning', 'approved', 'record_sha256', repeat('b', 64), 'chain_seq', h.seq,
  'chain_hash', h.hash, 'reauthenticated', 'password', 'signed_by', (select id from octad.person where login = '%s'))"
chain="from octad.audit_head h join octad.problem p on p.uuid = h.chain where p.id = 1"
straight wang "select octad.sign_record(1, ${record//%s/wang}) $chain"
says 'octad:signature' 'the author approved his own answer'
straight wang "select octad.sign_record(1, ${record//%s/chen}) $chain"
says 'octad:identity' 'wang signed as chen'
straight chen "select octad.sign_record(1, ${record//%s/chen} || '{\"chain_seq\":1}') $chain"
says 'octad:signed-version' 'a stale version was signed'
straight chen "insert into octad.signature select * from octad.signature"
says 'permission denied' 'a signature was inserted'
straight chen "select octad.sign_record(1, ${record//%s/chen}) $chain"
grep -q 'octad:' "$work/out" && fail "the positive control is refused: $(cat "$work/out")"
as sun audit checklist "$number" >/dev/null
is sun "$(psql_owner -At -c "select distinct p.login from octad.case_reading r join octad.person p on p.id = r.person_id")" 'who read the case'
refused 1 '' as wang --as sun audit checklist "$number"
# A signature row changed past the triggers is caught by the replay; a copy keeps the signatures.
"$OCTADCTL" copy --from "$OCTAD_DB" --to "sqlite://$work/copy.octad" >/dev/null
is 2 "$("$OCTADCTL" --db "sqlite://$work/copy.octad" --as wang case signatures "$number" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["signatures"]))')" \
  'signatures in the copy'
psql_owner -c "set session_replication_role = replica; update octad.signature set printed_name = 'somebody' where id = 1" >/dev/null
refused 1 'altered' ctl audit verify
grep -q 'signature 1: printed_name' "$work/out" || fail "the check says: $(cat "$work/out")"
