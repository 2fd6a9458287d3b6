/**
 * Whether what somebody types leaves the page before it is sent (AVG art. 5 lid 1 onder c; Senol and others 2022). We
 * type a word of our own into text, e-mail and telephone fields, send nothing, and look for it in addresses, messages
 * and sockets: plain, for an address, base64, hexadecimal, as md5, sha1, sha256 or sha512, and key by key.
 *   found          a company we know was sent it                                                    unmet
 *   unknown-party  a party nobody has on the list: perhaps the organisation itself                  partly
 *   serving        only a service for payment, addresses, maps or forms: it looks up or keeps       met
 *   own            only the site itself: a draft or a check                                         met
 * Trips on: the hash of an e-mail address in a beacon. Near misses: a draft kept on the own server, a look-up of an
 * address, a form that is sent elsewhere when somebody presses the button, a script that counts keys.
 */
import type { OwnerCategory } from '../../model/lists.ts'
import { whoIs, type Who } from '../reading/behaviour.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { unsureOfLoose } from '../reading/loose.ts'
import { isFilledIn } from '../reading/personal.ts'
import { details, few, tellHost } from '../reading/telling.ts'
import { ownerOf } from '../reading/visit.ts'
import { unwatched } from '../reading/watched.ts'

/** Services that look up what is typed, or keep a form for whoever fills it in. */
const ASKED: ReadonlySet<OwnerCategory> = new Set(['forms', 'maps'])

export const keyCapture = defineCheck({
  id: 'key-capture',
  needs: { session: ['before-consent'], behaviour: ['before-consent'] },
  reasons: {
    'no-form': whole('not-applicable', 'content'),
    'not-typed': 'unknown',
    none: whole('met', 'requests', 'content'),
    own: whole('met', 'requests', 'content'),
    serving: whole('met', 'requests', 'content'),
    'unknown-party': shown('partly'),
    found: shown('unmet'),
  },
  judge({ session, behaviour }, { subject, lists }) {
    const typed = behaviour.flatMap((page) => (page.value.typed ? [{ page, typed: page.value.typed }] : []))
    if (typed.length === 0)
      return session.some(({ value }) => value.forms.some(isFilledIn))
        ? { reason: 'not-typed' }
        : { reason: 'no-form', unsure: unsureOfLoose(session) }
    const leaks = typed.flatMap(({ page, typed: { leaks } }) =>
      leaks.map((leak) => {
        const owner = ownerOf(`https://${leak.host}/`, lists)
        const who: Who = owner && ASKED.has(owner.category) ? 'serving' : whoIs(leak.host, page, subject, lists)
        return { ...leak, who }
      }),
    )
    const fields = typed.reduce((sum, { typed: { fields } }) => sum + fields, 0)
    const reason = (['known', 'unknown', 'serving', 'own'] as const).find((who) => leaks.some((one) => one.who === who))
    // Only where a form stands can anybody hear what is typed in it.
    const forms = session.filter(({ value }) => value.forms.some(isFilledIn))
    const pages = typed.flatMap(({ page }) => page.value.pages)
    const unsure = unwatched(forms, pages, subject, lists)
    if (!reason) return { reason: 'none', seen: { count: fields }, unsure }
    const seen = {
      count: fields,
      hosts: few(leaks.filter(({ who }) => who === reason).map(({ host }) => tellHost(host, lists))),
      details: details(
        leaks.map(
          ({ host, by, way, coding, field }) =>
            `${field} → ${tellHost(host, lists)} (${coding}, ${way}) ← ${by ?? '?'}`,
        ),
      ),
    }
    return { reason: REASON[reason], seen, unsure }
  },
})

const REASON = { known: 'found', unknown: 'unknown-party', own: 'own', serving: 'serving' } as const
