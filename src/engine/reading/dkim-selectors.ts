/**
 * Names (selectors) at which services and control panels put the key of DKIM, as their manuals give them. A key at one
 * shows that it was put there, not that mail is signed with it. Names with a code of the customer cannot be guessed.
 */

/** Of mail boxes. */
const BOXES =
  'selector1 selector2 google fm1 fm2 fm3 mesmtp protonmail protonmail2 protonmail3 sig1 zoho zmail soverin1 ' +
  'soverin2 soverin3 mailbox mbo0001 mbo0002 mbo0003'
/** Of hosting, and what control panels make. */
const HOSTING =
  'transip-a transip-b transip-c default x dkim dkim1 dkim2 mail email smtp key1 key2 selector s k mx mta ovh ' +
  'cf2024-1 securemail'
/** Of newsletters, shops, and services that send for others. */
const SENDERS =
  'k1 k2 k3 mandrill mte1 mte2 s1 s2 smtpapi mailjet krs pic mg mailo brevo1 brevo2 cm kl kl2 dk ml litesrv ctct1 ' +
  'ctct2 api intercom zendesk1 zendesk2 fd fd2 fddkim everlytickey1 everlytickey2 spop1024 pm mxvault'

export const DKIM_SELECTORS: readonly string[] = [BOXES, HOSTING, SENDERS].flatMap((names) => names.split(' '))
