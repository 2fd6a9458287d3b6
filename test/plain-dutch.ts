/** The rules of plain Dutch that a program can hold, for what the catalogue says and for what a page makes of it. */
export type Text = readonly [where: string, text: string]

/** Without what is shown as code. */
export const bare = (text: string): string => text.replaceAll(/`[^`]*`/g, 'x')
export const sentences = (text: string): string[] =>
  bare(text)
    .replaceAll(/[[\]]/g, '')
    .split(/(?<=[.?!])\s+/)
    .filter(Boolean)
export const words = (text: string): number => text.split(/\s+/).length

/** What only a machine says. */
export const CODE = new RegExp(
  String.raw`\((?:'|’)?s\)|\(en\)|\b(?:ECONN|ENOTFOUND|ETIMEDOUT|DEPTH_|CERT_|SELF_SIGNED)` +
    String.raw`|\b\d{4}-\d\d-\d\d\b|\d %|\bEER\b.*\bEER\b`,
)

/** What a thing is called no longer, and what it is called now. */
export const LEFT: readonly (readonly [left: RegExp, now: string])[] = [
  [/\bu hebt\b|\bhebt u\b/i, 'u heeft'],
  [/(?<!e-)\bmail(?:s|adres\w*|domein\w*|provider|server\w*)?\b(?! naar| uw)/i, 'e-mail'],
  [/\bprovider\b/i, 'het bedrijf van uw e-mail, uw websitebouwer'],
  [/\bvolgers?\b|\btrackers?\b/i, 'volgdienst, volgcookie'],
  [/\bbladzijde|\bvoorpagina/i, 'pagina, startpagina'],
  [/\b(?:rapport|eind)?cijfer\b/i, 'score, getal'],
  [/\bmoeder buiten\b|\been moeder\b/i, 'moederbedrijf'],
  [/\btweede (?:inlog)?stap\b/i, 'extra code'],
  [/\bhoe lang\b|\breservekopie/i, 'hoelang, back-up'],
  [/\bSecurity Officer\b|\bpublicist\b/i, 'informatiebeveiliger, medewerker publicatie'],
  [/\b(?:je|jij|jou|jouw|jullie)\b/i, 'u'],
  // A norm, a site or a rule is no person.
  [/\bhaar\b/i, 'die, de, het'],
  [/\bgeen een\b|\bplat ligt\b|\bstand houdt\b|\bdaar heen\b|\ber mee\b|\bnep-haast\b/i, 'één woord'],
]

/** Words of the trade: a first sentence names what they do; the word itself comes after, or in brackets. */
const TRADE = new RegExp(
  `\\b(?:${[
    'HSTS|CSP|Content-Security-Policy|Strict-Transport-Security|Referrer-Policy|X-[A-Z]\\w+|SameSite|HttpOnly',
    'DNSSEC|DNS|CAA|IPv[46]|SPF|DMARC|DKIM|MTA-STS|DANE|TLS|https?|policy|script-src|max-age|issue',
    'record|header|iframe|frames?|selector|DPIA|axe',
  ].join('|')})\\b`,
)

/** Whether a first sentence uses a word of the trade. */
export const speaksTrade = (text: string): boolean => TRADE.test(sentences(text)[0]!.replaceAll(/\([^)]*\)/g, ''))
