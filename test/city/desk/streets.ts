/** Reads the streets of the demo and the rounds in which people walked them. */
import path from 'node:path'
import { z } from 'zod'
import { DataMistakes, readYaml } from '../../../src/catalogue/yaml-file.ts'

const text = z.string().min(2)
const when = z.union([
  z.strictObject({ over_dagen: z.int().positive() }),
  z.strictObject({ dagen_geleden: z.int().positive() }),
])
const answers = z.record(z.string(), text)
const seen = z.strictObject({
  /** What differs from what is usual: of both, or of each of the two. */
  anders: z.array(answers).min(1).max(2),
  opmerking: text.optional(),
  /** What holds where they differ, and why. */
  gekozen: z.record(z.string(), z.tuple([text, text])).default({}),
  reactie: text.optional(),
  /** Who of the premises wants it to be named. */
  met_naam: text.optional(),
  /** Only this inspector was there so far. */
  alleen: z.string().optional(),
})
const round = z.strictObject({
  begin: when,
  einde: when,
  schouwers: z.tuple([text, text]),
  beslist: text.optional(),
  openbaar: z.strictObject({ door: text, op: when }).optional(),
  gesloten: z.boolean(),
  /** All of the street when left out. */
  panden: z.array(text).optional(),
  gezien: z.record(z.string(), seen),
})
const street = z.strictObject({
  straat: text,
  door: text,
  panden: z.array(z.strictObject({ naam: text, adres: text, plaats: z.tuple([z.number(), z.number()]) })),
  gewoon: answers,
  rondes: z.array(round),
})
export type DemoStreet = z.infer<typeof street>
export type DemoRound = z.infer<typeof round>
export type DemoSeen = z.infer<typeof seen>

/** All streets. Throws DataMistakes with file and line. */
export function readStreets(dir: string): readonly DemoStreet[] {
  const { value, mistakes } = readYaml(path.join(dir, 'straten.yaml'), z.array(street), 'test/city/desk/straten.yaml')
  if (value === undefined || mistakes.length > 0) throw new DataMistakes(mistakes)
  return value
}
