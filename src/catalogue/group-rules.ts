/** Reads the rules that propose a cluster for an organisation without a self-check, once, at start. */
import { z } from 'zod'
import type { GroupRule } from '../model/group.ts'
import type { Size } from '../model/subject.ts'
import { CLUSTERS } from '../vocabulary/group.ts'
import { oneOf, text } from './words.ts'
import { DataMistakes, readYaml } from './yaml-file.ts'

const SIZES: Readonly<Record<string, Size>> = { micro: 'micro', klein: 'small', midden: 'medium', groot: 'large' }

const RuleFile = z
  .strictObject({
    groep: z.enum(CLUSTERS, { error: `verwacht een van: ${CLUSTERS.join(', ')}` }),
    overheid: z.boolean().optional(),
    soort: z.array(text).default([]),
    grootte: z.array(oneOf(SIZES)).default([]),
    waarom: text,
  })
  .refine(({ overheid, soort, grootte }) => overheid !== undefined || soort.length > 0 || grootte.length > 0, {
    error: 'noem waar de regel naar kijkt: overheid, soort of grootte',
  })
const RulesFile = z.strictObject({ regels: z.array(RuleFile) })

/** Throws DataMistakes with file, line and what was expected. */
export function readGroupRules(file: string): readonly GroupRule[] {
  const { value, mistakes } = readYaml(file, RulesFile, 'lists/groepen.yaml')
  if (!value) throw new DataMistakes(mistakes)
  return value.regels.map(({ groep, overheid, soort, grootte, waarom }) => ({
    cluster: groep,
    publicBody: overheid,
    kinds: soort.map((kind) => kind.toLowerCase()),
    sizes: grootte.map((word) => SIZES[word]!),
    why: waarom,
  }))
}
