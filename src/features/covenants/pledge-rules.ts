/** What a result agreement may not be: what nobody can follow, and what is not allowed. Pure. */
import { prefersNear } from '../../catalogue/refused-criterion.ts'
import { day } from '../../lib/day.ts'
import type { Measured, PledgeRule, PledgeTerms } from '../../model/covenant.ts'
import type { Criterion } from '../../model/norm.ts'
import { share } from './pledge-words.ts'

/** Whether a criterion can be established of what is counted; of an organisation its addresses count too. */
export function speaksOf(criterion: Criterion, unit: PledgeTerms['unit']): boolean {
  if (criterion.means.by === 'entry' && (criterion.entries ?? []).length === 0) return false
  if (unit === 'total') return true
  const kinds = unit === 'organisation' ? ['organisation', 'website', 'mail-domain'] : [unit]
  return criterion.subjects.some((subject) => kinds.includes(subject))
}

type Verifying = { readonly id: string; readonly judges: boolean; readonly ofParty: boolean }
/** Why this colleague may not verify a pledge that `owner` looks after, or undefined. Undefined: none of ours. */
export function whyNotVerifier(person: Verifying | undefined, owner: string): string | undefined {
  if (!person) return 'De toetser werkt bij de gemeente en nooit bij een partij.'
  if (person.ofParty) return 'Deze toetser werkt voor een partij of is haar contactpersoon. Kies iemand anders.'
  if (!person.judges) return 'Deze collega mag niet zeggen of een afspraak is gehaald.'
  if (person.id === owner) return 'Wie op de afspraak let, toetst haar niet zelf. Kies twee mensen.'
  return undefined
}

/** Counts how often somebody of here is chosen: that shuts others out, whatever it is called. */
const QUOTA = [
  /(?:lokale?|plaatselijke?|regionale?)[^.]{0,40}(?:leverancier|bedrij[fv]|ondernem|aanbieder)/i,
  /(?:leverancier|bedrij[fv]|ondernem|aanbieder)[^.]{0,30}uit (?:de|onze|eigen) (?:stad|gemeente|regio|buurt)/i,
]
/** Tells of each person how well it went. */
const SCORES = [
  /(?:score|uitslag|cijfer|resultaat|klik)[^.]{0,25}\b(?:per|van (?:elke|een)) (?:medewerk|werknem|persoon|colleg)/i,
  /\b(?:per|van (?:elke|iedere)) (?:medewerk|werknem|persoon|colleg)[^.]{0,25}(?:score|uitslag|cijfer|resultaat)/i,
]
const some = (rules: readonly RegExp[], text: string) => rules.some((rule) => rule.test(text))

/**
 * Why this may not be counted, or undefined: a quota for local suppliers, or scores of people one by one. `here`: the
 * municipality.
 */
export const mayNotCount = (text: string, here = ''): string | undefined =>
  some(QUOTA, text) || prefersNear(text, here)
    ? 'Dit lijkt een quotum voor leveranciers uit de buurt. Dat mag niet: het sluit anderen uit. Tel bijvoorbeeld ' +
      'inkopen waarbij alternatieven zijn vergeleken.'
    : some(SCORES, text)
      ? 'Dit lijkt een uitslag per persoon. Vraag alleen aantallen: hoeveel mensen meededen, en hoeveel er werken.'
      : undefined

/** What must agree between the figures of a pledge. Shares are 0 to 1, days `2027-11-28`. */
export type Way = {
  readonly direction: 'up' | 'down'
  readonly baseline: Measured & { readonly on: string }
  readonly steps: readonly { readonly on: string; readonly value: number; readonly field: string }[]
  readonly target: number
  readonly due: string
  /** How far below the line is still on course, as a share; null: a tenth of the way. */
  readonly tolerance?: number | null
  /** The last day of the covenant. */
  readonly ends: string | null
  readonly today: string
  /** The day that was agreed: it may stay when it has passed. */
  readonly agreedDue?: string
}

/** What is wrong with the way from baseline to target, by the field where it is said. */
export function wayProblems(way: Way): Readonly<Record<string, string>> {
  const { direction, baseline, steps, target, due, ends, today, agreedDue } = way
  const problems: Record<string, string> = {}
  const up = direction === 'up'
  const further = (one: number, other: number) => (up ? one > other : one < other)
  if (baseline.among === 0)
    problems['begin'] =
      `Op ${day('nl', baseline.on)} is van niemand iets bekend dat stevig genoeg is. Zonder begin ziet niemand of ` +
      'het beter wordt. Meet eerst, of kies een andere dag.'
  else {
    const begins = baseline.count / baseline.among
    if (target === begins) problems['doel'] = `Dit doel is al gehaald: het begin is ook ${share(begins)}.`
    else if (!further(target, begins))
      problems['doel'] =
        `Dit doel is al gehaald of gaat de verkeerde kant op: het begin is ${share(begins)}, en u koos ` +
        `“${up ? 'omhoog' : 'omlaag'}”.`
  }
  if (way.tolerance != null && baseline.among > 0) {
    const whole = Math.abs(target - baseline.count / baseline.among)
    if (way.tolerance >= whole && whole > 0)
      problems['speling'] = `Zo is de afspraak altijd op koers: de hele weg is ${share(whole)}. Kies minder.`
  }
  if (due <= baseline.on) problems['op'] = 'De dag van het doel komt na de dag van het begin.'
  else if (due <= today && due !== agreedDue) problems['op'] = 'Kies een dag die nog komt.'
  else if (ends !== null && due > ends)
    problems['op'] = `Dit convenant eindigt op ${day('nl', ends)}. Kies een dag die daarvoor ligt.`
  let before = { on: baseline.on, value: baseline.among === 0 ? undefined : baseline.count / baseline.among }
  for (const { on, value, field } of steps) {
    if (on <= before.on) problems[field] = `Deze dag komt na ${day('nl', before.on)}.`
    else if (on >= due) problems[field] = 'Deze dag komt voor de dag van het doel.'
    else if (before.value !== undefined && further(before.value, value))
      problems[field] = `Dit gaat terug: eerder stond er ${share(before.value)}.`
    else if (further(value, target)) problems[field] = `Dit gaat voorbij het doel van ${share(target)}.`
    before = { on, value }
  }
  return problems
}

const list = (words: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
  new Intl.ListFormat('nl', { type }).format(words)

type Deciding = Pick<PledgeTerms, 'method' | 'unitWords' | 'rules' | 'criterion' | 'direction' | 'target' | 'due'>

/** The decision rule in words, as it follows from the structure. `titles`: of criteria, by id. */
export function decisionOf(pledge: Deciding, titles: ReadonlyMap<string, string>): string {
  const called = (id: string) => `“${titles.get(id) ?? id}”`
  const rule = ({ criteria, atLeast }: PledgeRule) =>
    criteria.length === 1
      ? `${called(criteria[0]!)} in orde is`
      : atLeast === 1
        ? `alles in orde is: ${list(criteria.map(called))}`
        : `minstens ${share(atLeast)} in orde is van ${list(criteria.map(called))}; deels in orde telt half`
  const counts =
    pledge.method === 'counts'
      ? `Elke partij geeft op hoeveel ${pledge.unitWords} er zijn, en bij hoeveel ` +
        `${called(pledge.criterion ?? '')} in orde is.`
      : `Van de ${pledge.unitWords} telt mee waar ${list(pledge.rules.map(rule), 'disjunction')}. Wat onbekend is, ` +
        'telt niet mee en staat erbij.'
  const reach = pledge.direction === 'up' ? 'minstens' : 'hoogstens'
  return `${counts} Gehaald is ${reach} ${share(pledge.target)} op ${day('nl', pledge.due)}.`
}
