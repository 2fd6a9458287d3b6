/** The form in which a verifier says whether a pledge was kept, with what is calculated beside it. */
import { z } from 'zod'
import { isDate } from '../../../lib/iso-date.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { PLEDGE_OUTCOMES, type PledgeOutcome } from '../../../vocabulary/covenant.ts'
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
} from '../../../web/desk/form.tsx'
import { ErrorSummary } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { type DeskView } from '../../../web/desk/route.ts'
import { dateOrNone, filled, oneOf, text, thatIs, word } from '../../../web/desk/schema.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, Text } from '../../../web/parts.tsx'
import { progressPlace } from './frame.tsx'
import { shareWords } from './parts.tsx'
import { type Followed, type Participation } from './terms-store.ts'
import { ALL, type Verdict } from './verdict-rules.ts'

const OUTCOMES = Object.keys(PLEDGE_OUTCOMES) as readonly PledgeOutcome[]
/** What the form of a verdict may hold. */
export const FIELDS = {
  over: word(z.string()),
  oordeel: word(oneOf(OUTCOMES, 'Kies uw oordeel.')),
  gehaald: word(dateOrNone('1 oktober 2027')),
  gezien: word(thatIs(isDate, 'Vul de dag in waarop u het voor het laatst bekeek.')),
  bewijs: text(4_000, filled('Schrijf waaruit het blijkt.')),
  reden: text(2_000),
}
export type Typed = { readonly [K in keyof typeof FIELDS]: string }

type Props = {
  readonly view: DeskView
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly participants: readonly Participation[]
  readonly before: Verdict | undefined
  readonly calculated: string
  /** Nothing is known of it now. */
  readonly unseen: boolean
  readonly typed: Typed
  readonly problems?: Problems
}

/** The form in which a verifier gives or corrects a verdict. */
export function VerdictPage({
  view,
  covenant,
  pledge,
  participants,
  before,
  calculated,
  unseen,
  typed,
  problems = none,
}: Props) {
  const place = progressPlace(covenant, pledge)
  return (
    <DeskPage
      view={view}
      title={before ? 'Herstel het oordeel' : 'Geef uw oordeel'}
      crumbs={[
        { name: 'Voortgang', to: progressPlace(covenant) },
        { name: pledge.title, to: place },
      ]}
    >
      <p className="ld-kicker">{pledge.title}</p>
      <Heading level={1}>{before ? 'Herstel het oordeel' : 'Geef uw oordeel'}</Heading>
      <Text lead>
        Berekend is nu: {calculated}. Doel: {shareWords(pledge.target)} op {day('nl', pledge.due)}.
      </Text>
      <Text>
        De berekening beslist niet. U ondertekent met uw naam en functie. Een oordeel verandert niemand meer; u kunt het
        wel herstellen met een reden.
      </Text>
      <ErrorSummary problems={problems} />
      <Form view={view} action={`${place}/oordeel`}>
        <Hidden name="vervangt" value={before?.id ?? ''} />
        {before === undefined ? (
          <Select
            name="over"
            label="Over wie gaat het?"
            value={typed.over}
            options={[
              { value: ALL, label: 'Allen samen' },
              ...participants.map(({ party, name }) => ({ value: party, label: name ?? 'De gemeente' })),
            ]}
            problems={problems}
          />
        ) : (
          <Hidden name="over" value={typed.over} />
        )}
        <Choice
          name="oordeel"
          label="Uw oordeel"
          options={OUTCOMES.map((value) => ({ value, label: PLEDGE_OUTCOMES[value] }))}
          value={[typed.oordeel]}
          problems={problems}
        />
        <Field
          name="gehaald"
          label="Gehaald op"
          hint="Alleen bij gehaald of later gehaald."
          type="date"
          optional
          value={typed.gehaald}
          problems={problems}
        />
        <Field name="gezien" label="Laatst bekeken op" type="date" value={typed.gezien} problems={problems} />
        <Area
          name="bewijs"
          label="Waaruit blijkt het?"
          value={typed.bewijs}
          rows={5}
          maxLength={4_000}
          problems={problems}
        />
        {before === undefined && !unseen ? null : (
          <Area
            name="reden"
            label={before === undefined ? 'Waarop baseert u dit?' : 'Waarom herstelt u het vorige oordeel?'}
            {...(unseen && {
              hint: 'Nodig bij “niet gehaald”: er is niets gemeten. Wat wij niet weten, telt niet als niet gehaald.',
            })}
            value={typed.reden}
            rows={3}
            maxLength={2_000}
            problems={problems}
          />
        )}
        <Buttons>
          <Button>Onderteken het oordeel</Button>
          <Link to={place}>Annuleren</Link>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
