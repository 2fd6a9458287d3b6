/** What was said of a pledge by its verifier, the calculation of that day beside it, and what followed a miss. */
import { day } from '../../../lib/day.ts'
import { allows } from '../../../vocabulary/roles.ts'
import { PLEDGE_OUTCOMES, type PledgeLevel } from '../../../vocabulary/covenant.ts'
import { Button, Buttons, Form } from '../../../web/desk/form.tsx'
import type { DeskView } from '../../../web/desk/route.ts'
import { Facts, Heading, Link, Section, Text } from '../../../web/parts.tsx'
import { figureWords, OutcomeBadge, shareWords } from './parts.tsx'
import { WORDS } from './sums.ts'
import {
  asksPlan,
  missOf,
  ofMunicipality,
  overOf,
  signedBy,
  standing,
  type Miss,
  type Verdict,
} from './verdict-rules.ts'

const PLANS: Readonly<Record<Miss['plan'], string>> = {
  asked: 'gevraagd',
  late: 'niet op tijd ingeleverd',
  'handed-in': 'ingeleverd, nog niet aanvaard',
  returned: 'terug om aan te vullen',
  accepted: 'aanvaard',
}
const OBJECTIONS: Readonly<Record<Miss['objection'], string>> = {
  none: 'geen',
  open: 'nog niet beantwoord',
  upheld: 'gegrond, de toetser kijkt opnieuw',
  rejected: 'ongegrond',
}

type Props = {
  readonly view: DeskView
  readonly place: string
  readonly verdicts: readonly Verdict[]
  readonly nameOf: (organisation: string | null) => string
  /** Whether everybody reads it of each party, or of all together. */
  readonly level: PledgeLevel
  readonly today: string
  /** May say whether a plan is enough. */
  readonly mine: boolean
  /** Is the verifier, who corrects what was said. */
  readonly judges: boolean
  /** May answer an objection. */
  readonly steers: boolean
}

export function Verdicts({ view, place, verdicts, nameOf, level, today, mine, judges, steers }: Props) {
  const now = standing(verdicts)
  const writes = allows(view.who.roles, 'covenant.write')
  return (
    <Section id="oordelen" title="Oordeel van de toetser">
      {now.length === 0 ? (
        <Text>De toetser heeft nog geen oordeel gegeven. De berekening hierboven is geen oordeel.</Text>
      ) : null}
      {now.map((each) => {
        const miss = missOf(each, today)
        return (
          <div key={each.id} className="ld-block">
            <Heading level={3}>{each.whole ? 'Allen samen' : nameOf(each.organisation)}</Heading>
            <Text>
              <OutcomeBadge outcome={each.outcome} daysLate={each.daysLate} />
              <UnderReview verdict={each} today={today} />
            </Text>
            <Facts items={[...verdictFacts(each), ...missFacts(each, miss, level)]} />
            {each.words.map((word) => (
              <Text key={word.no}>
                <strong>{WORDS[word.kind]}</strong> ({day('nl', word.at)}, {word.byName}): {word.text}
              </Text>
            ))}
            {judges && (each.whole || each.organisation !== null || view.who.roles.includes('security-officer')) ? (
              <Text>
                <Link to={`${place}/oordeel?over=${overOf(each)}`}>
                  Herstel het oordeel over {each.whole ? 'allen samen' : nameOf(each.organisation)}
                </Link>
              </Text>
            ) : null}
            {miss?.objection === 'open' && steers ? (
              <Text>
                <Link to={`${place}/oordeel/${each.id}/bezwaar`}>Beantwoord het bezwaar</Link>
              </Text>
            ) : null}
            {asksPlan(each, today) && writes ? (
              <Text>
                <Link to={`${place}/oordeel/${each.id}/verbeterplan`}>
                  {ofMunicipality(each)
                    ? `Schrijf het verbeterplan van ${each.whole ? 'allen samen' : 'de gemeente'}`
                    : `Schrijf op wat ${nameOf(each.organisation)} als plan inleverde`}
                </Link>
              </Text>
            ) : null}
            {miss?.plan === 'handed-in' && mine ? (
              <Form view={view} action={`${place}/oordeel/${each.id}/plan`}>
                <Buttons>
                  <Button kind="secondary" name="wat" value="aanvaard">
                    Aanvaard het verbeterplan
                  </Button>
                  <Link to={`${place}/oordeel/${each.id}/plan`}>Stuur het terug</Link>
                </Buttons>
              </Form>
            ) : null}
          </div>
        )
      })}
    </Section>
  )
}

/** That a verdict is looked at anew, because the objection to it was upheld; until the verifier gives the next one. */
export const UnderReview = ({ verdict, today }: { readonly verdict: Verdict; readonly today: string }) =>
  missOf(verdict, today)?.objection === 'upheld' ? (
    <>
      {' '}
      <strong>Wordt opnieuw bekeken: het bezwaar is gegrond.</strong>
    </>
  ) : null

/** Who said it, when, by what proof, and what was calculated then. */
export const verdictFacts = (each: Verdict) => [
  { name: 'Gegeven door', value: `${signedBy(each)}, op ${day('nl', each.at)}` },
  { name: 'Bewijs', value: each.proof },
  { name: 'Laatst bekeken', value: day('nl', each.seenOn) },
  ...(each.metOn === null ? [] : [{ name: 'Gehaald op', value: day('nl', each.metOn) }]),
  {
    name: 'Berekend op die dag',
    value: `${figureWords(each.calculated)}, doel ${shareWords(each.calculated.target)} op ${day('nl', each.due)}`,
  },
  ...(each.reason === ''
    ? []
    : [{ name: each.replaces === null ? 'Waarom zonder meting' : 'Waarom hersteld', value: each.reason }]),
]

/** What was said of all together, in a line, with where its plan stands. */
export function wholeVerdictWords(verdict: Verdict, today: string): string {
  const miss = missOf(verdict, today)
  return PLEDGE_OUTCOMES[verdict.outcome] + (miss === undefined ? '' : `; verbeterplan ${PLANS[miss.plan]}`)
}

/** What is asked after a miss, and where that stands. */
export const missFacts = (each: Verdict, miss: Miss | undefined, level: PledgeLevel) =>
  miss === undefined
    ? []
    : [
        {
          name: 'Verbeterplan',
          value: `${PLANS[miss.plan]}${each.planDue === null ? '' : `, uiterlijk ${day('nl', each.planDue)}`}`,
        },
        ...(each.objectUntil === null
          ? []
          : [
              {
                name: 'Bezwaar',
                value: `${OBJECTIONS[miss.objection]}, kon tot en met ${day('nl', each.objectUntil)}`,
              },
            ]),
        {
          name: 'Openbaar met naam',
          value:
            level === 'together'
              ? 'nee: anderen lezen alleen hoe het met allen samen gaat'
              : miss.heard
                ? 'ja, waar de partij dat goedvindt'
                : 'nog niet: de partij leest het eerst',
        },
      ]
