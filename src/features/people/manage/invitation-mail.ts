/** The letter that lets a colleague in: from whom, for what, until when, and how to check that it is real. */
import type { Tx } from '../../../db/as.ts'
import { contactOf } from '../../../db/contact.ts'
import { endOfLink, makeLink } from '../../../db/links.ts'
import { queueMessage } from '../../../db/messages.ts'
import { closeTasks } from '../../../db/tasks.ts'
import { hashOfToken } from '../../../lib/token.ts'
import { ifInDoubt, NEVER_ASKS, signedBy, theCity } from '../../../web/letter.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'

/**
 * Makes a new link for this person and puts it in the mail; without a mail server it is not mailed but given, to hand
 * over. It works once, for two weeks.
 */
export async function invite(
  { tx, municipality, origin, who, view }: Asked<Tx>,
  id: string,
  name: string,
  email: string,
): Promise<{ readonly link: string; readonly until: Date }> {
  const token = await makeLink(tx, municipality.id, 'invitation', { person: id })
  const link = `${origin}/balie/link/${token}`
  const until = endOfLink('invitation')
  await closeTasks(tx, municipality.id, `person/${id}`, ['mail'])
  if (!view.mails) return { link, until }
  await queueMessage(tx, municipality.id, {
    recipient: email.toLowerCase(),
    person: id,
    kind: 'invitation',
    key: `invitation/${hashOfToken(token)}`,
    object: `person/${id}`,
    by: who.id,
    subject: `${who.name} nodigt u uit om mee te werken aan de digitale stad`,
    body: [
      `Beste ${name},`,
      `Ik nodig u uit om mee te werken in Leidraad. Daarin werkt ${theCity(municipality.name)} aan de digitale stad.`,
      `Kies hier een wachtwoord en stel inloggen met een extra code in:\n${link}`,
      `De link werkt één keer, tot en met ${day('nl', until)}. ${NEVER_ASKS}`,
      ifInDoubt(await contactOf(tx, municipality.id), who.name),
      signedBy(who, municipality.name),
    ].join('\n\n'),
  })
  return { link, until }
}
