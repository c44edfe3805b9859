#!/usr/bin/env bash
# Makes the pictures in docs/screenshots from the demonstration: list, new complaint, case page D2 and D4, returned goods, metrics, in both languages.
#     docs/make_screenshots.sh [WIDTHxHEIGHT]
set -euo pipefail
cd "$(dirname "$0")/.."
size=${1:-1280x800}
build=${OCTAD_BUILD:-build/dev}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir -p docs/screenshots
export LC_ALL=C.UTF-8 GDK_BACKEND=x11 NO_AT_BRIDGE=1 GTK_THEME=Adwaita XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
demo=$work/demo.octad
$build/cli/octadctl --db "$demo" init --demo >/dev/null 2>&1

display=90
while [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
export DISPLAY=:$display
Xvfb "$DISPLAY" -screen 0 "${size}x24" >/dev/null 2>&1 &
sleep 2
openbox >/dev/null 2>&1 &
sleep 1

picture() { # name
  sleep 3
  import -window root "docs/screenshots/$1.png"
}

for language in en zh; do
  rm -rf "$work/config"
  $build/gui/octad --db "$demo" --lang $language >/dev/null 2>&1 &
  window=$!
  sleep 8
  xdotool mousemove 600 300 click 1 # the first rows: the preview shows what is missing
  picture "list-$language"
  xdotool key ctrl+n
  picture "new-complaint-$language"
  xdotool key Escape
  sleep 2
  xdotool key ctrl+f # the search finds a case that is closed
  xdotool type 'C26-00038'
  xdotool key Return
  sleep 4
  xdotool mousemove 600 210 click 1
  sleep 1; xdotool mousemove 640 770
  xdotool key alt+2
  picture "case-d2-$language"
  xdotool key alt+4
  picture "case-d4-$language"
  xdotool key Escape
  sleep 2
  xdotool key ctrl+r
  picture "returns-$language"
  xdotool mousemove 380 124 click 1 # the sweeps of the warehouse
  picture "sweep-$language"
  xdotool key ctrl+f
  xdotool type 'R26-00024'
  xdotool key Return
  picture "return-$language"
  xdotool key Escape
  sleep 2
  xdotool mousemove 60 132 click 1
  picture "metrics-$language"
  kill $window
  wait $window 2>/dev/null || true
done
ls docs/screenshots
