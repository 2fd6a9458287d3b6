/** Who is behind with a pledge first, by the page, with the first step; of a street how many doors are. */
import type { PledgeTerms } from '../../../model/covenant.ts'
import { day } from '../../../web/language.ts'
import { Link, List, Section, Text } from '../../../web/parts.tsx'
import { Table } from '../../../web/table.tsx'
import type { Course } from '../../../vocabulary/covenant.ts'
import { progressPlace } from './frame.tsx'
import { CourseBadge, wholeWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { NOBODY, streetOf, termsFor } from './rules.ts'
import type { PartyNow } from './store.ts'
import { inOrder, untilWords } from './sums.ts'
import type { Followed } from './terms-store.ts'

/** Parties that stand on a page. */
const SIZE = 50

type Shown = {
  readonly covenant: Followed
  readonly pledge: PledgeTerms
  readonly now: Kept | undefined
  readonly parties: readonly PartyNow[]
  /** Which page of them, from 1. */
  readonly at: number
  readonly steps: readonly { readonly title: string; readonly step: string }[]
  readonly today: string
}

/** By when a party has it, where that is later than was agreed. */
const moreTime = (pledge: PledgeTerms, extendedUntil: string | null | undefined): string => {
  const { due } = termsFor(pledge, extendedUntil)
  return `${day('nl', due)}${due === pledge.due ? '' : ' (meer tijd)'}`
}

/** Who is behind first, with the first step; who paused apart. Of a street: how many doors, and the way to each. */
export function Behind(props: Shown) {
  return streetOf(props.pledge) === undefined ? <BehindParties {...props} /> : <BehindDoors {...props} />
}

function BehindDoors({ covenant, pledge, now, steps }: Shown) {
  return (
    <Section id="achter" title="Wat achterblijft, en de eerste stap">
      <FirstSteps steps={steps} />
      <Text>
        {now === undefined
          ? `In ${streetOf(pledge)} is nog niets geteld.`
          : `In ${streetOf(pledge)} voldoen ${now.count} ${pledge.unitWords}, ${now.among - now.count} niet. ` +
            `Van ${now.unknown} is niets bekend.`}
      </Text>
      <Text>
        Hier telt de hele straat, ook wie niet meedoet. Daarom staat er geen naam bij.{' '}
        <Link to={`${progressPlace(covenant, pledge)}/partij/${NOBODY}`}>Alles wat in de straat is gezien</Link>
      </Text>
    </Section>
  )
}

const FirstSteps = ({ steps }: Pick<Shown, 'steps'>) =>
  steps.length === 0 ? null : (
    <List items={steps.map(({ title, step }) => ({ key: title, body: `${title}: ${step}` }))} />
  )

function BehindParties({ covenant, pledge, parties, at, steps, today }: Shown) {
  const place = progressPlace(covenant, pledge)
  const all = inOrder(pledge, parties, today)
  const pages = Math.max(1, Math.ceil(all.length / SIZE))
  const first = (at - 1) * SIZE
  const here = all.slice(first, first + SIZE)
  const line = ({ party, course }: (typeof all)[number]) => ({
    key: party.party,
    cells: [
      <Link key="n" to={`${place}/partij/${party.party}`}>
        {party.name}
      </Link>,
      <CourseBadge key="c" course={course} />,
      wholeWords(party),
      party.standing === 'suspended' ? 'geschorst' : untilWords(party.until),
      moreTime(pledge, party.extendedUntil),
    ],
  })
  const columns = [{ head: 'Partij' }, { head: 'Stand' }, { head: 'Nu' }, { head: 'Geldt' }, { head: 'Doel op' }]
  const counted = here.filter(({ paused }) => !paused)
  const paused = here.filter((each) => each.paused)
  const to = (page: number) => `${place}${page === 1 ? '' : `?pagina=${page}`}#achter`
  return (
    <Section id="achter" title="Wie achterblijft, en de eerste stap">
      <FirstSteps steps={steps} />
      {all.length === 0 ? (
        <Text>Er doet nog niemand mee.</Text>
      ) : (
        <Counts counts={countsOf(all)} paused={all.filter((each) => each.paused).length} />
      )}
      {all.length > 0 && here.length === 0 ? <Text>Er zijn er niet meer.</Text> : null}
      {counted.length === 0 ? null : (
        <Table
          id="partijen"
          caption={
            pages === 1
              ? 'Wie achterblijft staat bovenaan'
              : `Wie achterblijft staat bovenaan: ${first + 1} tot en met ${first + here.length} van ${all.length}`
          }
          stacked
          columns={columns}
          rows={counted.map(line)}
        />
      )}
      {paused.length === 0 ? null : (
        <Table
          id="gepauzeerd"
          caption="Gepauzeerd: telt nu niet mee"
          stacked
          columns={columns}
          rows={paused.map(line)}
        />
      )}
      {pages === 1 && at === 1 ? null : (
        <nav aria-label="Pagina’s" className="ld-pager">
          {at > 1 ? <Link to={to(Math.min(at - 1, pages))}>Vorige pagina</Link> : <span />}
          {at < pages ? <Link to={to(at + 1)}>Volgende pagina</Link> : null}
        </nav>
      )}
    </Section>
  )
}

const countsOf = (all: ReturnType<typeof inOrder>): readonly (readonly [Course, number])[] =>
  [
    ...Map.groupBy(
      all.filter(({ paused }) => !paused),
      ({ course }) => course,
    ),
  ].map(([course, of]) => [course, of.length])

/** How many stand how, of all pages together. */
const Counts = ({ counts, paused }: { counts: readonly (readonly [Course, number])[]; paused: number }) => (
  <ul className="ld-counts" id="standen">
    {counts.map(([course, count]) => (
      <li key={course}>
        <strong>{count}</strong> <CourseBadge course={course} />
      </li>
    ))}
    {paused === 0 ? null : (
      <li>
        <strong>{paused}</strong> gepauzeerd
      </li>
    )}
  </ul>
)
