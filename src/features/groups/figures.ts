/** The figures of a group: what its organisations miss, and which norms would help most. */
import type { Tx } from '../../db/as.ts'
import type { Group, NormHelp, Reach, SpearpointFigures } from '../../model/group.ts'
import { helpOf } from '../../scoring/helped.ts'
import type { Asked } from '../../web/desk/route.ts'
import type { GroupTools } from './deps.ts'
import type { Keep } from './kept.ts'
import { meansOf, newestPublication, reachOf } from './figures-store.ts'

/** How many norms are proposed. */
export const PROPOSED = 3

export type Figures = { readonly reaches: readonly Reach[]; readonly helps: readonly NormHelp[] }

/** As they are on the day of asking; `keep`: out of what is kept of them. */
export async function figuresOf(
  { tx, municipality, today }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'today'>,
  { catalogue, questionnaire }: GroupTools,
  group: Group,
  keep: Keep = (_, reckon) => reckon(),
): Promise<Figures> {
  const reaches = await keep(`reach ${group.kind} ${group.name}`, () =>
    reachOf(tx, { municipality: municipality.id, group, catalogue, today }),
  )
  const means = await meansOf(tx, group, Number(today.slice(0, 4)))
  return { reaches, helps: helpOf(catalogue, group, reaches, { questionnaire, means }) }
}

/** What is kept with a choice: the figures of the norm as they are now. */
export async function figuresFor(
  { tx, municipality, today }: Pick<Asked<Tx>, 'tx' | 'municipality' | 'today'>,
  { helps }: Figures,
  norm: string,
  organisations: number,
): Promise<SpearpointFigures> {
  const place = helps.findIndex((each) => each.norm === norm)
  const help = helps[place]
  return {
    on: today,
    publication: await newestPublication(tx, municipality.id),
    organisations,
    known: help?.criteria[0]?.known ?? 0,
    reach: help?.criteria[0]?.reach ?? 0,
    help: help?.help ?? 0,
    place: place < 0 || place >= PROPOSED ? null : place + 1,
    criteria: help?.criteria ?? [],
  }
}
