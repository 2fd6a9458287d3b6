/**
 * A visit as it would have been, had nothing changed at the parties that a site or a mail domain already leaned on:
 * what they bring is as it was then, all else as it is now. So what they did is told apart from what the own side did.
 * Pure.
 */
import { hostOf, partsOf, registrableDomain, sameParty } from '../lib/domain.ts'
import type { Evidence, HostRecord, PageRecord } from '../model/evidence.ts'
import type { Session } from '../model/evidence-page.ts'
import type { Exchangers } from '../model/evidence-tls.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { Lists } from '../model/lists.ts'
import type { Subject } from '../model/subject.ts'
import { judge, type Rules } from './judge.ts'

/** Steps from who asked for something to the page itself; longer chains are left with the own side. */
const DEEP = 12

/** Whether who keeps the site decides what this host brings in: a tag manager or a consent tool. */
const steered =
  ({ owner }: Lists) =>
  (host: string): boolean =>
    ['tag-manager', 'consent'].includes(owner(host)?.category ?? '')
type Steered = ReturnType<typeof steered>

/** Per criterion what the rules say of it. Both are evidence of the same subject. */
export function judgeElsewhereAsBefore(
  then: Evidence,
  now: Evidence,
  subject: Subject,
  rules: Rules,
): ReadonlyMap<string, VerdictWord> {
  const own = partsOf(subject.address).host
  const mixed: Evidence = {
    ...now,
    host: now.host.map((record) => mixedHost(record, then, own)),
    pages: now.pages.map((record) => mixedPage(record, then, own, steered(rules.lists))),
  }
  return new Map(judge(mixed, subject, rules).map(({ criterion, verdict }) => [criterion, verdict]))
}

/** Servers of another that received the mail then as well are as they were; which there are is the own side's. */
function mixedHost(record: HostRecord, then: Evidence, own: string): HostRecord {
  if (record.probe !== 'exchangers' || !record.result.seen) return record
  const before = then.host.find(({ probe }) => probe === 'exchangers')?.result
  if (!before?.seen) return record
  const was = new Map((before.value as Exchangers).servers.map((server) => [server.host, server]))
  const value = record.result.value as Exchangers
  const servers = value.servers.map((server) =>
    sameParty(server.host, own) ? server : (was.get(server.host) ?? server),
  )
  return { ...record, result: { ...record.result, value: { ...value, servers } } } as HostRecord
}

function mixedPage(record: PageRecord, then: Evidence, own: string, tool: Steered): PageRecord {
  if (record.probe !== 'session' || !record.result.seen) return record
  const before = then.pages.find(
    ({ probe, page, phase, profile }) =>
      probe === 'session' && page === record.page && phase === record.phase && profile === record.profile,
  )?.result
  if (!before?.seen) return record
  const value = mixedSession(before.value as Session, record.result.value as Session, own, tool)
  return { ...record, result: { ...record.result, value } } as PageRecord
}

function mixedSession(then: Session, now: Session, own: string, tool: Steered): Session {
  const [was, is] = [broughtIn(then, own, tool), broughtIn(now, own, tool)]
  /** A party that the page itself asked for, then and now. What is in a tool of the own side is the own side's. */
  const stayed = (party: string) => !tool(party) && was.direct.has(party) && is.direct.has(party)
  const theirs = (session: Session, host: string | undefined) => {
    const by = session === then ? was : is
    const root = host === undefined || sameParty(host, own) ? undefined : by.root(partyOf(host, tool))
    return root !== undefined && stayed(root)
  }
  const chosen = <T>(of: (session: Session) => readonly T[], host: (each: T) => string | undefined): readonly T[] => [
    ...of(now).filter((each) => !theirs(now, host(each))),
    ...of(then).filter((each) => theirs(then, host(each))),
  ]
  return {
    ...now,
    requests: chosen(
      ({ requests }) => requests,
      ({ host }) => host,
    ),
    cookies: chosen(
      ({ cookies }) => cookies,
      ({ host }) => host,
    ),
    storage: chosen(
      ({ storage }) => storage,
      ({ origin }) => hostOf(origin),
    ),
  }
}

/** A tool is no part of its company: the consent tool of a search engine is not its map. */
const partyOf = (host: string, tool: Steered): string => (tool(host) ? host : registrableDomain(host))

/** Which parties the page asked for, itself or by a tool that it asked for, and which of those brought another in. */
function broughtIn({ requests }: Session, own: string, tool: Steered) {
  const direct = new Set<string>()
  const by = new Map<string, string>()
  for (const { host, initiator, redirectedFrom } of requests) {
    if (sameParty(host, own)) continue
    const party = partyOf(host, tool)
    const asker = hostOf(redirectedFrom ?? initiator.url ?? '')
    const ours = asker === undefined || sameParty(asker, own) || (tool(asker) && direct.has(asker))
    if (ours) direct.add(party)
    else if (!by.has(party) && partyOf(asker, tool) !== party) by.set(party, partyOf(asker, tool))
  }
  const root = (party: string): string | undefined => {
    let at = party
    for (let step = 0; step < DEEP; step++) {
      if (direct.has(at)) return at
      const next = by.get(at)
      if (next === undefined) return undefined
      at = next
    }
    return undefined
  }
  return { direct, root }
}
