/** Who hears of a visit: the other parties a website's pages asked something of, with their owners. Pure. */
import { partsOf } from '../lib/domain.ts'
import type { Evidence, PageRecord, Session, Sighting } from '../model/evidence.ts'
import type { Lists } from '../model/lists.ts'
import type { OnlyMet, Party, VisitedPage } from '../model/publication.ts'
import { missableShare } from './reading/absence.ts'
import { outsideRequests } from './reading/visit.ts'

/** Cases in which a visitor may meet more than everybody does. */
const CASES: readonly OnlyMet[] = ['after-accept', 'phone']

/**
 * Every host of another party than the site's own that heard of the visit: first those that everybody meets before a
 * choice, then those that whoever agrees to cookies meets besides, then those that a phone meets besides, before a
 * choice too. A host can be in both. Most requests first; at most 100 of each.
 */
export function partiesOf(evidence: Evidence, lists: Lists): Party[] {
  const met = (only?: OnlyMet): Party[] => {
    const sessions = evidence.pages.flatMap((record) => sessionIn(record, only))
    return metIn(evidence, lists, sessions)
  }
  const everybody = met()
  const known = new Set(everybody.map(({ host }) => host))
  const besides = CASES.flatMap((only) =>
    met(only)
      .filter(({ host }) => !known.has(host))
      .slice(0, 100)
      .map((party) => ({ ...party, only })),
  )
  return [...everybody.slice(0, 100), ...besides]
}

/** What a record tells of the case: a page as it was met, or the page that came after agreeing. */
function sessionIn(record: PageRecord, only: OnlyMet | undefined): Sighting<Session>[] {
  const { page, role, phase, profile } = record
  if (record.probe === 'consent') {
    const next = only === 'after-accept' && phase === 'after-accept' && record.result.seen && record.result.value.next
    return next ? [{ page, role, phase, profile, value: next }] : []
  }
  if (record.probe !== 'session' || !record.result.seen || only === 'after-accept') return []
  return (profile === 'phone') === (only === 'phone')
    ? [{ page, role, phase, profile, value: record.result.value }]
    : []
}

function metIn(evidence: Evidence, lists: Lists, pages: readonly Sighting<Session>[]): Party[] {
  const hosts = new Map<string, { requests: number; tracker: boolean }>()
  const { kind, address } = evidence.subject
  const subject = { kind, address: partsOf(address).host, publicBody: false }
  for (const { page, request, host } of outsideRequests(pages, subject)) {
    const seen = hosts.get(host) ?? { requests: 0, tracker: false }
    const { url, type } = request
    const tracker = seen.tracker || lists.tracker({ url, page: page.value.finalUrl, type }) !== undefined
    hosts.set(host, { requests: seen.requests + 1, tracker })
  }
  return [...hosts]
    .map(([host, counts]) => {
      const owner = lists.owner(host)
      return {
        host,
        ...counts,
        service: owner?.service ?? null,
        company: owner?.company ?? null,
        parent: owner?.parent ?? null,
        country: owner?.country ?? null,
        category: owner?.category ?? null,
        eea: owner?.country ? lists.inEea(owner.country) : null,
      }
    })
    .toSorted((a, b) => b.requests - a.requests || (a.host < b.host ? -1 : 1))
}

/** The pages that were visited, in order, and why one could not be seen. */
export function pagesOf(evidence: Evidence): VisitedPage[] {
  const chosen = chosenOf(evidence)
  return evidence.pages.flatMap((record, index) =>
    record.probe !== 'session'
      ? []
      : [
          {
            url: record.page,
            role: record.role,
            phase: record.phase,
            profile: record.profile,
            seen: record.result.seen,
            why: record.result.seen ? null : record.result.why,
            title: record.result.seen ? record.result.value.title : null,
            ...(index === 0 && chosen && { chosen }),
          },
        ],
  )
}

/** From how many pages those seen were chosen, and how much of the others can be missed; undefined: none was seen. */
function chosenOf({ chosen, pages }: Evidence): VisitedPage['chosen'] {
  const seen = new Set(
    pages.flatMap(({ probe, phase, page, result }) =>
      probe === 'session' && phase === 'before-consent' && result.seen ? [page] : [],
    ),
  )
  const missable = chosen && missableShare(seen.size, chosen.from)
  return chosen && missable !== undefined ? { ...chosen, missable } : undefined
}

/** The picture of the landing page, by its hash, if one was made. */
export function screenshotOf(evidence: Evidence): string | null {
  const landing = evidence.pages.find((record) => record.probe === 'session' && record.role === 'landing')
  return landing?.probe === 'session' && landing.result.seen ? landing.result.value.screenshot : null
}

/**
 * Why nothing of the subject could be seen, or null if something was. Of a website the landing page decides, of a mail
 * domain its records.
 */
export function unseenOf(evidence: Evidence): { why: NonNullable<VisitedPage['why']>; detail: string } | null {
  const record =
    evidence.subject.kind === 'website'
      ? evidence.pages.find(({ probe, role }) => probe === 'session' && role === 'landing')
      : evidence.host.find(({ probe }) => probe === 'mail')
  if (record === undefined) return { why: 'probe-failed', detail: 'not looked at' }
  return record.result.seen ? null : { why: record.result.why, detail: record.result.detail }
}
