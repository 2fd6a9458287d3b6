/**
 * Whether a script reads a device by which it could be known again without a cookie, and then sends something
 * (Telecommunicatiewet art. 11.7a: reading what a device holds; EDPB Guidelines 2/2023). It counts when one script
 * draws letters on a canvas of 16 × 16 or more (ten different, or in two colours), does not build a picture with save
 * and restore, and reads them back without loss (Englehardt and Narayanan 2016, §6.1); or measures fifty fonts or
 * calculates a sound (§6.2, §6.4), and reads one thing more; or reads three or more of: the graphics card, a sound,
 * fonts, WebRTC, battery, cameras and microphones, eight properties of the system.
 *   found          a company we know                                                                unmet
 *   own            a script from the site's own domain                                              partly
 *   unknown-party  a party nobody has on the list: perhaps the organisation itself                  partly
 *   serving        only a check for robots, a payment or such                                       met
 *   alone          fifty fonts or a sound and nothing else: an editor or a synthesizer may be, too   unknown
 * Trips on: a script that reads a drawing back and sends. Near misses: a chart that nobody reads back, a test for
 * emoji or webp, a game that asks for the graphics card, a player that measures its room, a picture made smaller.
 */
import type { DeviceRead, ScriptDeeds } from '../../model/evidence.ts'
import { tellScript, whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { unwatched } from '../reading/watched.ts'

const SEVERAL = 3

export const fingerprinting = defineCheck({
  id: 'fingerprinting',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests'),
    serving: whole('met', 'requests'),
    own: shown('partly'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
    alone: 'unknown',
  },
  judge({ session, behaviour }, { subject, lists }) {
    const all = behaviour.flatMap((page) =>
      page.value.scripts
        .filter(recognises)
        .map((script) => ({ ...script, who: whoIs(script.host, page, subject, lists, script.url) })),
    )
    const reason = (['known', 'unknown', 'own', 'serving'] as const).find((who) => all.some((one) => one.who === who))
    const pages = [...new Set(behaviour.flatMap(({ value }) => value.pages))]
    const unsure = unwatched(session, pages, subject, lists)
    if (!reason) {
      const alone = behaviour.flatMap((page) =>
        page.value.scripts
          .filter(isAlone)
          .filter(({ host, url }) => whoIs(host, page, subject, lists, url) !== 'serving'),
      )
      const seen = { pages: pages.length, hosts: few(alone.map(({ host }) => tellHost(host, lists))) }
      return alone.length > 0 ? { reason: 'alone', seen } : { reason: 'none', seen: { pages: seen.pages }, unsure }
    }
    const told = all.filter(({ who }) => who === reason)
    const seen = {
      pages: pages.length,
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      details: details(all.map((one) => `${tellScript(one, lists)} ← ${one.reads.join(', ')}`)),
    }
    return { reason: REASON[reason], seen, unsure }
  },
})

const REASON = { known: 'found', unknown: 'unknown-party', own: 'own', serving: 'serving' } as const

const isTelling = (read: DeviceRead) => read === 'fonts' || read === 'audio'
const recognises = ({ reads, sent }: ScriptDeeds) =>
  sent && (reads.includes('canvas') || reads.length >= SEVERAL || (reads.some(isTelling) && reads.length > 1))
const isAlone = ({ reads, sent }: ScriptDeeds) => sent && reads.length === 1 && reads.some(isTelling)
