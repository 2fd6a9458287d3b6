/** What of a register is where, on a map, with the same search as its list. */
import type { Register } from '../../model/register.ts'
import { headsOf, kindsOf } from '../../registers/places.ts'
import { Page } from '../../web/layout.tsx'
import { MapOf, type Ground, type Placed } from '../../web/map/map.tsx'
import { mapWords } from '../../web/map/words.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { Asked } from '../listed.ts'
import { crumb, type Noun } from './noun-parts.ts'
import { SearchIn, Ways } from './page-lists.tsx'

export function RegisterMapPage({
  view,
  noun,
  register,
  asked,
  spot,
  spots,
  ground,
  more,
  none,
}: {
  view: View
  noun: Noun
  register: Register
  asked: Asked
  /** `plek` of the address. */
  spot: string | null
  spots: readonly Placed[]
  ground: Ground
  more: boolean
  /** How many have no place on the map. */
  none: number
}) {
  const title = noun.title[view.lang]
  const on = `${title}: ${mapWords(view.lang).map.toLowerCase()}`
  const { plek: _, ...kept } = Object.fromEntries(asked.query)
  return (
    <Page view={view} title={on} crumbs={[crumb(view), { name: title, to: href(view, noun.path) }]}>
      <div className="ld-opening">
        <Heading level={1}>{on}</Heading>
        <Text lead>{noun.intro[view.lang]}</Text>
      </div>
      <SearchIn view={view} noun={noun} register={register} asked={asked}>
        <input type="hidden" name="weergave" value="kaart" />
        {spot === null ? null : <input type="hidden" name="plek" value={spot.slice(0, 60)} />}
      </SearchIn>
      <Ways view={view} noun={noun} asked={asked} here="map" />
      <MapOf
        {...ground}
        lang={view.lang}
        title={on}
        spot={spot}
        placed={spots}
        more={more}
        unplaced={none}
        kinds={kindsOf(register, view.lang)}
        columns={headsOf(register, view.lang)}
        at={(plek) => href(view, noun.path, { ...kept, weergave: 'kaart', plek })}
      />
    </Page>
  )
}
