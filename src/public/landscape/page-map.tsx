/** The streets of the landscape on the map, with their figures in the table below it. */
import type { ThemeId } from '../../model/norm.ts'
import { Page } from '../../web/layout.tsx'
import { MapOf, type Ground } from '../../web/map/map.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { themeWord } from '../texts.ts'
import { says } from './messages.ts'
import { groupPath, keyOf, scoreIn, scoreOf, type Beside } from './parts.tsx'
import { hasFigures, middleOf } from './rules.ts'
import type { Standing } from './store.ts'

export function LandscapeMapPage({
  view,
  ground,
  spot,
  themes,
  streets,
  earlier,
}: Pick<Beside, 'earlier'> & {
  view: View
  ground: Ground
  /** `plek` of the address. */
  spot: string | null
  themes: readonly ThemeId[]
  streets: readonly Standing[]
}) {
  const t = says(view.lang)
  const placed = streets.flatMap((street) => {
    const at = middleOf(ground.background, street.name)
    return at
      ? [
          {
            id: keyOf(street).replaceAll(/[^A-Za-z0-9]+/g, '-'),
            title: street.name,
            at,
            kind: hasFigures(street) ? 0 : 1,
            to: href(view, groupPath(street)),
            cells: [
              street.organisations === null ? t.fewer : t.atLeast(street.organisations),
              ...themes.map((theme) => scoreIn(view, scoreOf({ earlier }, street, theme), street)),
            ],
          },
        ]
      : []
  })
  return (
    <Page
      scored
      view={view}
      title={t.map}
      crumbs={[
        { name: t.title, to: href(view, '/landschap') },
        { name: t.map, to: href(view, '/landschap/kaart') },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.map}</Heading>
        <Text lead>{t.how}</Text>
        <Text>
          {t.mapText} <Link to={href(view, '/landschap')}>{t.toList}</Link>
        </Text>
      </div>
      <MapOf
        {...ground}
        lang={view.lang}
        title={t.map}
        spot={spot}
        placed={placed}
        more={false}
        unplaced={streets.length - placed.length}
        kinds={[t.withFigures, t.withoutFigures]}
        columns={[t.street, t.count, ...themes.map((theme) => themeWord(view, theme))]}
        at={(plek) => href(view, '/landschap/kaart', plek === undefined ? {} : { plek })}
      />
    </Page>
  )
}
