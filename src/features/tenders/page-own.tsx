/** A requirement in words of one's own: with its norm, why it is in proportion, and what counts as equal proof. */
import type { ReactNode } from 'react'
import type { RequirementPart } from '../../model/requirement.ts'
import { DUE, OWN_WORDS, REQUIREMENT_KINDS, type OwnWord } from '../../vocabulary/tender.ts'
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
  type Problems,
} from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'

export type OwnForm = Readonly<
  Record<'titel' | 'norm' | 'onderdeel' | 'soort' | 'wanneer' | 'maanden' | OwnWord, string>
>
export const OWN_LABELS: Readonly<Record<string, string>> = {
  titel: 'Naam van de eis',
  norm: 'Norm',
  onderdeel: 'Deel van de bijlage',
  soort: 'Soort',
  wanneer: 'Wanneer is het bewijs nodig?',
  maanden: 'Hoeveel maanden telt een bewijs?',
  ...OWN_WORDS,
}
const WORDS = Object.keys(OWN_WORDS) as OwnWord[]

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly parts: readonly RequirementPart[]
  readonly form: OwnForm
  /** The name of one that is changed, with what its form held. */
  readonly changes?: { readonly id: string; readonly wording: number; readonly basis: string } | undefined
  readonly clash?: ReactNode
  readonly problems?: Problems
}

export function OwnRequirementPage({ view, whole, parts, form, changes, clash, problems = none }: Props) {
  const { tender } = whole
  const here = placeOfTender(tender)
  const title = changes === undefined ? 'Voeg een eigen eis toe' : 'Pas deze eigen eis aan'
  const options = <W extends string>(words: Readonly<Record<W, { readonly nl: string }>>) =>
    (Object.keys(words) as W[]).map((value) => ({ value, label: words[value].nl }))
  return (
    <DeskPage view={view} title={title} crumbs={[...crumbsTo(tender), { name: 'Eisen', to: `${here}/eisen` }]}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>
          {changes === undefined
            ? 'Alleen voor wat in geen eis van de lijst staat. Schrijf zo dat elk bedrijf weet wat u vraagt.'
            : `Dit wordt tekst ${changes.wording + 1}. Een antwoord op een eerdere tekst telt dan niet meer.`}
        </Text>
      </div>
      <ErrorSummary problems={problems} />
      {clash}
      <Form view={view} action={`${here}/eigen-eis${changes === undefined ? '' : `?eis=${changes.id}`}`}>
        {changes === undefined ? null : <Hidden name="basis" value={changes.basis} />}
        <Field name="titel" label={OWN_LABELS['titel']!} value={form.titel} maxLength={200} problems={problems} />
        <Field
          name="norm"
          label={OWN_LABELS['norm']!}
          hint="Uit de catalogus, zoals PRV-05. Zo weet iedereen waar de eis vandaan komt."
          value={form.norm}
          maxLength={10}
          problems={problems}
        />
        <Choice
          name="onderdeel"
          label={OWN_LABELS['onderdeel']!}
          value={[form.onderdeel]}
          options={parts.map(({ id, title: name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <Choice
          name="soort"
          label={OWN_LABELS['soort']!}
          value={[form.soort]}
          options={options(REQUIREMENT_KINDS)}
          problems={problems}
        />
        {WORDS.map((word) => (
          <Area
            key={word}
            name={word}
            label={OWN_WORDS[word]}
            rows={word === 'text' ? 5 : 2}
            value={form[word]}
            maxLength={8_000}
            problems={problems}
          />
        ))}
        <Choice
          name="wanneer"
          label={OWN_LABELS['wanneer']!}
          value={[form.wanneer]}
          options={options(DUE)}
          problems={problems}
        />
        <Field
          name="maanden"
          label={OWN_LABELS['maanden']!}
          hint="1 tot en met 60."
          value={form.maanden}
          maxLength={2}
          problems={problems}
        />
        <Buttons>
          <Button>Eis opslaan</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
