/** Where the premises are that want to be named, for who likes a map; the list below it says the same. */
import type { Background } from '../../model/map.ts'
import { around } from '../../web/map/frame.ts'
import { marksOf } from '../../web/map/marks.ts'
import { Picture } from '../../web/map/picture.tsx'
import type { View } from '../../web/view.ts'
import type { PublicPremises } from './store.ts'

/** Metres around the middle of a street. */
const WIDE = 700

type Props = {
  readonly view: View
  readonly named: readonly PublicPremises[]
  readonly background: Background | undefined
  readonly label: string
}

export function StreetMap({ view, named, background, label }: Props) {
  const spots = named.flatMap(({ premises, name, lon, lat }) =>
    lon === null || lat === null ? [] : [{ id: premises, title: name, kind: 0, at: [lon, lat] as const }],
  )
  if (spots.length === 0) return null
  const middle = [0, 1].map((axis) => spots.reduce((sum, { at }) => sum + at[axis]!, 0) / spots.length)
  const frame = around([middle[0]!, middle[1]!], WIDE)
  return (
    <div className="ld-mapped ld-mapped--small">
      <Picture
        lang={view.lang}
        {...{ frame, background, label }}
        tiles={view.tiles}
        kinds={[label]}
        marks={marksOf(frame, spots)}
        narrow={undefined}
      />
    </div>
  )
}
