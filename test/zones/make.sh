#!/bin/sh
# Makes the signed zones beside it anew, with Debian's ldnsutils: sh test/zones/make.sh. Each is right or wrong in one way.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
rm -f "$here"/*.zone "$here"/anchor.key
from=20200101000000 until=20460101000000

# zone NAME ALGORITHM EXTRA-RECORDS SIGNER-OPTIONS…: signs it and says its DS.
zone() {
  name=$1 algorithm=$2 records=$3
  shift 3
  key=$(ldns-keygen -r /dev/urandom -a "$algorithm" -b 2048 -k "$name")
  {
    printf '$ORIGIN %s.\n$TTL 300\n@ IN SOA ns beheer 1 7200 900 604800 300\n@ IN NS ns\nns IN A 192.0.2.53\n' "$name"
    printf '@ IN A 192.0.2.1\nwww IN A 192.0.2.1\n%b' "$records"
  } >"$name.plain"
  if [ "$algorithm" = none ]; then return; fi
  ldns-signzone -f "$here/$name.zone" -e "$until" -i "$from" "$@" "$name.plain" "$key"
  ldns-key2ds -n -2 "$key.key" >"$name.ds"
}
bare() {
  printf '$ORIGIN %s.\n$TTL 300\n@ IN SOA ns beheer 1 7200 900 604800 300\n@ IN NS ns\nns IN A 192.0.2.53\n@ IN A 192.0.2.1\n' \
    "$1" >"$here/$1.zone"
}

hash=8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92
zone goed.proef ECDSAP256SHA256 "_443._tcp.www IN TLSA 3 1 1 $hash\nalias IN CNAME www.kaal.proef.\nloket IN NS ns\n"
zone nul.proef ECDSAP256SHA256 '' -n -t 0
zone tien.proef ECDSAP256SHA256 '' -n -t 10 -s ab12
zone veel.proef ECDSAP256SHA256 '' -n -t 500 -s ab12
zone rsa.proef RSASHA256 ''
zone oud.proef RSASHA1 ''
zone edwards.proef ED25519 ''
until=20260101000000
zone verlopen.proef ECDSAP256SHA256 ''
until=20460101000000 from=20400101000000
zone morgen.proef ECDSAP256SHA256 ''
from=20200101000000
zone verhuisd.proef ECDSAP256SHA256 ''
zone vervalst.proef ECDSAP256SHA256 ''
zone ontdaan.proef ECDSAP256SHA256 ''
bare kaal.proef
bare loket.goed.proef

# Moved without its DS: the parent still names the key of before.
old=$(ldns-keygen -r /dev/urandom -a ECDSAP256SHA256 -k verhuisd.proef)
ldns-key2ds -n -2 "$old.key" >verhuisd.proef.ds
# Somebody changed an address after it was signed; somebody took the signatures off.
sed -i 's/^\(vervalst.proef.*\tA\t\)192.0.2.1/\1192.0.2.66/' "$here/vervalst.proef.zone"
sed -i '/RRSIG/d' "$here/ontdaan.proef.zone"

children=''
for name in goed nul tien veel rsa oud edwards verlopen morgen verhuisd vervalst ontdaan; do
  children="$children$name IN NS ns\\n$(cat "$name.proef.ds")\\n"
done
zone proef ECDSAP256SHA256 "${children}kaal IN NS ns\\n"
cat proef.ds >"$here/anchor.key"
rm -r "$work"
