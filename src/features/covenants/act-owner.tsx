/** Who looks after a covenant: handed to a colleague, with what waits for the one before. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { Button, Buttons, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { go, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { among, readForm, word } from '../../web/desk/schema.ts'
import { Link } from '../../web/parts.tsx'
import { Act, onCovenant, placeOf } from './frame.tsx'
import { giveTo, mayOwn } from './owner-store.ts'
import type { Covenant } from './store.ts'

function OwnerPage(props: {
  view: DeskView
  covenant: Covenant
  people: Awaited<ReturnType<typeof mayOwn>>
  typed: string
  problems?: Problems
}) {
  const { view, covenant, people, typed, problems = none } = props
  return (
    <Act
      view={view}
      covenant={covenant}
      title="Geef dit convenant aan een ander"
      lead={`Nu let ${covenant.ownerName ?? 'niemand'} erop. De open taken gaan mee.`}
      problems={problems}
    >
      <Form view={view} action={`${placeOf(covenant)}/eigenaar`}>
        <Select
          name="eigenaar"
          label="Wie let er voortaan op?"
          empty="Kies een persoon"
          value={typed}
          options={people.map(({ id, name, function: work }) => ({
            value: id,
            label: work === '' ? name : `${name}, ${work}`,
          }))}
          problems={problems}
        />
        <Buttons>
          <Button>Overdragen</Button>
          <Link to={placeOf(covenant)}>Annuleren</Link>
        </Buttons>
      </Form>
    </Act>
  )
}

export const ownerRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/eigenaar',
    may: 'covenant.write',
    answer: onCovenant('to-read', async ({ tx, municipality, view }, covenant) =>
      page(<OwnerPage view={view} covenant={covenant} people={await mayOwn(tx, municipality.id)} typed="" />),
    ),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/eigenaar',
    may: 'covenant.write',
    answer: onCovenant('to-change', async ({ tx, municipality, view, sent }, covenant) => {
      const people = await mayOwn(tx, municipality.id)
      const { typed, held, problems } = readForm({ eigenaar: word(among(people, 'Kies wie erop let.')) }, sent)
      if (!held) return page(<OwnerPage {...{ view, covenant, people, problems }} typed={typed.eigenaar} />, 422)
      await giveTo(tx, municipality.id, covenant, held.eigenaar.id)
      await record(tx, municipality.id, {
        act: 'covenant.owner',
        object: `covenant/${covenant.id}`,
        detail: { to: held.eigenaar.id },
      })
      return go(placeOf(covenant), `${held.eigenaar.name} let nu op dit convenant.`)
    }),
  },
]
