/** The letter of an answer: for who asked, and at the desk for whoever sends it by post or gives it at the counter. */
import type { ComponentProps } from 'react'
import { spoken } from '../../lib/spoken-number.ts'
import { Button, Buttons, ErrorSummary, Field, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Page } from '../../web/layout.tsx'
import { day } from '../../web/language.ts'
import { Heading, Text } from '../../web/parts.tsx'
import type { View } from '../../web/view.ts'
import type { GivenAnswer } from './follow-props.ts'
import { follows } from './messages-follow.ts'
import { Letter } from './part-letter.tsx'

type Props = ComponentProps<typeof Letter>

/** `back`: the page of the request. */
export function LetterPage({ view, back, ...letter }: Props & { readonly view: View; readonly back: string }) {
  const t = follows(view.lang)
  return (
    <Page view={view} title={t.letterTitle} crumbs={[{ name: t.yours.one, to: back }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.letterTitle}</Heading>
        <Text lead>{t.letterHow}</Text>
      </div>
      <Letter {...letter} />
    </Page>
  )
}

type DeskProps = Props & {
  readonly view: DeskView
  readonly id: string
  /** Who asked has no e-mail: the day of the letter counts. */
  readonly byPost: boolean
  readonly problems?: Problems
}
export function DeskLetterPage({ view, id, byPost, problems = none, ...letter }: DeskProps) {
  const crumbs = [
    { name: 'Verzoeken', to: '/balie/verzoeken' },
    { name: spoken(letter.number), to: `/balie/verzoeken/${id}` },
  ]
  return (
    <DeskPage view={view} title="Brief met het antwoord" crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>Brief met het antwoord</Heading>
        <Text lead>
          Print deze brief met Ctrl P, en stuur of geef haar mee. Een kopie van gegevens gaat erbij: die staat niet in
          Leidraad.
        </Text>
      </div>
      {byPost && letter.answer ? (
        <Sent {...{ view, id, problems }} answer={letter.answer} today={letter.today} />
      ) : null}
      <Letter {...letter} />
    </DeskPage>
  )
}

type SentProps = Pick<DeskProps, 'view' | 'id' | 'today'> & {
  readonly answer: GivenAnswer
  readonly problems: Problems
}
/** The six weeks to object run from the day after this one. */
const Sent = ({ view, id, answer, today, problems }: SentProps) => (
  <div className="ld-noprint">
    <ErrorSummary problems={problems} />
    {answer.sends === 0 ? null : <Text>Verstuurd of meegegeven op {day('nl', answer.knownOn!)}.</Text>}
    {answer.sends > 1 ? null : (
      <Form view={view} action={`/balie/verzoeken/${id}/brief`}>
        <Hidden name="antwoord" value={String(answer.no)} />
        <Field
          name="op"
          label={answer.sends === 0 ? 'Verstuurd of meegegeven op' : 'Klopt die dag niet? U verandert haar één keer'}
          hint="De zes weken voor bezwaar tellen vanaf de dag daarna. De inwoner heeft geen e-mailadres gegeven."
          type="date"
          value={answer.knownOn ?? today}
          problems={problems}
        />
        <Buttons>
          <Button kind="secondary">Leg de dag vast</Button>
        </Buttons>
      </Form>
    )}
  </div>
)
