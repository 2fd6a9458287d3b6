/** The shape of a file with requirements as policy officers and buyers write it, in Dutch, and what it becomes. */
import { z } from 'zod'
import type { Requirement } from '../model/requirement.ts'
import { oneOf, text } from './words.ts'

const KINDS = {
  geschiktheid: 'suitability',
  selectie: 'selection',
  eis: 'requirement',
  gunningswens: 'award',
  contractbepaling: 'contract',
} as const
const DUES = { inschrijving: 'bid', gunning: 'award', oplevering: 'delivery', jaarlijks: 'yearly' } as const
const PRODUCTS = {
  dienst: 'service',
  programma: 'software',
  website: 'website',
  apparaten: 'devices',
  opdracht: 'assignment',
} as const
const DATA = { openbaar: 'public', intern: 'internal', vertrouwelijk: 'confidential', geheim: 'secret' } as const
const CRITICALITY = { laag: 'low', midden: 'middle', hoog: 'high' } as const
export const TRAIT_WORDS = {
  persoonsgegevens: 'personal-data',
  algoritme: 'algorithm',
  website: 'website',
  stadsgegevens: 'city-data',
  opslag: 'hosting',
  koppelingen: 'links',
  archief: 'records',
  maatwerk: 'made-for-us',
} as const

type Words<W extends Readonly<Record<string, string>>> = { readonly [K in keyof W]: W[K] }
const word = <W extends Readonly<Record<string, string>>>(words: Words<W>) =>
  oneOf(words).transform((said) => words[said as keyof W] as W[keyof W])
export const traitWord = word(TRAIT_WORDS)
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'verwacht een korte naam van kleine letters en streepjes')
const some = <S extends z.ZodType>(each: S) => z.array(each).min(1, 'noem er minstens één, of laat de regel weg')

const RequirementFile = z.strictObject({
  id: slug,
  versie: z.int('verwacht een heel getal vanaf 1').min(1),
  titel: text,
  norm: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'verwacht een kenmerk zoals PRV-01'),
  criterium: text.optional(),
  soort: word(KINDS),
  niveau: z
    .strictObject({ basis: text.optional(), significant: text.optional(), ambitieus: text.optional() })
    .refine((levels) => Object.values(levels).some((each) => each !== undefined), {
      error: 'schrijf de tekst bij minstens één niveau: basis, significant of ambitieus',
    }),
  waarom: text,
  verband: text,
  bewijs: text,
  gelijkwaardig: text,
  wanneer: word(DUES),
  controle: text,
  geldig_maanden: z.int('verwacht een heel getal van 1 tot en met 60').min(1).max(60),
  niet_nagekomen: text,
  gibit: z.strictObject({ over: text, hoe: z.enum(['vult-in', 'wijkt-af'], 'verwacht: vult-in, wijkt-af') }).optional(),
  mcc_ai: text.optional(),
  geldt_bij: z
    .strictObject({
      product: some(word(PRODUCTS)).optional(),
      gegevens: some(word(DATA)).optional(),
      belang: some(word(CRITICALITY)).optional(),
      kenmerken: z.array(traitWord).default([]),
    })
    .default({ kenmerken: [] }),
  voor_jurist: text.optional(),
  openacr: z.boolean().default(false),
  overstap: z.boolean().default(false),
})
export const PartFile = z.strictObject({
  deel: slug,
  titel: text,
  uitleg: text,
  eisen: z.array(RequirementFile).min(1, 'een deel heeft minstens één eis'),
})
export type PartFile = z.infer<typeof PartFile>

/** What holds for every annex: terms, open standards, the model of a processor agreement. */
export const FrameFile = z.strictObject({
  volgorde: z.array(slug).min(1),
  voorwaarden: z.array(z.strictObject({ id: slug, titel: text, versie: text, url: z.url() })).min(1),
  verwerkersmodel: z.strictObject({ titel: text, url: z.url(), licentie: text }),
  standaarden: z.array(
    z.strictObject({ naam: text, over: text, status: text, kenmerken: z.array(traitWord).default([]) }),
  ),
  voor_jurist: z.array(text).default([]),
})

/** A requirement from its lines in a file. */
export function requirementOf(part: string, file: PartFile['eisen'][number]): Requirement {
  const { basis, significant, ambitieus } = file.niveau
  return {
    id: file.id,
    wording: file.versie,
    part,
    title: file.titel,
    norm: file.norm,
    criterion: file.criterium === undefined ? undefined : `${file.norm}.${file.criterium}`,
    kind: file.soort,
    texts: {
      ...(basis === undefined ? {} : { basic: basis }),
      ...(significant === undefined ? {} : { significant }),
      ...(ambitieus === undefined ? {} : { ambitious: ambitieus }),
    },
    proportionate: file.waarom,
    link: file.verband,
    proof: file.bewijs,
    equal: file.gelijkwaardig,
    due: file.wanneer,
    checked: file.controle,
    validMonths: file.geldig_maanden,
    onBreach: file.niet_nagekomen,
    gibit: file.gibit && { about: file.gibit.over, how: file.gibit.hoe === 'vult-in' ? 'fills' : 'departs' },
    mccAi: file.mcc_ai,
    when: {
      products: file.geldt_bij.product,
      data: file.geldt_bij.gegevens,
      criticality: file.geldt_bij.belang,
      traits: file.geldt_bij.kenmerken,
    },
    forLawyer: file.voor_jurist,
    report: file.openacr,
    exit: file.overstap,
  }
}
