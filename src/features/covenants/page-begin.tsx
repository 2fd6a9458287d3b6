/** Begins a covenant from a template, for a cluster or a street. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { day } from '../../lib/day.ts'
import { dateMonthsAfter, isDate } from '../../lib/iso-date.ts'
import type { CovenantTemplate } from '../../model/covenant.ts'
import { CLUSTER_NAMES, CLUSTERS } from '../../vocabulary/group.ts'
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
import { go, page, type Asked, type DeskView, type Reply, type Route } from '../../web/desk/route.ts'
import { among, filled, readForm, text, thatIs, word, type Across } from '../../web/desk/schema.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { firstText, lastDay } from './rules.ts'
import { beginCovenant, streetsOf } from './store.ts'

const PLACE = '/balie/afspraken/beginnen'
/** Months before and after today in which a covenant begins. */
const NEAR = 36
const NOTHING = { sjabloon: '', titel: '', cluster: '', straat: '', begin: '', jaren: '' }

const fieldsOf = (templates: readonly CovenantTemplate[]) => ({
  sjabloon: word(among(templates, 'Kies waarmee u begint.')),
  titel: text(200, filled('Geef het convenant een naam.')),
  cluster: word(z.union([z.literal(''), z.enum(CLUSTERS)], { error: 'Kies een groep uit de lijst.' })),
  straat: text(200),
  begin: word(thatIs(isDate, 'Vul de eerste dag in, zoals 1 januari 2027.')),
  jaren: word(thatIs((typed) => /^([1-9]|10)$/.test(typed), 'Vul een aantal jaren in, van 1 tot en met 10.')),
})
const acrossOf = (
  templates: readonly CovenantTemplate[],
  { streets, today }: { readonly streets: readonly string[]; readonly today: string },
): readonly Across<ReturnType<typeof fieldsOf>>[] => {
  const near = (months: number) => day('nl', dateMonthsAfter(today, months))
  const goesFor = (id: string) => templates.find((each) => each.id === id)?.for
  return [
    {
      field: 'cluster',
      holds: ({ sjabloon, cluster }) => goesFor(sjabloon) !== 'cluster' || cluster !== '',
      says: 'Kies voor welke groep dit convenant is.',
    },
    {
      field: 'straat',
      holds: ({ sjabloon, straat }) => goesFor(sjabloon) !== 'street' || straat !== '',
      says: 'Vul in voor welke straat dit convenant is.',
    },
    {
      field: 'straat',
      holds: ({ sjabloon, straat }) => goesFor(sjabloon) !== 'street' || streets.includes(straat),
      says: 'Deze straat kennen wij niet. Kies een straat waar een organisatie staat, of waar wordt geschouwd.',
    },
    {
      field: 'begin',
      holds: ({ begin }) => begin >= dateMonthsAfter(today, -NEAR) && begin <= dateMonthsAfter(today, NEAR),
      says: `Kies een dag tussen ${near(-NEAR)} en ${near(NEAR)}.`,
    },
  ]
}

type Props = {
  readonly view: DeskView
  readonly templates: readonly CovenantTemplate[]
  readonly streets: readonly string[]
  readonly typed?: typeof NOTHING
  readonly problems?: Problems
}

function BeginPage({ view, templates, streets, typed = NOTHING, problems = none }: Props) {
  return (
    <DeskPage view={view} title="Begin een convenant" crumbs={[{ name: 'Afspraken', to: '/balie/afspraken' }]}>
      <div className="ld-opening">
        <Heading level={1}>Begin een convenant</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>U krijgt een eerste tekst, die u daarna artikel voor artikel aanpast.</Text>
        <Text>Nog niemand anders ziet de tekst. Dat gebeurt pas als u een versie voorlegt.</Text>
      </div>
      <Form view={view} action={PLACE}>
        <Choice
          name="sjabloon"
          label="Waarmee begint u?"
          options={templates.map(({ id, title, about }) => ({ value: id, label: title, hint: about }))}
          value={[typed.sjabloon]}
          problems={problems}
        />
        <Field
          name="titel"
          label="Naam van het convenant"
          hint="Bijvoorbeeld: Convenant digitale stad, zorg en onderwijs"
          value={typed.titel}
          maxLength={200}
          problems={problems}
        />
        <Select
          name="cluster"
          label="Voor welke groep?"
          hint="Nodig bij een convenant voor een groep. De tekst is korter voor groep A dan voor C en D."
          empty="Niet voor een groep"
          options={CLUSTERS.map((value) => ({ value, label: `Groep ${CLUSTER_NAMES[value]}` }))}
          value={typed.cluster}
          problems={problems}
        />
        <Field
          name="straat"
          label="Voor welke straat?"
          hint="Nodig bij een convenant voor een winkelstraat."
          value={typed.straat}
          maxLength={200}
          suggestions={streets}
          problems={problems}
        />
        <Field name="begin" label="Eerste dag" type="date" value={typed.begin} problems={problems} />
        <Field
          name="jaren"
          label="Hoeveel jaar duurt het?"
          hint={`Gewoon is ${templates.map(({ title, years }) => `${years} voor “${title}”`).join(', ')}.`}
          type="number"
          inputMode="numeric"
          value={typed.jaren}
          problems={problems}
        />
        <Buttons>
          <Button>Convenant beginnen</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

export const beginRoutes = (templates: readonly CovenantTemplate[]): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/afspraken/beginnen',
    may: 'covenant.write',
    answer: async ({ tx, municipality, view }) =>
      page(<BeginPage view={view} templates={templates} streets={await streetsOf(tx, municipality.id)} />),
  },
  {
    method: 'POST',
    path: '/afspraken/beginnen',
    may: 'covenant.write',
    answer: (asked) => begin(asked, templates),
  },
]

async function begin(
  { tx, municipality, view, who, sent, today }: Asked<Tx>,
  templates: readonly CovenantTemplate[],
): Promise<Reply> {
  const streets = await streetsOf(tx, municipality.id)
  const { typed, held, problems } = readForm(fieldsOf(templates), sent, acrossOf(templates, { streets, today }))
  if (!held) {
    return page(
      <BeginPage view={view} templates={templates} streets={streets} typed={typed} problems={problems} />,
      422,
    )
  }
  const template = held.sjabloon
  const years = Number(held.jaren)
  const [cluster, street] = template.for === 'cluster' ? [held.cluster, null] : [null, held.straat]
  const text = firstText(template, {
    city: municipality.name,
    title: held.titel,
    cluster,
    street,
    begins: held.begin,
    years,
  })
  const id = await beginCovenant(tx, municipality.id, {
    title: held.titel,
    template,
    cluster,
    street,
    owner: who.id,
    beginsOn: held.begin,
    endsOn: lastDay(held.begin, years),
    text,
  })
  await record(tx, municipality.id, {
    act: 'covenant.begun',
    object: `covenant/${id}`,
    detail: { template: `${template.id} ${template.version}`, cluster, street },
  })
  return go(`/balie/convenanten/${id}`, 'Het convenant is begonnen. Pas nu de tekst aan.')
}
