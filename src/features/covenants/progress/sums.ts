/** What the pages of progress say in numbers: who is behind, what stands first, the story of a pledge. Pure. */
import { day } from '../../../lib/day.ts'
import { compared, fraction } from '../../../lib/fraction.ts'
import type { PledgeTerms } from '../../../model/covenant.ts'
import { courseOn, edgeOn, type Line } from '../../../scoring/course.ts'
import { MEETING_KINDS, PLEDGE_OUTCOMES, type Course } from '../../../vocabulary/covenant.ts'
import { todayIn } from '../../../web/language.ts'
import { amendmentWords } from '../pledge-words.ts'
import { figureWords } from './parts.tsx'
import type { Kept } from './reckon.ts'
import { termsFor } from './rules.ts'
import type { Dated, Note, PartyNow } from './store.ts'
import { seriesOf } from './told.ts'
import { signedBy, standing, type Verdict } from './verdict-rules.ts'

/** How many of the parties that are counted are below what is expected of all on this day. */
export function behindOf(line: Line, { spread }: Pick<Kept, 'spread'>, today: string): number {
  const edge = edgeOn(line, today)
  if (edge === undefined) return 0
  const way = line.direction === 'up' ? 1 : -1
  return spread
    .filter(([count, among]) => among > 0 && compared(fraction(count, among), edge) * way < 0)
    .reduce((sum, [, , parties]) => sum + parties, 0)
}

/** What comes first on a page: who is behind. */
const ORDER: readonly Course[] = ['at-risk', 'not-measured', 'on-course', 'not-begun']

/** Each party with its course, who is behind first and then by name; who paused is not counted and comes last. */
export function inOrder(pledge: PledgeTerms, parties: readonly PartyNow[], today: string) {
  const { compare } = new Intl.Collator('nl')
  // Of many parties most stand at the same and have as long: the line is drawn once for them.
  const known = new Map<string, Course>()
  const courseOf = (party: PartyNow): Course => {
    const key = `${party.extendedUntil} ${party.count} ${party.among}`
    const course = known.get(key) ?? courseOn(termsFor(pledge, party.extendedUntil), party, today)
    known.set(key, course)
    return course
  }
  return parties
    .map((party) => ({ party, paused: party.standing === 'paused', course: courseOf(party) }))
    .sort(
      (one, other) =>
        Number(one.paused) - Number(other.paused) ||
        ORDER.indexOf(one.course) - ORDER.indexOf(other.course) ||
        compare(one.party.name, other.party.name),
    )
}

/** How many pledges stand how, in the words of the first sentence. */
export function sentence(courses: readonly Course[]): string {
  const of = (course: Course) => courses.filter((each) => each === course).length
  const parts = [
    [of('on-course'), 'op koers'],
    [of('at-risk'), of('at-risk') === 1 ? 'loopt achter' : 'lopen achter'],
    [of('not-measured'), 'nu niet gemeten'],
    [of('not-begun'), 'nog niet begonnen'],
  ] as const
  const there = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  const list = new Intl.ListFormat('nl', { type: 'conjunction' }).format(there)
  return courses.length === 0
    ? 'In dit convenant staat nog geen afspraak.'
    : `Van ${courses.length === 1 ? 'de ene afspraak' : `de ${courses.length} afspraken`}: ${list}.`
}

/** The course of all together; with nobody who takes part, nothing has begun. */
export const courseNow = (pledge: PledgeTerms, now: Kept | undefined, today: string): Course =>
  courseOn(pledge, now === undefined || now.parties === 0 ? undefined : now, today)

/** `note`: what was written down, where a file may go with it. */
export type Told = { readonly on: string; readonly what: string; readonly text: string; readonly note?: Note }

/** What happened at a pledge, the newest first: one story of findings, verdicts, proofs, meetings and changes. */
export function storyOf(given: {
  readonly pledge: PledgeTerms
  readonly kept: readonly Kept[]
  readonly verdicts: readonly Verdict[]
  readonly notes: readonly Note[]
  readonly dated: readonly Dated[]
  readonly nameOf: (organisation: string | null) => string
}): readonly Told[] {
  const { pledge, kept, verdicts, notes, dated, nameOf } = given
  const whom = (each: { whole: boolean; organisation: string | null }) =>
    each.whole ? 'voor allen samen' : `voor ${nameOf(each.organisation)}`
  const last = new Set(standing(verdicts).map(({ id }) => id))
  const story: Told[] = [
    ...seriesOf(kept).map((point) => ({ on: point.on, what: 'Bevinding', text: figureWords(point) })),
    ...verdicts.map((each) => ({
      on: todayIn(each.at),
      what: last.has(each.id) ? 'Oordeel' : 'Oordeel, later hersteld',
      text:
        `${signedBy(each)}: ${PLEDGE_OUTCOMES[each.outcome]} ${whom(each)}. ${each.proof}` +
        (each.reason === '' ? '' : ` Waarom hersteld: ${each.reason}`),
    })),
    ...verdicts.flatMap(({ words, ...each }) =>
      words.map((word) => ({
        on: todayIn(word.at),
        what: WORDS[word.kind],
        text: `${word.organisation === null ? word.byName : nameOf(each.organisation)}: ${word.text}`,
      })),
    ),
    ...notes.map((note) => ({
      on: note.on,
      what: NOTES[note.kind],
      text: `${note.ofName ?? note.byName ?? 'de gemeente'}: ${note.text}`,
      note,
    })),
    ...(pledge.amendments ?? []).map((each) => ({
      on: each.on,
      what: 'Afspraak gewijzigd',
      text: amendmentWords(each),
    })),
    ...dated.map(datedTold),
    { on: pledge.baseline.on, what: 'Begin', text: figureWords(pledge.baseline) },
  ]
  return story.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

const datedTold = ({ on, what, text, decisions }: Dated): Told =>
  what === 'version'
    ? { on, what: 'Vastgesteld', text: `Versie ${text} van het convenant.` }
    : {
        on,
        what: 'Bijeenkomst',
        text: [
          `${MEETING_KINDS[what].replace(/^./, (sign) => sign.toUpperCase())}.`,
          ...decisions.map((each) => `Besloten door ${each.agreed}: ${each.text}`),
          ...(decisions.length === 0 ? ['Over deze afspraak is niets besloten.'] : []),
        ].join(' '),
      }

export const WORDS = {
  objection: 'Bezwaar',
  upheld: 'Bezwaar gegrond',
  rejected: 'Bezwaar ongegrond',
  plan: 'Verbeterplan',
  'plan-accepted': 'Verbeterplan aanvaard',
  'plan-returned': 'Verbeterplan terug',
} as const
export const NOTES = {
  confirmed: 'Nagekeken',
  proof: 'Bewijs',
  meeting: 'Bijeenkomst',
  extended: 'Verlengd',
  note: 'Aantekening',
} as const

/** `tot en met 1 mei 2027`; of nothing that ends: nothing. */
export const untilWords = (until: string | null): string => (until === null ? '' : `tot en met ${day('nl', until)}`)
