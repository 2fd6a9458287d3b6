/** The campaigns of the demo city, as data: what each wants, and how those that were meant stood before and after. */
import type { CampaignOutcome, CampaignStrata, CampaignUnit, CampaignWay } from '../vocabulary/campaign.ts'

export type CampaignStory = {
  readonly norm: string
  /** The criteria of the norm, without the norm before them. */
  readonly criteria: readonly string[]
  readonly title: string
  readonly aim: string
  readonly unit: CampaignUnit
  readonly strata: CampaignStrata
  readonly ways: readonly CampaignWay[]
  readonly steps: readonly string[]
  /** Days from today; the draw is in the week before it starts. */
  readonly days: {
    readonly frozen: number
    readonly starts: number
    readonly until: number
    readonly after: number
    readonly told?: number
  }
  /** Left out: not drawn yet. */
  readonly value?: string
  /** Of each group, by place: who met it before, and who after. */
  readonly before: (place: number) => boolean
  readonly after?: (place: number, first: boolean) => boolean | null
  /** Of those that went first: how somebody was reached; null: nothing was written down. */
  readonly reached?: (place: number) => { readonly way: CampaignWay; readonly outcome: CampaignOutcome } | null
}

export const CAMPAIGN_STORIES: readonly CampaignStory[] = [
  {
    norm: 'VEI-12',
    criteria: ['spf', 'dmarc'],
    title: 'Geen valse rekeningen uit uw naam',
    aim: 'Niemand kan nog e-mail sturen met het adres van een winkel of vereniging uit Sluiswijk als afzender.',
    unit: 'organisation',
    strata: 'none',
    ways: ['letter', 'phone'],
    steps: [
      'Bel wie uw e-mail of website beheert.',
      'Vraag: staan SPF en DMARC voor ons goed?',
      'Lukt het niet? Bel de gemeente. Wij denken gratis mee.',
    ],
    days: { frozen: -182, starts: -174, until: -132, after: -104, told: -97 },
    value: '4 11 17 23 36 40',
    before: (place) => place % 3 === 0,
    after: (place) => place % 3 !== 2,
    reached: (place) =>
      place % 5 === 4
        ? { way: 'phone', outcome: 'absent' }
        : place % 7 === 6
          ? { way: 'letter', outcome: 'sent' }
          : { way: 'phone', outcome: 'reached' },
  },
  {
    norm: 'VEI-15',
    criteria: ['security-txt'],
    title: 'Wie een lek ziet, kan het kwijt',
    aim: 'Op elke website staat waar iemand een lek kan melden.',
    unit: 'cluster',
    strata: 'none',
    ways: ['letter'],
    steps: [
      'Kies één adres waar meldingen binnenkomen.',
      'Vraag uw websitebouwer om een bestand security.txt.',
      'Spreek af wie een melding leest, ook in de vakantie.',
    ],
    days: { frozen: -121, starts: -113, until: -85, after: -60, told: -51 },
    value: '2 9 14 27 31 45',
    before: (place) => place % 4 === 1,
    after: (place, first) => place % 4 === 1 || (first && place % 3 === 0),
    reached: (place) => (place % 2 === 0 ? { way: 'letter', outcome: 'sent' } : { way: 'letter', outcome: 'reached' }),
  },
  {
    norm: 'TOE-01',
    criteria: ['axe-1.1.1', 'axe-1.4.3', 'axe-2.4.4'],
    title: 'Een website voor iedereen',
    aim: 'Wie slecht ziet of geen muis gebruikt, kan op elke website in de straat terecht.',
    unit: 'street',
    strata: 'size',
    ways: ['visit', 'letter', 'poster'],
    steps: [
      'Loop door uw website met alleen de Tab-toets.',
      'Stuur uw websitebouwer wat niet lukt.',
      'Kom langs op het inloopuur. Wij kijken samen.',
    ],
    days: { frozen: -19, starts: -11, until: 17, after: 45 },
    value: '8 13 21 22 30 44',
    before: (place) => place % 3 === 1,
    reached: (place) =>
      place % 4 === 3
        ? null
        : place % 6 === 5
          ? { way: 'visit', outcome: 'refused' }
          : place % 4 === 2
            ? { way: 'letter', outcome: 'sent' }
            : { way: 'visit', outcome: 'reached' },
  },
  {
    norm: 'PRV-13',
    criteria: ['volgcookies', 'opslag'],
    title: 'Eerst vragen, dan pas volgen',
    aim: 'Geen website in Sluiswijk volgt bezoekers voor zij ja zeggen.',
    unit: 'organisation',
    strata: 'before',
    ways: ['letter', 'email'],
    steps: [
      'Open uw website in een privévenster en klik nergens op.',
      'Vraag uw websitebouwer om alles te wissen wat u niet gebruikt.',
      'Zet de rest pas aan na een ja.',
    ],
    days: { frozen: -2, starts: 8, until: 36, after: 64 },
    before: (place) => place % 2 === 0,
  },
]
