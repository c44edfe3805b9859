#!/usr/bin/env bash
# Mails given to `octadctl import`: told with the place of every value, registered only when that is confirmed, once.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
mails=$OCTAD_SOURCE_DIR/tests/data/mails

intake() {
  ctl init >/dev/null
  ctl person add wang --name 王芳 --roles registrar,cqe >/dev/null
  export OCTAD_AS=wang
  ctl case new --customer 星河终端有限公司 --new-customer --part PSU-12V-2A --defective 1 --title 'an earlier one' >/dev/null
  # Told, and nothing stored; the terminal is not asked when there is none.
  ctl import "$mails/zh-gb18030.eml" --lang en </dev/null >"$work/told.txt"
  grep -q '星河终端有限公司 .*line 14' "$work/told.txt" || { cat "$work/told.txt" >&2; fail 'the customer and its line are not told'; }
  grep -q 'Nothing was stored' "$work/told.txt" || fail 'does not say that nothing was stored'
  grep -q '不良品照片1.png' "$work/told.txt" || fail 'the picture is not told'
  is 1 "$(ctl case list --json | field total)" 'cases after a look'
  is 12 "$(ctl import "$mails/zh-gb18030.eml" --json | field complaint.items.0.qty_defective)" 'pieces in JSON'
  # Confirmed, with a field corrected.
  ctl import "$mails/zh-gb18030.eml" --register --set items.0.qty_defective=13 --json >"$work/saved.json"
  local number
  number=$(field number <"$work/saved.json")
  ctl case show "$number" --json >"$work/case.json"
  is 13 "$(field items.0.quantity_defective <"$work/case.json")" 'the corrected quantity'
  is XH-QA-20261120-03 "$(field complaint.customer_ref <"$work/case.json")" 'their number'
  is 2026-11-30 "$(field complaint.requested_date <"$work/case.json")" 'the date they ask for'
  is 3 "$(python3 -c 'import json,sys; print(len(json.load(sys.stdin)["attachments"]))' <"$work/case.json")" 'files of the case'
  # The same mail is told, and not registered a second time by mistake.
  is "$number" "$(ctl import "$mails/zh-gb18030.eml" --json | field registered_before)" 'the case of the same mail'
  refused 1 "$number" ctl import "$mails/zh-gb18030.eml" --register
  ctl import "$mails/zh-gb18030.eml" --register --again >/dev/null
  is 3 "$(ctl case list --json | field total)" 'cases after --again'
  # What the text does not say has to be said by somebody.
  refused 1 customer ctl import "$mails/en-quoted-printable.eml" --register
  ctl import "$mails/en-quoted-printable.eml" --register --customer "Nordwind" --new-customer >/dev/null
  refused 1 'has no field' ctl import "$mails/en-answer.eml" --set items.7.part=X
  refused 2 'FIELD=VALUE' ctl import "$mails/en-answer.eml" --set nothing
  printf 'a,b\n1,2\n' >"$work/x.eml"
  refused 1 'is no e-mail' ctl import "$work/x.eml"
  refused 2 'is for mails' ctl import "$OCTAD_SOURCE_DIR/tests/data/complaint-log-2026.csv" --register
  ctl audit verify >/dev/null
  unset OCTAD_AS
}

on_both_databases intake
