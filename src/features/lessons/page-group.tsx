/** One code: the signs to pass on, what was counted with it, and handing a count over as proof. */
import { spoken } from '../../lib/spoken-number.ts'
import type { Lesson } from '../../model/lesson.ts'
import { FEWEST_SHOWN } from '../../vocabulary/lesson.ts'
import { Button, Buttons, Field, Form, none, Select, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day, month } from '../../web/language.ts'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { serves, type Open } from './evidence.ts'
import { runs } from './page-codes.tsx'
import type { GroupCode, GroupTotal } from './store.ts'
import { monthsOf, sumOf, sumWords } from './totals.ts'

export type TypedHanding = {
  readonly afspraak: string
  readonly les: string
  readonly van: string
  readonly tot_maand: string
  readonly medewerkers: string
}

export type GroupProps = {
  readonly view: DeskView
  readonly place: string
  readonly code: GroupCode
  /** The signs that staff enter. */
  readonly signs: string
  readonly lessons: readonly Lesson[]
  readonly totals: readonly GroupTotal[]
  readonly open: readonly Open[]
  readonly today: string
  readonly mayMake: boolean
  readonly typed?: TypedHanding
  readonly problems?: Problems
}

/** How an open pledge is chosen. */
export const openId = ({ covenant, pledge }: Open): string => `${covenant} ${pledge.id}`

export function GroupPage(props: GroupProps) {
  const { view, place, code, signs, today, mayMake } = props
  const running = runs(code, today)
  return (
    <DeskPage view={view} title={code.label} crumbs={[{ name: 'Lescodes', to: place }]} oneForm={mayMake}>
      <div className="ld-opening">
        <Heading level={1}>Lescode voor {code.label}</Heading>
        <Text lead>
          {running
            ? `De code is ${spoken(signs)}. Hij geldt tot en met ${day('nl', code.until)}.`
            : `Deze code is voorbij sinds ${day('nl', code.endedOn ?? code.until)}.`}
        </Text>
        {running ? (
          <Text>
            Wie een les heeft gevolgd, vult de code in aan het einde van de les. Eén keer per les.{' '}
            <Link to={`${place}/${code.id}/poster`}>Poster om te printen</Link>
          </Text>
        ) : null}
      </div>
      <Totals {...props} />
      {mayMake ? <Evidence {...props} /> : null}
      {running && mayMake ? (
        <Details summary="Code beëindigen">
          <Form view={view} action={`${place}/${code.id}/beeindigen`}>
            <Text>
              De code telt dan niet meer. Wat is geteld, blijft nog twee jaar staan. Dit kunt u niet terugdraaien.
            </Text>
            <Buttons>
              <Button kind="secondary">Code beëindigen</Button>
            </Buttons>
          </Form>
        </Details>
      ) : null}
    </DeskPage>
  )
}

function Totals({ code, lessons, totals, today }: GroupProps) {
  const months = monthsOf(code, today)
  const shown = lessons.filter((lesson) => sumOf(totals, lesson.id, months) > 0)
  return (
    <Section id="aantallen" title="Wat er is geteld" wide>
      {months.length === 0 ? (
        <Text>De eerste aantallen ziet u als deze maand voorbij is.</Text>
      ) : (
        <>
          <Text>
            U ziet maanden die voorbij zijn. Een maand met minder dan {FEWEST_SHOWN} telt niet mee in het totaal.
            Gevolgd zegt niet wat iemand nu kan of doet.
          </Text>
          {shown.length === 0 ? null : (
            <Table
              id="aantallen-per-les"
              caption={`Van ${month('nl', months[0]!)} tot en met ${month('nl', months.at(-1)!)}`}
              stacked
              columns={[{ head: 'Les' }, { head: 'In totaal' }, { head: 'Per maand' }]}
              rows={shown.map((lesson) => ({
                key: lesson.id,
                cells: [
                  lesson.title.nl,
                  sumWords(sumOf(totals, lesson.id, months), code.staff),
                  <PerMonth key="m" {...{ lesson, months, totals }} />,
                ],
              }))}
            />
          )}
          {shown.length === lessons.length ? null : (
            <Text>
              {shown.length === 0 ? 'Bij elke les' : 'Bij de andere lessen'} was het elke maand minder dan{' '}
              {FEWEST_SHOWN}.
            </Text>
          )}
        </>
      )}
    </Section>
  )
}

function PerMonth({
  lesson,
  months,
  totals,
}: {
  lesson: Lesson
  months: readonly string[]
  totals: readonly GroupTotal[]
}) {
  const told = months.map((each) => [each, sumOf(totals, lesson.id, [each])] as const)
  return (
    <ul className="ld-list ld-list--plain">
      {told.map(([each, count]) => (
        <li key={each}>
          {month('nl', each)}: {count === 0 ? `minder dan ${FEWEST_SHOWN}` : count}
        </li>
      ))}
    </ul>
  )
}

function Evidence({ view, place, code, lessons, totals, open, today, typed, problems = none }: GroupProps) {
  const months = monthsOf(code, today)
  const those = lessons.filter((lesson) => sumOf(totals, lesson.id, months) > 0)
  const fit = open.filter((one) => those.some((lesson) => serves(lesson, one)))
  const fitting = those.filter((lesson) => fit.some((one) => serves(lesson, one)))
  const options = months.map((each) => ({ value: each, label: month('nl', each) }))
  return (
    <Section id="bewijs" title="Doorgeven bij een afspraak">
      {fit.length === 0 ? (
        <Text>
          {open.length === 0
            ? 'Er is nu geen afspraak in een convenant die medewerkers telt bij de norm van een les.'
            : 'Er is nog geen aantal dat bij een afspraak past.'}
        </Text>
      ) : (
        <Form view={view} action={`${place}/${code.id}/doorgeven`}>
          <Text>
            Het aantal telt als verklaard, tot de toetser het bevestigt. Er staat bij dat een les is gevolgd, en niets
            over personen.
          </Text>
          <Select
            name="afspraak"
            label="Bij welke afspraak?"
            value={typed?.afspraak ?? ''}
            options={fit.map((one) => ({ value: openId(one), label: `${one.pledge.title} (${one.covenantTitle})` }))}
            problems={problems}
          />
          <Select
            name="les"
            label="Welke les?"
            value={typed?.les ?? ''}
            options={fitting.map(({ id, title }) => ({ value: id, label: title.nl }))}
            problems={problems}
          />
          <Select
            name="van"
            label="Eerste maand"
            value={typed?.van ?? months[0]!}
            options={options}
            problems={problems}
          />
          <Select
            name="tot_maand"
            label="Laatste maand"
            value={typed?.tot_maand ?? months.at(-1)!}
            options={options}
            problems={problems}
          />
          <Field
            name="medewerkers"
            label="Hoeveel medewerkers zijn er nu?"
            hint="Uw eigen opgave."
            inputMode="numeric"
            value={typed?.medewerkers ?? String(code.staff)}
            maxLength={6}
            problems={problems}
          />
          <Buttons>
            <Button>Geef het aantal door</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}
