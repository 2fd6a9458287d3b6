/** The shape of a covenant's template as policy officers write it, in Dutch, and how it becomes a CovenantTemplate. */
import { z } from 'zod'
import type { CovenantTemplate, PledgeExample, TemplateArticle } from '../model/covenant.ts'
import { STRENGTH_WORDS, SUBJECT_WORDS } from '../vocabulary/finding.ts'

const PLACES = ['gemeente', 'groep', 'jaren', 'begin', 'einde', 'titel'] as const
/** What can be counted: premises too, of which an inspection tells and no list that is read in. */
const UNITS = { ...SUBJECT_WORDS, pand: 'premises' } as const
const FOR = { cluster: 'cluster', straat: 'street' } as const

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'verwacht een korte naam van kleine letters en streepjes')
const plain = z.string().trim().min(1, 'hier hoort tekst te staan')
/** A text of the covenant: with places that are filled in when somebody begins one. */
const text = plain.superRefine((said, context) => {
  for (const [, place] of said.matchAll(/\{([^}]*)\}?/g))
    if (!PLACES.includes(place as never))
      context.addIssue({
        code: 'custom',
        message: `{${place}} is niet bekend; verwacht: ${PLACES.map((each) => `{${each}}`).join(', ')}`,
      })
})
const cluster = z.enum(['A', 'B', 'C', 'D'], {
  error: (issue) => `cluster "${String(issue.input)}" bestaat niet; verwacht: A, B, C, D`,
})
const Paragraph = z.union(
  [text, z.strictObject({ tekst: text, voor: z.array(cluster).min(1, 'noem minstens één cluster').optional() })],
  { error: 'verwacht een tekst, of tekst met voor welke clusters (voor: [C, D])' },
)
const ArticleFile = z.strictObject({
  id: name,
  titel: text,
  voor: z.array(cluster).min(1, 'noem minstens één cluster').optional(),
  leden: z.array(Paragraph).min(1, 'een artikel heeft minstens één lid'),
})

const oneOf = <const W extends Readonly<Record<string, unknown>>>(words: W) =>
  z.enum(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]], {
    error: (issue) => `"${String(issue.input)}" is niet bekend; verwacht: ${Object.keys(words).join(', ')}`,
  })
const METHODS = { bevindingen: 'findings', aantallen: 'counts' } as const
const DIRECTIONS = { omhoog: 'up', omlaag: 'down' } as const
const LEVELS = { samen: 'together', 'bij-naam': 'named' } as const
const percent = z.number().min(0).max(100)
const months = z.int().min(1).max(120)

const ExampleFile = z
  .strictObject({
    id: name,
    letter: z.string().regex(/^[A-Z]$/, 'verwacht één hoofdletter'),
    titel: plain,
    waarom: plain,
    normen: z.array(plain).min(1, 'noem minstens één norm'),
    hoe: oneOf(METHODS),
    eenheid: oneOf(UNITS).optional(),
    eenheid_woorden: plain,
    regels: z
      .array(z.strictObject({ minstens: percent, criteria: z.array(plain).min(1, 'noem minstens één criterium') }))
      .max(2, 'hoogstens twee regels: de gewone, en een die in plaats daarvan mag')
      .default([]),
    criterium: plain.optional(),
    richting: oneOf(DIRECTIONS),
    stappen: z.array(z.strictObject({ maand: months, waarde: percent })).default([]),
    doel: percent,
    maanden: months,
    kracht: oneOf(STRENGTH_WORDS),
    bewijs: plain,
    publicatie: oneOf(LEVELS),
    let_op: plain.default(''),
    clusters: z.array(cluster).default([]),
  })
  .refine(({ hoe, regels, eenheid }) => hoe !== 'bevindingen' || (regels.length > 0 && eenheid !== undefined), {
    error: 'wie bevindingen volgt, noemt een eenheid en minstens één regel',
  })
  .refine(({ hoe, criterium }) => (hoe === 'aantallen') === (criterium !== undefined), {
    error: 'wie aantallen volgt, noemt het criterium waar die over gaan, en niemand anders',
  })

export const CovenantFile = z.strictObject({
  id: name,
  titel: plain,
  versie: plain,
  voor: z.enum(['cluster', 'straat'], { error: 'verwacht: cluster of straat' }),
  omschrijving: plain,
  jaren: z.int('verwacht een heel aantal jaren').min(1).max(10),
  artikelen: z.array(ArticleFile).min(1, 'een convenant heeft minstens één artikel'),
  bijlage_2: z.array(ArticleFile).default([]),
  afspraken: z.array(ExampleFile).default([]),
})
export type CovenantFile = z.infer<typeof CovenantFile>

const articleOf = ({ id, titel, voor = [], leden }: z.infer<typeof ArticleFile>): TemplateArticle => ({
  id,
  title: titel,
  clusters: voor,
  paragraphs: leden.map((each) =>
    typeof each === 'string' ? { text: each, clusters: [] } : { text: each.tekst, clusters: each.voor ?? [] },
  ),
})

const exampleOf = (file: z.infer<typeof ExampleFile>): PledgeExample => ({
  id: file.id,
  letter: file.letter,
  title: file.titel,
  why: file.waarom,
  careful: file.let_op,
  norms: file.normen,
  method: METHODS[file.hoe],
  unit: file.eenheid === undefined ? 'total' : UNITS[file.eenheid],
  unitWords: file.eenheid_woorden,
  rules: file.regels.map(({ minstens, criteria }) => ({ criteria, atLeast: minstens / 100 })),
  criterion: file.criterium ?? null,
  direction: DIRECTIONS[file.richting],
  steps: file.stappen.map(({ maand, waarde }) => ({ month: maand, value: waarde / 100 })),
  target: file.doel / 100,
  months: file.maanden,
  proof: file.bewijs,
  least: STRENGTH_WORDS[file.kracht],
  level: LEVELS[file.publicatie],
  clusters: file.clusters,
})

/** A template from its file; `version` is that of the file with the hash of its content. */
export const templateOf = (file: CovenantFile, version: string): CovenantTemplate => ({
  id: file.id,
  version,
  title: file.titel,
  for: FOR[file.voor],
  about: file.omschrijving,
  years: file.jaren,
  articles: file.artikelen.map(articleOf),
  exercises: file.bijlage_2.map(articleOf),
  pledges: file.afspraken.map(exampleOf),
})
