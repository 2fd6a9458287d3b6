/** An organisation comes in by the link of its invitation, without an account; the link works until it ends. */
import type { Context, Hono } from 'hono'
import { Button, Buttons } from '../../../web/desk/form.tsx'
import { Heading, Text } from '../../../web/parts.tsx'
import { declineInvitation, invitationOf, partnerOf } from '../invitation-store.ts'
import { DeadLinkPage } from './dead-link.tsx'
import { Around, type Door } from './frame.tsx'
import type { DoorShell } from './shell.tsx'

function InvitationPage({
  door,
  token,
  organisation,
  city,
}: {
  door: Door
  token: string
  organisation: string
  city: string
}) {
  return (
    <Around
      door={door}
      title="Nulmeting van de digitale stad"
      lead={
        `${city} nodigt ${organisation} uit. Het begint met acht korte vragen; daarna krijgt u alleen wat bij ` +
        `u past.`
      }
    >
      <Heading level={2}>Wat de gemeente ziet</Heading>
      <ul className="ld-list">
        <li>dat u meedoet, en in welke groep</li>
        <li>cijfers van groepen van tien of meer organisaties</li>
        <li>een antwoord dat u zelf deelt, per antwoord</li>
      </ul>
      <Heading level={2}>Wat de gemeente niet ziet</Heading>
      <ul className="ld-list">
        <li>uw antwoorden</li>
        <li>uw eigen cijfers</li>
      </ul>
      <Text>
        Uw antwoorden worden nooit gebruikt voor handhaving of bij een aanbesteding. U kunt stoppen en alles meenemen of
        wissen.
      </Text>
      <form method="post" action={`/balie/nulmeting/${token}`} className="ld-desk-form">
        <Buttons>
          <Button name="doen" value="ja">
            Doe mee
          </Button>
          <Button kind="secondary" name="doen" value="nee">
            Liever niet
          </Button>
        </Buttons>
      </form>
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
          `${organisation} is al begonnen. Stoppen en alles wissen kan ook: open de nulmeting met de link in uw ` +
          `mail en kies “Stop met meedoen”.`
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
        `${organisation} doet niet mee. U hoort hier niets meer over. Bedenkt u zich? Dan werkt de link in uw ` +
        `mail nog.`
      }
    >
      <Text>U kunt dit venster sluiten.</Text>
    </Around>
  )
}

/** Opens the door for organisations. */
export function organisation(app: Hono, { db, door, show, fields, linked, enter }: DoorShell): void {
  const invited = (c: Context) =>
    linked(c, async ({ kind, municipality, baseline }) =>
      kind === 'baseline' && baseline !== null ? invitationOf(db, municipality, baseline) : undefined,
    )
  app.get('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    if (found instanceof Response) return found
    return show(
      c,
      <InvitationPage door={door} token={c.req.param('token')} organisation={found.name} city={found.city} />,
    )
  })
  app.post('/nulmeting/:token', async (c) => {
    const found = await invited(c)
    if (found instanceof Response) return found
    if ((await fields(c))('doen') === 'nee') {
      return show(
        c,
        <DeclinedPage door={door} organisation={found.name} already={!(await declineInvitation(db, found))} />,
      )
    }
    const account = await partnerOf(db, found)
    if (!account) return show(c, <DeadLinkPage door={door} />, 404)
    return enter(c, account, 'full', '/balie/mijn-nulmeting')
  })
}
