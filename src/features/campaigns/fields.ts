/** The forms of campaigns: what may be typed, and what is said when it is not right. */
import { z } from 'zod'
import { daysAfter, isDate } from '../../lib/iso-date.ts'
import type { Norm } from '../../model/norm.ts'
import {
  CAMPAIGN_REACHED,
  CAMPAIGN_SOURCES,
  CAMPAIGN_STRATA,
  CAMPAIGN_UNITS,
  CAMPAIGN_WAYS,
  type CampaignOutcome,
  type CampaignSource,
  type CampaignStrata,
  type CampaignUnit,
  type CampaignWay,
} from '../../vocabulary/campaign.ts'
import { CLUSTERS } from '../../vocabulary/group.ts'
import {
  filled,
  oneOf,
  several,
  text,
  thatIs,
  word,
  type Across,
  type Held,
  type Typed,
} from '../../web/desk/schema.ts'
import { drawDayFrom, fitsSource, isDrawDay, writtenNumber } from '../../scoring/campaign-draw.ts'
import type { Campaign } from './store.ts'
import type { Words } from './write-store.ts'

const keys = <T extends string>(of: Readonly<Record<T, unknown>>) => Object.keys(of) as [T, ...T[]]
/** What can be known from outside or was seen by a person; what is only said is no ground for a campaign. */
export const PROOFS = {
  measured: 'wat wij van buiten meten, of wat sterker is',
  documented: 'wat op papier is aangetoond, of wat sterker is',
  witnessed: 'alleen wat een medewerker zelf zag',
} as const

/** What is fixed cannot be wiped later: the database takes no address in it either. */
const words = (most: number, empty: string) =>
  text(
    most,
    filled(empty).refine((typed) => !typed.includes('@'), 'Noem geen e-mailadres. Wat vastligt, blijft staan.'),
  )
const date = word(thatIs(isDate, 'Vul een datum in, zoals 31 januari 2027.'))

/** The form about this norm. */
export const wordsFor = (norm: Norm) => ({
  titel: words(120, 'Vul in hoe de campagne heet.'),
  doel: words(400, 'Schrijf in één zin wat u wilt bereiken.'),
  punten: several(
    z
      .array(z.string())
      .transform((chosen) => norm.criteria.map(({ id }) => id).filter((id) => chosen.includes(id)))
      .pipe(z.array(z.string()).min(1, 'Kies waaraan iemand voldoet als het doel is gehaald.')),
  ),
  bewijs: word(oneOf(keys(PROOFS), 'Kies wat telt als bewijs.')),
  groep: word(oneOf(['', ...CLUSTERS], 'Kies voor wie de campagne is.')),
  lot: word(oneOf(keys(CAMPAIGN_UNITS), 'Kies wat wij loten.')),
  verdeling: word(oneOf(keys(CAMPAIGN_STRATA), 'Kies hoe wij vooraf verdelen.')),
  loting: date,
  bron: word(oneOf(keys(CAMPAIGN_SOURCES), 'Kies welk openbaar getal de loting beslist.')),
  van: date,
  tot: date,
  na: date,
  manieren: several(z.array(z.enum(keys(CAMPAIGN_WAYS))).min(1, 'Kies hoe u mensen bereikt.')),
  stap1: words(300, 'Vul stap 1 in.'),
  stap2: words(300, 'Vul stap 2 in.'),
  stap3: words(300, 'Vul stap 3 in.'),
})
type Fields = ReturnType<typeof wordsFor>
export type TypedWords = Typed<Fields>

/** On which days each public draw is, in sentences. */
export const DRAW_DAYS = Object.values(CAMPAIGN_SOURCES)
  .map(({ nl, on }) => `${nl} is ${on.nl}.`)
  .join(' ')

/** What must be so of its days together. */
export const inOrder = (today: string): readonly Across<Fields>[] => [
  {
    field: 'loting',
    holds: ({ loting }) => loting > today,
    says: 'De loting is op een latere dag. Niemand mag het getal nu al weten.',
  },
  {
    field: 'loting',
    holds: ({ loting, bron }) =>
      loting <= today || !Object.hasOwn(CAMPAIGN_SOURCES, bron) || isDrawDay(bron as CampaignSource, loting),
    says: `Kies een dag waarop de trekking is. ${DRAW_DAYS}`,
  },
  { field: 'van', holds: ({ van, loting }) => van > loting, says: 'De campagne begint na de dag van de loting.' },
  { field: 'tot', holds: ({ tot, van }) => tot >= van, says: 'De campagne eindigt na het begin.' },
  {
    field: 'na',
    holds: ({ na, tot }) => na > tot && na <= daysAfter(tot, 366),
    says: 'De nameting is na de laatste dag, hooguit een jaar later.',
  },
]

/** What was typed as the words of a campaign. */
export const wordsTyped = (norm: Norm, held: Held<Fields>): Words => ({
  title: held.titel,
  aim: held.doel,
  norm: norm.id,
  criteria: held.punten,
  least: held.bewijs,
  audience: held.groep,
  unit: held.lot as CampaignUnit,
  strata: held.verdeling as CampaignStrata,
  drawOn: held.loting,
  source: held.bron as CampaignSource,
  starts: held.van,
  until: held.tot,
  after: held.na,
  ways: held.manieren,
  steps: [held.stap1, held.stap2, held.stap3],
})

/** What stands in the form of one that is there. */
export const typedOf = (one: Campaign): TypedWords => ({
  titel: one.title,
  doel: one.aim,
  punten: one.criteria,
  bewijs: one.least,
  groep: one.audience,
  lot: one.unit,
  verdeling: one.strata,
  loting: one.drawOn,
  bron: one.source,
  van: one.starts,
  tot: one.until,
  na: one.after,
  manieren: one.ways,
  stap1: one.steps[0] ?? '',
  stap2: one.steps[1] ?? '',
  stap3: one.steps[2] ?? '',
})

/** A new one about this norm: the first steps of its criteria, for somebody without technical knowledge. */
export function emptyFor(norm: Norm, today: string): TypedWords {
  const steps = [...new Set(norm.criteria.filter(({ weight }) => weight > 0).map(({ firstStep }) => firstStep))]
  return {
    titel: '',
    doel: '',
    punten: [],
    bewijs: 'measured',
    groep: '',
    lot: 'street',
    verdeling: 'none',
    loting: drawDayFrom('lotto', daysAfter(today, 5)),
    bron: 'lotto',
    van: daysAfter(today, 15),
    tot: daysAfter(today, 43),
    na: daysAfter(today, 64),
    manieren: ['letter'],
    stap1: steps[0] ?? '',
    stap2: steps[1] ?? '',
    stap3: steps[2] ?? 'Lukt het niet? Bel de gemeente. Wij denken gratis mee.',
  }
}

/** The public number of the draw, as everybody can look it up at this source. */
export const drawBy = (source: CampaignSource) => {
  const { count, most } = CAMPAIGN_SOURCES[source].numbers
  return {
    getal: text(
      60,
      thatIs(
        (typed) => /^[0-9 .,-]+$/.test(typed) && fitsSource(source, writtenNumber(typed)),
        `Vul ${count} verschillende getallen van 1 tot en met ${most} in, met spaties ertussen.`,
      ),
    ),
  }
}
export const STOP = { waarom: words(400, 'Schrijf waarom de campagne stopt. Dat staat openbaar.') }
/** How some of these were reached. */
export const reachFor = (starts: string, today: string) => ({
  wie: several(z.array(z.uuid()).min(1, 'Kies een of meer organisaties.').max(200)),
  manier: word(oneOf(keys(CAMPAIGN_WAYS), 'Kies hoe.').transform((way) => way as CampaignWay)),
  hoe: word(oneOf(keys(CAMPAIGN_REACHED), 'Kies hoe het ging.').transform((how) => how as CampaignOutcome)),
  dag: word(
    thatIs(
      (typed) => isDate(typed) && typed >= starts && typed <= today,
      'Kies een dag vanaf de eerste dag van de campagne tot en met vandaag.',
    ),
  ),
})
