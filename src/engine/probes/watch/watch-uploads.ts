/** Knows the text of a page and the path of a mouse again in what a page sends. */
import type { Upload } from '../../../model/evidence.ts'
import type { Opened } from '../../reading/encodings.ts'
import type { VisitedPage } from '../page/visited-page.ts'
import { distinct, heardOf, type Sent } from './watch-traffic.ts'

/** Places on the page where the mouse passes: no two numbers of them stand together by chance. */
export const PATH = [
  [317, 211],
  [331, 229],
  [353, 241],
  [379, 263],
  [401, 283],
] as const
const PHRASES = 12
/** Of the phrases of a page, that many together are its text. */
const TELLING = 3

/** The text of the page or the path of the mouse in what was sent: in what it carried, not in its address. */
export function uploadsIn(sent: readonly { one: Sent; open: Opened }[], phrases: readonly string[]): Upload[] {
  const found = sent.flatMap(({ one, open }): Upload[] => {
    if (one.way === 'address') return []
    const texts = [...open.plain, ...open.inside]
    const whole = texts.map((text) => text.replaceAll(/\s+/g, ' '))
    const told = phrases.filter((phrase) => whole.some((text) => text.includes(phrase))).length
    const places = PATH.filter(([x, y]) => texts.some((text) => new RegExp(`\\b${x}\\D{1,12}${y}\\b`).test(text)))
    return [
      ...(told >= Math.min(TELLING, phrases.length) && told > 0
        ? [{ ...heardOf(one), what: 'page-text' as const }]
        : []),
      ...(places.length >= TELLING ? [{ ...heardOf(one), what: 'movements' as const }] : []),
    ]
  })
  return distinct(found, 50)
}

/** Pieces of the text of the page that stands there, by which it is known again in what is sent. */
export const phrasesOn = (page: VisitedPage): Promise<string[]> =>
  page.evaluate(page.document.frame, phrasesIn, PHRASES, 3_000)

/** Runs in the isolated world: pieces of the page's text, spread over it, that are long enough to be its own. */
function phrasesIn(most: number): string[] {
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(), seen = 0; node && seen < 20_000; node = walker.nextNode(), seen++) {
    const parent = node.parentElement
    if (!parent || /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(parent.tagName)) continue
    const run = /[A-Za-z0-9][A-Za-z0-9 ,]{22,}/.exec(
      (node.nodeValue ?? '').slice(0, 2_000).replaceAll(/\s+/g, ' '),
    )?.[0]
    if (run && found.length < 400) found.push(run.slice(0, 40).trim())
  }
  const all = [...new Set(found)]
  const step = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, at) => at % step === 0)
}
