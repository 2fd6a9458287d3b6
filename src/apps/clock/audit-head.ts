/**
 * Mails once a day how far the trail is and the hash of its last line, to an address outside the house: whoever
 * rewrites the trail later cannot rewrite that.
 */
import type { Tx } from '../../db/as.ts'
import { headOf } from '../../db/audit.ts'
import { queueMessage } from '../../db/messages.ts'
import type { Municipality } from '../../db/municipality.ts'
import { sentFor } from '../../web/letter.ts'
import { day, number } from '../../web/language.ts'

/** `to`: from LEIDRAAD_AUDIT_MAIL. Whether it was put in the outbox now. */
export async function mailHead(
  tx: Tx,
  { id, name, slug }: Pick<Municipality, 'id' | 'name' | 'slug'>,
  to: string,
  today: string,
): Promise<boolean> {
  const head = await headOf(tx, id)
  if (!head) throw new Error(`the head of the audit trail of ${name} is gone`)
  const { no, hash } = head
  return queueMessage(tx, id, {
    recipient: to,
    kind: 'audit-head',
    key: `audit-head/${today}`,
    subject: `Logboek van ${name} op ${day('nl', today)}: ${number('nl', no)} regels`,
    body: [
      `Het logboek van ${name} heeft ${number('nl', no)} regels. Het controlegetal van de laatste regel is:\n${hash}`,
      'Bewaar dit bericht buiten Leidraad. Zo kunt u later zien of iemand het logboek heeft herschreven:\n' +
        `./leidraad audit --gemeente ${slug} --head ${no}:${hash}`,
      sentFor(name, { phone: '', email: '' }),
    ].join('\n\n'),
  })
}
