/**
 * Small files that a site leads to, on its own host and on others: one after another, by what robots.txt of each host
 * allows and how long it asks to wait, within one time for all.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { sameParty } from '../../../lib/domain.ts'
import type { Observed } from '../../../model/evidence.ts'
import { textOf } from '../../../outside/body.ts'
import { asksToComeBack } from '../../../outside/come-back.ts'
import type { Egress } from '../../../outside/egress.ts'
import { fetchPage, redirectOf } from '../../../outside/fetch.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { readRobots, ROBOTS_BYTES, rulesOf, sameSite, type Robots } from '../../reading/robots.ts'
import { header, observe, textFile } from './http.ts'

export type SmallFile = { readonly url: string; readonly text: string; readonly type: string | null }
export type SmallFiles = {
  /** A file of at most `most` bytes; `gone` where there is none. */
  read(url: string, most: number): Promise<Observed<SmallFile>>
}

/** Milliseconds for a file to come, and after which none is begun: what it takes still fits in a minute. */
const PATIENCE = 6_000
const LAST = 40_000
/** Other hosts that are asked: what three repositories and three interfaces need. */
const HOSTS = 6
const LATE = { seen: false, why: 'timeout', detail: 'not begun: the other files took too long' } as const

/** `robots`: the rules of the site itself, which were read before. */
export function openFiles(
  egress: Egress,
  { site, robots, signal }: { readonly site: string; readonly robots: string; readonly signal: AbortSignal },
): SmallFiles {
  const begun = performance.now()
  const rules = new Map<string, Promise<Robots>>()
  const rulesFor = ({ hostname, origin }: URL): Promise<Robots> => {
    if (sameSite(hostname, site)) return Promise.resolve(readRobots(robots))
    const known = rules.get(origin)
    if (known) return known
    if (rules.size === HOSTS) throw new NotSeen('probe-failed', `not asked: more than ${HOSTS} other hosts`)
    const options = { signal, maxBytes: ROBOTS_BYTES, patience: PATIENCE }
    const asked = observe(() => textFile(egress, `${origin}/robots.txt`, options)).then((file) =>
      readRobots(rulesOf(file)),
    )
    rules.set(origin, asked)
    return asked
  }
  return {
    async read(address, most) {
      const url = new URL(address)
      return observe(async () => {
        if (performance.now() - begun > LAST) throw new NotSeen(LATE.why, LATE.detail)
        const { allows, delay: wait } = await rulesFor(url)
        if (!allows(url.href)) throw new NotSeen('robots', `robots.txt asks not to visit ${url.href.slice(0, 300)}`)
        if (performance.now() - begun + wait * 1_000 > LAST) throw new NotSeen(LATE.why, LATE.detail)
        if (wait > 0 && !egress.comeBack?.off(url.href)) await delay(wait * 1_000, undefined, { signal })
        return fileAt(egress, url, most, signal)
      })
    },
  }
}

async function fileAt(egress: Egress, asked: URL, most: number, signal: AbortSignal): Promise<SmallFile> {
  const { hops, body } = await fetchPage(egress, asked.href, {
    signal,
    maxBytes: most,
    redirects: 3,
    patience: PATIENCE,
    mayFollow: (url) => sameParty(url.hostname, asked.hostname),
  })
  const { url, status, headers } = hops.at(-1)!
  const away = redirectOf(hops.at(-1)!, new URL(url))
  if (away) throw new NotSeen('redirected-away', `${url} → ${away.href.slice(0, 300)}`)
  if (status !== 200) {
    const why = status === 404 || status === 410 ? 'gone' : asksToComeBack(status, headers) ? 'rate-limited' : null
    throw new NotSeen(why ?? (status === 401 || status === 403 ? 'blocked' : 'http-error'), `status ${status} ${url}`)
  }
  if (body.read === 'cut') throw new NotSeen('too-large', `more than ${most} bytes: ${url}`)
  if (body.read === 'broken') throw new NotSeen('timeout', `${url} broke off`)
  const type = header(headers, 'content-type')
  return { url, text: textOf(body.bytes, type), type }
}
