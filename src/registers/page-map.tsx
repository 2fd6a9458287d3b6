/** What of a register is where: the map of the desk, with the question that its list was asked. */
import type { Tx } from '../db/as.ts'
import { backgroundOf } from '../db/map-background.ts'
import { DeskPage } from '../web/desk/page.tsx'
import { missing, page, type Route } from '../web/desk/route.ts'
import { edgesOf, frameOf } from '../web/map/frame.ts'
import { ListOrMap, MapOf, MOST_SPOTS } from '../web/map/map.tsx'
import { Heading, Link, Text } from '../web/parts.tsx'
import { addressOf, askedOf } from './asked.ts'
import { listed } from './columns.ts'
import { crumbsTo, placeOf, type On } from './here.ts'
import { namesOf } from './links-store.ts'
import { entriesOnMap } from './list-store.ts'
import { headsOf, kindsOf, placed, placeField } from './places.ts'

/** The map with the question of an address of the list. */
export const mapAddress = (list: string): string => list.replace(/(?=\?|$)/, '/kaart')

export const mapRoutes = (on: On): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/registers/:register/kaart',
    may: 'register.read',
    answer: on.in(async ({ tx, municipality, query, view }, register) => {
      const field = placeField(register)
      if (field === undefined) return missing
      const asked = askedOf(register, query)
      const list = addressOf(register, { ...asked, page: 1 })
      const spot = query.get('plek')
      const frame = frameOf(spot)
      const within = { field: field.id, edges: frame && edgesOf(frame), most: MOST_SPOTS }
      const { rows, none } = await entriesOnMap(tx, municipality.id, register, asked, within)
      const shown = rows.slice(0, MOST_SPOTS)
      const values = shown.map((entry) => entry.values)
      const names = await namesOf(tx, municipality.id, on.house, listed(register), values)
      const title = `${register.title}: kaart`
      const at = (plek?: string) => {
        const to = mapAddress(list)
        return plek === undefined ? to : `${to}${to.includes('?') ? '&' : '?'}plek=${plek}`
      }
      return page(
        <DeskPage view={view} title={title} crumbs={crumbsTo(register)} wide>
          <Heading level={1}>{title}</Heading>
          <ListOrMap lang="nl" list={list} map={at()} here="map" />
          {list.includes('?') ? (
            <Text>
              De kaart toont wat u in de lijst zocht. <Link to={mapAddress(placeOf(register))}>Toon alles</Link>
            </Text>
          ) : null}
          <MapOf
            lang="nl"
            title={title}
            background={await backgroundOf(tx, municipality.id)}
            tiles={undefined}
            spot={spot}
            placed={shown.flatMap(
              (entry) => placed(register, 'nl', placeOf(register, entry), entry, () => names) ?? [],
            )}
            more={rows.length > MOST_SPOTS}
            unplaced={none}
            kinds={kindsOf(register, 'nl')}
            columns={headsOf(register, 'nl')}
            at={at}
          />
        </DeskPage>,
      )
    }),
  },
]
