/** The finder on a map, with all that is on it in the table below. */
import { degreesOfGrid } from '../../lib/rijksdriehoek.ts'
import { Page } from '../../web/layout.tsx'
import { ListOrMap, MapOf, type Ground } from '../../web/map/map.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { queryOf, type AskedFor } from './asked.ts'
import { says } from './messages.ts'
import { crumbsTo } from './page-find.tsx'
import { HelpSearch } from './search.tsx'
import { pathOf, standingOn } from './shown.ts'
import type { Found } from './store.ts'

type Props = {
  readonly view: View
  readonly asked: AskedFor
  readonly districts: readonly string[]
  readonly problem: string | undefined
  readonly found: { readonly total: number; readonly unplaced: number; readonly rows: readonly Found[] }
  readonly ground: Ground
  /** `plek` of the address. */
  readonly spot: string | null
  readonly today: string
  /** The clock here, `21:05`. */
  readonly time: string
}

export function FindMapPage({ view, asked, districts, problem, found, ground, spot, today, time }: Props) {
  const t = says(view.lang)
  const at = (plek?: string) => href(view, '/leren/hulp', { ...queryOf(asked), weergave: 'kaart', plek })
  const placed = found.rows.map((each) => {
    const { lon, lat } = degreesOfGrid(each.x!, each.y!)
    const { today: slots, next } = standingOn(each, today, time)
    return {
      id: `${each.kind}-${each.no}`,
      title: each.title,
      at: [lon, lat] as const,
      kind: each.open ? 0 : each.kind === 'place' ? 1 : 2,
      to: href(view, pathOf(each)),
      cells: [
        each.kind === 'place' ? t.isPlace : t.isCourse,
        each.district,
        slots.length > 0 ? t.openToday(slots) : next === undefined ? t.noNext : t.nextOn(next.on, next.slots),
      ],
    }
  })
  return (
    <Page view={view} title={t.mapTitle} crumbs={[...crumbsTo(view), { name: t.mapTitle, to: at() }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.mapTitle}</Heading>
        <Text lead>{t.mapLead}</Text>
      </div>
      <HelpSearch {...{ view, asked, districts, problem }} map />
      <ListOrMap lang={view.lang} list={href(view, '/leren/hulp', queryOf(asked))} map={at()} here="map" />
      <MapOf
        {...ground}
        lang={view.lang}
        title={t.mapTitle}
        spot={spot}
        placed={placed}
        more={found.total > placed.length}
        total={found.total}
        unplaced={found.unplaced}
        kinds={[t.kindToday, t.kindPlace, t.kindCourse]}
        columns={[t.column.name, t.column.kind, t.column.where, t.column.when]}
        at={at}
      />
    </Page>
  )
}
