/** All that is known of one criterion, and, of an address that was looked at, what was seen there. */
import { partsOf } from '../../lib/domain.ts'
import type { Claim } from '../../model/check.ts'
import type { Finding } from '../../model/finding.ts'
import type { Criterion, Norm } from '../../model/norm.ts'
import { lackingOf } from '../../engine/reading/extent.ts'
import type { Rules } from '../../engine/judge.ts'
import { fill, verbatim } from '../../public/findings/sentences.ts'
import { barriersIn } from '../../web/barriers/told.ts'
import { messages } from '../../web/messages.ts'
import { Usage } from '../command.ts'
import { toldOf, type Scanned } from './scanned.ts'

/** The criterion with this id, such as `VEI-14.csp`, and its norm. Throws Usage that names what comes near. */
export function criterionOf(id: string, { catalogue }: Rules): { readonly norm: Norm; readonly criterion: Criterion } {
  const wanted = id.toLowerCase()
  const all = catalogue.norms.flatMap((norm) => norm.criteria.map((criterion) => ({ norm, criterion })))
  const found = all.find(({ criterion }) => criterion.id.toLowerCase() === wanted)
  if (found) return found
  const near = all.filter(({ criterion }) => criterion.id.toLowerCase().includes(wanted.split('.')[0] ?? wanted))
  throw new Usage(
    `"${id}" is geen criterium` +
      (near.length === 0
        ? ''
        : `; bedoelt u ${near
            .slice(0, 12)
            .map(({ criterion }) => criterion.id)
            .join(', ')}?`),
  )
}

/** As JSON: the norm and the criterion as they stand, the check behind it, and what was found. */
export function explained(id: string, rules: Rules, scanned?: Scanned): object {
  const { norm, criterion } = criterionOf(id, rules)
  const { criteria: _, ...around } = norm
  const { means } = criterion
  const check = means.by === 'check' ? rules.checks.get(means.check) : undefined
  return {
    norm: around,
    criterion,
    ...(check && { check: { id: check.id, needs: check.needs, reasons: check.reasons } }),
    ...(scanned && found(id, scanned)),
  }
}

/** The same for a reader, in Dutch. */
export function explanation(id: string, rules: Rules, scanned?: Scanned): string {
  const { norm, criterion } = criterionOf(id, rules)
  return [
    `${criterion.id}: ${criterion.title.nl}`,
    ['Norm', `${norm.id} ${norm.label}. ${norm.statement}`],
    ['Wat is de status', `${messages.nl.status[norm.status]}. ${norm.statusNote}`],
    ['Bronnen', ...norm.sources.map(({ source, article }) => `${source.title}, ${article} (${source.url})`)],
    ['Gewicht', criterion.weight === 0 ? 'advies, telt niet mee' : `${criterion.weight} van 5`],
    ['Waarom', criterion.why],
    ['Eerste stap, om door te sturen', criterion.firstStep],
    ['Herstel, voor wie het instelt', criterion.repair],
    ['Wat dit niet bewijst', criterion.limits],
    ['Hoe wij het weten', ...measured(criterion, rules)],
    ...(scanned ? here(id, scanned) : []),
  ]
    .map((part) =>
      typeof part === 'string'
        ? part
        : `\n${part[0]}\n${part
            .slice(1)
            .map((line) => `  ${line}`)
            .join('\n')}`,
    )
    .join('\n')
}

function measured({ means, reasons }: Criterion, { checks }: Rules): string[] {
  if (means.by === 'question') return [`Wij vragen het: ${means.question}`]
  if (means.by === 'person') return [`Een mens kijkt (${means.who}): ${means.what}`]
  if (means.by === 'entry') return ['Het volgt uit een register.']
  const check = checks.get(means.check)!
  return [
    `De controle ${check.id} leest: ${Object.entries(check.needs)
      .map(([key, need]) => needed(key, need))
      .join('; ')}.`,
    ...Object.entries(check.reasons).map(
      ([reason, claim]) => `${claimed(claim)} — ${fill('nl', reasons[reason]?.nl ?? reason, {})}`,
    ),
  ]
}

const needed = (key: string, need: true | readonly string[]) => (need === true ? key : `${key} (${need.join(', ')})`)

const list = (names: readonly string[]) => names.join(', ')

const claimed = (claim: Claim) =>
  claim === 'unknown'
    ? messages.nl.verdict.unknown
    : [
        messages.nl.verdict[claim.verdict],
        ...(claim.rests.length > 0 ? [`als ${list(claim.rests)} heel is gezien`] : []),
      ].join(', ')

function found(id: string, scanned: Scanned) {
  const wanted = id.toLowerCase()
  const told = toldOf(scanned).find(({ criterion }) => criterion.id.toLowerCase() === wanted)
  if (!told) return { finding: null }
  const { evidence } = scanned.gathered
  const { means } = told.criterion
  const keys = means.by === 'check' ? Object.keys(scanned.rules.checks.get(means.check)!.needs) : []
  const looked = [
    ...evidence.host.map(({ probe, result }) => ({ probe, page: null, phase: null, result })),
    ...evidence.pages.map(({ probe, page, phase, result }) => ({ probe, page, phase, result })),
  ].filter(({ probe }) => keys.includes(probe))
  return {
    finding: told.finding,
    says: told.says,
    ...rulesOf(told.finding),
    looked: looked.map(({ probe, page, phase, result }) => ({
      probe,
      page,
      phase,
      ...(result.seen
        ? {
            seen: true as const,
            lacking: lackingOf(result.value, page).map(({ part, lack }) => `${part ?? 'page'}: ${lack}`),
          }
        : { seen: false as const, why: result.why, detail: result.detail }),
    })),
  }
}

/** What the rules mean that a finding of accessibility names. */
const rulesOf = ({ verdict, seen }: Finding) => {
  const rules = verdict === 'met' ? [] : barriersIn('nl', seen)
  return rules.length === 0 ? {} : { rules }
}

function here(id: string, scanned: Scanned): (readonly [string, ...string[]])[] {
  const seen = found(id, scanned)
  const address = partsOf(scanned.subject.address).host
  if (seen.finding === null) return [[`Bij ${address}`, 'Dit criterium geldt niet voor zo’n adres.']]
  return [
    [`Bij ${address}`, `${messages.nl.verdict[seen.finding.verdict]}. ${seen.says}`, ...verbatim(seen.finding.seen)],
    ...(seen.rules === undefined
      ? []
      : [
          [
            'Wat bezoekers merken',
            ...seen.rules.map(({ rule, means, repair }) => `${rule}: ${means} Herstel: ${repair}`),
          ] as const,
        ]),
    [
      'Waar gekeken is',
      ...seen.looked!.map(({ probe, page, phase, ...one }) => {
        const extent = one.seen ? one.lacking.join(', ') || 'heel gezien' : `niet gezien: ${one.why} (${one.detail})`
        return `${probe}${phase === null ? '' : `, ${phase}`}${page === null ? '' : `, ${page}`}: ${extent}`
      }),
    ],
  ]
}
