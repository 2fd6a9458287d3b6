/** Puts the recorder into every frame of a page and gathers what it tells, per script. */
import { randomBytes } from 'node:crypto'
import type { DeviceRead, Listening, ScriptDeeds } from '../../../model/evidence.ts'
import { registrableDomain } from '../../../lib/domain.ts'
import { hostname } from '../page/kept-url.ts'
import type { VisitedPage } from '../page/visited-page.ts'
import { recorderInPage } from './watch-hooks.ts'
import { bareUrl, type Traffic } from './watch-traffic.ts'

const SCRIPTS = 100
const MESSAGES = 5_000
/** Different properties of browser and screen by which one script reads the system as a whole. */
const PROPERTIES = 8
/** What brings a part of the page, and no word of its visitor. */
const BRINGS: ReadonlySet<string> = new Set(['script', 'stylesheet', 'font', 'document', 'media', 'manifest'])

type Noted = { readonly reads: Map<DeviceRead, number>; readonly system: Set<string>; readonly listens: Set<Listening> }

export type Recorded = {
  readonly scripts: ScriptDeeds[]
  readonly more: boolean
  /** Hosts of documents that wanted a service worker, which is not let in. */
  readonly workers: readonly string[]
}

/** Begins to record; `read` gives what every script did, and whether all of it was heard. */
export async function record(page: VisitedPage, traffic: Traffic): Promise<{ read(): Recorded }> {
  const { cdp } = page
  const secret = `_${randomBytes(9).toString('hex')}`
  const scripts = new Map<string, Noted>()
  const workers = new Set<string>()
  let heard = 0
  let more = false
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== secret) return
    if (++heard > MESSAGES) {
      more = true
      return
    }
    const end = payload.indexOf('\n')
    const [what, detail] = payload.slice(0, end).split(' ') as [string, string | undefined]
    if (what === 'worker') {
      if (workers.size < SCRIPTS) workers.add(hostname(detail ?? ''))
      return
    }
    const callers = callersIn(payload.slice(end))
    const url = callers[0]
    // A script can say that it is another's; what was not fetched is nobody's.
    if (url === undefined || !traffic.asked(url)) return
    const known = scripts.get(url)
    if (!known && scripts.size >= SCRIPTS) {
      more = true
      return
    }
    const noted = known ?? { reads: new Map(), system: new Set(), listens: new Set() }
    scripts.set(url, noted)
    if (what === 'listens') {
      // A library that wraps what listens stands before the script that does: then whose it is, is not known.
      if (new Set(callers.map((each) => registrableDomain(hostname(each)))).size === 1)
        noted.listens.add(detail as Listening)
    } else if (what === 'system') {
      noted.system.add(detail ?? '')
      if (noted.system.size >= PROPERTIES && !noted.reads.has('system')) noted.reads.set('system', traffic.count())
    } else if (!noted.reads.has(what as DeviceRead)) noted.reads.set(what as DeviceRead, traffic.count())
  })
  await cdp.send('Runtime.addBinding', { name: secret })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${recorderInPage})(${JSON.stringify(secret)})` })
  return {
    read() {
      const told = [...scripts].map(([url, { reads, listens }]): ScriptDeeds => {
        const host = hostname(url)
        const party = registrableDomain(host)
        const since = Math.min(...reads.values())
        const sent = traffic
          .after(since)
          .some(
            ({ to, by, type }) =>
              !BRINGS.has(type) &&
              (registrableDomain(to) === party || (by !== null && registrableDomain(hostname(by)) === party)),
          )
        return {
          url,
          host,
          reads: [...reads.keys()].toSorted(),
          listens: [...listens].toSorted(),
          sent: reads.size > 0 && sent,
        }
      })
      const doing = told.filter(({ reads, listens }) => reads.length + listens.length > 0)
      return { scripts: doing.toSorted((a, b) => (a.url < b.url ? -1 : 1)), more, workers: [...workers] }
    },
  }
}

/** Addresses in a stack, the one that called first; without query, as what stays the same from visit to visit. */
function callersIn(stack: string): string[] {
  return stack
    .split('\n')
    .flatMap((line) => /\(?(https?:\/\/\S{1,2000}?)(?::\d+){1,2}\)?$/.exec(line)?.[1] ?? [])
    .map(bareUrl)
}
