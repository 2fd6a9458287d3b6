/** Totals that are handed in: the form, what is kept of it, and the list with what came of each. */
import { z } from 'zod'
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { countedFindings, keepCount, type CountedFinding } from '../../../db/counted-findings.ts'
import { isDate } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { Day } from '../../../web/desk/day.tsx'
import { Area, Button, Buttons, Field, Form, Hidden, none, type Problems } from '../../../web/desk/form.tsx'
import { overtaken, type Asked, type DeskView, type Reply } from '../../../web/desk/route.ts'
import { filled, readForm, text, thatIs, word, type Across } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { figureWords } from './parts.tsx'
import { NOBODY } from './rules.ts'
import { organisationOf } from './store.ts'
import type { Followed } from './terms-store.ts'

const whole = (says: string) => word(z.string().regex(/^\d{1,7}$/, says))
const FIELDS = {
  van: word(thatIs(isDate, 'Vul de eerste dag in.')),
  tot: word(thatIs(isDate, 'Vul de laatste dag in.')),
  aantal: whole('Vul een heel getal in, zoals 12. Zonder punt of komma.'),
  totaal: whole('Vul een heel getal in, zoals 40. Zonder punt of komma.'),
  bewijs: text(4_000, filled('Schrijf waaruit het blijkt, zoals een lijst of een verslag.')),
}
type Given = { readonly [K in keyof typeof FIELDS]: string }
const ACROSS = (today: string): readonly Across<typeof FIELDS>[] => [
  { field: 'tot', holds: ({ van, tot }) => van <= tot, says: 'De laatste dag ligt voor de eerste.' },
  { field: 'tot', holds: ({ tot }) => tot <= today, says: 'Deze periode is nog niet voorbij.' },
  { field: 'totaal', holds: ({ totaal }) => Number(totaal) > 0, says: 'Vul in van hoeveel. Nul kan niet.' },
  {
    field: 'aantal',
    holds: ({ aantal, totaal }) => Number(aantal) <= Number(totaal),
    says: 'Dit is meer dan het totaal.',
  },
]

export const NO_TOTAL: Given = { van: '', tot: '', aantal: '', totaal: '', bewijs: '' }

/** The form in which a party hands in how many of how many. */
export function TotalsForm({
  view,
  action,
  pledge,
  typed = NO_TOTAL,
  problems = none,
  replaces = '',
}: {
  view: DeskView
  action: string
  pledge: PledgeTerms
  typed?: Given
  problems?: Problems
  replaces?: string
}) {
  return (
    <Form view={view} action={action}>
      <Text>
        Geef alleen aantallen op, en geen namen of uitslagen van mensen. De toetser kijkt ze na. Wat u eerder opgaf,
        blijft bewaard.
      </Text>
      <Hidden name="vervangt" value={replaces} />
      <Field name="van" label="Eerste dag van de periode" type="date" value={typed.van} problems={problems} />
      <Field name="tot" label="Laatste dag van de periode" type="date" value={typed.tot} problems={problems} />
      <Field
        name="aantal"
        label={`Aantal ${pledge.unitWords} dat eraan voldoet`}
        inputMode="numeric"
        maxLength={7}
        value={typed.aantal}
        problems={problems}
      />
      <Field
        name="totaal"
        label={`Van hoeveel ${pledge.unitWords}`}
        inputMode="numeric"
        maxLength={7}
        value={typed.totaal}
        problems={problems}
      />
      <Area
        name="bewijs"
        label="Waaruit blijkt het?"
        value={typed.bewijs}
        rows={4}
        maxLength={4_000}
        problems={problems}
      />
      <Buttons>
        <Button>Lever de aantallen in</Button>
      </Buttons>
    </Form>
  )
}

type HandedIn =
  | { readonly wrong: { readonly typed: Given; readonly problems: Problems } }
  | { readonly reply: Reply }
  | 'kept'

/** Keeps what was sent for this party, of the one period once; a later figure comes beside the earlier one. */
export async function handIn(
  { tx, municipality, who, sent, today }: Asked<Tx>,
  covenant: Followed,
  pledge: PledgeTerms,
  party: string,
): Promise<HandedIn> {
  const { typed, held, problems } = readForm(FIELDS, sent, ACROSS(today))
  if (!held) return { wrong: { typed, problems } }
  const earlier = standingTotals(await countedFindings(tx, municipality.id, covenant.id, [pledge.id]), party).find(
    ({ from, to }) => from === held.van && to === held.tot,
  )
  const id = await keepCount(tx, municipality.id, who.id, {
    covenant: covenant.id,
    pledge: pledge.id,
    organisation: organisationOf(party),
    criterion: pledge.criterion ?? pledge.norms[0] ?? '',
    from: held.van,
    to: held.tot,
    count: Number(held.aantal),
    among: Number(held.totaal),
    proof: held.bewijs,
    upload: null,
    replaces: earlier?.id ?? null,
  })
  if (id === undefined) return { reply: overtaken('Over deze periode is intussen iets opgegeven. Lees dat eerst.') }
  await record(tx, municipality.id, {
    act: 'pledge.counted',
    object: `covenant/${covenant.id}`,
    detail: { pledge: pledge.id, from: held.van, to: held.tot, count: Number(held.aantal), among: Number(held.totaal) },
  })
  return 'kept'
}

/** Of a party what was not replaced by a later one. */
export function standingTotals(all: readonly CountedFinding[], party: string): readonly CountedFinding[] {
  const replaced = new Set(all.map(({ replaces }) => replaces))
  return all.filter(({ id, organisation }) => (organisation ?? NOBODY) === party && !replaced.has(id))
}

/** What became of a total: declared, confirmed, refused, or replaced by a later one. */
const became = (each: CountedFinding, replaced: boolean): string =>
  replaced
    ? 'vervangen door een latere opgave'
    : each.checked === 'confirmed'
      ? `bevestigd op ${day('nl', each.checkedOn!)}`
      : each.checked === 'refused'
        ? `niet overgenomen: ${each.checkedFor}`
        : 'nog niet nagekeken'

/** Everything a party handed in, the newest first. */
export function TotalsTable({ all, party, due }: { all: readonly CountedFinding[]; party: string; due: string }) {
  const own = all.filter(({ organisation }) => (organisation ?? NOBODY) === party)
  const replaced = new Set(all.map(({ replaces }) => replaces))
  if (own.length === 0) return <Text>Er is nog niets ingeleverd.</Text>
  return (
    <Table
      id="aantallen"
      caption="Ingeleverde aantallen, de nieuwste eerst"
      stacked
      columns={[{ head: 'Ingeleverd' }, { head: 'Periode' }, { head: 'Aantal' }, { head: 'Stand' }, { head: 'Bewijs' }]}
      rows={own.toReversed().map((each) => ({
        key: each.id,
        cells: [
          <>
            <Day on={each.on} />
            {each.on > due ? ' (na de einddatum: verandert geen oordeel)' : ''}
          </>,
          `${day('nl', each.from)} tot en met ${day('nl', each.to)}`,
          figureWords({ ...each, unknown: 0 }),
          became(each, replaced.has(each.id)),
          each.proof,
        ],
      }))}
    />
  )
}
