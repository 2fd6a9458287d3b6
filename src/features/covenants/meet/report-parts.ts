/** The parts of a yearly report, each out of its facts. Pure. */
import { day } from '../../../lib/day.ts'
import type { Block, DocumentField } from '../../../model/document.ts'
import { COURSES, PLEDGE_OUTCOMES } from '../../../vocabulary/covenant.ts'
import { STRENGTHS } from '../../../vocabulary/finding.ts'
import { todayIn } from '../../../web/language.ts'
import { amendmentWords } from '../pledge-words.ts'
import { shareWords, wholeWords } from '../progress/parts.tsx'
import type { Figure, ToldPledge, ToldVerdict } from '../progress/told.ts'
import type { Changed, ReportFacts } from './report-facts.ts'

const FEW = 'Niet te tonen: er doen te weinig partijen mee.'
const within = (on: string, { from, to }: ReportFacts['period']): boolean => on >= from && on <= to

/** How it stood on a day: the last that was known by then. */
const stoodOn = (series: ToldPledge['series'], on: string): (Figure & { readonly on: string }) | undefined =>
  series.findLast((point) => point.on <= on)

/** A part of the report with its heading. */
export const field = (id: string, title: string, ...blocks: readonly Block[]): DocumentField => ({
  id,
  title,
  blocks,
  omitted: null,
})
/** A paragraph. */
export const text = (words: string): Block => ({ kind: 'text', text: words })
/** A list, or what stands there of nothing. */
export const list = (items: readonly string[], none: string): Block =>
  items.length === 0 ? text(none) : { kind: 'list', items }

const restsOn = ({ strength, seen, until }: ToldPledge): string =>
  strength === null
    ? 'Nu niets bekend.'
    : `Bevindingen, minstens ${STRENGTHS[strength]}` +
      (seen === null ? '' : `, het laatst gezien op ${day('nl', seen)}`) +
      (until === null ? '.' : `. Geldt tot en met ${day('nl', until)}.`)

const verdictWords = ({ outcome, daysLate, metOn }: ToldVerdict): string =>
  PLEDGE_OUTCOMES[outcome] +
  (metOn === null ? '' : ` op ${day('nl', metOn)}`) +
  (daysLate === null ? '' : `, ${daysLate} ${daysLate === 1 ? 'dag' : 'dagen'} te laat`)
const byWhom = ({ function: job, seenOn, at }: ToldVerdict): string =>
  `${job}, op ${day('nl', todayIn(new Date(at)))}. Bekeken op ${day('nl', seenOn)}.`

/** How one agreement stands: promised, then, now and expected, each with its day and source. */
export function standsField(facts: ReportFacts, pledge: ToldPledge): DocumentField {
  const { from, to } = facts.period
  const at = (on: string) => {
    const then = stoodOn(pledge.series, on)
    return then === undefined
      ? [pledge.shown ? 'Toen nog niet gezien' : FEW, '']
      : [wholeWords(then), `Gezien vanaf ${day('nl', then.on)}`]
  }
  const rows: (readonly string[])[] = [
    ['Beloofd', pledge.decision, 'De tekst van het convenant'],
    ['Begin', wholeWords(pledge.baseline), `${day('nl', pledge.baseline.on)}, ${STRENGTHS[pledge.baseline.strength]}`],
    [`Op ${day('nl', from)}`, ...at(from)],
    [`Op ${day('nl', to)}`, ...at(to)],
    ['Nu', pledge.shown ? wholeWords(pledge.value) : FEW, pledge.shown ? restsOn(pledge) : ''],
    ['Vandaag verwacht', shareWords(pledge.expected), `De lijn van begin naar doel, op ${day('nl', facts.madeOn)}`],
    ['Doel', shareWords(pledge.target), `Uiterlijk ${day('nl', pledge.due)}`],
    ['Stand', COURSES[pledge.course], `Berekend op ${day('nl', facts.madeOn)}. Dit is geen oordeel.`],
    ...pledge.amendments.map((each) => ['Gewijzigd', amendmentWords(each), day('nl', each.on)]),
  ]
  return field(`afspraak-${pledge.id}`, pledge.title, {
    kind: 'table',
    caption: pledge.title,
    head: ['Onderdeel', `Wat (${pledge.unitWords})`, 'Dag en bron'],
    rows,
  })
}

/** What was found of one agreement in the period. */
export function foundField(facts: ReportFacts, pledge: ToldPledge): DocumentField {
  const found = pledge.series.filter(({ on }) => within(on, facts.period))
  return field(
    `gevonden-${pledge.id}`,
    pledge.title,
    pledge.shown
      ? list(
          found.map((point) => `${day('nl', point.on)}: ${wholeWords(point)}.`),
          'In deze periode veranderde er niets aan wat is gezien.',
        )
      : text(FEW),
  )
}

/** The verdicts of the period that others may read. */
export function verdictsField(facts: ReportFacts): DocumentField {
  const rows = facts.told.flatMap((pledge) => {
    const given: (readonly [string, ToldVerdict | undefined])[] = [
      ['Allen samen', pledge.verdict],
      ...pledge.named.map(({ name, verdict }) => [name, verdict] as const),
    ]
    return given.flatMap(([whom, verdict]) =>
      verdict === undefined || !within(todayIn(new Date(verdict.at)), facts.period)
        ? []
        : [[pledge.title, whom, verdictWords(verdict), byWhom(verdict)]],
    )
  })
  const title = 'Oordelen van toetsers in deze periode'
  return rows.length === 0
    ? field('oordelen-lijst', title, text('Er is in deze periode geen oordeel gegeven dat anderen mogen lezen.'))
    : field('oordelen-lijst', title, {
        kind: 'table',
        caption: title,
        head: ['Afspraak', 'Over wie', 'Oordeel', 'Door wie'],
        rows,
      })
}

const CHANGED: Readonly<Record<Changed['is'], readonly [one: string, more: string]>> = {
  joined: ['begon mee te doen', 'begonnen mee te doen'],
  again: ['doet weer mee', 'doen weer mee'],
  paused: ['pauzeerde', 'pauzeerden'],
  suspended: ['is geschorst', 'zijn geschorst'],
  left: ['stopte', 'stopten'],
}
/** Who came and went, by name where that was agreed to. */
export function changedItems(all: readonly Changed[]): readonly string[] {
  const named = all.flatMap(({ on, is, name }) =>
    name === null ? [] : [`${day('nl', on)}: ${name} ${CHANGED[is][0]}.`],
  )
  const quiet = Map.groupBy(
    all.filter(({ name }) => name === null),
    ({ is }) => is,
  )
  return [
    ...named,
    ...[...quiet].map(([is, some]) =>
      some.length === 1
        ? `1 partij die niet bij naam wordt genoemd, ${CHANGED[is][0]}.`
        : `${some.length} partijen die niet bij naam worden genoemd, ${CHANGED[is][1]}.`,
    ),
  ]
}

/** Where improvement plans stand, an agreement a line. */
export const planItems = ({ told, plans }: ReportFacts): readonly string[] =>
  told.flatMap(({ id, title }) => {
    const at = plans.get(id)
    return at === undefined || at.asked === 0
      ? []
      : [`${title}: ${at.asked} gevraagd, ${at.handedIn} ingeleverd, ${at.accepted} aanvaard.`]
  })

/** What the figures themselves ask of a meeting, before anybody added a question. */
export function questionsOf({ told, plans, covenant, period }: ReportFacts): readonly string[] {
  const each = told.flatMap((pledge): readonly string[] => {
    const { id, title, course, due, shown, verdict } = pledge
    const at = plans.get(id)
    return [
      ...(shown && course === 'at-risk' && verdict === undefined
        ? [`Wat is er nodig om “${title}” op ${day('nl', due)} te halen?`]
        : []),
      ...(shown && course === 'not-measured' ? [`Wie gaat “${title}” meten, en wanneer?`] : []),
      ...(shown && due < period.to && verdict === undefined ? [`Wanneer oordeelt de toetser over “${title}”?`] : []),
      ...(at !== undefined && at.asked > at.handedIn ? [`Wie helpt met het verbeterplan voor “${title}”?`] : []),
    ]
  })
  const end = covenant.endsOn
  return end === null ? each : [...each, `Het convenant loopt tot en met ${day('nl', end)}. Verlengen of beëindigen?`]
}
