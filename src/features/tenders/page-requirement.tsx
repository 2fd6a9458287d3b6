/** One requirement at a tender: what it asks and why, and what the officer does with it. */
import type { ReactNode } from 'react'
import {
  CHOICES,
  DUE,
  LEVELS,
  OWN_WORDS,
  REQUIREMENT_KINDS,
  type Level,
  type OwnWord,
} from '../../vocabulary/tender.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Details, Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { crumbsTo, placeOfTender, type Whole } from './draft.ts'
import type { Offered } from './rules/compose.ts'

export type ChoiceForm = Readonly<Record<'keuze' | 'niveau' | 'reden' | OwnWord, string>>
export const CHOICE_LABELS: Readonly<Record<string, string>> = {
  keuze: 'Keuze',
  niveau: 'Niveau',
  reden: 'Reden',
  ...OWN_WORDS,
}

type Props = {
  readonly view: DeskView
  readonly whole: Whole
  readonly offer: Offered
  readonly form: ChoiceForm
  readonly basis: string
  readonly mayChoose: boolean
  readonly clash?: ReactNode
  readonly problems?: Problems
}

const GIBIT = { fills: 'vult in', departs: 'wijkt af van' } as const

export function RequirementPage({ view, whole, offer, form, basis, mayChoose, clash, problems = none }: Props) {
  const { tender } = whole
  const { requirement } = offer
  const { id, title, kind, norm, criterion, texts, gibit, mccAi, due, validMonths, forLawyer } = requirement
  const here = `${placeOfTender(tender)}/eisen`
  const levels = (Object.keys(LEVELS) as Level[]).filter((level) => texts[level] !== undefined)
  return (
    <DeskPage view={view} title={title} crumbs={[...crumbsTo(tender), { name: 'Eisen', to: here }]}>
      <div className="ld-opening">
        <p className="ld-kicker">
          {REQUIREMENT_KINDS[kind].nl}, tekst {requirement.wording}
        </p>
        <Heading level={1}>{title}</Heading>
        <Text lead>{requirement.proportionate}</Text>
      </div>
      <ErrorSummary problems={problems} />
      {clash}
      {mayChoose && whole.own.some((each) => each.id === id) ? (
        <Text>
          <Link to={`${placeOfTender(tender)}/eigen-eis?eis=${id}`}>Pas deze eigen eis aan</Link>
        </Text>
      ) : null}
      <Section id="teksten" title="Wat er per niveau staat">
        {levels.map((level) => (
          <div key={level} className="ld-block">
            <Heading level={3}>{LEVELS[level].nl}</Heading>
            <Text>{texts[level]}</Text>
          </div>
        ))}
      </Section>
      <Facts
        items={[
          { name: 'Norm', value: <Link to={`/normen/${norm}`}>{criterion ?? norm}</Link> },
          { name: OWN_WORDS.link, value: requirement.link },
          { name: OWN_WORDS.proof, value: `${requirement.proof} Nodig ${DUE[due].nl}. Telt ${validMonths} maanden.` },
          { name: OWN_WORDS.equal, value: requirement.equal },
          { name: OWN_WORDS.checked, value: requirement.checked },
          { name: OWN_WORDS.onBreach, value: requirement.onBreach },
          {
            name: 'GIBIT 2023',
            value: gibit === undefined ? 'Staat ernaast' : `Deze eis ${GIBIT[gibit.how]}: ${gibit.about}`,
          },
          ...(mccAi === undefined ? [] : [{ name: 'Europese bepalingen voor AI', value: mccAi }]),
          ...(forLawyer === undefined ? [] : [{ name: 'Voor de jurist', value: forLawyer }]),
        ]}
      />
      {mayChoose ? (
        <Section id="keuze" title="Uw keuze">
          <Form view={view} action={`${here}/${id}`}>
            <Hidden name="basis" value={basis} />
            <Choice
              name="keuze"
              label="Wat doet u met deze eis?"
              value={[form.keuze]}
              options={[
                { value: 'taken', label: 'Opnemen' },
                { value: 'adapted', label: 'Opnemen, met aangepaste woorden' },
                { value: 'left', label: 'Weglaten' },
              ]}
              problems={problems}
            />
            <Choice
              name="niveau"
              label="Hoeveel vraagt u?"
              value={[form.niveau]}
              options={levels.map((level) => ({ value: level, label: LEVELS[level].nl }))}
              problems={problems}
            />
            <Area
              name="reden"
              label="Waarom laat u weg of past u aan?"
              hint="Nodig bij weglaten en bij aangepaste woorden."
              optional
              rows={3}
              value={form.reden}
              maxLength={2_000}
              problems={problems}
            />
            <Details
              summary="Pas de woorden aan"
              open={form.keuze === 'adapted' || (Object.keys(OWN_WORDS) as OwnWord[]).some((word) => word in problems)}
            >
              {(Object.keys(OWN_WORDS) as OwnWord[]).map((word) => (
                <Area
                  key={word}
                  name={word}
                  label={OWN_WORDS[word]}
                  hint="Leeg: de woorden van de catalogus."
                  optional
                  rows={word === 'text' ? 5 : 2}
                  value={form[word]}
                  maxLength={8_000}
                  problems={problems}
                />
              ))}
            </Details>
            <Buttons>
              <Button>Keuze opslaan</Button>
            </Buttons>
          </Form>
        </Section>
      ) : (
        <Text>
          {offer.choice === undefined ? 'Nog niet bekeken.' : `Keuze: ${CHOICES[offer.choice.choice]}.`}{' '}
          {offer.choice?.reason ?? ''}
        </Text>
      )}
    </DeskPage>
  )
}
