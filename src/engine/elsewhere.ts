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
import type { Subject } from '../model/subject.ts'
import { judge, type Rules } from './judge.ts'

/** Steps from who asked for something to the page itself; longer chains are left with the own side. */
const DEEP = 12

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
    pages: now.pages.map((record) => mixedPage(record, then, own)),
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

function mixedPage(record: PageRecord, then: Evidence, own: string): PageRecord {
  if (record.probe !== 'session' || !record.result.seen) return record
  const before = then.pages.find(
    ({ probe, page, phase, profile }) =>
      probe === 'session' && page === record.page && phase === record.phase && profile === record.profile,
  )?.result
  if (!before?.seen) return record
  const value = mixedSession(before.value as Session, record.result.value as Session, own)
  return { ...record, result: { ...record.result, value } } as PageRecord
}

function mixedSession(then: Session, now: Session, own: string): Session {
  const [was, is] = [broughtIn(then, own), broughtIn(now, own)]
  /** A party that the page itself asked for, then and now. */
  const stayed = (party: string) => was.direct.has(party) && is.direct.has(party)
  const theirs = (session: Session, host: string | undefined) => {
    const by = session === then ? was : is
    const root = host === undefined || sameParty(host, own) ? undefined : by.root(registrableDomain(host))
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

/** Which parties the page asked for itself, and which of those brought another in. */
function broughtIn({ requests }: Session, own: string) {
  const direct = new Set<string>()
  const by = new Map<string, string>()
  for (const { host, initiator, redirectedFrom } of requests) {
    if (sameParty(host, own)) continue
    const party = registrableDomain(host)
    const asker = hostOf(redirectedFrom ?? initiator.url ?? '')
    if (asker === undefined || sameParty(asker, own)) direct.add(party)
    else if (!by.has(party) && registrableDomain(asker) !== party) by.set(party, registrableDomain(asker))
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
