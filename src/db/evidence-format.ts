/** Evidence of earlier editions, read as that of today: what was brought home is kept as it was, for years. */
import type { Evidence, Lacks, PageRecord, Session } from '../model/evidence.ts'

/** What format 1 said of how much of a page was seen: whether it had settled, and how many requests were not kept. */
type Formerly = { readonly settled?: boolean; readonly omitted?: number; readonly framesMissed?: number }

const LOADING: Lacks = { content: ['loading'], requests: ['loading'], cookies: ['loading'], storage: ['loading'] }

/** The same evidence in the format of today. Throws when it is of a later edition than this program. */
export function asToday(evidence: Evidence): Evidence {
  const { format } = evidence as { readonly format: number }
  if (format === 2) return evidence
  if (format !== 1) throw new Error(`bewijs van vorm ${format} kan deze versie van Leidraad niet lezen`)
  return { ...evidence, format: 2, pages: evidence.pages.map(upgraded) }
}

/** Format 1 kept 500 characters of an address and did not say that there were more. */
const CUT = 500
const cutRequests = ({ requests }: Session) => ({
  requests: requests.map((each) => (each.url.length < CUT ? each : { ...each, cut: true as const })),
})

/** What format 1 called an error of the site, where its words say that there was no such page. */
const GONE = /^status (?:4(?:04|10)$|2\d\d, title: .*(?:404|gevonden|found|bestaat|exist))/i

function upgraded(record: PageRecord): PageRecord {
  if (!record.result.seen) {
    const { why, detail } = record.result
    const gone = why === 'http-error' && GONE.test(detail.slice(0, 300))
    return gone ? { ...record, result: { ...record.result, why: 'gone' } } : record
  }
  const { settled, omitted = 0, ...value } = record.result.value as typeof record.result.value & Formerly
  const lacks: Lacks =
    record.probe === 'axe'
      ? { ...((value.framesMissed ?? 0) > 0 && { barriers: ['frames'] }) }
      : { ...(settled === false && LOADING), ...(omitted > 0 && { requests: ['cut'], cookies: ['cut'] }) }
  const whole = record.probe === 'session' ? { ...value, ...cutRequests(value as Session), lacks } : { ...value, lacks }
  return { ...record, result: { seen: true, value: whole } } as PageRecord
}
