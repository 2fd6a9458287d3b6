/** What to know before a campaign is fixed: what it can show at all, and steps about something else. Pure. */
import type { Norm } from '../../model/norm.ts'
import { leastOf } from '../../scoring/campaign-draws.ts'
import { ALPHA, FEWEST_KNOWN, type CampaignUnit } from '../../vocabulary/campaign.ts'
import { clustersOf, type Meant, type Written } from './rules.ts'

/** What to know before it is fixed: what this can show at all. Empty: nothing stands in the way. */
export function cautionsOf({ members }: Pick<Meant, 'members'>, unit: CampaignUnit): readonly string[] {
  const clusters = clustersOf(members)
  const halves = new Map(
    [...Map.groupBy(clusters, ({ stratum }) => stratum)].map(([stratum, these]) => [
      stratum,
      { first: Math.floor(these.length / 2), place: 0 },
    ]),
  )
  const drawn = clusters.map(({ stratum }) => {
    const half = halves.get(stratum)!
    half.place += 1
    return { stratum, first: half.place <= half.first }
  })
  const met = members.filter(({ before }) => before).length
  const sizes = clusters.map(({ label }) => members.filter(({ cluster }) => cluster === label).length)
  return [
    ...(clusters.length < 2 || leastOf(drawn) >= ALPHA
      ? [
          'Er zijn te weinig loten. Wat er ook uitkomt, het is te weinig om iets te zeggen. ' +
            (unit === 'organisation' ? 'Kies een groep met meer organisaties.' : 'Loot per organisatie.'),
        ]
      : []),
    ...(members.length < 2 * FEWEST_KNOWN
      ? [`Er doen minder dan ${2 * FEWEST_KNOWN} organisaties mee. Dat is te weinig om iets te zeggen.`]
      : []),
    ...(Math.max(0, ...sizes) > members.length / 2
      ? ['Eén lot is groter dan alle andere samen. De groepen worden dan ongelijk.']
      : []),
    ...(members.length > 0 && met > MUCH_MET * members.length
      ? [
          `Er voldoen al ${met} van de ${members.length}. Er valt weinig te winnen: ` +
            'kies een ander doel of een andere groep.',
        ]
      : []),
  ]
}
/** Where more than this part meets the aim already, hardly any campaign can show a difference. */
const MUCH_MET = 2 / 3

/** What is named by letters, such as DMARC. */
const lettersIn = (text: string): readonly string[] => text.match(/\b[A-Z]{3,}(?:-[A-Z]+)?\b/g) ?? []
/** Steps that speak of a point of the norm that was not chosen: by its own first step, or by its letters. */
export function strayStepsOf(
  { steps, criteria }: Pick<Written, 'steps' | 'criteria'>,
  norm: Pick<Norm, 'criteria' | 'label'> | undefined,
): readonly string[] {
  const of = Map.groupBy(norm?.criteria ?? [], ({ id }) => criteria.includes(id))
  const [chosen, others] = [of.get(true) ?? [], of.get(false) ?? []]
  const named = (some: typeof chosen) => new Set(some.flatMap(({ title }) => lettersIn(title.nl)))
  const ours = named(chosen)
  return steps.flatMap((step, at) => {
    const own = chosen.some(({ firstStep }) => firstStep === step)
    const letters = [...named(others)].find((each) => !ours.has(each) && lettersIn(step).includes(each))
    const other = others.find(({ firstStep }) => firstStep === step)
    const about = letters ?? (own ? undefined : other?.title.nl)
    return about === undefined ? [] : [`Stap ${at + 1} gaat over ${about}. Dat punt koos u niet.`]
  })
}
