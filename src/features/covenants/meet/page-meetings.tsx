/** The meetings of a covenant: which there were, which come, and planning one. */
import type { Tx } from '../../../db/as.ts'
import { record } from '../../../db/audit.ts'
import { dateMonthsAfter } from '../../../lib/iso-date.ts'
import { MEETING_KINDS } from '../../../vocabulary/covenant.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { Day } from '../../../web/desk/day.tsx'
import {
  Area,
  Button,
  Buttons,
  ErrorSummary,
  Field,
  Form,
  none,
  Select,
  type Problems,
} from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { go, missing, notYet, page, type Asked, type DeskView, type Route } from '../../../web/desk/route.ts'
import { readForm, type Typed } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { covenantById, type Covenant } from '../store.ts'
import { PLAN } from './form.ts'
import { meetingsOf, planMeeting, type Meeting } from './store.ts'

/** Where a covenant stands at the desk. */
export const placeOf = ({ id }: Pick<Covenant, 'id'>): string => `/balie/convenanten/${id}`
/** The way to what stands below a covenant. */
export const crumbsOf = (covenant: Pick<Covenant, 'id' | 'title'>) => [
  { name: 'Afspraken', to: '/balie/afspraken' },
  { name: covenant.title, to: placeOf(covenant) },
]

/** How a meeting stands, in words. */
export const standingOf = ({ heldOn, cancelledFor, invitedAt, notes }: Meeting, today: string): string =>
  cancelledFor !== ''
    ? 'ging niet door'
    : heldOn >= today
      ? invitedAt === null
        ? 'gepland, nog niemand uitgenodigd'
        : 'gepland, iedereen is uitgenodigd'
      : notes === ''
        ? 'geweest, nog geen verslag'
        : 'geweest'

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly meetings: readonly Meeting[]
  readonly today: string
  readonly mayWrite: boolean
}

function MeetingsPage({ view, covenant, meetings, today, mayWrite }: Props) {
  const next = meetings.findLast(({ heldOn, cancelledFor }) => heldOn >= today && cancelledFor === '')
  return (
    <DeskPage view={view} title="Bijeenkomsten" crumbs={crumbsOf(covenant)}>
      <div className="ld-opening">
        <Heading level={1}>Bijeenkomsten</Heading>
        <Text lead>
          {next === undefined
            ? 'Er is geen bijeenkomst gepland.'
            : `De volgende bijeenkomst is op ${day('nl', next.heldOn)}: ${MEETING_KINDS[next.kind]}.`}
        </Text>
      </div>
      {mayWrite ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${placeOf(covenant)}/bijeenkomsten/nieuw`}>
            Bijeenkomst plannen
          </a>
        </Buttons>
      ) : null}
      {meetings.length === 0 ? null : (
        <Table
          id="bijeenkomsten"
          caption="De nieuwste eerst"
          stacked
          columns={[{ head: 'Bijeenkomst' }, { head: 'Datum' }, { head: 'Plaats' }, { head: 'Stand' }]}
          rows={meetings.map((meeting) => ({
            key: meeting.id,
            cells: [
              <Link key="b" to={`${placeOf(covenant)}/bijeenkomsten/${meeting.id}`}>
                {MEETING_KINDS[meeting.kind]}
              </Link>,
              <Day key="d" on={meeting.heldOn} />,
              meeting.place,
              standingOf(meeting, today),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

type PlanProps = { view: DeskView; covenant: Covenant; typed?: Typed<typeof PLAN>; problems?: Problems }

function PlanPage({ view, covenant, typed, problems = none }: PlanProps) {
  return (
    <DeskPage
      view={view}
      title="Bijeenkomst plannen"
      crumbs={[...crumbsOf(covenant), { name: 'Bijeenkomsten', to: `${placeOf(covenant)}/bijeenkomsten` }]}
    >
      <Heading level={1}>Bijeenkomst plannen</Heading>
      <Text>Na het opslaan ziet u de uitnodiging. U verstuurt haar zelf.</Text>
      <ErrorSummary problems={problems} />
      <Form view={view} action={`${placeOf(covenant)}/bijeenkomsten/nieuw`}>
        <Select
          name="soort"
          label="Wat voor bijeenkomst is het?"
          value={typed?.soort ?? ''}
          empty="Kies"
          options={Object.entries(MEETING_KINDS).map(([value, label]) => ({ value, label }))}
          problems={problems}
        />
        <Field name="datum" label="Datum" type="date" value={typed?.datum ?? ''} problems={problems} />
        <Field
          name="plaats"
          label="Plaats"
          hint="Een zaal, of het adres van een videogesprek."
          optional
          value={typed?.plaats ?? ''}
          maxLength={300}
          problems={problems}
        />
        <Area
          name="agenda"
          label="Waar gaat de bijeenkomst over?"
          value={typed?.agenda ?? ''}
          maxLength={4_000}
          problems={problems}
        />
        <Buttons>
          <Button>Bijeenkomst opslaan</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

/** Only of a covenant that is signed or can be: before that nobody takes part. */
const mayPlan = ({ state }: Covenant): boolean => state === 'in-force' || state === 'open'

/** With the covenant, when a meeting can be planned. */
const planning =
  (then: (asked: Asked<Tx>, covenant: Covenant) => ReturnType<Route<Tx>['answer']>): Route<Tx>['answer'] =>
  async (asked) => {
    const covenant = await covenantById(asked.tx, asked.municipality.id, asked.params['covenant']!)
    if (!covenant) return missing
    return mayPlan(covenant) ? then(asked, covenant) : notYet('Een bijeenkomst kan als de tekst is vastgesteld.')
  }

export const meetingsRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/bijeenkomsten',
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view, today, who }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      if (!covenant) return missing
      const meetings = await meetingsOf(tx, municipality.id, covenant.id)
      return page(
        <MeetingsPage
          {...{ view, covenant, meetings, today }}
          mayWrite={mayPlan(covenant) && allows(who.roles, 'covenant.write')}
        />,
      )
    },
  },
  {
    method: 'GET',
    path: '/convenanten/:covenant/bijeenkomsten/nieuw',
    may: 'covenant.write',
    answer: planning(async ({ view }, covenant) => page(<PlanPage view={view} covenant={covenant} />)),
  },
  {
    method: 'POST',
    path: '/convenanten/:covenant/bijeenkomsten/nieuw',
    may: 'covenant.write',
    answer: planning(async ({ tx, municipality, view, sent, today, who }, covenant) => {
      const { typed, held, problems } = readForm(PLAN, sent, [
        {
          field: 'datum',
          holds: ({ datum }) => datum >= today,
          says: 'Kies een dag vanaf vandaag. Een verslag van eerder zet u bij de bijeenkomst zelf.',
        },
        {
          field: 'datum',
          holds: ({ datum }) => datum <= dateMonthsAfter(today, 24),
          says: 'Kies een dag binnen twee jaar. Zo ver vooruit onthoudt niemand een bijeenkomst.',
        },
      ])
      if (!held) return page(<PlanPage {...{ view, covenant, typed, problems }} />, 422)
      const { soort: kind, datum: heldOn, plaats, agenda } = held
      const planned = { covenant: covenant.id, kind, heldOn, place: plaats, agenda, by: who.id }
      const id = await planMeeting(tx, municipality.id, planned)
      await record(tx, municipality.id, {
        act: 'covenant.meeting-planned',
        object: `covenant/${covenant.id}`,
        detail: { kind, on: heldOn },
      })
      return go(`${placeOf(covenant)}/bijeenkomsten/${id}`, 'De bijeenkomst is opgeslagen.')
    }),
  },
]
