/** Planning a round: which premises, when, and the two who look and do not work there. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { openTask } from '../../db/tasks.ts'
import { isDate } from '../../lib/iso-date.ts'
import { PERMISSIONS } from '../../vocabulary/roles.ts'
import {
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, type Asked, type Route } from '../../web/desk/route.ts'
import { readForm, several, thatIs, ticked, word } from '../../web/desk/schema.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { phonePath, questionsNow, roundPath, STREETS, streetPath, type StreetDeps } from './here.ts'
import { MOST_PREMISES, worksIn } from './rules.ts'
import { addRound, roundsOf, walkers, type Colleague } from './rounds-store.ts'
import { domainsOf, premisesOf, streetById, type Premises } from './store.ts'

const DATE = 'Vul een datum in, zoals 5 december 2026.'
const FIELDS = {
  begin: word(thatIs(isDate, DATE)),
  einde: word(thatIs(isDate, DATE)),
  een: word(z.string()),
  twee: word(z.string()),
  pand: several(z.array(z.string())),
  vrij: ticked,
}
type Filled = {
  readonly begin: string
  readonly einde: string
  readonly een: string
  readonly twee: string
  readonly pand: readonly string[]
  readonly vrij: boolean
}
type At = {
  readonly street: { readonly id: string; readonly name: string }
  readonly premises: readonly Premises[]
  readonly people: readonly Colleague[]
}

async function opened({ tx, municipality, params }: Asked<Tx>): Promise<At | undefined> {
  const street = await streetById(tx, municipality.id, params['street']!)
  return (
    street && {
      street,
      premises: await premisesOf(tx, municipality.id, street.id),
      people: await walkers(tx, municipality.id, PERMISSIONS['street.inspect']),
    }
  )
}

/** What is not right about it, by field; who works in the street is refused by name. */
async function problemsOf(
  { tx, municipality }: Asked<Tx>,
  { premises, people }: At,
  filled: Filled,
): Promise<Problems> {
  const problems: Record<string, string> = {}
  const chosen = premises.filter(({ id }) => filled.pand.includes(id))
  if (isDate(filled.begin) && isDate(filled.einde) && filled.einde < filled.begin)
    problems['einde'] = 'De laatste dag ligt voor de eerste.'
  if (chosen.length === 0) problems['pand'] = 'Kies een of meer panden.'
  if (chosen.length > MOST_PREMISES)
    problems['pand'] = `Een ronde heeft hoogstens ${MOST_PREMISES} panden. Plan er twee van een langere straat.`
  const organisations = chosen.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]))
  const domains = await domainsOf(tx, municipality.id, organisations)
  for (const field of ['een', 'twee'] as const) {
    const who = people.find(({ id }) => id === filled[field])
    const where = who && worksIn(who, chosen, domains)
    if (!who) problems[field] = 'Kies wie er kijkt.'
    else if (where !== undefined)
      problems[field] = `${who.name} werkt voor ${where} in deze straat. Kies iemand die er niet werkt.`
  }
  if (filled.een !== '' && filled.een === filled.twee)
    problems['twee'] = 'Kies twee verschillende mensen. Zij kijken apart van elkaar.'
  if (!filled.vrij) problems['vrij'] = 'Vraag het hun, en zet dan het vinkje.'
  return problems
}

const Shown = ({
  asked,
  at,
  filled,
  problems = none,
}: {
  asked: Asked<Tx>
  at: At
  filled: Filled
  problems?: Problems
}) => {
  const { street, premises, people } = at
  const options = people.map(({ id, name, function: what }) => ({ value: id, label: `${name}, ${what}` }))
  return (
    <DeskPage
      view={asked.view}
      title="Ronde plannen"
      crumbs={[
        { name: 'Winkelstraten', to: STREETS },
        { name: street.name, to: streetPath(street.id) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{street.name}</p>
        <Heading level={1}>Ronde plannen</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          Twee mensen bekijken elk pand, apart van elkaar. Geen van beiden ziet wat de ander invulde voordat beide
          binnen zijn.
        </Text>
      </div>
      <Form view={asked.view} action={`${streetPath(street.id)}/rondes/nieuw`}>
        <Field name="begin" label="Eerste dag" type="date" value={filled.begin} problems={problems} />
        <Field name="einde" label="Laatste dag" type="date" value={filled.einde} problems={problems} />
        <Select
          name="een"
          label="Eerste schouwer"
          value={filled.een}
          options={options}
          empty="Kies iemand"
          problems={problems}
        />
        <Select
          name="twee"
          label="Tweede schouwer"
          value={filled.twee}
          options={options}
          empty="Kies iemand"
          problems={problems}
        />
        <Choice
          name="vrij"
          label="Onafhankelijk"
          hint="Wij controleren zelf op de lijst van organisaties en op e-mailadressen. Dat ziet niet alles."
          options={[
            {
              value: 'ja',
              label:
                'Ik vroeg het hun: zij werken niet in deze straat, hebben er geen zaak en geen familie met een zaak.',
            },
          ]}
          value={filled.vrij ? ['ja'] : []}
          problems={problems}
          several
        />
        <Choice
          name="pand"
          label="Panden"
          options={premises.map(({ id, name, address }) => ({
            value: id,
            label: address === '' ? name : `${name}, ${address}`,
          }))}
          value={filled.pand}
          problems={problems}
          several
        />
        <Buttons>
          <Button>Ronde plannen</Button>
          <Link to={streetPath(street.id)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/** A round of the same premises on the same days is the same: a button that was pressed twice plans one. */
const isSame = (filled: Filled) => (round: Awaited<ReturnType<typeof roundsOf>>[number]) =>
  round.begins === filled.begin &&
  round.ends === filled.einde &&
  round.one === filled.een &&
  round.other === filled.twee

export const planRoutes = (deps: StreetDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/straten/:street/rondes/nieuw',
    may: 'street.plan',
    answer: async (asked) => {
      const at = await opened(asked)
      if (!at) return missing
      const pand = at.premises.map(({ id }) => id)
      const filled = { begin: asked.today, einde: '', een: '', twee: '', pand, vrij: false }
      return page(<Shown {...{ asked, at, filled }} />)
    },
  },
  {
    method: 'POST',
    path: '/straten/:street/rondes/nieuw',
    may: 'street.plan',
    answer: async (asked) => {
      const { tx, municipality, who, sent } = asked
      const at = await opened(asked)
      if (!at) return missing
      const read = readForm(FIELDS, sent)
      const filled: Filled = { ...read.typed, vrij: read.typed.vrij.includes('ja') }
      const problems = { ...read.problems, ...(await problemsOf(asked, at, filled)) }
      if (Object.keys(problems).length > 0) return page(<Shown {...{ asked, at, filled, problems }} />, 422)
      const same = (await roundsOf(tx, municipality.id, at.street.id)).find(isSame(filled))
      if (same) return go(roundPath(at.street.id, same.id), 'Deze ronde staat al gepland.')
      const inspectors = [filled.een, filled.twee] as const
      const id = await addRound(tx, municipality.id, who.id, {
        street: at.street.id,
        begins: filled.begin,
        ends: filled.einde,
        questions: questionsNow(deps).version,
        inspectors,
        premises: at.premises.filter((each) => filled.pand.includes(each.id)).map((each) => each.id),
      })
      for (const person of inspectors)
        await openTask(tx, municipality.id, {
          kind: 'street-walk',
          object: `street_round/${id}`,
          whom: { person },
          text: `Loop de ronde door de ${at.street.name}`,
          path: phonePath(id),
          dueOn: filled.einde,
        })
      await record(tx, municipality.id, {
        act: 'round.planned',
        object: `street_round/${id}`,
        detail: { street: at.street.id, inspectors },
      })
      return go(roundPath(at.street.id, id), 'De ronde staat gepland. De twee schouwers zien hem op hun lijst.')
    },
  },
]
