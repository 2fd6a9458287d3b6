/**
 * The accessibility statement that Dutch public bodies owe (Besluit digitale toegankelijkheid overheid): is it there,
 * is it in the national register, how old is it, and which status does the organisation itself declare. Never a status
 * of our own.
 * Trips on: no statement; one last updated fourteen months ago; one without its place in the register. Near misses: a
 * page "Toegankelijkheid" about wheelchairs (unknown), a page that explains all statuses (none is then taken as
 * declared).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import type { Link, Observed, Statement } from '../../model/evidence.ts'

const REGISTER = /^https?:\/\/(?:www\.)?toegankelijkheidsverklaring\.nl\/register\/(\d{1,9})(?=$|[/?#])/i
const ABOUT = /toegankelijkheid|accessibility/i
const SUBJECT =
  /toegankelijkheidsverklaring|digitale toegankelijkheid|nalevingsstatus|EN 301 ?549|\bWCAG\b|accessibility statement/i
/** Months after which the yearly renewal is due. */
const MONTHS = 12

export const accessibilityStatement = defineCheck({
  id: 'accessibility-statement',
  needs: { statements: true, session: ['before-consent'] },
  reasons: {
    declared: shown('met'),
    found: shown('met'),
    stale: whole('partly', 'statements'),
    'no-register': whole('partly', 'statements'),
    gone: shown('unmet'),
    missing: whole('unmet', 'content', 'statements'),
    'other-site': 'unknown',
    unread: 'unknown',
  },
  judge({ statements, session }, { subject, at }) {
    const links = session.flatMap(({ value }) => value.links.slice(0, 2_000))
    const statement = readable(statements.accessibility)
    // A page about ramps and lifts is linked with the same word; it is no statement, and no proof that there is none.
    const isStatement = statement !== undefined && (REGISTER.test(statement.url) || aboutStatement(statement.text))
    const own = statement ? [{ href: statement.url, text: '' }] : []
    const entries = inRegister([...own, ...links, ...(statement?.links ?? [])])
    // Who has many sites often lists them all: then it is the entry of the statement, or one that names this site.
    const entry =
      entries.find(({ id }) => id === REGISTER.exec(statement?.url ?? '')?.[1]) ??
      entries.find(({ text }) => names(text, subject.address)) ??
      (entries.length === 1 ? entries[0] : undefined)
    const register = entry?.id
    const status = (isStatement ? declaredStatus(statement.text) : undefined) ?? (entry && statusInLabel(entry.text))
    const updated = isStatement ? lastUpdated(statement.text, at) : undefined
    const seen = {
      status: status ?? null,
      updated: updated ?? null,
      months: updated === undefined ? null : monthsBetween(updated, at),
      register: register === undefined ? null : `https://www.toegankelijkheidsverklaring.nl/register/${register}`,
      statement: statement ? clip(statement.url) : null,
      details: [
        ...own.map(({ href }) => clip(href)),
        ...entries.slice(0, 10).map(({ id }) => `register/${id}`),
        ...(status === undefined ? [] : [`status: ${status}`]),
        ...(updated === undefined ? [] : [`updated: ${updated}`]),
      ],
    }
    const elsewhere = isStatement && REGISTER.test(statement.url) && !names(statement.text, subject.address)
    if (elsewhere) return { reason: 'other-site', seen }
    if (seen.months !== null && seen.months >= MONTHS) return { reason: 'stale', seen }
    if (entries.length > 0) return { reason: status === undefined ? 'found' : 'declared', seen }
    if (isStatement) return { reason: 'no-register', seen }
    if (statements.accessibility?.seen && [404, 410].includes(statements.accessibility.value.status)) {
      return { reason: 'gone', seen: { ...seen, statement: clip(statements.accessibility.value.url) } }
    }
    const hint = links.find(({ href, text }) => ABOUT.test(text.slice(0, 200)) || ABOUT.test(href.slice(0, 300)))
    if (hint) return { reason: 'unread', seen: { ...seen, details: [clip(hint.href)] } }
    if (statements.accessibility !== null) return { reason: 'unread', seen }
    return { reason: 'missing', seen }
  },
})

function readable(statement: Observed<Statement> | null): Statement | undefined {
  return statement?.seen && statement.value.status < 400 ? statement.value : undefined
}

function aboutStatement(text: string): boolean {
  return SUBJECT.test(text.slice(0, 20_000))
}

const WORDS = {
  'voldoet volledig': 'A',
  'voldoet gedeeltelijk': 'B',
  'eerste maatregelen genomen': 'C',
  'voldoet niet': 'D',
} as const

/** The letter the text declares: where it says what the status is, else the one letter it names with its words. */
function declaredStatus(text: string): string | undefined {
  const head = text.slice(0, 20_000)
  const said =
    /status van (?:deze|dit|de) [\p{L} ]{1,40} is:?\s{0,3}["'“]?([A-E])\b/iu.exec(head)?.[1] ??
    /status(?: toegankelijkheidslabel)?:?\s{0,3}([A-E])\s?[-–—(]/i.exec(head)?.[1]
  if (said) return said.toUpperCase()
  const pattern = /nalevingsstatus:?\s{0,3}(voldoet (?:volledig|gedeeltelijk|niet)|eerste maatregelen genomen)/i
  const worded = pattern.exec(head)?.[1]
  if (worded) return WORDS[worded.toLowerCase() as keyof typeof WORDS]
  // A page that explains the statuses names them all.
  const named = head.matchAll(/\b([A-D])\s{0,2}[-–—:]\s{0,2}(?:voldoet|eerste maatregelen)/g)
  const letters = new Set([...named].map(([, letter]) => letter))
  return letters.size === 1 ? [...letters][0] : undefined
}

/** The entries of the register that are linked to, each once, with the words of all links to it. */
function inRegister(links: readonly Link[]): { id: string; text: string }[] {
  const entries = new Map<string, string>()
  for (const { href, text } of links) {
    const id = REGISTER.exec(href)?.[1]
    if (id) entries.set(id, `${entries.get(id) ?? ''} ${text.slice(0, 300)}`.slice(0, 2_000))
  }
  return [...entries].map(([id, text]) => ({ id, text }))
}

/** The letter in the words under the label. */
function statusInLabel(text: string): string | undefined {
  const letter = /(?:status|label)\b[^.]{0,40}?[:\s]([A-E])(?=$|\s[-–—(]|[,.;\s]*$)/i.exec(text.trim())?.[1]
  return declaredStatus(text) ?? letter?.toUpperCase()
}

const MONTH_NAMES = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
]
const UPDATED = new RegExp(
  [
    /(?:laatst|datum|verklaring)\b[^.\d]{0,60}?/,
    /(?:bijgewerkt|gewijzigd|herzien|geactualiseerd|opgesteld|vastgesteld|gepubliceerd)[^.\d]{0,20}/,
    /(\d{1,2})[- /](\d{1,2}|[a-z]{3,9})[- /](20\d\d)/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gi',
)

/** The last day on or before `at` on which the text says it was written or updated, as ISO date. */
function lastUpdated(text: string, at: string): string | undefined {
  const said = [...text.slice(0, 20_000).matchAll(UPDATED)].slice(0, 20)
  const dates = said.flatMap(([, day = '', word = '', year = '']) => {
    const month = /^\d/.test(word) ? Number(word) : MONTH_NAMES.indexOf(word.toLowerCase()) + 1
    const date = new Date(Date.UTC(Number(year), month - 1, Number(day)))
    // 31-02 rolls over into March: no such day.
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
    return exists ? [date.toISOString().slice(0, 10)] : []
  })
  return dates
    .filter((date) => date <= at.slice(0, 10))
    .sort()
    .at(-1)
}

/** Whole months from a date to a moment. */
function monthsBetween(date: string, at: string): number {
  const [from, to] = [new Date(date), new Date(at)]
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months
}

/** Whether a text names this site, or one under it, as an address. */
function names(text: string, address: string): boolean {
  const bare = address.replace(/^www\./, '')
  const found = [...text.slice(0, 20_000).matchAll(/(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}/gi)]
  return found.map(([name]) => name.toLowerCase()).some((name) => name === bare || name.endsWith(`.${bare}`))
}
