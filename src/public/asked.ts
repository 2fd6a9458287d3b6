/** Words in addresses and files, and the values they stand for. */
import type { VerdictWord } from '../model/finding.ts'
import type { LegalStatus, ThemeId } from '../model/norm.ts'

const themes: readonly ThemeId[] = ['PRV', 'VEI', 'TOE', 'OPE', 'MEN', 'AUT', 'UIT', 'STD']
/** Whether it is one of the five themes. */
export const isThemeId = (value: string): value is ThemeId => (themes as readonly string[]).includes(value)

/** Verdicts as they stand in files and in the API. */
export const VERDICTS = {
  met: 'voldoet',
  partly: 'deels',
  unmet: 'voldoet-niet',
  unknown: 'onbekend',
  'not-applicable': 'niet-van-toepassing',
} as const satisfies Record<VerdictWord, string>

export const STATUSES = {
  'law-public': 'wet-overheid',
  'law-all': 'wet-allen',
  'law-part': 'wet-deel',
  framework: 'kader',
  agreement: 'afspraak',
} as const satisfies Record<LegalStatus, string>

export const STRENGTHS = {
  declared: 'verklaard',
  measured: 'gemeten',
  documented: 'aangetoond',
  witnessed: 'gezien',
} as const
export const CAUSES = {
  first: 'eerste-keer',
  subject: 'organisatie-veranderde',
  provider: 'leverancier-veranderde',
  norm: 'norm-veranderde',
  measurement: 'meting-veranderde',
  unsure: 'metingen-spraken-elkaar-tegen',
  unseen: 'niet-gezien',
} as const
export const KINDS = { website: 'website', 'mail-domain': 'maildomein' } as const
export const MEANS = { check: 'meting', question: 'vraag', person: 'mens', entry: 'register' } as const
