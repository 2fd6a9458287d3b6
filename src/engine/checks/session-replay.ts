/**
 * Whether somebody records what a visitor does on a page: the text of the page or the path of the mouse in what is
 * sent, by a party whose scripts listen to three or more of keys, typing, pointer, scrolling and changes of the page
 * (AVG art. 5 lid 1 onder c; Englehardt, Acar and Narayanan 2017). Makers of recorders that we know by name are told
 * when they are asked for something, whether they recorded or not.
 *   found          a company we know records                                                        unmet
 *   unknown-party  a party nobody has on the list: perhaps the organisation itself                  partly
 *   own            the site itself                                                                  partly
 *   vendor         a maker of recorders was asked for something, and we saw no recording            partly
 * Trips on: the whole page in a message, by a script that listens to mouse, keys and scrolling. Near misses: a
 * service that reads aloud and sends only text, shortcuts by key, statistics of how far somebody scrolls.
 */
import { registrableDomain, suffixes } from '../../lib/domain.ts'
import type { Behaviour, Upload } from '../../model/evidence.ts'
import { whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { RECORDERS } from '../reading/recorders.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { outsideRequests, unsureOf } from '../reading/visit.ts'
import { unwatched } from '../reading/watched.ts'

const SEVERAL = 3
const isRecorder = (host: string) => suffixes(host).some((name) => RECORDERS.has(name))

export const sessionReplay = defineCheck({
  id: 'session-replay',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests'),
    vendor: whole('partly', 'requests'),
    own: shown('partly'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ session, behaviour }, { subject, lists }) {
    const all = behaviour.flatMap((page) =>
      page.value.uploads
        .filter((upload) => listeningOf(page.value, upload).size >= SEVERAL)
        .map((upload) => {
          const who = whoIs(upload.host, page, subject, lists)
          return { ...upload, who: who === 'serving' || isRecorder(upload.host) ? ('known' as const) : who }
        }),
    )
    const vendors = outsideRequests(session, subject).filter(({ host }) => isRecorder(host))
    const reason = (['known', 'unknown', 'own'] as const).find((who) => all.some((one) => one.who === who))
    const told = reason ? all.filter(({ who }) => who === reason) : vendors
    const seen = {
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      details: details([
        ...all.map(({ host, what, by }) => `${what} → ${tellHost(host, lists)} ← ${by ?? '?'}`),
        ...vendors.map(({ host }) => tellHost(host, lists)),
      ]),
    }
    if (reason) return { reason: REASON[reason], seen }
    const pages = behaviour.flatMap(({ value }) => value.pages)
    const unsure = unwatched(session, pages, subject, lists)
    if (vendors.length > 0) return { reason: 'vendor', seen, unsure }
    return { reason: 'none', unsure: [...unsure, ...unsureOf(session, subject, ({ host }) => isRecorder(host))] }
  },
})

const REASON = { known: 'found', unknown: 'unknown-party', own: 'own' } as const

/** What scripts of the party that was sent it, or of the script that sent it, listen to on the whole page. */
function listeningOf({ scripts }: Behaviour, { host, by }: Upload): ReadonlySet<string> {
  const parties = new Set([registrableDomain(host), ...(by ? [registrableDomain(new URL(by).hostname)] : [])])
  return new Set(
    scripts.filter((script) => parties.has(registrableDomain(script.host))).flatMap(({ listens }) => listens),
  )
}
