#!/usr/bin/env bash
# `octadctl jobs run`, `inbox` and `mail`: told once, also after a month off, read by whom it was told, and mailed once a day.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

journey() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add chen --name '陈伟' --roles manager >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add ma --name '马强' --roles head --department TE >/dev/null
  number=$(ctl --as wang case new --customer Nordwind --new-customer --part PSU --failure 无输出 --defective 18 --title '无输出' | cut -d: -f1)
  ctl --as wang case accept "$number" --liability ours >/dev/null
  ctl --as wang case assign "$number" --department TE --disciplines D4 --due "$(date -d '+5 days' +%F)" --question '为何无输出？' >/dev/null
  month=$(date -d '+30 days' '+%F 09:00')

  refused 1 administer ctl --lang en --as wang jobs run
  refused 1 'is not a time' ctl --lang en jobs run --at 'tomorrow'
  is 0 "$(ctl jobs run --json | field given)" 'everything is fresh'
  is '没有未读通知。' "$(ctl --lang zh --as liu inbox)" 'an empty inbox'
  ctl --lang en --as liu work --ics "$work/due.ics"
  grep -q "^SUMMARY:$number Answer a question (Nordwind)" "$work/due.ics" || fail 'the calendar file does not name the question'
  refused 1 'cannot be written' ctl --lang en --as liu work --ics "$work/none/due.ics"
  given=$(ctl jobs run --at "$month" --json | field given)
  [ "$given" -ge 5 ] || fail "only $given notices after a month"
  is 0 "$(ctl jobs run --at "$month" --json | field given)" 'told once'

  ctl --lang en --as liu inbox >"$work/liu"
  is 1 "$(wc -l <"$work/liu")" "notices of who has to answer"
  grep -q "Overdue.*$number.*Nordwind.*Department's answer was due" "$work/liu" || fail "$(cat "$work/liu")"
  ctl --lang en --as ma inbox | grep -q "Overdue.*$number.*Ask what holds it up" || fail 'the head is not told'
  ctl --lang zh --as chen inbox | grep -q "已逾期.*$number\|逾期.*$number" || fail 'the manager is not told'
  notice=$(ctl --as liu inbox --json | field notices.0.id)
  refused 1 'no unread notice' ctl --lang en --as ma inbox read "$notice"
  refused 2 --all ctl --lang en --as liu inbox read
  refused 1 'whole number' ctl --lang en --as liu inbox read first
  is 1 "$(ctl --as liu inbox read "$notice" --json | field read)" 'one is read'
  is 0 "$(ctl --as liu inbox --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["notices"]))')" 'unread'
  ctl --as liu inbox --all | grep -q "$number" || fail 'a notice that was read is gone'
  ctl --as chen inbox read --all >/dev/null
  is '没有未读通知。' "$(ctl --lang zh --as chen inbox)" 'all are read'
  costs
  mails
  ctl audit verify >/dev/null
}

# What a case lost and what its returns cost are told together, by its pieces.
costs() {
  local other goods
  is 'No rates are set: only amounts in CNY are added up.' "$(ctl --lang en site rates)" 'rates of a new site'
  refused 1 'is no rate' ctl --lang en site rates --set EUR
  refused 1 administer ctl --lang en --as wang site rates --set EUR=7.85
  is 'One unit is in CNY: EUR=7.85' "$(ctl --lang en site rates --set eur=7.850)" 'rates that are set'
  other=$(ctl --as wang case new --customer Nordwind --part PSU --failure 划伤 --defective 2 --title '划伤' | cut -d: -f1)
  printf '{"lines": [{"case": "%s", "quantity": 30}, {"case": "%s", "quantity": 10}]}' "$number" "$other" >"$work/goods.json"
  goods=$(ctl --as wang return announce --json "$work/goods.json" | field number)
  ctl --as wang return cost "$goods" --kind sorting --amount 300 --currency EUR --note '挑选' >/dev/null
  is 0 "$(ctl jobs run --at "$month" --no-mail --json >/dev/null; ctl --as chen inbox --json | python3 -c 'import json,sys; print(sum(n["condition"]=="cost" for n in json.load(sys.stdin)["notices"]))')" 'below the limit'
  ctl --as wang return cost "$goods" --kind freight --amount 400 --note '空运' >/dev/null
  ctl jobs run --at "$month" --no-mail >/dev/null
  ctl --lang en --as chen inbox >"$work/costs"
  grep -q "$number.*comes to 2,066.25 CNY, above the limit of 2,000.00 CNY.*$goods: 225.00 EUR = 1,766.25 CNY, for 30 of its 40 pieces" "$work/costs" ||
    fail "$(cat "$work/costs")"
  grep "$other" "$work/costs" | grep -q 'above the limit' && fail 'the other case bears a quarter'
  ctl --as chen inbox read --all >/dev/null
}

# The digest of the day, to a mail server of this test.
mails() {
  local port file="$work/mails-$RANDOM"
  coproc SINK { exec python3 "$OCTAD_SOURCE_DIR/tests/support/smtp_sink.py" "$file"; }
  read -r port <&"${SINK[0]}"
  is 'No mail server is set: no mails are sent.' "$(ctl --lang en mail setup)" 'the server before'
  refused 1 'without a name or password' ctl --lang en mail setup --server smtp://octad:secret@127.0.0.1 --from octad@example.com
  refused 1 'not an e-mail address' ctl --lang en mail setup --server smtp://127.0.0.1 --from octad
  refused 1 administer ctl --lang en --as wang mail setup --server "smtp://127.0.0.1:$port" --from octad@example.com
  ctl mail setup --server "smtp://127.0.0.1:$port" --from octad@example.com >/dev/null
  refused 1 'not an e-mail address' ctl --lang en person address wang --to $'wang@example.com\nRCPT TO:<eve@example.com>'
  refused 1 'no person' ctl --lang en person address nobody --to nobody@example.com
  ctl person address wang --to wang@example.com >/dev/null
  ctl person address ma --to refused@example.com >/dev/null
  # A working day whatever today is: the first Monday after the month.
  local monday
  monday=$(monday_from "$(date -d '+31 days' +%F)")
  is 0 "$(ctl jobs run --at "$monday 08:00" --json | field mails.queued)" 'before the hour of the digest'
  ctl --lang zh jobs run --at "$monday 08:30" --json >"$work/run"
  is 1 "$(field mails.sent <"$work/run")" 'mails sent'
  is 1 "$(field mails.refused <"$work/run")" 'mails refused'
  is 0 "$(ctl jobs run --at "$monday 09:30" --json | field mails.sent)" 'once a day'
  is 'wang@example.com' "$(tail -1 "$file" | field to.0)" 'the receiver'
  tail -1 "$file" | field body | grep "$number" >/dev/null || fail 'the mail does not name the case'
  ctl --lang en mail list | grep -q 'Refused by the mail server.*refused@example.com.*550 5.1.1 no such person' || fail 'the refusal is not shown'
  is 2 "$(ctl mail list --all --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["mails"]))')" 'mails kept'
  # A refused mail is written again to the address its receiver has now.
  refused 2 'number of a mail' ctl --lang en mail retry
  refused 1 'no mail 4711' ctl --lang en mail retry 4711
  ctl person address ma --to moved@example.com >/dev/null
  is 1 "$(ctl mail retry "$(ctl mail list --json | field mails.0.id)" --json | field queued)" 'mails to be tried again'
  is 1 "$(ctl jobs run --at "$monday 10:30" --json | field mails.sent)" 'mails sent to the new address'
  is '' "$(ctl mail list --json | python3 -c 'import json,sys; print(*[m["id"] for m in json.load(sys.stdin)["mails"]])')" 'mails not sent'
  returned "$file" "$monday"
  ctl --lang en mail test --to wang@example.com | grep -q 'took the test mail' || fail 'the test mail is not told'
  refused 1 '550' ctl --lang en mail test --to refused@example.com
  ctl mail setup --user octad >/dev/null
  refused 1 OCTAD_SMTP_PASSWORD ctl --lang en jobs run --at "$monday 10:00" </dev/null
  ctl mail setup --off >/dev/null
  eval "exec ${SINK[1]}>&-"
  wait "$SINK_PID" || true
}

# A mail that the server takes and that comes back later.
returned() {
  local file=$1 monday=$2 day cases
  day=$(monday_from "$(date -d "$monday +7 days" +%F)")
  ctl person address ma --to returned@example.com >/dev/null
  number=$(ctl --as wang case new --customer Nordwind --part PSU --failure 无输出 --defective 1 --title '又一件' | cut -d: -f1)
  ctl --as wang case accept "$number" --liability ours >/dev/null
  ctl --as wang case assign "$number" --department TE --disciplines D4 --due "$(date -d '+6 days' +%F)" --question '为何？' >/dev/null
  ctl jobs run --at "$day 08:30" >/dev/null
  is '' "$(ctl mail list --json | python3 -c 'import json,sys; print(*[m["id"] for m in json.load(sys.stdin)["mails"]])')" 'taken by the server'
  cases=$(ctl case list --json | field total)
  # The job acted as if it were that day; so does the mail server.
  sed -i "0,/^Date:/s/^Date:.*/Date: $(date -R -d "$day 09:00")\r/" "$file.1.eml"
  refused 1 administrator ctl --lang en --as wang import "$file.1.eml"
  refused 1 'no report' ctl --lang en mail bounce "$OCTAD_SOURCE_DIR/tests/data/mails/en-answer.eml"
  refused 1 'not sent from here' ctl --lang en import "$OCTAD_SOURCE_DIR/tests/data/bounces/postfix-failed.eml"
  refused 1 'RFC 3464' ctl --lang en import "$OCTAD_SOURCE_DIR/tests/data/bounces/words-only.eml"
  ctl --lang en import "$file.1.eml" --dry-run >"$work/dry" 2>&1 && fail 'a dry run notes nothing'
  ctl --lang en import "$file.1.eml" >"$work/noted"
  grep -q 'The mail to returned@example.com came back.*550 5.1.1 <returned@example.com>: User unknown' "$work/noted" || fail "$(cat "$work/noted")"
  ctl --lang en mail bounce - <"$file.1.eml" | grep -q 'noted before' || fail 'the same report is noted twice'
  is bounced "$(ctl mail list --json | field mails.0.state)" 'the state of the mail'
  ctl --lang en mail list | grep -q 'Came back.*returned@example.com.*550 5.1.1' || fail 'the mail that came back is not shown'
  ctl --lang zh --as ma inbox | grep -q '发往 returned@example.com 的邮件无法送达' || fail 'the receiver is not told'
  is "$cases" "$(ctl case list --json | field total)" 'a report never becomes a complaint'
  ctl person address ma --to moved@example.com >/dev/null
  is 1 "$(ctl mail retry --all --json | field queued)" 'mails that came back, tried again'
  is 1 "$(ctl jobs run --at "$day 10:30" --json | field mails.sent)" 'sent to the right address'
}

on_both_databases journey
