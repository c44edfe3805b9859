#!/usr/bin/env bash
# The tools of the disciplines through octadctl: comparisons, why-trees, candidates, plans, read-across as JSON;
# weak answers let pass; marks in pictures; the short path and its way back to an 8D.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

begin() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  wang() { ctl --as wang "$@"; }
}

# newCase DEFECTIVE : an accepted case, its number
newCase() {
  local number
  number=$(wang case new --customer Nordwind --new-customer --part PSU-12V-2A --failure 无输出 --defective "$1" \
    --title "无输出 $1" | cut -d: -f1)
  wang case accept "$number" --reason '不良已确认' >/dev/null
  echo "$number"
}

# put NUMBER DISCIPLINE JSON
put() { printf '%s' "$3" | wang case write "$1" "$2" --json -; }

tools() {
  begin
  number=$(newCase 18)
  put "$number" D2 '{"is_nots":[{"question":"where","is_fact":"3 号位","is_not":"1 号位","distinction":"治具边缘","changed":""}]}' >/dev/null
  is '治具边缘' "$(wang case show "$number" --json | field is_nots.0.distinction)" 'the distinction'

  put "$number" D4 '{"causes":[{"id":-1,"type":"TUA","text":"加热管断路","branch":"machine","rank":"main"}],
    "why_steps":[{"id":-1,"cause_id":-1,"position":1,"answer":"焊点未润湿"},
                 {"id":-2,"cause_id":-1,"position":1,"answer":"助焊剂失效","parent_id":-1,"root_cause":true}]}' >/dev/null
  cause=$(wang case show "$number" --json | field causes.0.id)
  root=$(wang case show "$number" --json | field why_steps.0.id)
  is "$root" "$(wang case show "$number" --json | field why_steps.1.parent_id)" 'the branch hangs on its why'
  refused 1 'branches off nowhere' put "$number" D4 '{"why_steps":[{"cause_id":'"$cause"',"position":1,"answer":"x","parent_id":999999}]}'

  refused 1 'from 1 to 5' put "$number" D5 '{"candidates":[{"text":"换治具","cause_id":'"$cause"',"effect":6}]}'
  put "$number" D5 '{"candidates":[{"text":"换治具","cause_id":'"$cause"',"effect":5,"risk":4,"cost":3,"time":2,"chosen":true}],
    "actions":[{"kind":"corrective","cause_id":'"$cause"',"text":"换治具","owner":"李","due_on":"'"$(day 10)"'","proof_before":"试产 50 件"}]}' >/dev/null
  is '试产 50 件' "$(wang case show "$number" --json | field actions.0.proof_before)" 'the trial before the rollout'
  refused 1 'weighs candidates' put "$number" D4 '{"causes":[],"why_steps":[]}'

  refused 1 'a number and a unit' put "$number" D6 '{"effect_window":3}'
  put "$number" D6 '{"effect_criterion":"3 批无不良","effect_window":3,"effect_unit":"lots","effect_sample":600}' >/dev/null
  is lots "$(wang case show "$number" --json | field problem.effect_unit)" 'the validation plan'

  refused 1 'write the answer' put "$number" D7 '{"read_across":[{"kind":"line","subject":"2 号线","answered_on":"'"$(day 0)"'"}]}'
  put "$number" D7 '{"read_across":[{"kind":"line","subject":"2 号线","due_on":"'"$(day 14)"'"}]}' >/dev/null
  is '2 号线' "$(wang case show "$number" --json | field read_across.0.subject)" 'the read-across'
  wang report 8d "$number" -o "$work/report.html" --lang en >/dev/null
  grep -q 'Is not, although it could be' "$work/report.html" || fail 'the report has no Is / Is not'
  grep -q 'Fishbone' "$work/report.html" || fail 'the report has no fishbone'
}

weakAnswer() {
  number=$(newCase 19)
  wang d4 add-cause "$number" --type TUA --text '操作员失误' >/dev/null
  refused 1 'reason' wang lint "$number" --accept operator_error
  refused 1 'no answer' wang lint "$number" --accept training_only --reason '换证培训是客户要求的'
  wang lint "$number" --accept operator_error --reason '客户现场操作, 与我司无关' >/dev/null
  is '[]' "$(wang lint "$number" --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["weak_answers"])')" 'what was let pass'
  is '操作员失误' "$(wang case show "$number" --json | field accepted_weaknesses.0.answer)" 'the words that were let pass'
}

shortPath() {
  number=$(newCase 2)
  refused 1 'the cause' wang case answer-short "$number" --action '隔板改为一体式'
  wang case answer-short "$number" --cause '隔板漏装' --action '隔板改为一体式' --owner '李' >/dev/null
  is not_required "$(wang case show "$number" --json | field disciplines.4.state)" 'D4 of a short answer'
  wang case answer-short "$number" --done "$(day 0)" >/dev/null
  is "$(day 0)" "$(wang case show "$number" --json | field actions.0.done_on)" 'the day it was done'
  refused 1 'reason' wang case answer-in-full "$number"
  wang case answer-in-full "$number" --reason '客户要求 8D 报告' >/dev/null
  is open "$(wang case show "$number" --json | field disciplines.4.state)" 'D4 of the 8D'
  is '隔板漏装' "$(wang case show "$number" --json | field causes.0.text)" 'the cause that stayed'
  refused 1 'by an 8D report' wang case answer-short "$(newCase 17)" --cause x --action y --reason '没有时间做'
}

# A PNG of one pixel.
pixel='iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

pictures() {
  number=$(newCase 16)
  printf '%s' "$pixel" | base64 -d >"$work/defect.png"
  echo '来信' >"$work/letter.txt"
  wang attach "$number" "$work/defect.png" --discipline D2 --caption 缺陷 >/dev/null
  wang attach "$number" "$work/letter.txt" >/dev/null
  picture=$(wang case show "$number" --json | field attachments.0.id)
  letter=$(wang case show "$number" --json | field attachments.1.id)
  refused 1 'only pictures' wang picture mark "$number" "$letter" --shape arrow --at 1,1
  refused 1 'no place' wang picture mark "$number" "$picture" --shape arrow --at middle
  refused 1 'outside' wang picture mark "$number" "$picture" --shape arrow --at 1,10001
  refused 1 'words' wang picture mark "$number" "$picture" --shape text --at 1,1
  wang picture mark "$number" "$picture" --shape arrow --at 8500,1200 --to 6700,4200 --text 划伤 >/dev/null
  wang picture mark "$number" "$picture" --shape circle --at 6000,4000 --to 7000,5000 >/dev/null
  is circle "$(wang case show "$number" --json | field picture_marks.1.shape)" 'the second mark'
  wang picture mark "$number" "$picture" --none >/dev/null
  refused 1 'such picture' wang picture mark "$number" 999999 --shape arrow --at 1,1
}

journey() {
  tools
  pictures
  weakAnswer
  shortPath
}

on_both_databases journey
echo 'tools: the disciplines hold what an 8D needs'
