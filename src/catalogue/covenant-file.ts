/** The shape of a covenant's template as policy officers write it, in Dutch, and how it becomes a CovenantTemplate. */
import { z } from 'zod'
import type { CovenantTemplate, TemplateArticle } from '../model/covenant.ts'

const PLACES = ['gemeente', 'groep', 'jaren', 'begin', 'einde', 'titel'] as const
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

export const CovenantFile = z.strictObject({
  id: name,
  titel: plain,
  versie: plain,
  voor: z.enum(['cluster', 'straat'], { error: 'verwacht: cluster of straat' }),
  omschrijving: plain,
  jaren: z.int('verwacht een heel aantal jaren').min(1).max(10),
  artikelen: z.array(ArticleFile).min(1, 'een convenant heeft minstens één artikel'),
  bijlage_2: z.array(ArticleFile).default([]),
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
})
