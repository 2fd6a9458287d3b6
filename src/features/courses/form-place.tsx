/** The form of a place with help. */
import {
  ACCESS_MORE,
  HELP_LANGUAGES,
  HELP_SUBJECTS,
  HELP_WORDS,
  PLACE_KINDS,
  STEP_FREE,
} from '../../vocabulary/help.ts'
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
import { Heading, Link } from '../../web/parts.tsx'
import type { TypedPlace } from './fields.ts'
import { TimesFields } from './form-times.tsx'
import { crumbsOf, listPath, placePath, type Here } from './here.ts'

/** What both forms end with: who gives it, how to reach them, what it costs. */
export function CommonFields({
  typed,
  problems,
}: {
  typed: Pick<TypedPlace, 'aanbieder' | 'telefoon' | 'website' | 'over' | 'melding' | 'kosten'>
  problems: Problems
}) {
  return (
    <>
      <Field
        name="aanbieder"
        label="Wie doet dit?"
        hint="De naam van de organisatie, zoals Bibliotheek Sluiswijk."
        value={typed.aanbieder}
        maxLength={120}
        problems={problems}
      />
      <Field
        name="telefoon"
        label="Telefoonnummer"
        hint="Veel mensen bellen liever. Zet het erbij als het kan."
        value={typed.telefoon}
        maxLength={40}
        problems={problems}
        optional
      />
      <Field name="website" label="Webadres" value={typed.website} maxLength={300} problems={problems} optional />
      <Area
        name="over"
        label="Wat kan iemand hier doen?"
        hint="Een paar korte zinnen. Iedereen leest dit."
        value={typed.over}
        rows={4}
        maxLength={1_500}
        problems={problems}
        optional
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
        name="melding"
        label="Wat is er deze week anders?"
        hint="Dit komt bovenaan te staan. Maak het leeg als het voorbij is."
        value={typed.melding}
        maxLength={300}
        problems={problems}
        optional
      />
    </>
  )
}

/** `id`: of a place that is there; undefined for a new one. */
export function PlaceFormPage({
  view,
  door,
  id,
  typed,
  districts,
  basis,
  problems = none,
}: Omit<Here, 'today'> & {
  readonly id: string | undefined
  readonly typed: TypedPlace
  readonly districts: readonly string[]
  readonly basis?: string
  readonly problems?: Problems
}) {
  const title = id === undefined ? 'Plek met hulp toevoegen' : `${typed.naam} wijzigen`
  return (
    <DeskPage view={view} title={title} crumbs={crumbsOf(door)}>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary problems={problems} />
      <Form view={view} action={id === undefined ? `${listPath(door)}/plek/nieuw` : `${placePath(door, id)}/wijzigen`}>
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <Field name="naam" label="Naam van de plek" value={typed.naam} maxLength={120} problems={problems} />
        <Select
          name="soort"
          label="Wat voor plek is het?"
          value={typed.soort}
          options={PLACE_KINDS.map((kind) => ({ value: kind, label: HELP_WORDS.kind[kind] }))}
          problems={problems}
        />
        <Field name="straat" label="Straat en huisnummer" value={typed.straat} maxLength={120} problems={problems} />
        <Field name="postcode" label="Postcode" value={typed.postcode} maxLength={10} problems={problems} />
        <Field name="plaats" label="Plaats" value={typed.plaats} maxLength={80} problems={problems} />
        <Field
          name="wijk"
          label="Wijk"
          hint="Laat leeg als de gemeente de tabel met postcodes heeft geladen. Dan weten wij het."
          value={typed.wijk}
          maxLength={80}
          suggestions={districts}
          problems={problems}
          optional
        />
        <Field
          name="punt"
          label="Punt op de kaart"
          hint="Noorderbreedte en oosterlengte, zoals 52.1601, 4.4970. Anders staat het midden van de postcode er."
          value={typed.punt}
          maxLength={60}
          problems={problems}
          optional
        />
        <Area
          name="route"
          label="Hoe komt iemand er?"
          hint="In woorden: welke bus, welke ingang, welke verdieping. Dit komt ook op het kaartje."
          value={typed.route}
          rows={3}
          maxLength={800}
          problems={problems}
          optional
        />
        <Select
          name="drempelvrij"
          label="Kan iemand met een rolstoel of rollator erin?"
          value={typed.drempelvrij}
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
        <TimesFields typed={typed} problems={problems} />
        <Choice
          name="onderwerp"
          label="Waarover is er hulp?"
          value={typed.onderwerp}
          options={HELP_SUBJECTS.map((each) => ({ value: each, label: HELP_WORDS.subject[each] }))}
          problems={problems}
          several
        />
        <Choice
          name="taal"
          label="In welke taal?"
          value={typed.taal}
          options={HELP_LANGUAGES.map((each) => ({ value: each, label: languageName('nl', each) }))}
          problems={problems}
          several
        />
        <CommonFields typed={typed} problems={problems} />
        <Buttons>
          <Button>{id === undefined ? 'Plek toevoegen' : 'Opslaan'}</Button>
          <Link to={id === undefined ? listPath(door) : placePath(door, id)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
