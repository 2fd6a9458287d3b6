/** How an e-mail fares, told where it was written: sent, on its way, or why it did not arrive and what to do. */
import type { Fare, Trouble } from '../../model/mail.ts'
import { moment } from '../language.ts'
import { Details, Notice, Text } from '../parts.tsx'

/** What it means for whoever sent it, and what to do. Undefined: nothing is wrong. */
const TROUBLES: Readonly<Record<Trouble, { readonly what: string; readonly todo: string }>> = {
  address: {
    what: 'Dit e-mailadres bestaat niet bij de ontvanger.',
    todo: 'Controleer het adres, bijvoorbeeld door te bellen, en verstuur opnieuw aan het goede adres.',
  },
  full: {
    what: 'Het postvak van de ontvanger is vol.',
    todo: 'Bel de ontvanger, of gebruik een ander e-mailadres. Probeer het daarna opnieuw.',
  },
  refused: {
    what: 'De mailserver van de ontvanger weigerde dit bericht.',
    todo: 'Bel de ontvanger, of gebruik een ander e-mailadres. Gebeurt het vaker? Vraag de beheerder van uw e-mail.',
  },
  later: {
    what: 'De mailserver van de ontvanger vroeg om het later nog eens te proberen.',
    todo: 'U hoeft niets te doen. Wij proberen het zeven dagen lang steeds opnieuw.',
  },
  away: {
    what: 'Onze eigen mailserver is niet te bereiken of laat ons niet binnen.',
    todo: 'U hoeft niets te doen. Wij proberen het zeven dagen lang opnieuw. Duurt het lang? Vraag de beheerder.',
  },
  ours: {
    what: 'Het versturen ging bij ons vier keer mis. Wij proberen het niet meer vanzelf.',
    todo: 'Verstuur het bericht opnieuw. Gaat het weer mis? Vraag de beheerder.',
  },
  left: {
    what: 'Deze persoon is geblokkeerd of werkt hier niet meer.',
    todo: 'Vraag wie het werk overnam.',
  },
}

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
