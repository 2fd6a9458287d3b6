/** The shape of a source as editors write it, in norms/catalogus.yaml or as a decision of the municipality itself. */
import { z } from 'zod'
import type { Source } from '../model/norm.ts'
import { oneOf, text, two } from './words.ts'

const KINDS = { wet: 'law', kader: 'framework', voorbeeld: 'example' } as const
const STATUSES = { geldt: 'in-force', stapsgewijs: 'in-steps', aangenomen: 'adopted', vervallen: 'ended' } as const

const date = z.iso.date('verwacht een datum als 2026-08-15')

export const SourceFile = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9]+$/, 'verwacht een kenmerk van hoofdletters, zoals AVG'),
    titel: text,
    url: text,
    soort: oneOf(KINDS),
    status: oneOf(STATUSES),
    geldig_vanaf: date.optional(),
    geldig_tot: date.optional(),
    datum_beoogd: z.boolean().default(false),
    opvolger: text.optional(),
    stand: text,
    stand_en: text.optional(),
    herinneringen: z
      .array(
        z.strictObject({
          datum: date,
          wat: two,
          normen: z.array(text).default([]),
          beoogd: z.boolean().default(false),
        }),
      )
      .default([]),
    nagegaan_op: date.optional(),
    controle: z.enum(['gelezen', 'kennis'], 'verwacht: gelezen, kennis'),
    voor_jurist: z.array(two).default([]),
  })
  .superRefine((file, context) => {
    const tell = (at: string, message: string) => context.addIssue({ code: 'custom', path: [at], message })
    if (file.soort === 'wet' && file.geldig_vanaf === undefined)
      tell('titel', 'een wet heeft een datum: geldig_vanaf ontbreekt')
    if (file.soort === 'wet' && file.nagegaan_op === undefined)
      tell('titel', 'van een wet staat er wanneer de tekst is nagegaan: nagegaan_op ontbreekt')
    if (file.status === 'vervallen' && file.geldig_tot === undefined)
      tell('status', 'van wat is vervallen staat er tot wanneer het gold: geldig_tot ontbreekt')
    if (file.geldig_tot !== undefined && (file.geldig_vanaf ?? '') > file.geldig_tot)
      tell('geldig_tot', 'geldig_tot ligt vóór geldig_vanaf')
    if (file.opvolger === file.id) tell('opvolger', 'een bron volgt zichzelf niet op')
    outOfTime(file).forEach(([at, message]) => tell(at, message))
  })
export type SourceFile = z.infer<typeof SourceFile>

type InTime = {
  readonly status: string
  readonly geldig_vanaf?: string | undefined
  readonly geldig_tot?: string | undefined
  readonly nagegaan_op?: string | undefined
}

/** Where the status says something else than the dates do, on the day that somebody looked. */
function outOfTime({ status, geldig_vanaf: from, geldig_tot: until, nagegaan_op: on }: InTime): [string, string][] {
  if (on === undefined) return []
  const holds = status === 'geldt' || status === 'stapsgewijs'
  return [
    ...(holds && from !== undefined && from > on
      ? [`${status}, maar op ${on} gold dit nog niet: zie geldig_vanaf`]
      : []),
    ...(holds && until !== undefined && until < on
      ? [`${status}, maar op ${on} gold dit niet meer: zie geldig_tot`]
      : []),
    ...(status === 'aangenomen' && from !== undefined && from <= on
      ? [`aangenomen, maar op ${on} was de dag van ingaan al geweest: zie geldig_vanaf`]
      : []),
    ...(status === 'vervallen' && until !== undefined && until >= on
      ? [`vervallen, maar op ${on} gold dit nog: zie geldig_tot`]
      : []),
  ].map((told) => ['status', told])
}

/** A decision that the municipality itself adopted, and the norms that rest on it. */
export const DecisionFile = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]+$/, 'verwacht een kenmerk van hoofdletters, zoals VISIE'),
  titel: text,
  orgaan: text,
  datum: date,
  url: text,
  normen: z.array(z.strictObject({ norm: text, onderdeel: text })).min(1, 'noem minstens één norm'),
})
export type DecisionFile = z.infer<typeof DecisionFile>

/** A Source from its file. */
export const sourceOf = (file: SourceFile): Source => ({
  id: file.id,
  title: file.titel,
  url: file.url,
  state: file.stand,
  stateEnglish: file.stand_en,
  verified: file.controle === 'gelezen',
  kind: KINDS[file.soort as keyof typeof KINDS],
  status: STATUSES[file.status as keyof typeof STATUSES],
  since: file.geldig_vanaf,
  until: file.geldig_tot,
  intended: file.datum_beoogd,
  successor: file.opvolger,
  reminders: file.herinneringen.map(({ datum, wat, normen, beoogd }) => ({
    on: datum,
    what: wat,
    norms: normen,
    intended: beoogd,
  })),
  checkedOn: file.nagegaan_op,
  forLawyer: file.voor_jurist,
})

/** The municipality's own decision as a Source. */
export const decisionOf = ({ id, titel, orgaan, datum, url }: DecisionFile): Source => ({
  id,
  title: titel,
  url,
  state: `Vastgesteld door ${orgaan}.`,
  verified: true,
  kind: 'decision',
  status: 'in-force',
  since: datum,
  checkedOn: datum,
})
