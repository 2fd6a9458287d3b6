/** What an organisation promised: where it stands at each agreement, the first step, and what is asked of it. */
import type { Tx } from '../../../db/as.ts'
import type { Measured, PledgeTerms } from '../../../model/covenant.ts'
import { courseOn } from '../../../scoring/course.ts'
import { onDay } from '../../../scoring/tally.ts'
import { COVENANT_STATES } from '../../../vocabulary/covenant.ts'
import { Buttons } from '../../../web/desk/form.tsx'
import { DeskPage } from '../../../web/desk/page.tsx'
import { page, type DeskView, type Route } from '../../../web/desk/route.ts'
import { day } from '../../../web/language.ts'
import { Heading, Link, List, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import { mustSign } from '../party-rules.ts'
import { beforeParty, type Before } from '../party-store.ts'
import { UnderReview } from './part-verdicts.tsx'
import { CourseBadge, figureWords, OutcomeBadge, shareWords, wholeWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { streetOf, termsFor, type House } from './rules.ts'
import { figuresOfParty, verdictsOf, wholesNow } from './store.ts'
import { extendedUntil, followed, participations, type Followed } from './terms-store.ts'
import { asksPlan, standing, type Verdict } from './verdict-rules.ts'
import { firstSteps } from './page-pledge.tsx'

/** The address of what the own organisation promised. */
export const ownPlace = (covenant: { readonly id: string }, pledge: { readonly id: string }): string =>
  `/balie/onze-afspraken/${covenant.id}/afspraken/${pledge.id}`

/** What the own organisation has; of a street it is counted with everybody's. */
export const ownWords = (pledge: PledgeTerms, own: Measured | undefined): string =>
  streetOf(pledge) === undefined ? wholeWords(own) : `telt mee met alles in ${streetOf(pledge)}`

/** How far the own organisation is; of a street how far all of it is, where that may be told. */
export function OwnCourse(given: {
  readonly pledge: PledgeTerms
  readonly own: Measured | undefined
  readonly whole: Measured | undefined
  readonly today: string
}) {
  const { pledge, own, whole, today } = given
  if (streetOf(pledge) === undefined) return <CourseBadge course={courseOn(pledge, own, today)} />
  return whole === undefined ? 'te weinig om te tonen' : <CourseBadge course={courseOn(pledge, whole, today)} />
}

type Ours = {
  readonly covenant: Followed
  /** What it has before it of this covenant; undefined: it was not invited. */
  readonly before: Before | undefined
  /** It signed: before that it promised nothing. */
  readonly bound: boolean
  /** False: it looks on, and promised nothing. */
  readonly promised: boolean
  /** Until when the steering group gave it more time. */
  readonly extended: string | null
  readonly own: readonly Kept[]
  readonly whole: ReadonlyMap<string, Kept>
  readonly verdicts: readonly Verdict[]
}

/** What is asked of a party at an agreement now; nothing: the empty text. */
export const asked = (pledge: PledgeTerms, verdict: Verdict | undefined, today: string): string => {
  if (verdict && asksPlan(verdict, today)) return `Lever een verbeterplan in, uiterlijk ${day('nl', verdict.planDue!)}`
  return pledge.method === 'counts' ? 'Lever aantallen in' : ''
}

/** That it has not signed yet, with where it does; before it can, that the text is a draft. */
function ToSign({ before, bound }: { before: Before; bound: boolean }) {
  const { covenant, kind, shown, signBy, state } = before
  const place = `/balie/onze-afspraken/${covenant}`
  if (mustSign(before))
    return (
      <>
        <Text>
          {kind === 'observer' ? 'U bevestigde' : 'U tekende'} {bound ? 'de nieuwe versie ' : ''}nog niet. Dat kan tot
          en met {day('nl', signBy!)}.
        </Text>
        <Buttons>
          <a className="nl-button nl-button--primary" href={`${place}/tekenen`}>
            {kind === 'observer' ? 'Lees en bevestig' : 'Lees en teken'}
          </a>
        </Buttons>
      </>
    )
  if (bound || kind === 'observer') return null
  if (state === 'declined') return <Text>U doet niet mee.</Text>
  return signBy === null && shown !== null ? (
    <Text>
      U heeft nog niets getekend. De tekst is een concept:{' '}
      <Link to={`${place}/versies/${shown}`}>lees versie {shown}</Link>.
    </Text>
  ) : null
}

function OursPage({ view, all, house, today }: { view: DeskView; all: readonly Ours[]; house: House; today: string }) {
  return (
    <DeskPage view={view} title="Onze afspraken">
      <div className="ld-opening">
        <Heading level={1}>Onze afspraken</Heading>
        <Text lead>
          {all.length === 0
            ? 'U doet nog niet mee aan een convenant. De gemeente nodigt u uit.'
            : all.some(({ bound }) => bound)
              ? 'Wat u heeft beloofd, waar u staat en wat u nu kunt doen.'
              : 'U heeft nog niets getekend. Hier leest u wat er voor u ligt.'}
        </Text>
        <Text>
          <Link to="/balie/onze-badge">Onze badge</Link>
        </Text>
      </div>
      {all.map(({ covenant, before, bound, promised, own, whole, verdicts, extended }) => {
        const said = standing(verdicts)
        return (
          <Section key={covenant.id} id={`c-${covenant.id}`} title={covenant.title}>
            {before === undefined ? null : <ToSign before={before} bound={bound} />}
            <Text>
              Dit convenant: {COVENANT_STATES[covenant.state]}.{' '}
              <Link to={`/balie/onze-afspraken/${covenant.id}`}>Lees de tekst en uw deelname</Link>
            </Text>
            {promised ? null : <Text>U bent waarnemer. U leest mee, en u belooft niets.</Text>}
            {covenant.pledges.length === 0 ? <Text>Hierin staat nog geen afspraak.</Text> : null}
            {covenant.pledges.length === 0 || !promised || bound ? null : (
              <>
                <Text>Wie tekent, belooft dit:</Text>
                <List
                  items={covenant.pledges.map((pledge) => ({
                    key: pledge.id,
                    body: <Link to={ownPlace(covenant, pledge)}>{pledge.title}</Link>,
                  }))}
                />
              </>
            )}
            {covenant.pledges.length === 0 || !promised || !bound ? null : (
              <Table
                id={`t-${covenant.id}`}
                caption="Waar u staat"
                stacked
                columns={[
                  { head: 'Afspraak' },
                  { head: 'Uw stand' },
                  { head: 'U nu' },
                  { head: 'Allen samen' },
                  { head: 'Doel' },
                  { head: 'Eerste stap' },
                ]}
                rows={covenant.pledges.map((agreed) => {
                  const pledge = termsFor(agreed, extended)
                  const figures = own.filter((row) => row.pledge === pledge.id).map((is) => ({ from: is.from, is }))
                  const now = onDay(figures, today)
                  const verdict = said.find((each) => each.pledge === pledge.id && !each.whole)
                  const step = firstSteps(house, pledge, now)[0]?.step ?? ''
                  return {
                    key: pledge.id,
                    cells: [
                      <Link key="p" to={ownPlace(covenant, pledge)}>
                        {pledge.title}
                      </Link>,
                      verdict ? (
                        <span key="o">
                          <OutcomeBadge outcome={verdict.outcome} daysLate={verdict.daysLate} />
                          <UnderReview verdict={verdict} today={today} />
                        </span>
                      ) : (
                        <OwnCourse key="c" pledge={pledge} own={now} whole={whole.get(pledge.id)} today={today} />
                      ),
                      ownWords(pledge, now),
                      whole.has(pledge.id) ? figureWords(whole.get(pledge.id)) : 'te weinig deelnemers om te tonen',
                      `${shareWords(pledge.target)} op ${day('nl', pledge.due)}`,
                      asked(pledge, verdict, today) || step || 'niets nu',
                    ],
                  }
                })}
              />
            )}
          </Section>
        )
      })}
    </DeskPage>
  )
}

export const oursRoutes = (house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/onze-afspraken',
    may: 'covenant.own',
    answer: async ({ tx, municipality, view, who, today }) => {
      const all: Ours[] = []
      const before = await beforeParty(tx, municipality.id, who.organisation ?? '')
      for (const covenant of await followed(tx, municipality.id)) {
        const of = before.find((each) => each.covenant === covenant.id)
        const part = (await participations(tx, municipality.id, covenant.id)).find(
          ({ party }) => party === who.organisation,
        )
        all.push({
          covenant,
          before: of,
          promised: part !== undefined,
          bound: (part !== undefined && part.way.length > 0) || of?.signed === true,
          extended: await extendedUntil(tx, municipality.id, covenant.id, who.organisation ?? ''),
          own: await figuresOfParty(tx, municipality.id, covenant.id, who.organisation ?? ''),
          whole: await wholesNow(tx, municipality.id, covenant.id),
          verdicts: await verdictsOf(tx, municipality.id, covenant.id),
        })
      }
      return page(<OursPage view={view} all={all} house={house} today={today} />)
    },
  },
]
