/** The mail that lets a colleague in. */
import type { Tx } from '../../../db/as.ts'
import { queueMessage } from '../../../db/messages.ts'
import { hashOfToken } from '../../../lib/token.ts'
import type { Asked } from '../../../web/desk/route.ts'
import { makeLink } from '../links-store.ts'

/** Puts a new link in the mail for this person; it works for two weeks. */
export async function invite(
  { tx, municipality, origin }: Asked<Tx>,
  id: string,
  name: string,
  email: string,
): Promise<void> {
  const token = await makeLink(tx, municipality.id, 'invitation', { person: id })
  await queueMessage(tx, municipality.id, {
    recipient: email.toLowerCase(),
    person: id,
    kind: 'invitation',
    key: `invitation/${hashOfToken(token)}`,
    subject: `Uitnodiging voor Leidraad ${municipality.name}`,
    body:
      `Beste ${name},\n\nU bent uitgenodigd om mee te werken in Leidraad, waar ${municipality.name} werkt aan de ` +
      `digitale stad.\nKies een wachtwoord en stel de tweede stap in:\n${origin}/balie/link/${token}\n\nDe link ` +
      `werkt twee weken.\n`,
  })
}
