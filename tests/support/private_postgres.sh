# Source this: `start_postgres DIR` starts a PostgreSQL 15 of our own on a free loopback port and sets PG_URL_BASE; `stop_postgres` ends it.
# PostgreSQL refuses to run as root, so a root shell starts it as nobody.

pg_bin=/usr/lib/postgresql/15/bin

as_server() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid nobody --regid nogroup --clear-groups env HOME="$pg_dir" LC_ALL=C.UTF-8 "$@")
  else
    (cd / && env LC_ALL=C.UTF-8 "$@")
  fi
}

start_postgres() {
  pg_dir=$1
  [ -x $pg_bin/initdb ] || { echo "PostgreSQL 15 is missing: apt-get install postgresql-15" >&2; exit 1; }
  mkdir -p "$pg_dir"
  [ "$(id -u)" != 0 ] || chown nobody "$pg_dir"
  chmod 700 "$pg_dir"
  as_server $pg_bin/initdb -D "$pg_dir/data" -U octad -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  for _ in 1 2 3 4 5; do
    pg_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    if as_server $pg_bin/pg_ctl -D "$pg_dir/data" -w -t 30 -l "$pg_dir/log" \
      -o "-p $pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg_dir -c fsync=off" start >/dev/null; then
      PG_URL_BASE=postgresql://octad@127.0.0.1:$pg_port
      return
    fi
  done
  cat "$pg_dir/log" >&2
  exit 1
}

create_database() { # name
  as_server $pg_bin/createdb -h 127.0.0.1 -p "$pg_port" -U octad "$1"
}

stop_postgres() {
  [ -z "${pg_dir:-}" ] || as_server $pg_bin/pg_ctl -D "$pg_dir/data" -m immediate stop >/dev/null 2>&1 || true
}
