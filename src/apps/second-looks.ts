/** How a worsening is looked at again, as the settings say. */
import { APART } from '../scoring/settle.ts'
import type { LookPlan } from '../features/scans/second-look-store.ts'
import { Trouble } from '../lib/trouble.ts'

/** Second looks in a day, of the whole installation, when nothing was set. */
const PER_DAY = 200

/** Throws Trouble for a setting that cannot be used. */
export const lookPlan = (env: NodeJS.ProcessEnv = process.env): LookPlan => ({
  hours: numberIn('LEIDRAAD_NAMETEN_UREN', env['LEIDRAAD_NAMETEN_UREN'] || APART.usual, APART.least, APART.most),
  perDay: numberIn('LEIDRAAD_NAMETEN_PER_DAG', env['LEIDRAAD_NAMETEN_PER_DAG'] || PER_DAY, 1, 10_000),
})

function numberIn(name: string, set: string | number, least: number, most: number): number {
  const value = /^\d{1,5}$/.test(String(set)) ? Number(set) : Number.NaN
  if (!(value >= least && value <= most))
    throw new Trouble(`${name} is "${set}"; verwacht een getal van ${least} tot en met ${most}`)
  return value
}
