/** Leaving: everything is wiped, the address too, and the session with it. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import { DeskPage, DoorPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { leave } from '../part-store.ts'
import { HOME, objectOf, own } from './door.ts'

function LeavePage({ view, name }: { view: DeskView; name: string }) {
  return (
    <DeskPage view={view} title="Stoppen met meedoen" crumbs={[{ name: 'Onze zelfcheck', to: HOME }]}>
      <Heading level={1}>Stoppen met meedoen</Heading>
      <Text lead>
        Alle antwoorden van {name} worden gewist, ook wat u deelde. Uw antwoorden tellen niet meer mee in de groepen.
        Dit kan niet ongedaan worden gemaakt.
      </Text>
      <Text>
        Ook uw e-mailadres en uw toegang worden gewist, en die van collega’s die voor {name} invullen. U bent daarna
        uitgelogd. Dat u meedeed, blijft bekend. Wie u bent niet.
      </Text>
      <Text>
        <Link to={`${HOME}#van-u`}>Neem eerst uw gegevens mee</Link>
      </Text>
      <Form view={view} action={`${HOME}/weg`}>
        <Buttons>
          <Button>Alles wissen en stoppen</Button>
          <Link to={HOME}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function WipedPage({ view, name }: { view: DeskView; name: string }) {
  return (
    <DoorPage look={view.look} city={view.municipality.name} title="Alles is gewist">
      <div className="ld-opening">
        <Heading level={1}>Alles is gewist</Heading>
        <Text lead>
          De antwoorden van {name}, uw e-mailadres en uw toegang zijn gewist. U bent uitgelogd. Bedankt dat u meedeed.
        </Text>
      </div>
      <Text>Wilt u later weer meedoen? Vraag de gemeente dan om een nieuwe uitnodiging.</Text>
      <Text>
        <Link to="/">Naar de openbare site</Link>
      </Text>
    </DoorPage>
  )
}

export const leaveRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/mijn-nulmeting/weg',
    may: 'baseline.own',
    answer: own(async ({ view }, { organisation }) => page(<LeavePage view={view} name={organisation.name} />)),
  },
  {
    method: 'POST',
    path: '/mijn-nulmeting/weg',
    may: 'baseline.own',
    answer: own(async ({ tx, municipality, view }, { organisation }) => {
      // The trail first: it names who did it by id, and that stays.
      await record(tx, municipality.id, { act: 'baseline.left', object: objectOf(organisation) })
      await leave(tx)
      return page(<WipedPage view={view} name={organisation.name} />)
    }),
  },
]
