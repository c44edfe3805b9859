#!/usr/bin/env bash
# A complaint from receipt to verified closure with octadctl alone, with a rejected answer and an ineffective verification.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

# The history in words, in both languages, the newest first.
told() {
  local words
  chen case history "$number" --lang zh >"$work/zh.txt"
  for words in '  王芳登记了客诉' '  陈伟驳回了 D4：没有证据  (没有流出原因, 也没有验证)' '  陈伟批准结案  (三批无不良)' '  刘洋提交了 D4，第 2 版'; do
    grep -qF "$words" "$work/zh.txt" || fail "the history does not say $words"
  done
  chen case history "$number" --lang en >"$work/en.txt"
  for words in '  王芳 registered the complaint' '  陈伟 rejected D4: No evidence  (没有流出原因, 也没有验证)' '  陈伟 closed the case  (三批无不良)' \
    '  陈伟 reopened the case  (客户又发现 1 件)' '  王芳 verified the effect: Not effective' 'computed changes left out; --all shows them'; do
    grep -qF "$words" "$work/en.txt" || fail "the history does not say $words"
  done
  [ "$(grep -n 'reopened the case' "$work/en.txt" | cut -d: -f1)" -lt "$(grep -n 'registered the complaint' "$work/en.txt" | cut -d: -f1)" ] ||
    fail 'the newest is not first'
  grep -q '“”' "$work/en.txt" && fail "something has no name: $(grep '“”' "$work/en.txt")"
  chen case history "$number" --changes | grep -x '    state: closed → handling' >/dev/null || fail 'it does not say what changed'
  chen case history "$number" --lang en --json >"$work/told.json"
  is 'registered the complaint, review' "$(python3 -c '
import json, sys
events = json.load(open(sys.argv[1]))
told = [e["sentence"] for e in events if e["person"] == "王芳" and e["table"] == "complaint" and e["operation"] == "INSERT"]
rejected = [e["table"] for e in events if "rejected D4" in e["sentence"] and e["changes"] and not e["derived"]]
print(", ".join([told[0].split(" ", 1)[1]] + rejected))' "$work/told.json")" 'the history as JSON'
  refused 1 'no case' ctl --as chen case history C26-99999
}

journey() {
  ctl init --company 远图电子 >/dev/null
  refused 1 '--as' ctl --as wang case new --customer N --new-customer --part P --defective 1 --title 'nobody knows wang yet'
  me=$(ctl person list --json | field people.0.login)
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add chen --name '陈伟' --roles cqe,manager >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add zhou --name '周敏' --roles checker >/dev/null
  [ -n "$me" ] || fail "nobody set up"
  wang() { ctl --as wang "$@"; }
  chen() { ctl --as chen "$@"; }
  liu() { ctl --as liu "$@"; }

  # Wrong input: each mistake gets its sentence and exit code.
  refused 1 title ctl --as wang case new --customer Nordwind --part PSU --defective 3 --new-customer --title ' '
  refused 1 customer ctl --as wang case new --customer Nordwind --part PSU --defective 3 --title 'no output'
  refused 1 'whole number' ctl --as wang case new --customer N --new-customer --part P --defective 1.5 --title x1
  refused 1 2026-02-30 ctl --as wang case new --customer N --new-customer --part P --defective 1 --title x1 --requested 2026-02-30
  refused 2 usage ctl --as wang case show
  refused 2 'no verb' ctl --as wang case shine
  refused 1 'no case' ctl --as wang case show C26-99999
  refused 3 init "$OCTADCTL" --db "sqlite://$work/nothing.octad" case list
  refused 3 "" "$OCTADCTL" --db postgresql://octad@127.0.0.1:1/none case list

  number=$(wang case new --customer 'Nordwind Automotive' --new-customer --part PSU-12V-2A --lot L2640B --failure 无输出 \
    --kind functional --defective 18 --delivered 20000 --title '无输出 / no output' --ref CC4711 --contact 'Frau Becker' \
    --verbatim '18 power supplies without output on our line 3' | cut -d: -f1)
  is major "$(wang case show "$number" --json | field complaint.severity)" class
  is registered "$(wang case show "$number" --json | field complaint.state)" state

  refused 1 '' ctl --as liu case accept "$number"
  refused 1 accept ctl --as wang case write "$number" D5 --text early
  wang case reply "$number" --stage first --to becker@nordwind.example --text 'We have received your complaint.' >/dev/null
  wang case sample "$number" --arrived '2026-11-20 09:00' --analysable '2026-11-20 10:00' --quantity 3 >/dev/null
  refused 4 '' ctl --as wang case accept "$number" --liability ours --version 1 # the reply and the sample came since
  wang case accept "$number" --liability ours >/dev/null
  is handling "$(wang case show "$number" --json | field complaint.state)" state

  # D0-D3
  wang case write "$number" D0 --text '停止发货' --customer-text 'Shipments stopped.' >/dev/null
  cat >"$work/d1.json" <<'J'
{"team":[{"id":0,"problem_id":0,"name":"王芳","role":"leader","department":"CQE","contact":"wang@octad.example"},
         {"id":0,"problem_id":0,"name":"陈伟","role":"sponsor","department":"QM","contact":"chen@octad.example"},
         {"id":0,"problem_id":0,"name":"刘洋","role":"member","department":"TE","contact":"liu@octad.example"}]}
J
  wang case write "$number" D1 --json "$work/d1.json" >/dev/null
  cat >"$work/d2.json" <<'J'
{"text":"批次 L2640B 出现无输出","text_customer":"Units of lot L2640B have no output.",
 "facts":[{"question":"what","answer":"无输出","answer_customer":"no output"},{"question":"where","answer":"客户产线","answer_customer":"line 3"},
          {"question":"when","answer":"11 月","answer_customer":"November"},{"question":"who","answer":"IQC","answer_customer":"incoming inspection"},
          {"question":"why","answer":"虚焊","answer_customer":"open joint"},{"question":"how","answer":"通电测试","answer_customer":"power-on test"},
          {"question":"how_many","answer":"18 / 20000","answer_customer":"18 of 20,000"}]}
J
  wang case write "$number" D2 --json "$work/d2.json" >/dev/null
  cat >"$work/d3.json" <<'J'
{"clean_point":"L2641A","clean_point_date":"2026-11-18",
 "sweep":[{"location":"raw","not_applicable":"not a material defect"},{"location":"wip","suspect":120,"ok":118,"ng":2},
          {"location":"finished","suspect":600,"ok":597,"ng":3},{"location":"transit","suspect":400,"ok":400},
          {"location":"customer","suspect":1880,"ok":1862,"ng":18},{"location":"field","not_applicable":"not delivered to the field"},
          {"location":"supplier","not_applicable":"not a supplier's matter"}],
 "actions":[{"kind":"containment","text":"全检 L2640B","text_customer":"100 % inspection of lot L2640B","owner":"李强",
             "due_on":"2026-11-20","done_on":"2026-11-20","proof":"inspection record 4711"}]}
J
  wang case write "$number" D3 --json "$work/d3.json" >/dev/null
  for step in D0 D1 D2 D3; do
    wang case submit "$number" $step >/dev/null
    chen case approve "$number" $step >/dev/null
  done

  # The department answers, is rejected, answers again.
  wang case assign "$number" --department TE --disciplines D4,D5 --due "$(day +5)" --question '为什么虚焊?' >/dev/null
  is "answer $number" "$(liu work --json | field mine.0.kind) $(liu work --json | field mine.0.number)" 'the work of the department'
  liu work | grep -q "$number" || fail 'the work is not printed'
  wang work --others | grep -q "$number" || fail 'whom the CQE waits for is not printed'
  liu d4 add-cause "$number" --type TUA --text 'L3 焊点空洞 60 %' --customer-text 'Solder void of 60 % under L3' --why 'L3 焊点开路|X-ray' >/dev/null
  liu case submit "$number" D4 >/dev/null
  is review "$(wang work --json | field mine.0.kind)" 'the work of the CQE'
  refused 1 '' ctl --as chen case approve "$number" D4
  refused 1 '' ctl --as chen case reject "$number" D4 --code no_evidence
  chen case reject "$number" D4 --code no_evidence --reason '没有流出原因, 也没有验证' >/dev/null
  wang case show "$number" --json >"$work/case.json"
  python3 - "$work/case.json" "$work/d4.json" <<'P'
import json, sys
case = json.load(open(sys.argv[1]))
cause = case["causes"][0]
cause.update(result="confirmed", method="cross-section", proof="void 60 %, picture 3", verified_by="刘洋", verified_on="2026-11-21")
escape = dict(id=-1, problem_id=0, type="TUN", text="AOI 窗口未覆盖 L3", text_customer="AOI window did not cover L3", result="confirmed",
              method="AOI replay", proof="5 of 5 bad boards pass AOI", verified_by="刘洋", verified_on="2026-11-21")
steps = case["why_steps"] + [dict(cause_id=-1, position=1, answer="程序未更新", evidence="program rev. 3")]
json.dump(dict(causes=[cause, escape], why_steps=steps, text="虚焊", text_customer="Open solder joint under L3"), open(sys.argv[2], "w"))
P
  liu case write "$number" D4 --json "$work/d4.json" >/dev/null
  liu case submit "$number" D4 >/dev/null
  chen case approve "$number" D4 >/dev/null
  wang case compare "$number" D4 --lang en >"$work/compared"
  grep -q '^    + void 60 %, picture 3$' "$work/compared" || fail "the proof is not told as new: $(cat "$work/compared")"
  wang case compare "$number" D4 --lang zh | grep -q '版本 1 → 2' || fail 'the revisions are not named'
  refused 1 'no revision 7' ctl --as wang --lang en case compare "$number" D4 --to 7
  refused 1 'fewer than two revisions' ctl --as wang --lang en case compare "$number" D5
  refused 1 'D9' ctl --as wang --lang en case compare "$number" D9
  is 2 "$(wang case show "$number" --json | python3 -c 'import json,sys; print(sum(s["discipline"] == "D4" for s in json.load(sys.stdin)["submissions"]))')" 'revisions of D4'

  occurrence=$(wang case show "$number" --json | field causes.0.id)
  escape=$(wang case show "$number" --json | field causes.1.id)
  liu action add "$number" --cause "$occurrence" --text '钢网开口加大 10 %' --customer-text 'Stencil aperture +10 %' --owner 刘洋 --due "$(day +5)" >/dev/null
  liu action add "$number" --cause "$escape" --text 'AOI 窗口覆盖 L3' --customer-text 'AOI window covers L3' --owner 赵敏 --due "$(day +5)" >/dev/null
  liu case submit "$number" D5 >/dev/null
  chen case approve "$number" D5 >/dev/null

  implement() {
    for action in $(wang case show "$number" --json | python3 -c 'import json,sys; print(*[a["id"] for a in json.load(sys.stdin)["actions"] if a["kind"] == "corrective"])'); do
      wang action done "$number" "$action" --on 2026-11-21 --proof 'ECN 815' --effect 100 --method 'lots L2641A-C' --lot L2641A --checked-by 周敏 --checked-on 2026-11-21 >/dev/null
    done
    wang case submit "$number" D6 >/dev/null
    chen case approve "$number" D6 >/dev/null
  }
  implement
  wang case verify "$number" --result not_effective --on 2026-11-22 --lots 1 --inspected 200 --failed 2 --criterion '0 open joints in 3 lots' --note '第一批仍有虚焊' >/dev/null
  is open "$(wang case show "$number" --json | python3 -c 'import json,sys; print([d["state"] for d in json.load(sys.stdin)["disciplines"] if d["code"] == "D4"][0])')" 'D4 after an ineffective verification'
  for step in D4 D5; do
    wang case write "$number" $step --text '加大后回流曲线一并调整' >/dev/null
    wang case submit "$number" $step >/dev/null
    chen case approve "$number" $step >/dev/null
  done
  implement
  wang case verify "$number" --result effective --on 2026-11-22 --lots 3 --inspected 3000 --failed 0 --criterion '0 open joints in 3 lots' >/dev/null

  local holes containment
  holes=$(wang case coverage "$number" --json | field holes)
  containment=$(wang case show "$number" --json | python3 -c 'import json,sys; print([a["id"] for a in json.load(sys.stdin)["actions"] if a["kind"] == "containment"][0])')
  wang case coverage "$number" --lang en | grep -q 'still in force: lift it' || fail 'a containment in force is no hole'
  refused 1 'is before 2026-11-20' ctl --as wang --lang en action lift "$number" "$containment" --on 2026-11-19
  refused 1 'no containment action' ctl --as wang --lang en action lift "$number" "$(wang case show "$number" --json | field actions.1.id)"
  refused 1 'may not handle complaints' ctl --as liu --lang en action lift "$number" "$containment"
  wang action lift "$number" "$containment" --on 2026-11-22 >/dev/null
  refused 1 'was lifted on 2026-11-22' ctl --as wang --lang en action lift "$number" "$containment"
  is $((holes - 1)) "$(wang case coverage "$number" --json | field holes)" 'holes after the containment was lifted'

  cat >"$work/d7.json" <<'J'
{"text":"横向展开到 PSU 系列","text_customer":"Read across to the PSU family",
 "document_changes":[{"kind":"pfmea","document":"PFMEA-PSU","old_revision":"C","new_revision":"D","effective_on":"2026-11-21"},
                     {"kind":"control_plan","document":"CP-PSU","old_revision":"5","new_revision":"6","effective_on":"2026-11-21"},
                     {"kind":"work_instruction","document":"WI-112","old_revision":"2","new_revision":"3","effective_on":"2026-11-21"},
                     {"kind":"drawing","document":"","not_affected":"no design change"}]}
J
  wang case write "$number" D7 --json "$work/d7.json" >/dev/null
  wang case submit "$number" D7 >/dev/null
  chen case approve "$number" D7 >/dev/null

  # Returned goods, a photo, the report and the customer's answer
  refused 1 20000 ctl --as wang case return "$number" --received 20001
  wang case return "$number" --announced 18 --received 18 --confirmed 16 --note RN-1 >/dev/null
  local goods
  goods=R$(TZ=Asia/Shanghai date +%y)-00001
  wang case return "$number" --update "$goods" --confirmed 17 --ntf 1 >/dev/null
  refused 1 '19 pieces with a finding of 18' ctl --as wang case return "$number" --update "$goods" --confirmed 18
  refused 1 "$goods" ctl --as wang case close "$number" --reason 'goods in the house' # 18 pieces await a disposition
  printf '%%PDF-1.4 measured values' >"$work/values.pdf"
  wang attach "$number" "$work/values.pdf" --discipline D4 --caption X-ray >/dev/null
  printf 'MZ\220\000program' >"$work/photo.jpg"
  refused 1 '' ctl --as wang attach "$number" "$work/photo.jpg"
  : >"$work/empty.txt"
  refused 1 empty ctl --as wang attach "$number" "$work/empty.txt"
  refused 1 '' ctl --as wang case close "$number" --reason 'all done' # the customer's answer is missing
  wang return dispose "$goods" --of confirmed --disposition scrap >/dev/null
  wang return scrap "$goods" --disposition scrap --document SC-1 >/dev/null
  wang return dispose "$goods" --of ntf --disposition return_as_is >/dev/null
  wang return ship "$goods" --disposition return_as_is --document DN-1 >/dev/null
  wang case reply "$number" --stage 3d --to becker@nordwind.example --text '3D attached' 2>&1 | grep -q 'similar cases' &&
    fail 'a reply before the 8D asks for similar cases'
  wang case similar "$number" --decide new --reason 'no case with this failure' >/dev/null
  wang case reply "$number" --stage 8d --to becker@nordwind.example --text '8D attached' >/dev/null
  wang case answer "$number" --status accepted --text 'Accepted, thank you.' >/dev/null
  wang case write "$number" D8 --text '客户接受, 团队表扬' --customer-text 'Closed with thanks to the team.' >/dev/null
  wang case submit "$number" D8 >/dev/null
  chen case approve "$number" D8 >/dev/null
  wang case close "$number" --reason '三批无不良' --result satisfied >/dev/null
  refused 1 '' ctl --as wang case close "$number" --reason 'my own case' # four eyes
  is approve "$(chen work --json | field mine.0.kind)" 'the work of the manager'
  chen case close "$number" --reason '三批无不良' --result satisfied >/dev/null
  is '[]' "$(chen work --json | field mine)" 'work after all is done'
  is closed "$(wang case show "$number" --json | field complaint.state)" state
  refused 1 reopen ctl --as wang case write "$number" D5 --text late
  refused 1 '' ctl --as wang case return "$number" --received 1
  refused 1 '' ctl --as chen case reopen "$number" --reason '.....'

  # Documents and counts
  wang report 8d "$number" --lang zh+en -o "$work/8d.pdf" >/dev/null
  pdftotext -layout "$work/8d.pdf" "$work/8d.txt"
  for words in "$number" 'Nordwind Automotive' 'Solder void' 'Stencil aperture' 'AOI window'; do
    grep -q "$words" "$work/8d.txt" || fail "the 8D report does not say $words"
  done
  wang report 8d "$number" --lang en -o "$work/8d.html" >/dev/null
  wang report 8d "$number" --lang zh -o "$work/8d.xlsx" >/dev/null
  wang report record "$number" --lang zh -o "$work/record.pdf" >/dev/null
  wang report register --lang zh -o "$work/register.xlsx" >/dev/null
  wang report statistics --lang zh -o "$work/statistics.pdf" >/dev/null
  refused 1 pdf ctl --as wang report 8d "$number" -o "$work/8d.odt"
  is 2 "$(wang metrics counts --from "$(date +%Y)-01" --to "$(date +%Y)-12" --json | field total.weighted)" 'weighted count'
  refused 1 2026-13 ctl --as wang metrics counts --from 2026-13 --to 2026-12

  # Reopening keeps the first closing; the audit trail proves itself.
  chen case reopen "$number" --reason '客户又发现 1 件' >/dev/null
  is handling "$(wang case show "$number" --json | field complaint.state)" state
  is 3 "$(wang case show "$number" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["closings"]))')" "rows of request, closing and reopening"
  wang audit verify >/dev/null
  wang audit show "$number" >"$work/history.txt"
  grep -q '没有流出原因' "$work/history.txt" || fail "the rejection is not in the history"
  told
}

on_both_databases journey
