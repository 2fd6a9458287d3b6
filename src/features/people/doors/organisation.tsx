/** An organisation comes in by the link of its invitation, without an account; the link works until it ends. */
import type { Context, Hono } from 'hono'
import { contactOf } from '../../../db/contact.ts'
import { ifInDoubt, TheCity } from '../../../web/letter.ts'
import type { CityContact } from '../../../model/letter.ts'
import { Button, Buttons, ErrorSummary, none } from '../../../web/desk/form.tsx'
import { Heading, Text } from '../../../web/parts.tsx'
import { declineInvitation, invitationOf, type Invitation } from '../../../db/invitations.ts'
import { partnerOf } from '../invitation-store.ts'
import { renewHanded } from '../links-store.ts'
import { DeadLinkPage } from './dead-link.tsx'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

function InvitationPage({
  door,
  token,
  invitation: { name, city, by, byFunction },
  contact,
  unclear = false,
}: {
  door: Door
  token: string
  invitation: Invitation
  contact: CityContact
  /** A form came that said neither. */
  unclear?: boolean
}) {
  const sender = by === null ? '' : `${by}${byFunction ? `, ${byFunction}` : ''}`
  return (
    <Around
      door={door}
      title="Zelfcheck digitale stad"
      lead={
        `${TheCity(city)} nodigt ${name} uit. Deel 1 zijn acht vragen over uw organisatie. Daarna ziet u hoeveel ` +
        'vragen er nog komen.'
      }
    >
      <ErrorSummary problems={unclear ? { '': 'Kies of u meedoet of liever niet.' } : none} />
      <Text>Meedoen is vrijwillig en gratis. U ziet daarna wat u als eerste kunt doen.</Text>
      <Heading level={2}>Wat de gemeente ziet</Heading>
      <ul className="ld-list">
        <li>dat u meedoet, en in welke groep</li>
        <li>gemiddelden van groepen van tien of meer organisaties</li>
        <li>een antwoord dat u zelf deelt, per antwoord</li>
      </ul>
      <Heading level={2}>Wat de gemeente niet ziet</Heading>
      <ul className="ld-list">
        <li>uw andere antwoorden</li>
        <li>uw eigen scores</li>
      </ul>
      <Text>
        Uw antwoorden worden nooit gebruikt voor handhaving of bij een aanbesteding. U kunt stoppen en alles meenemen of
        wissen.
      </Text>
      <form method="post" action={`/balie/nulmeting/${token}`} className="ld-desk-form">
        <Buttons>
          <Button name="doen" value="ja">
            Meedoen
          </Button>
          <Button kind="secondary" name="doen" value="nee">
            Liever niet
          </Button>
        </Buttons>
      </form>
      {sender === '' ? null : (
        <Text>
          U bent uitgenodigd door {sender}. {ifInDoubt(contact, by!).replace('deze e-mail', 'deze uitnodiging')}
        </Text>
      )}
    </Around>
  )
}

function DeclinedPage({ door, organisation, already }: { door: Door; organisation: string; already: boolean }) {
  if (already)
    return (
      <Around
        door={door}
        title="U doet al mee"
        lead={
          `${organisation} is al begonnen. Stoppen en alles wissen kan ook: open de zelfcheck met de link in uw ` +
          'e-mail en kies “Stoppen met meedoen”.'
        }
      >
        <Text>Er is niets veranderd.</Text>
      </Around>
    )
  return (
    <Around
      door={door}
      title="Dat is goed"
      lead={
        `${organisation} doet niet mee. U hoort hier niets meer over. Bedenkt u zich? Dan werkt de link van de ` +
        'uitnodiging nog.'
      }
    >
      <Text>U kunt dit venster sluiten.</Text>
    </Around>
  )
}

function OwnLinkPage({ door, link }: { door: Door; link: string }) {
  return (
    <Around
      door={door}
      title="Bewaar uw eigen link"
      lead="De link die u kreeg, werkt niet meer. Met deze link komt u later terug. Alleen u heeft hem."
    >
      <p className="ld-hand-over">
        <label className="utrecht-form-label" htmlFor="link">
          Uw link
        </label>
        <input className="utrecht-textbox" id="link" type="text" readOnly value={link} />
      </p>
      <Text>Kopieer de link en bewaar hem op een veilige plek. Wij tonen hem maar één keer.</Text>
      <Buttons>
        <a className="nl-button nl-button--primary" href="/balie/mijn-nulmeting">
          Ik heb de link bewaard
        </a>
      </Buttons>
    </Around>
  )
}

/** Opens the door for organisations. */
export function organisation(app: Hono, { db, door, origin, show, fields, linked, enter }: DoorShell): void {
  const invited = (c: Context) =>
    linked(c, async ({ kind, municipality, baseline, handed }) => {
      const found =
        kind === 'baseline' && baseline !== null ? await invitationOf(db, municipality, baseline) : undefined
      return found && { ...found, handed }
    })
  app.get('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    if (found instanceof Response) return found
    const contact = await contactOf(db, found.municipality)
    return show(c, <InvitationPage door={door} token={c.req.param('token')} invitation={found} contact={contact} />)
  })
  app.post('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    if (found instanceof Response) return found
    const doing = (await fields(c))('doen')
    if (doing === 'nee') {
      return show(
        c,
        <DeclinedPage door={door} organisation={found.name} already={!(await declineInvitation(db, found))} />,
      )
    }
    if (doing !== 'ja') {
      const contact = await contactOf(db, found.municipality)
      const props = { door, token: c.req.param('token'), invitation: found, contact }
      return show(c, <InvitationPage {...props} unclear />, 422)
    }
    const own = found.handed ? await renewHanded(db, c.req.param('token')) : undefined
    // Of a link that was handed over the first who comes is let in.
    const account = found.handed && own === undefined ? undefined : await partnerOf(db, found)
    if (!account) return show(c, <DeadLinkPage door={door} />, 404)
    const inside = await enter(c, account, 'full', '/balie/mijn-nulmeting')
    return own === undefined
      ? inside
      : show(c, <OwnLinkPage door={door} link={`${new URL(origin).origin}/balie/nulmeting/${own}`} />)
  })
}
