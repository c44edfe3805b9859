# Source this after both_databases.sh: the steps of an 8D that satisfy its gates, by wang (CQE) and chen (who approves).
# The dates are days of now; TE and PIE answer D4 and D5.

# staff : a factory with a CQE, a manager, a checker and the people of two departments
staff() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add chen --name '陈伟' --roles cqe,manager >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add zhao --name '赵敏' --roles member --department PIE >/dev/null
  wang() { ctl --as wang "$@"; }
  chen() { ctl --as chen "$@"; }
  liu() { ctl --as liu "$@"; }
  zhao() { ctl --as zhao "$@"; }
}

# put NUMBER DISCIPLINE JSON
put() { printf '%s' "$3" | wang case write "$1" "$2" --json -; }

# handIn NUMBER DISCIPLINE… : submitted by wang, approved by chen
handIn() {
  local number=$1 step
  shift
  for step in "$@"; do
    wang case submit "$number" "$step" >/dev/null 2>&1
    chen case approve "$number" "$step" >/dev/null
  done
}

# contain NUMBER CLEAN_POINT_DAY : D0 to D3
contain() {
  wang case write "$1" D0 --text '停止发货' --customer-text 'Shipments stopped.' >/dev/null
  put "$1" D1 '{"team":[{"name":"王芳","role":"leader","department":"CQE"},{"name":"陈伟","role":"sponsor","department":"QM"},
    {"name":"刘洋","role":"member","department":"TE"}]}' >/dev/null
  put "$1" D2 '{"text":"无输出","text_customer":"no output","facts":[{"question":"what","answer":"无输出"},{"question":"where","answer":"客户产线"},
    {"question":"when","answer":"本月"},{"question":"how_many","answer":"18"}]}' >/dev/null
  put "$1" D3 '{"clean_point":"L2641A","clean_point_date":"'"$2"'",
    "sweep":[{"location":"raw","not_applicable":"no material defect"},{"location":"wip","suspect":20,"ok":18,"ng":2},
      {"location":"finished","not_applicable":"none left"},{"location":"transit","not_applicable":"none"},
      {"location":"customer","suspect":80,"ok":62,"ng":18},{"location":"field","not_applicable":"none"},
      {"location":"supplier","not_applicable":"none"}],
    "actions":[{"kind":"containment","text":"全检在库与在途","owner":"李强","due_on":"'"$(day 0)"'","done_on":"'"$(day 0)"'","proof":"记录 4711: 0/300"}]}' >/dev/null
  handIn "$1" D0 D1 D2 D3
}

# causes NUMBER CAUSE ESCAPE : D4 with both proven, written by whoever is asked for it as $writer
causes() {
  printf '{"text":"%s","text_customer":"%s","causes":[
    {"id":-1,"type":"TUA","text":"%s","result":"confirmed","method":"切片","proof":"空洞率 60 %%","verified_by":"刘洋","verified_on":"%s"},
    {"id":-2,"type":"TUN","text":"%s","result":"confirmed","method":"复现","proof":"5/5 漏检","verified_by":"刘洋","verified_on":"%s"}],
    "why_steps":[{"cause_id":-1,"position":1,"answer":"焊点开路","evidence":"X-ray"},{"cause_id":-2,"position":1,"answer":"程序未更新","evidence":"rev. 3"}]}' \
    "$2" "$2" "$2" "$(day 0)" "$3" "$(day 0)" >"$work/d4.json"
  ctl --as "$writer" case write "$1" D4 --json "$work/d4.json" >/dev/null
}

# plan NUMBER ACTION : D5 against both causes
plan() {
  local first second
  first=$(wang case show "$1" --json | field causes.0.id)
  second=$(wang case show "$1" --json | field causes.1.id)
  put "$1" D5 '{"actions":[{"kind":"corrective","cause_id":'"$first"',"text":"'"$2"'","owner":"刘洋","due_on":"'"$(day 5)"'"},
    {"kind":"corrective","cause_id":'"$second"',"text":"AOI 窗口覆盖 L3","owner":"刘洋","due_on":"'"$(day 5)"'"}]}' >/dev/null
}

# implement NUMBER : D6, every corrective action done and checked
implement() {
  wang case show "$1" --json | python3 -c '
import json, sys
actions = [a for a in json.load(sys.stdin)["actions"] if a["kind"] == "corrective"]
for action in actions:
    action.update(done_on=sys.argv[1], proof="ECN-26-118", effectiveness=100, effectiveness_method="实测 3 批", first_good_lot="L2642A",
                  checked_by="周敏", checked_on=sys.argv[1])
json.dump({"actions": actions}, sys.stdout)' "$(day 0)" >"$work/d6.json"
  wang case write "$1" D6 --json "$work/d6.json" >/dev/null
  handIn "$1" D6
}

# prove NUMBER : the effect on three lots, containments lifted
prove() {
  chen case verify "$1" --result effective --lots 3 --inspected 600 --failed 0 --criterion '3 批 0 不良' >/dev/null
  wang case show "$1" --json | python3 -c '
import json, sys
for a in json.load(sys.stdin)["actions"]:
    if a["kind"] == "containment" and a["done_on"] and not a["lifted_on"]: print(a["id"])' | while read -r action; do
    wang action lift "$1" "$action" --reason '长期对策有效' >/dev/null
  done
}

# prevent NUMBER : D7
prevent() {
  put "$1" D7 '{"document_changes":[{"kind":"pfmea","document":"PFMEA","old_revision":"A","new_revision":"B","effective_on":"'"$(day 0)"'"},
    {"kind":"control_plan","document":"CP","old_revision":"1","new_revision":"2","effective_on":"'"$(day 0)"'"},
    {"kind":"work_instruction","not_affected":"步骤不变"}]}' >/dev/null
  handIn "$1" D7
}
