/**
 * The catalogue of faults: every kind of misbehaviour that was found to bring a scanner down, to lead it inside or to
 * make it tell what it did not see. `*`: several rows of that kind. `kinds.test.ts` holds it against the rows.
 */
export const KINDS = `
redirect-loop redirect-self redirect-cookie-wall redirect-19 redirect-30 redirect-file redirect-data redirect-chrome
redirect-ftp redirect-javascript redirect-unsafe-port redirect-userinfo redirect-offsite refresh-header
meta-refresh-loop js-nav-loop nav-during-evaluate history-storm
ssrf-redirect-* ssrf-subresources ssrf-webrtc quic-hint
dns-private dns-loopback dns-zero dns-metadata dns-mixed dns-nat64 dns-6to4 dns-mapped dns-rebind rebind-js
dns-nxdomain dns-nodata dns-servfail dns-refused dns-timeout dns-cname-loop dns-pointer-loop dns-wrong-id dns-garbage
tcp-dns-* ipv6only
slow-headers no-response slow-body load-never infinite-body infinite-script infinite-image big-html gzip-bomb png-bomb
download-10gb download-storm huge-header many-headers endless-headers cookie-bomb hostile-headers hostile-cookies
sse ws longpoll third-party-10k tall-page
status-204 status-205 status-304 status-401 status-407 status-429 status-500 status-000 status-999 empty pdf json
image-mime http09 dup-length chunk-broken smuggle bot-wall ua-cloak
dup-csp nul-bytes nul-header charset-unknown charset-lie utf16 title-xss redos
js-loop js-loop-timer js-loop-promise js-loop-frame js-loop-unload sync-xhr memory-hog memory-hog-heap
dom-many dom-infinite dom-deep
iframe-wide iframe-deep alert-loop alert-timer print popup-storm
poison binding-abuse csp-sandbox csp-trusted-types sw-hijack sw-never storage-bomb worker-storm
robots-* sitemap-bomb favicon-endless security-txt-endless
tcp-silent tcp-empty tcp-rst tcp-garbage tls-* alpn-lie h2-silent h2-flood
smtp-* starttls-* mx-loopback spf-loop spf-tree txt-bomb
whole-*`
  .trim()
  .split(/\s+/)
