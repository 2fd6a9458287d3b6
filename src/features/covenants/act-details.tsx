/** Puts right what a covenant was begun with, or drops it, as long as nobody else saw a version of it. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { dateMonthsAfter, isDate } from '../../lib/iso-date.ts'
import { day } from '../../lib/day.ts'
import { CLUSTER_NAMES, CLUSTERS } from '../../vocabulary/group.ts'
import { basisOf, changesBetween, Clash, merged, trailOf } from '../../web/desk/edit.tsx'
import { Area, Button, Buttons, Field, Form, Hidden, none, Select, type Problems } from '../../web/desk/form.tsx'
import { go, page, tooLate, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, readForm, text, thatIs, word } from '../../web/desk/schema.ts'
import { Link, Section } from '../../web/parts.tsx'
import type { ReactNode } from 'react'
import { Act, onCovenant, placeOf } from './frame.tsx'
import { changeDetails, dropCovenant, streetsOf, type Covenant } from './store.ts'

/** Months before and after today in which a covenant begins, and ends after that. */
const NEAR = 36
const LONGEST = 120
const fields = (today: string) => ({
  titel: text(200, filled('Geef het convenant een naam.')),
  cluster: word(z.union([z.literal(''), z.enum(CLUSTERS)], { error: 'Kies een groep uit de lijst.' })),
  straat: text(200),
  begin: word(
    thatIs(
      (typed) => isDate(typed) && typed >= dateMonthsAfter(today, -NEAR) && typed <= dateMonthsAfter(today, NEAR),
      `Kies een dag tussen ${day('nl', dateMonthsAfter(today, -NEAR))} en ${day('nl', dateMonthsAfter(today, NEAR))}.`,
    ),
  ),
  einde: word(thatIs(isDate, 'Vul de laatste dag in, zoals 31-12-2029.')),
})
type Typed = { readonly [K in keyof ReturnType<typeof fields>]: string }
const LABELS = { titel: 'Naam', cluster: 'Groep', straat: 'Straat', begin: 'Eerste dag', einde: 'Laatste dag' }
const WHY = { waarom: text(1_000, filled('Schrijf waarom dit convenant niet doorgaat.')) }

const now = (covenant: Covenant): Typed => ({
  titel: covenant.title,
  cluster: covenant.cluster ?? '',
  straat: covenant.street ?? '',
  begin: covenant.beginsOn ?? '',
  einde: covenant.endsOn ?? '',
})

type Props = {
  readonly view: Asked<Tx>['view']
  readonly covenant: Covenant
  readonly streets: readonly string[]
  readonly typed: Typed
  readonly why?: string
  readonly clash?: ReactNode
  readonly problems?: Problems
}

function DetailsPage({ view, covenant, streets, typed, why = '', clash, problems = none }: Props) {
  const at = `${placeOf(covenant)}/gegevens`
  return (
    <Act
      view={view}
      covenant={covenant}
      title="Pas de gegevens van dit convenant aan"
      lead="Dit kan zolang nog geen versie is voorgelegd. De tekst van de artikelen past u zelf aan."
      problems={problems}
    >
      {clash}
      <Form view={view} action={at}>
        <Hidden name="basis" value={basisOf(now(covenant))} />
        <Field name="titel" label="Naam" value={typed.titel} maxLength={200} problems={problems} />
        {covenant.street === null ? (
          <Select
            name="cluster"
            label="Voor welke groep?"
            empty="Niet voor een groep"
            options={CLUSTERS.map((value) => ({ value, label: `Groep ${CLUSTER_NAMES[value]}` }))}
            value={typed.cluster}
            problems={problems}
          />
        ) : (
          <Field
            name="straat"
            label="Voor welke straat?"
            value={typed.straat}
            maxLength={200}
            suggestions={streets}
            problems={problems}
          />
        )}
        <Field name="begin" label="Eerste dag" type="date" value={typed.begin} problems={problems} />
        <Field name="einde" label="Laatste dag" type="date" value={typed.einde} problems={problems} />
        <Buttons>
          <Button>Gegevens opslaan</Button>
          <Link to={placeOf(covenant)}>Annuleren</Link>
        </Buttons>
      </Form>
      <Section id="weg" title="Of laat dit convenant vervallen">
        <Form view={view} action={`${at}/weg`} prefix="weg">
          <Area
            name="waarom"
            label="Waarom gaat het niet door?"
            hint="Het concept blijft leesbaar voor collega’s, met deze reden."
            rows={3}
            maxLength={1_000}
            value={why}
            problems={problems}
          />
          <Buttons>
            <Button kind="secondary">Convenant laten vervallen</Button>
          </Buttons>
        </Form>
      </Section>
    </Act>
  )
}

/** Only of what nobody else saw. */
const onUnseen = (
  why: 'to-read' | 'to-change',
  then: (asked: Asked<Tx>, covenant: Covenant) => ReturnType<Route<Tx>['answer']>,
) =>
  onCovenant(why, async (asked, covenant) =>
    covenant.state === 'draft' && covenant.shown === undefined
      ? then(asked, covenant)
      : tooLate('Van dit convenant is al een versie voorgelegd, of het is voorbij. De gegevens veranderen niet meer.'),
  )

export const detailRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/gegevens',
    may: 'covenant.write',
    answer: onUnseen('to-read', async ({ tx, municipality, view }, covenant) => {
      const streets = await streetsOf(tx, municipality.id)
      return page(<DetailsPage {...{ view, covenant, streets }} typed={now(covenant)} />)
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/gegevens',
    may: 'covenant.write',
    answer: onUnseen('to-change', async ({ tx, municipality, view, sent, today }, covenant) => {
      const streets = await streetsOf(tx, municipality.id)
      const before = now(covenant)
      const { typed, held, problems } = readForm(fields(today), sent, [
        {
          field: 'einde',
          holds: ({ begin, einde }) => einde > begin && einde <= dateMonthsAfter(begin || today, LONGEST),
          says: 'De laatste dag komt na de eerste, en hoogstens tien jaar later.',
        },
        {
          field: 'straat',
          holds: ({ straat }) => covenant.street === null || streets.includes(straat),
          says: 'Deze straat kennen wij niet. Kies een straat waar een organisatie staat, of waar wordt geschouwd.',
        },
      ])
      if (sent.mark('basis') !== basisOf(before)) {
        const { values, taken } = merged(sent.mark('basis'), before, typed)
        const clash = <Clash changes={changesBetween(before, values)} labels={LABELS} last={undefined} taken={taken} />
        return page(<DetailsPage {...{ view, covenant, streets, clash }} typed={values} />, 409)
      }
      if (!held) return page(<DetailsPage {...{ view, covenant, streets, typed, problems }} />, 422)
      const changes = changesBetween(before, typed)
      await changeDetails(tx, municipality.id, covenant.id, {
        title: held.titel,
        cluster: covenant.street === null ? held.cluster || null : null,
        street: covenant.street === null ? null : held.straat,
        begins_on: held.begin,
        ends_on: held.einde,
      })
      await record(tx, municipality.id, {
        act: 'covenant.details',
        object: `covenant/${covenant.id}`,
        detail: trailOf(changes),
      })
      return go(placeOf(covenant), 'De gegevens zijn opgeslagen. Kijk of de tekst er nog bij past.')
    }),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/gegevens/weg',
    may: 'covenant.write',
    answer: onUnseen('to-change', async ({ tx, municipality, view, sent }, covenant) => {
      const { typed, held, problems } = readForm(WHY, sent)
      if (!held) {
        const streets = await streetsOf(tx, municipality.id)
        const props = { view, covenant, streets, problems, why: typed.waarom }
        return page(<DetailsPage {...props} typed={now(covenant)} />, 422)
      }
      await dropCovenant(tx, municipality.id, covenant.id, held.waarom)
      await record(tx, municipality.id, {
        act: 'covenant.dropped',
        object: `covenant/${covenant.id}`,
        detail: { why: held.waarom.slice(0, 200) },
      })
      return go(placeOf(covenant), 'Dit convenant gaat niet door. De reden staat erbij.')
    }),
  },
]
