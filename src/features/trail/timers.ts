/** What happens to the trail by itself: how far it is leaves the house. */
import type { Tx } from '../../db/as.ts'
import { headOf } from '../../db/audit.ts'
import { queueMessage } from '../../db/messages.ts'
import type { Round, Timer } from '../../db/timer.ts'
import { headOfTrail } from './letters.ts'

/**
 * Mails once a day how far the trail is and the hash of its last line, to an address outside the house: whoever
 * rewrites the trail later cannot rewrite that. `to`: from LEIDRAAD_AUDIT_MAIL; undefined: to nobody.
 */
export const trailTimers = (to: string | undefined): readonly Timer[] =>
  to === undefined
    ? []
    : [
        {
          id: 'heads',
          what: 'controlegetallen van het logboek',
          mails: true,
          run: (tx, round) => mailHead(tx, round, to),
        },
      ]

async function mailHead(tx: Tx, { municipality, today }: Round, to: string): Promise<number> {
  const { id, name, slug } = municipality
  const head = await headOf(tx, id)
  if (!head) throw new Error(`the head of the audit trail of ${name} is gone`)
  const queued = await queueMessage(tx, id, {
    recipient: to,
    kind: 'audit-head',
    key: `audit-head/${today}`,
    ...headOfTrail({ city: name, slug, today, ...head }),
  })
  return queued ? 1 : 0
}
