/**
 * Documents to download that everyone can open: ODF, PDF, CSV or a page (Forum Standaardisatie: ODF for what people
 * edit, PDF for what they read). Office formats count as closed when the same document is not also offered in an open
 * format.
 * Trips on: `aanvraag.docx` alone. Near misses: `aanvraag.docx` beside `aanvraag.odt` or beside a link "Aanvraag
 * (PDF)", and another organisation's `.docx`.
 */
import { hostOf } from '../../lib/domain.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { isOutside } from '../reading/visit.ts'

const CLOSED = /\.(?:docx?|dotx?|docm|xlsx?|xlsm|pptx?|ppsx?|pptm)$/i
/** What the words of a link say about format and size rather than about the document. */
const FORMAT_WORDS =
  /\b(?:docx?|xlsx?|pptx?|pdf|odt|ods|odp|csv|word|excel|powerpoint|document|versie|als|\d+ ?[km]?b)\b/g
const OPEN = /\.(?:pdf|odt|ods|odp|odg|csv|html?|txt|epub|json|xml)$/i

export const openDocumentFormats = defineCheck({
  id: 'open-document-formats',
  needs: { session: ['before-consent'] },
  reasons: {
    open: whole('met', 'content'),
    'some-closed': shown('partly'),
    closed: whole('unmet', 'content'),
    'no-documents': whole('not-applicable', 'content'),
  },
  judge({ session }, { subject }) {
    const documents = new Map<string, Found>()
    for (const sighting of session) {
      const { page, value } = sighting
      for (const { href, text } of value.links.slice(0, 2_000)) {
        // What others publish is theirs to offer in an open format.
        const host = hostOf(href)
        if (!host || isOutside(host, sighting, subject)) continue
        const file = fileOf(href)
        if (!file || documents.has(href)) continue
        documents.set(href, { href, page, closed: CLOSED.test(file), keys: keysOf(file, text) })
      }
    }
    const all = [...documents.values()]
    const office = all.filter(({ closed }) => closed)
    const openKeys = new Set(all.filter(({ closed }) => !closed).flatMap(({ keys }) => keys))
    const alone = office.filter(({ keys }) => !keys.some((key) => openKeys.has(key)))
    const openOnes = all.filter(({ closed, href }) => !closed && !/\.(?:html?|txt|json|xml)(?:$|[?#])/i.test(href))
    const told = [alone, office, openOnes].find((each) => each.length > 0) ?? []
    const seen = {
      documents: office.length + openOnes.length,
      closed: alone.length,
      details: told.slice(0, 20).map(({ href, page }) => clip(`${href} · ${page}`)),
    }
    if (seen.documents === 0) return { reason: 'no-documents' }
    if (alone.length === 0) return { reason: 'open', seen }
    return { reason: alone.length < seen.documents ? 'some-closed' : 'closed', seen }
  },
})

type Found = {
  readonly href: string
  readonly page: string
  readonly closed: boolean
  readonly keys: readonly string[]
}

/**
 * The file a link leads to, in its path or as a parameter (`/download?file=plan.docx`); undefined: a page without file
 * name.
 */
function fileOf(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  const names = [url.pathname.split('/').at(-1) ?? '', ...[...url.searchParams.values()].slice(0, 10)]
  return names.map((name) => decoded(name).slice(-200)).find((name) => CLOSED.test(name) || OPEN.test(name))
}

/**
 * What two forms of one document have in common: the name without ending, or the words of the link without format and
 * size.
 */
function keysOf(file: string, text: string): string[] {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\d]+/gu, ' ')
      .trim()
  const name = plain(file.replace(/\.[a-z]{3,4}$/i, ''))
  const words = plain(text.slice(0, 200)).replaceAll(FORMAT_WORDS, '').replaceAll(/ {2,}/g, ' ').trim()
  // One short word, such as "hier" or "download", stands under many links.
  const telling = words.length > 8 || /\d/.test(words)
  return [...(name.length > 2 ? [`name ${name}`] : []), ...(telling ? [`text ${words}`] : [])]
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // A stray % is a name too.
  }
}
