#!/usr/bin/env bash
# `octadctl classify` at every boundary of the factory's procedure (S3-D11 … D20), and with wrong input. Needs no database.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
OCTAD_DB=sqlite://$work/none.octad

class() { # kind defective delivered [penalty] [policy]
  printf '{"items":[{"part":"P1","failure":"F1","defect_kind":"%s","qty_defective":%s,"qty_delivered":%s}],"penalty":%s,"safety":false,"ppm_target":null,"ppm_actual":null}' \
    "$1" "$2" "$3" "${4:-false}" | ctl classify --policy "${5:-default}" --json - | field class
}

for boundary in 'functional 4 null other' 'functional 5 null general' 'functional 14 null general' 'functional 15 null major' \
  'appearance 9 null other' 'appearance 10 null general' 'appearance 29 null general' 'appearance 30 null major' \
  'other 29 null general' 'other 30 null major' 'functional 10 1000 general' 'functional 10 1001 other' 'functional 20 5000 major'; do
  set -- $boundary
  is "$4" "$(class "$1" "$2" "$3")" "class of $boundary"
done
is major "$(class functional 1 null true)" 'class with a penalty'
is other "$(class functional 20 5000 false rate-first)" 'class by rate-first'
is general "$(class functional 10 1001 false quantity-first)" 'class by quantity-first'

# Same part and failure are summed; without part and failure each stands alone.
sum='{"items":[{"part":"P","failure":"F","defect_kind":"functional","qty_defective":8,"qty_delivered":null},{"part":"P","failure":"F","defect_kind":"functional","qty_defective":7,"qty_delivered":null}]}'
is major "$(ctl classify --json - <<<"$sum" | field class)" 'sum of two lots'
is 2 "$(ctl classify --json - <<<"$sum" | field weight)" 'weight of major'
alone='{"items":[{"defect_kind":"functional","qty_defective":8},{"defect_kind":"functional","qty_defective":7}]}'
is general "$(ctl classify --json - <<<"$alone" | field class)" 'two unnamed items'

refused 1 'delivered' ctl classify --json - <<<'{"items":[{"part":"P","failure":"F","defect_kind":"functional","qty_defective":6,"qty_delivered":5}]}'
refused 1 '' ctl classify --json - <<<'{"items":[]}'
refused 1 '' ctl classify --json - <<<'{"items":[{"qty_defective":-1}]}'
refused 1 '' ctl classify --json - <<<'{"itemz":[]}'
refused 1 '' ctl classify --json - <<<'not json'
refused 1 'rate-first' ctl classify --policy strange --json - <<<"$sum"
echo 'classify: boundaries hold'
