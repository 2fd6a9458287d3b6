/** Every check there is. A new one is one more line. */
import type { AnyCheck } from '../../model/check.ts'
import { accessibilityStatement } from './accessibility-statement.ts'
import { addressLeak } from './address-leak.ts'
import { axeChecks } from './axe.ts'
import { caa } from './caa.ts'
import { caaIssuer } from './caa-issuer.ts'
import { cacheIdentifiers } from './cache-identifiers.ts'
import { certificateIssuer } from './certificate-issuer.ts'
import { certificateKey } from './certificate-key.ts'
import { certificateLifetime } from './certificate-lifetime.ts'
import { certificateNames } from './certificate-names.ts'
import { certificateTold } from './certificate-told.ts'
import { certificateTrusted } from './certificate-trusted.ts'
import { childrenTold } from './children-told.ts'
import { cnameCloaking } from './cname-cloaking.ts'
import { consentFreelyGiven } from './consent-freely-given.ts'
import { consentWithdrawable } from './consent-withdrawable.ts'
import { contactFound } from './contact-found.ts'
import { cookieAttributes } from './cookie-attributes.ts'
import { cookieLifetime } from './cookie-lifetime.ts'
import { csp } from './csp.ts'
import { daneMail } from './dane-mail.ts'
import { daneWeb } from './dane-web.ts'
import { delicateQuestions } from './delicate-questions.ts'
import { dkim } from './dkim.ts'
import { dmarc } from './dmarc.ts'
import { dnssec } from './dnssec.ts'
import { dnssecUpkeep } from './dnssec-upkeep.ts'
import { embedsVideo, embedsMaps, embedsFonts, embedsSocial, embedsCaptcha } from './embeds.ts'
import { fingerprinting } from './fingerprinting.ts'
import { formFields } from './form-fields.ts'
import { formTarget } from './form-target.ts'
import { framing } from './framing.ts'
import { groundTold } from './ground-told.ts'
import { helpNearby } from './help-nearby.ts'
import { hostingDns } from './hosting-dns.ts'
import { hostingMail } from './hosting-mail.ts'
import { hostingWeb } from './hosting-web.ts'
import { hsts } from './hsts.ts'
import { httpsReachable } from './https-reachable.ts'
import { httpsRedirect } from './https-redirect.ts'
import { identifiersShared } from './identifiers-shared.ts'
import { interfaceDescribed } from './interface-described.ts'
import { ipv6Mail } from './ipv6-mail.ts'
import { ipv6Nameservers } from './ipv6-nameservers.ts'
import { ipv6Same } from './ipv6-same.ts'
import { ipv6Web } from './ipv6-web.ts'
import { keyCapture } from './key-capture.ts'
import { libraryHoles } from './library-holes.ts'
import { lessAfterReject } from './less-after-reject.ts'
import { lessInLanguage } from './less-in-language.ts'
import { lessOnPhone } from './less-on-phone.ts'
import { linkedChecks } from './linked.ts'
import { mailDnssec } from './mail-dnssec.ts'
import { mailStarttls } from './mail-starttls.ts'
import { mailTls } from './mail-tls.ts'
import { mixedContent } from './mixed-content.ts'
import { mtaSts } from './mta-sts.ts'
import { nameserversAnswer } from './nameservers-answer.ts'
import { nameserversSpread } from './nameservers-spread.ts'
import { noAccountOrApp } from './no-account-or-app.ts'
import { nosniff } from './nosniff.ts'
import { nullMx } from './null-mx.ts'
import { ocspStapling } from './ocsp-stapling.ts'
import { officerNamed } from './officer-named.ts'
import { openDocumentFormats } from './open-document-formats.ts'
import { ownNews } from './own-news.ts'
import { ownNamesExist } from './own-names-exist.ts'
import { ownersOutsideEea } from './owners-outside-eea.ts'
import { packagesPinned } from './packages-pinned.ts'
import { pageDates } from './page-dates.ts'
import { pageLanguage } from './page-language.ts'
import { pageTitle } from './page-title.ts'
import { pdfChecks } from './pdf.ts'
import { partiesNamed } from './parties-named.ts'
import { phoneParties } from './phone-parties.ts'
import { portabilityTold } from './portability-told.ts'
import { privacyStatementFound } from './privacy-statement-found.ts'
import { privacyStatementParts } from './privacy-statement-parts.ts'
import { publicDocuments } from './public-documents.ts'
import { quietAfterReject } from './quiet-after-reject.ts'
import { reachOffline } from './reach-offline.ts'
import { readableWithoutJavascript } from './readable-without-javascript.ts'
import { referrerPolicy } from './referrer-policy.ts'
import { rejectAsEasy } from './reject-as-easy.ts'
import { reportsAsked } from './reports-asked.ts'
import { rightsTold } from './rights-told.ts'
import { rpkiMail } from './rpki-mail.ts'
import { rpkiNameservers } from './rpki-nameservers.ts'
import { rpkiWeb } from './rpki-web.ts'
import { securityTxt } from './security-txt.ts'
import { senderKnown } from './sender-known.ts'
import { sentenceLength } from './sentence-length.ts'
import { sessionReplay } from './session-replay.ts'
import { signIn } from './sign-in.ts'
import { siteSoftware } from './site-software.ts'
import { sourceDescribed } from './source-described.ts'
import { spf } from './spf.ts'
import { statementOtherLanguage } from './statement-other-language.ts'
import { statementTrue } from './statement-true.ts'
import { storageBeforeConsent } from './storage-before-consent.ts'
import { subresourceIntegrity } from './subresource-integrity.ts'
import { terms } from './terms.ts'
import { tcfHeld } from './tcf-held.ts'
import { partLanguage, textLanguage } from './text-language.ts'
import { thirdPartyCookies } from './third-party-cookies.ts'
import { thirdPartyHosts } from './third-party-hosts.ts'
import { tlsCiphers } from './tls-ciphers.ts'
import { tlsGroups } from './tls-groups.ts'
import { tlsHandshake } from './tls-handshake.ts'
import { tlsOrder } from './tls-order.ts'
import { tlsPostQuantum } from './tls-post-quantum.ts'
import { tlsRpt } from './tls-rpt.ts'
import { tlsVersions } from './tls-versions.ts'
import { toldChecks } from './told.ts'
import { trackersBeforeConsent } from './trackers-before-consent.ts'
import { trackingCookiesBeforeConsent } from './tracking-cookies-before-consent.ts'
import { unlistedTrackers } from './unlisted-trackers.ts'
import { useChecks } from './use.ts'
import { versionDisclosed } from './version-disclosed.ts'

export const checks: readonly AnyCheck[] = [
  accessibilityStatement,
  addressLeak,
  ...axeChecks,
  caa,
  caaIssuer,
  cacheIdentifiers,
  certificateIssuer,
  certificateKey,
  certificateLifetime,
  certificateNames,
  certificateTold,
  certificateTrusted,
  childrenTold,
  cnameCloaking,
  consentFreelyGiven,
  consentWithdrawable,
  contactFound,
  cookieAttributes,
  cookieLifetime,
  csp,
  daneMail,
  daneWeb,
  delicateQuestions,
  dkim,
  dmarc,
  dnssec,
  dnssecUpkeep,
  embedsVideo,
  embedsMaps,
  embedsFonts,
  embedsSocial,
  embedsCaptcha,
  fingerprinting,
  formFields,
  formTarget,
  framing,
  groundTold,
  helpNearby,
  hostingDns,
  hostingMail,
  hostingWeb,
  hsts,
  httpsReachable,
  httpsRedirect,
  identifiersShared,
  interfaceDescribed,
  ipv6Mail,
  ipv6Nameservers,
  ipv6Same,
  ipv6Web,
  keyCapture,
  libraryHoles,
  lessAfterReject,
  lessInLanguage,
  lessOnPhone,
  ...linkedChecks,
  mailDnssec,
  mailStarttls,
  mailTls,
  mixedContent,
  mtaSts,
  nameserversAnswer,
  nameserversSpread,
  noAccountOrApp,
  nosniff,
  nullMx,
  ocspStapling,
  officerNamed,
  openDocumentFormats,
  ownNews,
  ownNamesExist,
  ownersOutsideEea,
  packagesPinned,
  pageDates,
  pageLanguage,
  pageTitle,
  partiesNamed,
  phoneParties,
  portabilityTold,
  privacyStatementFound,
  privacyStatementParts,
  publicDocuments,
  quietAfterReject,
  reachOffline,
  readableWithoutJavascript,
  referrerPolicy,
  rejectAsEasy,
  reportsAsked,
  rightsTold,
  rpkiMail,
  rpkiNameservers,
  rpkiWeb,
  securityTxt,
  senderKnown,
  sentenceLength,
  sessionReplay,
  signIn,
  siteSoftware,
  sourceDescribed,
  spf,
  statementOtherLanguage,
  statementTrue,
  storageBeforeConsent,
  subresourceIntegrity,
  terms,
  tcfHeld,
  partLanguage,
  textLanguage,
  thirdPartyCookies,
  thirdPartyHosts,
  tlsCiphers,
  tlsGroups,
  tlsHandshake,
  tlsOrder,
  tlsPostQuantum,
  tlsRpt,
  tlsVersions,
  ...toldChecks,
  trackersBeforeConsent,
  trackingCookiesBeforeConsent,
  unlistedTrackers,
  ...useChecks,
  ...pdfChecks,
  versionDisclosed,
]
/** Every check, by its id. */
export const checksById: ReadonlyMap<string, AnyCheck> = new Map(checks.map((check) => [check.id, check]))
/** Every reason that a check can give, by the id of the check. */
export const reasonsOfChecks: ReadonlyMap<string, readonly string[]> = new Map(
  checks.map((check) => [check.id, Object.keys(check.reasons)]),
)
