/** The form of an event. */
import { EVENT_KINDS, EVENT_SUBJECTS, EVENT_WORDS, type EventKind } from '../../vocabulary/event.ts'
import { ACCESS_MORE, HELP_LANGUAGES, HELP_WORDS, SIGN_UP_WAYS, STEP_FREE } from '../../vocabulary/help.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  ErrorSummary,
  Field,
  Form,
  Hidden,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { languageName } from '../../web/language.ts'
import { Heading, Link, Text } from '../../web/parts.tsx'
import type { TypedEvent } from './fields.ts'
import { crumbsOf, eventPath, listPath, proposes, type Here } from './here.ts'

type Props = Omit<Here, 'today'> & {
  /** Of an event that is there; undefined for a new one. */
  readonly id: string | undefined
  readonly typed: TypedEvent
  readonly basis?: string
  /** Somebody may have joined: they hear of another day, time or place. */
  readonly placed?: boolean
  readonly problems?: Problems
}
type Part = {
  readonly typed: TypedEvent
  readonly problems: Problems
  readonly kinds: readonly EventKind[]
}
/** A hack event is of the municipality alone. */
const kindsOf = (door: Props['door'], { soort }: TypedEvent): readonly EventKind[] =>
  EVENT_KINDS.filter((each) => !proposes(door) || each !== 'hack' || soort === 'hack')

export function EventFormPage({ view, door, id, typed, basis, placed = false, problems = none }: Props) {
  const fresh = id === undefined
  const title = fresh ? (proposes(door) ? 'Evenement voorstellen' : 'Evenement toevoegen') : `${typed.titel} wijzigen`
  const part = { typed, problems, kinds: kindsOf(door, typed) }
  return (
    <DeskPage view={view} title={title} crumbs={crumbsOf(door)}>
      <Heading level={1}>{title}</Heading>
      {fresh && proposes(door) ? (
        <Text lead>Een medewerker van de gemeente leest uw voorstel en zet het in de agenda, of zegt waarom niet.</Text>
      ) : null}
      {placed ? <Text lead>Verandert de dag, de tijd of de plek? Wie zich opgaf, hoort dat vanzelf.</Text> : null}
      {placed && proposes(door) ? <Text>Een andere plek en nieuwe woorden leest de gemeente eerst.</Text> : null}
      <ErrorSummary problems={problems} />
      <Form view={view} action={fresh ? `${listPath(door)}/nieuw` : `${eventPath(door, id)}/wijzigen`}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <What {...part} />
        <When {...part} />
        <Where {...part} />
        <Joining {...part} />
        <Buttons>
          <Button>{fresh ? (proposes(door) ? 'Voorstellen' : 'In de agenda zetten') : 'Opslaan'}</Button>
          <Link to={fresh ? listPath(door) : eventPath(door, id)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function What({ typed, problems, kinds }: Part) {
  return (
    <>
      <Field name="titel" label="Naam van het evenement" value={typed.titel} maxLength={120} problems={problems} />
      <Select
        name="soort"
        label="Wat voor evenement is het?"
        value={typed.soort}
        options={kinds.map((each) => ({ value: each, label: EVENT_WORDS.kind[each] }))}
        problems={problems}
      />
      <Select
        name="onderwerp"
        label="Waarover gaat het?"
        value={typed.onderwerp}
        options={EVENT_SUBJECTS.map((each) => ({ value: each, label: EVENT_WORDS.subject[each] }))}
        problems={problems}
      />
      <Area
        name="over"
        label="Wat gebeurt er?"
        hint="Een paar korte zinnen. Iedereen leest dit."
        value={typed.over}
        rows={5}
        maxLength={3_000}
        problems={problems}
      />
      <Field name="voor_wie" label="Voor wie?" value={typed.voor_wie} maxLength={300} problems={problems} optional />
      <Select
        name="taal"
        label="Taal"
        value={typed.taal}
        options={HELP_LANGUAGES.map((each) => ({ value: each, label: languageName('nl', each) }))}
        problems={problems}
      />
    </>
  )
}

function When({ typed, problems }: Part) {
  return (
    <>
      <Field name="dag" label="Welke dag?" type="date" value={typed.dag} problems={problems} />
      <Field
        name="begint"
        label="Begint om"
        hint="Zoals 19.30."
        value={typed.begint}
        maxLength={5}
        problems={problems}
      />
      <Field
        name="laatste"
        label="Laatste dag"
        hint="Laat leeg als het één dag is."
        type="date"
        value={typed.laatste}
        problems={problems}
        optional
      />
      <Field name="eindigt" label="Eindigt om" value={typed.eindigt} maxLength={5} problems={problems} />
    </>
  )
}

function Where({ typed, problems }: Part) {
  return (
    <>
      <Field
        name="plek"
        label="Naam van de plek"
        hint="Zoals Buurthuis De Sluis. Laat leeg als iedereen alleen thuis meedoet."
        value={typed.plek}
        maxLength={120}
        problems={problems}
        optional
      />
      <Field
        name="straat"
        label="Straat en huisnummer"
        value={typed.straat}
        maxLength={120}
        problems={problems}
        optional
      />
      <Field name="postcode" label="Postcode" value={typed.postcode} maxLength={10} problems={problems} optional />
      <Field name="plaats" label="Plaats" value={typed.plaats} maxLength={80} problems={problems} optional />
      <Field
        name="wijk"
        label="Wijk"
        hint="Laat leeg: dan volgt de wijk uit de postcode."
        value={typed.wijk}
        maxLength={80}
        problems={problems}
        optional
      />
      <Choice
        name="drempelvrij"
        label="Kan iemand zonder drempel of trap naar binnen?"
        value={[typed.drempelvrij]}
        options={STEP_FREE.map((each) => ({ value: each, label: HELP_WORDS.stepFree[each] }))}
        problems={problems}
      />
      <Choice
        name="toegang"
        label="Wat is er nog meer?"
        value={typed.toegang}
        options={ACCESS_MORE.map((each) => ({ value: each, label: HELP_WORDS.access[each] }))}
        problems={problems}
        several
        optional
      />
      <Area
        name="route"
        label="Hoe komt iemand er?"
        value={typed.route}
        rows={2}
        maxLength={800}
        problems={problems}
        optional
      />
      <Field
        name="thuis"
        label="Hoe doet iemand thuis mee?"
        hint="Laat leeg als dat niet kan."
        value={typed.thuis}
        maxLength={300}
        problems={problems}
        optional
      />
    </>
  )
}

function Joining({ typed, problems }: Part) {
  return (
    <>
      <Select
        name="opgeven"
        label="Hoe geeft iemand zich op?"
        hint="Op deze site: wij houden de plaatsen en de wachtlijst bij, en zeggen het als er iets verandert."
        value={typed.opgeven}
        options={SIGN_UP_WAYS.map((each) => ({ value: each, label: HELP_WORDS.signUp[each] }))}
        problems={problems}
      />
      <Field
        name="plaatsen"
        label="Hoeveel mensen kunnen komen?"
        value={typed.plaatsen}
        maxLength={4}
        inputMode="numeric"
        problems={problems}
      />
      <Field
        name="kosten"
        label="Kosten in euro’s"
        hint="Laat leeg als het gratis is."
        value={typed.kosten}
        maxLength={20}
        problems={problems}
        optional
      />
      <Field
        name="organisator"
        label="Wie organiseert het?"
        value={typed.organisator}
        maxLength={120}
        problems={problems}
      />
      <Field
        name="telefoon"
        label="Telefoon voor vragen"
        value={typed.telefoon}
        maxLength={40}
        problems={problems}
        optional
      />
      <Field name="website" label="Website" value={typed.website} maxLength={300} problems={problems} optional />
    </>
  )
}
