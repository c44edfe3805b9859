#!/usr/bin/env bash
# `octadctl lint`: weak answers of one text without a database, of a case, and what submitting says.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

rule() { ctl lint --json --kind "$1" --text "$2" "${@:3}" | field weak_answers.0.rule; }

texts() {
  export OCTAD_DB=sqlite://$work/none.octad
  is training_only "$(rule corrective 加强培训)" 'training alone'
  is more_careful "$(rule corrective 'The operator will be more careful')" 'a promise'
  is cause_repeats_symptom "$(rule cause 镜片存在划伤 --failure 镜片划伤)" 'a cause that repeats the failure'
  ctl lint --kind corrective --text 'Train the operators' --lang en | grep -q 'Training alone' || fail 'no reason in English'
  ctl lint --kind corrective --text 'Train the operators' --lang zh | grep -q '仅靠培训' || fail 'no reason in Chinese'
  ctl lint --kind corrective --text 'Torque window 1.1-1.3 Nm' --strict --lang en | grep -qx 'weak answers: 0' ||
    fail 'a good answer is weak'
  ctl lint --kind corrective --text 'Train the operators' >/dev/null || fail 'a warning is no error'
  refused 1 'Weak answers: 1' ctl lint --kind corrective --text 'Train the operators' --strict
  refused 1 'containment' ctl lint --kind guess --text 'Train the operators'
  refused 2 'number of a case' ctl lint
  refused 2 'kind' ctl lint --text 'Train the operators'

  # Rules of the house: tried out from a file, and refused with the field that is wrong.
  shipped=$OCTAD_SOURCE_DIR/templates/policies/weak-answers.json
  sed 's/"train", "trained"/"drill", "train", "trained"/' "$shipped" >"$work/own.json"
  is training_only "$(rule corrective 'Drill the shift' --rules "$work/own.json")" 'a phrase of the house'
  sed 's/"train", "trained"/"Train", "trained"/' "$shipped" >"$work/wrong.json"
  refused 1 'small letters' ctl lint --rules "$work/wrong.json" --kind cause --text x
}

aCase() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  wang() { ctl --as wang "$@"; }
  number=$(wang case new --customer Nordwind --new-customer --part PSU-12V-2A --failure 无输出 --defective 18 \
    --title '无输出 / no output' | cut -d: -f1)
  wang case accept "$number" --reason '不良已确认' >/dev/null
  wang d4 add-cause "$number" --type TUA --text '操作员失误' >/dev/null
  wang action add "$number" --text '加强培训' --owner 李 --due 2027-01-10 >/dev/null
  is 'operator_error D4' "$(wang lint "$number" --json | field weak_answers.0.rule) $(wang lint "$number" --json | field weak_answers.0.discipline)" 'the cause'
  is training_only "$(wang lint "$number" --json | field weak_answers.1.rule)" 'the action'
  refused 1 'Weak answers: 2' wang lint "$number" --strict
  refused 1 'no case' wang lint C26-99999

  wang case submit "$number" D4 --lang zh >"$work/out" 2>"$work/err" || fail 'a weak answer kept D4 from being submitted'
  grep -q '操作员失误' "$work/err" || fail 'submitting does not tell the weak cause'
  grep -q '加强培训' "$work/err" && fail 'submitting D4 tells about D5'
  true
}

texts
on_both_databases aCase
echo 'lint: weak answers are told'
