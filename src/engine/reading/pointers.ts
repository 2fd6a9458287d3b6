/** Names of others that an address leads to: if one of them is gone, somebody else may take its place. */
import { hostOf, sameParty } from '../../lib/domain.ts'
import type { Evidence, Http, Mail } from '../../model/evidence.ts'
import type { Dangling } from '../../model/supplier.ts'
import { policiesOf } from './csp.ts'
import { hostsIn } from './csp-hosts.ts'
import { isDmarc, readDmarc } from './dmarc.ts'
import { heeded, readSpf, targetOf } from './spf.ts'

export type Pointer = Omit<Dangling, 'free'>

/** Characters of an SPF record that are kept: the end of what fills them may be half a name. */
const DRAWN = 2_000

/** Each of them once, in a fixed order. Names that a page only links to are not among them. */
export function pointersOf(evidence: Evidence): Pointer[] {
  const own = evidence.subject.address
  const all = evidence.host.flatMap(({ probe, result }): Pointer[] => {
    if (!result.seen) return []
    if (probe === 'mail') return ofMail(result.value as Mail)
    return probe === 'http' ? ofPolicy(result.value as Http, own) : []
  })
  const once = new Map([...all, ...ofPages(evidence)].map((each) => [`${each.by} ${each.target}`, each]))
  return [...once.values()]
}

function ofMail({ domain, mx, spfTree, dmarc }: Mail): Pointer[] {
  const [record = ''] = dmarc.records
  const asked = isDmarc(record) ? readDmarc(record) : null
  const reports = [...(asked?.rua ?? []), ...(asked?.ruf ?? [])].map((address) =>
    address.slice(address.lastIndexOf('@') + 1),
  )
  // Where a record was read, there is something, whatever a server says of other types.
  const read = new Set((spfTree?.nodes ?? []).map(({ name }) => name))
  const named = new Set([...(spfTree?.includes ?? []), ...namedBySpf(domain, spfTree)])
  // A name with a macro in it stands for others, each of one message.
  const led = [...named].filter((name) => !read.has(name) && !name.includes('%'))
  return [
    ...led.map((target) => ({ from: domain, by: 'spf' as const, target })),
    ...mx.filter(({ host }) => host !== '').map(({ host }) => ({ from: domain, by: 'mx' as const, target: host })),
    ...reports.map((target) => ({ from: `_dmarc.${dmarc.at}`, by: 'report' as const, target })),
  ]
}

/** Names that the records that were read lead to, by `include`, `a`, `mx` and `redirect=` (RFC 7208 §5 and §6.1). */
function namedBySpf(sender: string, tree: Mail['spfTree']): string[] {
  const nodes = (tree?.nodes ?? []).filter(({ record }) => record.length < DRAWN)
  return nodes.flatMap(({ name, record }) => {
    const { mechanisms, redirect } = heeded(readSpf(record))
    const lead = mechanisms.filter(({ name: kind, qualifier }) => LEADS.has(kind) && qualifier !== '-')
    return [...lead.map(({ domain }) => domain), redirect].flatMap((spec) =>
      spec === undefined ? [] : (targetOf(spec, { domain: name, sender }) ?? []),
    )
  })
}

/** What lets through whoever has the name. */
const LEADS: ReadonlySet<string> = new Set(['include', 'a', 'mx'])

function ofPolicy({ secure }: Http, own: string): Pointer[] {
  const last = secure.seen ? secure.value.hops.at(-1) : undefined
  if (!secure.seen || !last || !sameParty(hostOf(last.url) ?? own, own)) return []
  return hostsIn(policiesOf(secure.value)).map((target) => ({ from: own, by: 'csp' as const, target }))
}

/** Hosts that the pages themselves ask something of. */
function ofPages(evidence: Evidence): Pointer[] {
  const hosts = evidence.pages.flatMap((record) =>
    record.probe === 'session' && record.result.seen
      ? record.result.value.requests.flatMap(({ url }) => hostOf(url) ?? [])
      : [],
  )
  return [...new Set(hosts)].map((target) => ({ from: evidence.subject.address, by: 'page' as const, target }))
}
