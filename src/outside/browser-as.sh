#!/bin/sh
# Starts the browser ($LEIDRAAD_BROWSER) as an account that owns nothing but the browser's own profile.
set -eu
profile=
for word do
  case "$word" in --user-data-dir=*) profile="${word#--user-data-dir=}" ;; esac
done
[ -d "$profile" ]
chown -R "$LEIDRAAD_BROWSER_ACCOUNT:$LEIDRAAD_BROWSER_ACCOUNT" "$profile"
export HOME="$profile" TMPDIR="$profile"
exec setpriv --reuid="$LEIDRAAD_BROWSER_ACCOUNT" --regid="$LEIDRAAD_BROWSER_ACCOUNT" --clear-groups \
  --inh-caps=-all --bounding-set=-all -- "$LEIDRAAD_BROWSER" "$@"
