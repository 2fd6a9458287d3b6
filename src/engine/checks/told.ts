/**
 * Checks on what an organisation tells of its security on its site: who is in charge, where an incident or a data
 * breach is reported, that others test it, how its messages are known. Presence only: nobody has to tell it, so what
 * was not seen is `unknown` of a public body, which has to have it, and does not apply to others. Trips on: nothing.
 * Near misses that tell nothing of its own: a vacancy, news, a service that it sells, what its supplier has, what is
 * not allowed.
 */
import { defineCheck, shown } from '../reading/claims.ts'
import { saidBy } from '../reading/said.ts'
import { TELLINGS, toldOn } from '../reading/told-words.ts'

function told<Id extends keyof typeof TELLINGS>(id: Id) {
  return defineCheck({
    id,
    needs: { statements: true, session: ['before-consent'] },
    reasons: { told: shown('met'), 'not-seen': 'unknown', silent: shown('not-applicable') },
    judge({ session, statements }, { subject }) {
      const pages = saidBy(session, statements)
      const details = toldOn(TELLINGS[id], pages)
      if (details.length > 0) return { reason: 'told', seen: { details } }
      return { reason: subject.publicBody ? 'not-seen' : 'silent', seen: { pages: pages.length } }
    },
  })
}

/** One check per telling, in the order of the list. */
export const toldChecks = (Object.keys(TELLINGS) as (keyof typeof TELLINGS)[]).map(told)
