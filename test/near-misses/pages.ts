/** What ordinary sites have in common: a page in its frame, sentences to fill it, a privacy statement. */
import { createHash } from 'node:crypto'

/** A page as a body, or as an answer to what was asked. */
export type Route = string | { readonly body: string; readonly headers: Readonly<Record<string, string | string[]>> }

/** A site with what a careful reader would say of it: every check that is not named is met or does not apply. */
export type NearSite = {
  readonly host: string
  readonly publicBody: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly routes: Readonly<Record<string, Route>>
  /** Hosts beside it that answer too. */
  readonly others: Readonly<Record<string, Readonly<Record<string, Route>>>>
  /** Check → verdict, `reason` if it matters, and what the finding must name, or must not. */
  readonly truth: Readonly<Record<string, Truth>>
}
type Truth = {
  readonly verdict: string
  readonly reason?: string
  readonly names?: readonly string[]
  readonly spares?: readonly string[]
}

export const CAREFUL = {
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
}

/** The style of every page, and its hash for a policy. */
const STYLE =
  'body{font:17px/1.6 sans-serif;color:#111;background:#fff}a{display:inline-block;padding:8px;color:#003a70}'
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

export const WORDS = `Wij helpen u graag verder met uw vraag. Hier leest u wat u moet doen, hoe lang het duurt en
wat het kost. Staat uw vraag er niet bij? Stel hem dan aan onze medewerkers: zij kennen de weg en
antwoorden snel.
De werkzaamheden beginnen in het voorjaar; wie in de buurt woont, krijgt vooraf een brief met de juiste dagen.`

type Parts = { readonly lang?: string; readonly head?: string; readonly end?: string }

/** Makes the pages of one site: `menu` and `foot` are links by their address. */
export function pagesOf(name: string, menu: Readonly<Record<string, string>>, foot: Readonly<Record<string, string>>) {
  const links = (them: Readonly<Record<string, string>>) =>
    Object.entries(them)
      .map(([to, words]) => `<li><a href="${to}">${words}</a></li>`)
      .join('')
  return (title: string, main: string, { lang = 'nl', head = '', end = '' }: Parts = {}) =>
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | ${name}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style>${head}</head><body>` +
    `<header><nav aria-label="Menu"><ul>${links(menu)}</ul></nav></header><main>${main}</main>` +
    `<footer><ul>${links(foot)}</ul></footer>${end}</body></html>`
}

/** A statement in the words of the law. */
export const statement = (who: string) => `<h1>Privacyverklaring</h1><p>${who}, Plein 1, 1234 AB Meerdam, is
verantwoordelijk voor de verwerking van persoonsgegevens. Wij gebruiken gegevens met als doel uw vraag te beantwoorden;
de grondslag is een wettelijke taak of uw toestemming. Wij delen ze met verwerkers en bewaren ze twee jaar. U heeft
recht op inzage, correctie en verwijdering, en kunt klagen bij de Autoriteit Persoonsgegevens. Onze functionaris
gegevensbescherming leest fg@meerdam.nl.</p>`
