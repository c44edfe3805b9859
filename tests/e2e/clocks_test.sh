#!/usr/bin/env bash
# `octadctl clocks`: due times for made-up events, and with wrong input. Needs no database.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
OCTAD_DB=sqlite://$work/none.octad

clock() { # PATH JSON
  ctl --lang en clocks --json - <<<"$2" | field "clocks.$1"
}
wrong() { # TEXT JSON
  refused 1 "$1" ctl --lang en clocks --json - <<<"$2"
}

events='"events":{"notice":"2026-09-30T16:00:00+08:00","sample_analysable":"2026-09-30T09:00:00+08:00"}'
factory='{"profile":"factory","zone":"Asia/Shanghai","calendar":"cn-2026",'$events
is 2026-10-01T16:00:00+08:00 "$(clock 0.due "$factory}")" 'the first reply, over a holiday'
is first_reply "$(clock 0.clock "$factory}")" 'its name'
is hours "$(clock 0.unit "$factory}")" 'its unit'
is 24 "$(clock 0.target "$factory}")" 'its target'
is preliminary_cause "$(clock 1.clock "$factory}")" 'the second clock'
is 2026-10-10T17:30:00+08:00 "$(clock 1.due "$factory}")" '3 working days after the National Day, the make-up Saturday among them'
is sample_analysable "$(clock 1.start_event "$factory}")" 'what started it'
is 2026-10-15T17:30:00+08:00 "$(clock 2.due "$factory}")" '7 working days'
paused='"pauses":[{"clock":"final_report","from":"2026-10-09T09:00:00+08:00","to":"2026-10-12T09:00:00+08:00"}]'
is 2026-10-19T17:30:00+08:00 "$(clock 2.due "$factory,$paused}")" 'a pause over 2 working days'
clock 2.explanation "$factory,$paused}" | grep -q 'Pauses moved it from 2026-10-15 17:30 to 2026-10-19 17:30' || fail 'the pause is not explained'
is 2026-10-12T17:30:00+08:00 "$(clock 2.due "$factory,\"requested_date\":\"2026-10-12\"}")" "the customer's date"
is 2026-10-30T17:30:00+08:00 "$(clock 2.due "$factory,\"extensions\":[{\"clock\":\"final_report\",\"date\":\"2026-10-30\"}]}")" 'an extension'
none='{"events":{"notice":"2026-09-30T16:00:00+08:00","no_sample":"2026-10-09T15:00:00+08:00"}}'
is no_sample "$(clock 1.start_event "$none")" 'no sample starts it too'
waiting='{"events":{"notice":"2026-09-30T16:00:00+08:00"}}'
is '' "$(clock 1.due "$waiting")" 'a clock that waits'
is sample_analysable "$(clock 1.start_event "$waiting")" 'what it waits for'
is 2026-10-30T17:30:00+01:00 "$(clock 4.due '{"profile":"portal","zone":"Europe/Berlin","events":{"notice":"2026-09-30T10:00:00Z"}}')" '30 days, over the change of the clocks'
is 2026-09-30T17:00:00+08:00 "$(clock 0.due '{"profile":"emergency-1-4-8",'"$events}")" 'an hour'
is 2026-10-15T22:00:00+08:00 "$(clock 2.due "$factory,\"work_hours\":\"06:00-14:00,14:00-22:00\"}")" 'the end of the last shift'
is closing "$(clock 2.clock '{"profile":"close-in-7-days"}')" 'a clock for closing'

# A set of clocks of a customer elsewhere: by its zone, hours and days, shown in the zone of the site.
berlin='{"zone":"Asia/Shanghai","calendar":"cn-2026","clock_set":{"name":"oem","zone":"Europe/Berlin","work_hours":"08:00-16:00","days":[{"day":"2026-10-26","kind":"holiday"}],"clocks":[{"name":"first_reply","hours":8},{"name":"final","working_days":2}]},"events":{"notice":"2026-10-23T08:00:00+08:00"}}'
is 2026-10-23T16:00:00+08:00 "$(clock 0.due "$berlin")" 'hours are the same everywhere'
is 2026-10-27T23:00:00+08:00 "$(clock 1.due "$berlin")" 'Friday begins later there, Monday is off, and the clocks were put back'
clock 1.explanation "$berlin" | grep -q 'By the hours and days of “oem” (Europe/Berlin): there it is due at 2026-10-27 16:00' || fail 'the zone is not explained'
wrong 'Octad does not know the time zone "Mars". Use one of: Asia/Shanghai' '{"clock_set":{"zone":"Mars","clocks":[{"name":"first_reply","hours":8}]}}'
wrong 'no hours of work' '{"clock_set":{"work_hours":"8-17","clocks":[{"name":"first_reply","hours":8}]}}'
wrong 'has no clock' '{"clock_set":{"zone":"UTC"}}'
wrong 'There is no policy "x"' '{"profile":"x"}'
wrong 'There is no calendar "de"' '{"calendar":"de"}'
wrong 'no hours of work' '{"work_hours":"8-17"}'
wrong Mars '{"zone":"Mars"}'
wrong noticed '{"events":{"noticed":"2026-09-30T16:00:00+08:00"}}'
wrong notice '{"events":{"notice":"2026-09-30 16:00"}}'
wrong notice '{"events":{"notice":"2026-02-30T16:00:00+08:00"}}'
wrong requested_date '{"requested_date":"2026-02-30"}'
wrong 'use one of: first_reply, preliminary_cause, final_report' '{"pauses":[{"clock":"report","from":"2026-10-09T09:00:00Z"}]}'
wrong 'ends after it begins' '{"pauses":[{"clock":"first_reply","from":"2026-10-09T09:00:00Z","to":"2026-10-08T09:00:00Z"}]}'
wrong JSON '{"profile"'
refused 2 json ctl clocks
echo 'clocks: due times hold'
