/** Published tests and regulations in the words of the API, which are Dutch. */
import { z } from '@hono/zod-openapi'
import type { Block } from '../../model/document.ts'
import type { FullToets, Regulation, Toets } from './store.ts'

const KINDS = { regulation: 'regeling', proposal: 'beleidsvoorstel', product: 'digitaal-product' } as const

export const ToetsSchema = z
  .strictObject({
    nummer: z.int(),
    kenmerk: z.string().openapi({ example: 'IT-2026-0014' }),
    versie: z.int(),
    soort: z.enum(Object.values(KINDS) as [string, ...string[]]),
    titel: z.string(),
    uitkomst: z.string(),
    advies: z.string().nullable(),
    afwijkingen: z.int(),
    besluitOp: z.iso.date(),
    gepubliceerdOp: z.iso.datetime(),
  })
  .openapi('Toets')
const BlockSchema = z.union([
  z.strictObject({ tekst: z.string() }),
  z.strictObject({ punten: z.array(z.string()) }),
  z.strictObject({ bijschrift: z.string(), koppen: z.array(z.string()), rijen: z.array(z.array(z.string())) }),
])
export const FullToetsSchema = z
  .strictObject({
    nummer: z.int(),
    kenmerk: z.string(),
    versie: z.int(),
    soort: z.string(),
    titel: z.string(),
    gemeente: z.string(),
    uitkomst: z.string(),
    advies: z.string().nullable(),
    afwijkingen: z.int(),
    besluitOp: z.iso.date(),
    gepubliceerdOp: z.iso.datetime(),
    voorgesteldDoor: z.string(),
    goedgekeurdDoor: z.string(),
    onderdelen: z.array(
      z.strictObject({
        id: z.string(),
        titel: z.string(),
        velden: z.array(
          z.strictObject({
            id: z.string(),
            titel: z.string(),
            inhoud: z.array(BlockSchema),
            weggelaten: z.strictObject({ grond: z.string(), reden: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  })
  .openapi('ToetsVolledig')
export const RegulationSchema = z
  .strictObject({
    werk: z.string(),
    titel: z.string(),
    soort: z.string(),
    adres: z.string().nullable(),
    inWerkingOp: z.iso.date().nullable(),
    getoetstOp: z.iso.date().nullable(),
    toets: z.int().nullable(),
    opnieuwVoor: z.iso.date().nullable(),
  })
  .openapi('Regeling')

/** A published test in a line, as the API and the files give it. */
export const toetsShort = (row: Toets): z.infer<typeof ToetsSchema> => ({
  nummer: row.no,
  kenmerk: row.number,
  versie: row.version,
  soort: KINDS[row.kind],
  titel: row.title,
  uitkomst: row.outcome,
  advies: row.advice,
  afwijkingen: row.deviations,
  besluitOp: row.decidedOn,
  gepubliceerdOp: row.publishedAt.toISOString(),
})
const blockOf = (block: Block): z.infer<typeof BlockSchema> =>
  block.kind === 'text'
    ? { tekst: block.text }
    : block.kind === 'list'
      ? { punten: [...block.items] }
      : { bijschrift: block.caption, koppen: [...block.head], rijen: block.rows.map((row) => [...row]) }
/** The whole of it. */
export const toetsInFull = ({
  no,
  version,
  publishedAt,
  by,
  second,
  document,
}: FullToets): z.infer<typeof FullToetsSchema> => ({
  nummer: no,
  kenmerk: document.number,
  versie: version,
  soort: document.kind,
  titel: document.title,
  gemeente: document.municipality,
  uitkomst: document.outcome,
  advies: document.advice,
  afwijkingen: document.deviations,
  besluitOp: document.decidedOn,
  gepubliceerdOp: publishedAt.toISOString(),
  voorgesteldDoor: by,
  goedgekeurdDoor: second,
  onderdelen: document.sections.map(({ id, title, fields }) => ({
    id,
    titel: title,
    velden: fields.map((field) => ({
      id: field.id,
      titel: field.title,
      inhoud: field.blocks.map(blockOf),
      weggelaten: field.omitted && { grond: field.omitted.ground, reden: field.omitted.reason },
    })),
  })),
})
/** A regulation, as the API and the files give it. */
export const regulationOf = (row: Regulation): z.infer<typeof RegulationSchema> => ({
  werk: row.work,
  titel: row.title,
  soort: row.kind,
  adres: row.url,
  inWerkingOp: row.inForceOn,
  getoetstOp: row.testedOn,
  toets: row.toets,
  opnieuwVoor: row.dueOn,
})
