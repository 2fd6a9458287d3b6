/** The answer to a request, with texts to begin from; a refusal names its ground, an explanation what it rests on. */
import type { RequestKind } from '../../model/request.ts'
import { ANSWERS, CONTROLLERS, LONGEST_LINE, LONGEST_WORDS } from '../../vocabulary/request.ts'
import {
  Area,
  Button,
  Buttons,
  Choice,
  Field,
  Form,
  Hidden,
  none,
  Select,
  type Problems,
} from '../../web/desk/form.tsx'
import { Details, Section, Text } from '../../web/parts.tsx'
import { explains, type TypedAnswer } from './desk-rules.ts'
import { deskEnding } from './endings.ts'
import type { RequestProps } from './request-props.ts'
import type { Requester } from './store.ts'

type Props = RequestProps & {
  readonly kind: RequestKind
  readonly requester: Requester
  readonly problems: Problems
}

export function Answer(props: Props) {
  const { view, request, requester, kind, steps, came, problems } = props
  const typed = came.answer?.typed
  const lang = requester.lang
  return (
    <Section id="antwoord" title="Antwoord">
      <Details summary="Begin met een standaardtekst">
        <Text>Kopieer wat past, en schrijf het om naar deze inwoner. Hij leest precies wat u verstuurt.</Text>
        {kind.replies.map(({ id, title, text }) => (
          <div key={id}>
            <p className="ld-small">{title}</p>
            <p className="ld-said ld-preline" lang={lang}>
              {text[lang]}
            </p>
          </div>
        ))}
      </Details>
      <Form view={view} action={`/balie/verzoeken/${request.id}/antwoord`}>
        <Hidden name="stap-antwoord" value={String(steps.at(-1)?.no ?? 0)} />
        <Choice
          name="uitkomst"
          label="Hoe loopt het af?"
          value={typed === undefined ? [] : [typed.outcome]}
          problems={problems}
          options={ANSWERS.map((each) => ({ value: each, label: deskEnding(kind, each) }))}
        />
        <Select
          name="grond"
          label={
            kind.endings.refused
              ? `Bij “${kind.endings.refused.desk}”: waarom?`
              : 'Bij afwijzen, of voor het deel dat u niet doet: op welke grond?'
          }
          value={typed?.ground ?? ''}
          empty="Kies een grond"
          problems={problems}
          options={kind.refusals.map(({ id, said, article }) => ({
            value: id,
            label: `${said.nl} (${article.law} ${article.article})`,
          }))}
        />
        <PassedOn typed={typed} problems={problems} />
        {explains(kind) ? <Rests {...props} /> : null}
        <Area
          name="antwoord"
          label="Uw antwoord"
          hint="In gewone taal. De rechtsmiddelen en de grond met het artikel staan er vanzelf onder."
          value={typed?.text ?? ''}
          rows={10}
          maxLength={2 * LONGEST_WORDS}
          problems={problems}
        />
        <Decides kind={kind} typed={typed} problems={problems} />
        {props.beside.some(({ mergedInto }) => mergedInto === request.id) ? (
          <Text>Dit antwoord leest ook wie het samengevoegde verzoek deed. Noem hier dus geen naam of adres.</Text>
        ) : null}
        <Buttons>
          <Button>Verstuur het antwoord</Button>
        </Buttons>
      </Form>
    </Section>
  )
}

type Part = { readonly typed: TypedAnswer | undefined; readonly problems: Problems }
const PassedOn = ({ typed, problems }: Part) => (
  <Field
    name="naar"
    label="Bij doorsturen: naar wie?"
    hint="De organisatie, met een telefoonnummer of adres waarop de inwoner haar bereikt."
    value={typed?.to ?? ''}
    maxLength={LONGEST_LINE}
    problems={problems}
  />
)

/** On whose behalf somebody decides is chosen each time, and never filled in beforehand. */
const Decides = ({ kind, typed, problems }: Part & { readonly kind: RequestKind }) => (
  <>
    <Select
      name="orgaan"
      label="Namens wie besluit u?"
      value={typed?.controller ?? ''}
      empty="Kies een orgaan"
      problems={problems}
      options={kind.controllers.map(({ id, when }) => ({ value: id, label: `${CONTROLLERS[id].nl}. ${when.nl}` }))}
    />
    <Field
      name="functie"
      label="Uw functie"
      hint="Zoals: teamleider Privacy. Die staat onder het antwoord, uw naam niet."
      value={typed?.position ?? ''}
      maxLength={LONGEST_LINE}
      problems={problems}
    />
  </>
)

const pathIn = (named = ''): string => named.split(' ')[0] ?? ''

/** What an explanation of a decision rests on: shown with the answer, each with a link to its page. */
function Rests({ names, came, problems = none }: Props) {
  const typed = came.answer?.typed
  return (
    <>
      <Select
        name="algoritme"
        label="Algoritme dat meedeed"
        hint="Deed er geen mee? Wijs dan af op de grond “geen algoritme”, en leg het besluit uit."
        value={pathIn(typed?.algorithm)}
        empty="Kies uit het algoritmeregister"
        problems={problems}
        options={names?.algorithms ?? []}
      />
      <Select
        name="stroom"
        label="Gegevensstroom waaruit de gegevens kwamen"
        value={pathIn(typed?.flow)}
        empty="Kies uit de gegevensstromen"
        problems={problems}
        options={names?.flows ?? []}
      />
      <Area
        name="regel"
        label="De regel die de uitkomst gaf"
        value={typed?.rule ?? ''}
        rows={3}
        maxLength={LONGEST_WORDS}
        problems={problems}
      />
    </>
  )
}
