/** What can be done with an incident that runs: call, answer, write, end. */
import { CALL_ANSWER_IDS, CALL_ANSWERS, SKILLS } from '../../vocabulary/buddy.ts'
import { Area, Button, Buttons, Choice, Field, Form, Hidden, none, Select } from '../../web/desk/form.tsx'
import { said } from '../../web/desk/said.ts'
import { moment } from '../../web/language.ts'
import { Details, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { Call } from './incident-store.ts'
import type { Offer } from './offer-store.ts'
import { type Fitting, hoursOf, type IncidentProps, PhoneNow, PLACE, reachOf } from './parts.tsx'

type AnswerProps = IncidentProps & { readonly mine: readonly Call[] }

/** Which call-up is answered: who was called for two offers chooses, and starts at the one that still waits. */
function WhichCall({ mine, own, lines, problems = none, typed }: AnswerProps) {
  if (mine.length === 1) return <Hidden name="oproep" value={mine[0]!.id} />
  const waits = mine.find(({ id }) => !lines.some(({ call, kind }) => kind === 'answered' && call === id))
  return (
    <Select
      name="oproep"
      label="Welke oproep beantwoordt u?"
      empty="Kies een oproep"
      value={said(typed, 'oproep', waits?.id)}
      options={mine.map(({ id, offer, at, text }) => ({
        value: id,
        label: [own.find((each) => each.id === offer)?.what, text, moment('nl', at)].filter(Boolean).join(' – '),
      }))}
      problems={problems}
    />
  )
}

/** The answer of who was called. */
export function AnswerPart(props: AnswerProps) {
  const { view, incident, problems = none, typed, mine } = props
  return (
    <Section id="antwoord" title="U bent opgeroepen">
      {mine.length > 1 || mine[0]!.text === '' ? null : <Text>{mine[0]!.text}</Text>}
      <Text>Nee zeggen mag altijd, zonder reden. Bel liever dan dat u wacht.</Text>
      <Form view={view} action={`${PLACE}/${incident.id}/antwoord`}>
        <WhichCall {...props} />
        <Choice
          name="antwoord"
          label="Kunt u helpen?"
          options={CALL_ANSWER_IDS.map((each) => ({ value: each, label: CALL_ANSWERS[each] }))}
          value={[said(typed, 'antwoord')]}
          problems={problems}
        />
        <Field
          name="toelichting"
          label="Wanneer, of wat u erbij wilt zeggen"
          value={said(typed, 'toelichting')}
          maxLength={500}
          problems={problems}
        />
        <Buttons>
          <Button>Antwoord geven</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** Whose person left: they are called by telephone, for nobody would read what is sent. */
function Unheard({ offers, fixed }: { readonly offers: readonly Offer[]; readonly fixed: IncidentProps['fixed'] }) {
  if (offers.length === 0) return null
  return (
    <>
      <Text>Hier kunt u alleen zelf bellen. Een oproep leest daar nu niemand.</Text>
      <List
        items={offers.map(({ id, name, contact, phone }) => ({
          key: id,
          body: `${name ?? fixed.get(id) ?? 'Vast maatje'}: ${contact}, ${phone}`,
        }))}
      />
    </>
  )
}

const called = ({ id, name }: Fitting, fixed: IncidentProps['fixed']) => name ?? fixed.get(id) ?? 'Vast maatje'
/** What speaks against calling it now; empty when nothing does. */
const but = ({ now, forGroup }: Fitting): string =>
  [now ? '' : 'nu buiten de uren', forGroup ? '' : 'helpt een andere groep'].filter(Boolean).join(', ')

/** Who can be called, with what one has to know to choose. */
function Choosable({ id, offers, fixed }: { id: string; offers: readonly Fitting[]; fixed: IncidentProps['fixed'] }) {
  return (
    <Table
      id={id}
      caption="Wie u kunt oproepen"
      hideCaption
      stacked
      columns={[{ head: 'Wie' }, { head: 'Kan' }, { head: 'Te bellen' }, { head: 'Waar en voor wie' }]}
      rows={offers.map((each) => ({
        key: each.id,
        cells: [
          called(each, fixed),
          each.skills.map((skill) => SKILLS[skill]).join('; '),
          `${each.phone}, ${hoursOf(each)}${but(each) === '' ? '' : ` – ${but(each)}`}`,
          reachOf(each),
        ],
      }))}
    />
  )
}

/** Calling a buddy: by telephone first, and here so that it is written down. */
export function CallPart({ view, incident, calls, offers, fixed, contact, problems = none, typed }: IncidentProps) {
  const left = offers.filter(({ id }) => !calls.some(({ offer }) => offer === id))
  const free = left.filter(({ heard }) => heard)
  const [first, others] = [free.filter((each) => but(each) === ''), free.filter((each) => but(each) !== '')]
  return (
    <Section id="oproepen-nu" title="Iemand oproepen">
      {free.length === 0 ? (
        <>
          <Text>Hier is nu niemand die u nog kunt oproepen. Wacht niet, en bel:</Text>
          <PhoneNow contact={contact} />
        </>
      ) : (
        <>
          {first.length === 0 ? (
            <Text>Nu helpt niemand voor deze groep, op dit uur. Bel ook zelf.</Text>
          ) : (
            <Choosable id="tabel-nu" offers={first} fixed={fixed} />
          )}
          {others.length === 0 ? null : (
            <Details summary={`Anderen: nu buiten de uren, of voor een andere groep (${others.length})`}>
              <Choosable id="tabel-anderen" offers={others} fixed={fixed} />
            </Details>
          )}
          <Form view={view} action={`${PLACE}/${incident.id}/oproepen`}>
            <Text>Wie het best past, staat bovenaan. Bel ook: een bericht wordt ’s nachts niet gelezen.</Text>
            <Select
              name="maatje"
              label="Wie roept u op?"
              empty="Kies een maatje"
              value={said(typed, 'maatje')}
              options={free.map((each) => ({
                value: each.id,
                label: `${called(each, fixed)}, ${each.phone}${but(each) === '' ? '' : ` (${but(each)})`}`,
              }))}
              problems={problems}
            />
            <Area
              name="tekst"
              label="Wat vraagt u?"
              optional
              value={said(typed, 'tekst')}
              rows={2}
              maxLength={500}
              problems={problems}
            />
            <Buttons>
              <Button>Oproepen</Button>
            </Buttons>
          </Form>
        </>
      )}
      <Unheard offers={left.filter(({ heard }) => !heard)} fixed={fixed} />
    </Section>
  )
}

/** A line in the log. */
export function NotePart({ view, incident, problems = none, typed }: IncidentProps) {
  return (
    <Form view={view} action={`${PLACE}/${incident.id}/logboek`}>
      <Area
        name="regel"
        label="Wat gebeurde er, of wat is besloten?"
        value={said(typed, 'regel')}
        rows={2}
        maxLength={1_000}
        problems={problems}
      />
      <Buttons>
        <Button kind="secondary">In het logboek zetten</Button>
      </Buttons>
    </Form>
  )
}

/** Ending it: with what was done and what was learnt. */
export function EndPart({ view, incident, problems = none, typed }: IncidentProps) {
  return (
    <Section id="afsluiten" title="Afsluiten">
      <Text>Na het afsluiten verandert er niets meer. Wat u leert, kunt u daarna oefenen.</Text>
      <Text>Sluit niemand af? Dan wissen wij dit een jaar na de laatste regel in het logboek.</Text>
      <Form view={view} action={`${PLACE}/${incident.id}/afsluiten`}>
        <Area
          name="gedaan"
          label="Wat is er gedaan?"
          value={said(typed, 'gedaan')}
          rows={3}
          maxLength={2_000}
          problems={problems}
        />
        <Area
          name="lessen"
          label="Wat leren wij hiervan?"
          value={said(typed, 'lessen')}
          rows={3}
          maxLength={2_000}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">Incident afsluiten</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
