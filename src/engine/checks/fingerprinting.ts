/**
 * Whether a script reads a device by which it could be known again without a cookie, and then sends something
 * (Telecommunicatiewet art. 11.7a: reading what a device holds; EDPB Guidelines 2/2023). It counts when one script
 * draws letters on a canvas of 16 × 16 or more (ten different, or in two colours), does not build a picture with save
 * and restore, and reads them back without loss (Englehardt and Narayanan 2016, §6.1); or reads three or more of: the
 * graphics card, a calculated sound, fifty fonts, WebRTC, battery, cameras and microphones, twelve properties of the
 * system.
 *   found          a company we know                                                                unmet
 *   own            a script from the site's own domain                                              partly
 *   unknown-party  a party nobody has on the list: perhaps the organisation itself                  partly
 *   serving        only a check for robots, a payment or such                                       met
 * Trips on: a script that reads a drawing back and sends. Near misses: a chart that nobody reads back, a test for
 * emoji or webp, a game that asks for the graphics card, a player that measures its room, a picture made smaller.
 */
import type { ScriptDeeds } from '../../model/evidence.ts'
import { tellScript, whoIs } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { details, few, tellHost } from '../reading/telling.ts'

const SEVERAL = 3

export const fingerprinting = defineCheck({
  id: 'fingerprinting',
  needs: { behaviour: ['before-consent'] },
  reasons: {
    none: whole('met', 'requests'),
    serving: whole('met', 'requests'),
    own: shown('partly'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ behaviour }, { subject, lists }) {
    const all = behaviour.flatMap((page) =>
      page.value.scripts
        .filter(recognises)
        .map((script) => ({ ...script, who: whoIs(script.host, page, subject, lists, script.url) })),
    )
    const reason = (['known', 'unknown', 'own', 'serving'] as const).find((who) => all.some((one) => one.who === who))
    if (!reason) return { reason: 'none', seen: { pages: pagesIn(behaviour) } }
    const told = all.filter(({ who }) => who === reason)
    const seen = {
      pages: pagesIn(behaviour),
      hosts: few(told.map(({ host }) => tellHost(host, lists))),
      details: details(all.map((one) => `${tellScript(one, lists)} ← ${one.reads.join(', ')}`)),
    }
    return { reason: REASON[reason], seen }
  },
})

const REASON = { known: 'found', unknown: 'unknown-party', own: 'own', serving: 'serving' } as const

const recognises = ({ reads, sent }: ScriptDeeds) => sent && (reads.includes('canvas') || reads.length >= SEVERAL)

const pagesIn = (behaviour: readonly { readonly value: { readonly pages: readonly string[] } }[]): number =>
  new Set(behaviour.flatMap(({ value }) => value.pages)).size
