/** The form of a course. */
import {
  COURSE_LEVELS,
  HELP_LANGUAGES,
  HELP_SUBJECTS,
  HELP_WORDS,
  OWN_DEVICE,
  SIGN_UP_WAYS,
} from '../../vocabulary/help.ts'
import {
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
import type { TypedCourse } from './fields.ts'
import { CommonFields } from './form-place.tsx'
import { TimesFields } from './form-times.tsx'
import { coursePath, crumbsOf, listPath, type Here } from './here.ts'
import type { placesToChoose } from './store.ts'

type Props = Omit<Here, 'today'> & {
  /** Of a course that is there; undefined for a new one. */
  readonly id: string | undefined
  readonly typed: TypedCourse
  readonly places: Awaited<ReturnType<typeof placesToChoose>>
  readonly basis?: string
  readonly problems?: Problems
}

export function CourseFormPage({ view, door, id, typed, places, basis, problems = none }: Props) {
  const title = id === undefined ? 'Cursus toevoegen' : `${typed.titel} wijzigen`
  return (
    <DeskPage view={view} title={title} crumbs={crumbsOf(door)}>
      <Heading level={1}>{title}</Heading>
      <ErrorSummary problems={problems} />
      <Form
        view={view}
        action={id === undefined ? `${listPath(door)}/cursus/nieuw` : `${coursePath(door, id)}/wijzigen`}
      >
        {basis === undefined ? null : <Hidden name="basis" value={basis} />}
        <Field name="titel" label="Naam van de cursus" value={typed.titel} maxLength={120} problems={problems} />
        <Select
          name="onderwerp"
          label="Waarover gaat de cursus?"
          value={typed.onderwerp}
          options={HELP_SUBJECTS.map((each) => ({ value: each, label: HELP_WORDS.subject[each] }))}
          problems={problems}
        />
        <Where typed={typed} places={places} problems={problems} />
        <Field name="eerste" label="Eerste dag" type="date" value={typed.eerste} problems={problems} />
        <Field name="laatste" label="Laatste dag" type="date" value={typed.laatste} problems={problems} />
        <TimesFields typed={typed} problems={problems} meets />
        <ForWhom typed={typed} problems={problems} />
        <Field
          name="plaatsen"
          label="Hoeveel mensen kunnen meedoen?"
          value={typed.plaatsen}
          maxLength={4}
          inputMode="numeric"
          problems={problems}
        />
        <Field
          name="per_helper"
          label="Hoeveel deelnemers zijn er per begeleider?"
          value={typed.per_helper}
          maxLength={4}
          inputMode="numeric"
          problems={problems}
          optional
        />
        <Select
          name="inschrijven"
          label="Hoe schrijft iemand zich in?"
          hint="Op deze site: wij houden de plaatsen en de wachtlijst bij, en u belt wie een plaats heeft."
          value={typed.inschrijven}
          options={SIGN_UP_WAYS.map((each) => ({ value: each, label: HELP_WORDS.signUp[each] }))}
          problems={problems}
        />
        <CommonFields typed={typed} problems={problems} />
        <Buttons>
          <Button>{id === undefined ? 'Cursus toevoegen' : 'Opslaan'}</Button>
          <Link to={id === undefined ? listPath(door) : coursePath(door, id)}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function Where({ typed, places, problems }: Pick<Props, 'typed' | 'places'> & { problems: Problems }) {
  return (
    <>
      <Select
        name="plek"
        label="Waar is de cursus?"
        hint="Staat de plek er niet bij? Voeg die eerst toe."
        value={typed.plek}
        empty="alleen thuis, via internet"
        options={places.map(({ id, title, district }) => ({
          value: id,
          label: district === '' ? title : `${title} (${district})`,
        }))}
        problems={problems}
      />
      <Field name="zaal" label="Zaal of verdieping" value={typed.zaal} maxLength={120} problems={problems} optional />
      <Field
        name="thuis"
        label="Hoe doet iemand thuis mee?"
        hint="Laat leeg als dat niet kan."
        value={typed.thuis}
        maxLength={200}
        problems={problems}
        optional
      />
    </>
  )
}

function ForWhom({ typed, problems }: Pick<Props, 'typed'> & { problems: Problems }) {
  return (
    <>
      <Field
        name="voor_wie"
        label="Voor wie is de cursus?"
        value={typed.voor_wie}
        maxLength={300}
        problems={problems}
        optional
      />
      <Select
        name="niveau"
        label="Niveau"
        value={typed.niveau}
        options={COURSE_LEVELS.map((each) => ({ value: each, label: HELP_WORDS.level[each] }))}
        problems={problems}
      />
      <Select
        name="taal"
        label="Taal"
        value={typed.taal}
        options={HELP_LANGUAGES.map((each) => ({ value: each, label: languageName('nl', each) }))}
        problems={problems}
      />
      <Select
        name="apparaat"
        label="Neemt iemand een eigen apparaat mee?"
        value={typed.apparaat}
        options={OWN_DEVICE.map((each) => ({ value: each, label: HELP_WORDS.device[each] }))}
        problems={problems}
      />
      <Choice
        name="gesprek"
        label="Gesprek vooraf"
        value={typed.gesprek}
        options={[{ value: 'ja', label: 'Wie meedoet, heeft eerst een kort gesprek' }]}
        several
        optional
      />
      <Choice
        name="bewijs"
        label="Bewijs"
        value={typed.bewijs}
        options={[{ value: 'ja', label: 'Wie alles volgde, krijgt een bewijs' }]}
        several
        optional
      />
    </>
  )
}
