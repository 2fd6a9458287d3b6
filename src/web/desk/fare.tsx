/** How an e-mail fares, told where it was written: sent, on its way, or why it did not arrive and what to do. */
import { TROUBLES, type Fare } from '../../model/mail.ts'
import { moment } from '../language.ts'
import { Details, Notice, Text } from '../parts.tsx'

/** `mails`: whether there is a server; without one nothing goes out. */
export function MailFare({ fare, mails }: { fare: Fare; mails: boolean }) {
  if (fare.sentAt !== null)
    return (
      <p className="ld-quiet">
        De e-mail aan {fare.recipient} is verstuurd op {moment('nl', fare.sentAt)}.
      </p>
    )
  if (fare.trouble === null)
    return (
      <p className="ld-quiet">
        {mails
          ? `De e-mail aan ${fare.recipient} gaat binnen een minuut op weg.`
          : `De e-mail aan ${fare.recipient} wacht: er is nog geen mailserver ingesteld.`}
      </p>
    )
  const { what, todo } = TROUBLES[fare.trouble]
  return (
    <Notice title={fare.failed ? 'De e-mail kwam niet aan' : 'De e-mail is nog niet aangekomen'}>
      <Text>
        De e-mail aan {fare.recipient} van {moment('nl', fare.createdAt)} {fare.failed ? 'kwam niet aan' : 'wacht nog'}.{' '}
        {what}
      </Text>
      <Text>
        {fare.failed && (fare.trouble === 'later' || fare.trouble === 'away')
          ? 'Wij proberen het niet meer. Verstuur opnieuw als u denkt dat het weer kan.'
          : todo}
      </Text>
      {fare.said === null ? null : (
        <Details summary="Wat de mailserver antwoordde">
          <p className="ld-quiet">{fare.said}</p>
        </Details>
      )}
    </Notice>
  )
}
