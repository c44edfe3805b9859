#!/usr/bin/env bash
# The auditor's way: a signed checkpoint kept elsewhere, the trail exported, and octadverify that needs neither Octad nor its
# database. Altered logs, lost checkpoints and other keys are found.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
: "${OCTADVERIFY:?the program of the auditor}"

proof() {
  rm -rf "$work/proof" && mkdir "$work/proof" && cd "$work/proof"
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles cqe,registrar >/dev/null
  ctl person add chen --name '陈伟' --roles manager >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  number=$(ctl --as wang case new --customer N --new-customer --part P --title 'no output' --defective 3 | cut -d: -f1)

  ctl audit key -o quality.pem >/dev/null
  is 600 "$(stat -c %a quality.pem)" 'the permissions of the private key'
  refused 1 'never overwritten' ctl audit key -o quality.pem
  refused 1 'Ed25519' ctl --as chen audit checkpoint --key quality.pem.pub -o wrong.txt
  refused 1 '' ctl --as liu audit checkpoint --key quality.pem -o wrong.txt # departments take none
  ctl --as chen audit checkpoint --key quality.pem -o root1.txt
  grep -q '^number 1$' root1.txt || fail 'the signed root cannot be read'
  ctl --as chen audit checkpoint --key quality.pem -o none.txt 2>err
  [ ! -e none.txt ] && grep -q 'Nothing has changed' err || fail 'a checkpoint of nothing'

  ctl --as wang case accept "$number" --liability ours >/dev/null
  ctl audit export -o early.log >/dev/null
  "$OCTADVERIFY" early.log --key quality.pem.pub --root root1.txt >out || fail 'an unaltered trail is doubted'
  grep -q 'up to checkpoint 1' out && ! grep -q 'Events after it: 0' out || fail 'what is not signed yet is not said'
  ctl --as chen audit checkpoint --key quality.pem -o root2.txt
  ctl audit export -o trail.log >/dev/null
  "$OCTADVERIFY" trail.log --key quality.pem.pub --root root1.txt root2.txt | grep -q 'Events after it: 0' || fail 'signed up to now'
  "$OCTADVERIFY" trail.log --key quality.pem.pub --root root1.txt --lang zh | grep -q '检查点' || fail 'not in Chinese'
  ctl audit verify >/dev/null

  sed '0,/"actor":"王芳"/s//"actor":"李四"/' trail.log >altered.log
  refused 1 'was altered' "$OCTADVERIFY" altered.log --key quality.pem.pub --root root2.txt
  grep -q 'altered' "$work/out" || fail 'the altered event is not named'
  refused 1 'was altered' "$OCTADVERIFY" early.log --key quality.pem.pub --root root2.txt # the log lacks checkpoint 2
  grep -q 'Checkpoint 2 was signed' "$work/out" || fail 'the missing checkpoint is not named'
  head -n -3 trail.log >short.log
  refused 1 'too early' "$OCTADVERIFY" short.log --key quality.pem.pub
  ctl audit key -o other.pem >/dev/null
  refused 1 'was altered' "$OCTADVERIFY" trail.log --key other.pem.pub --root root2.txt
  refused 2 usage "$OCTADVERIFY" trail.log
  refused 1 'cannot be read' "$OCTADVERIFY" nothing.log --key quality.pem.pub
}

on_both_databases proof
