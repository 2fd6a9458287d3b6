/** Recognises in text and links how people can reach an organisation: mail, telephone, postal address, social media. */

export type ContactWay = 'mail' | 'phone' | 'address'

const MAIL = /[\w.+-]{1,64}\s?(?:@|\[at\]|\(at\))\s?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/iu
// Ten digits from 0 or +31, in the groups people use; not a date, and not the middle of an account number
// (`NL91 ABNA 0417 …`).
const PHONE = new RegExp(
  [
    /(?<![\d.,-]|[A-Z]{4} ?)(?!\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d)/,
    /(?:(?:\+|00)\s?31|0)[ ().-]{0,3}(?:\(0\) ?)?[1-9](?:[ ().-]{0,3}\d){8}(?![\d-])/,
  ]
    .map(({ source }) => source)
    .join(''),
  'u',
)
/** 0800, 0900 and 088 numbers of four or seven digits, and the short municipal numbers such as 14 071. */
const SHORT_PHONE = /(?<![\d.,-])(?:0[89]00[ -]{0,3}\d{4}|0[89]00[ -]{0,3}\d{3}[ -]?\d{4}|14 ?0\d{2,3})(?![\d-])/u
/** A Dutch postal code with a place behind it, or a PO box. */
const ADDRESS = new RegExp(
  [
    /(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2},?\s{1,3}[A-Z'’][\p{L}'’-]/u,
    /\b(?:[Pp]ostbus|POSTBUS|[Aa]ntwoordnummer)\s\d{1,6}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
)

const SOCIAL = [
  'facebook.com',
  'fb.com',
  'fb.me',
  'messenger.com',
  'm.me',
  'instagram.com',
  'whatsapp.com',
  'wa.me',
  'twitter.com',
  'x.com',
  'tiktok.com',
  'linkedin.com',
  'snapchat.com',
  'telegram.me',
  't.me',
  'youtube.com',
]

/** Ways to reach someone that a text names. Looks at the first 20,000 characters. */
export function contactInText(text: string): ContactWay[] {
  const head = text.slice(0, 20_000)
  return [
    ...(MAIL.test(head) ? ['mail' as const] : []),
    ...(PHONE.test(head) || SHORT_PHONE.test(head) ? ['phone' as const] : []),
    ...(ADDRESS.test(head) ? ['address' as const] : []),
  ]
}

/**
 * The way a link opens (`mailto:`, `tel:`), if it names someone; `mailto:?subject=…` is a share button and names
 * nobody.
 */
export function contactInLink(href: string): ContactWay | undefined {
  if (/^mailto:[^?]*(?:@|%40)/i.test(href)) return 'mail'
  return /^tel:[^\d]{0,4}\d/i.test(href) ? 'phone' : undefined
}

/** Whether a host is one of the large social media or chat services. */
export function isSocialMedia(host: string): boolean {
  return SOCIAL.some((name) => host === name || host.endsWith(`.${name}`))
}
