/** How others met a norm, beside how it is done; with the way to tell it oneself. */
import { Link, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE, Practices, SHARE } from './pages.tsx'
import type { Row } from './store.ts'

type Props = {
  readonly view: View
  readonly norm: string
  readonly rows: readonly Row[]
  readonly total: number
  readonly door: boolean
}

export function OthersDidIt({ view, norm, rows, total, door }: Props) {
  const t = says(view.lang)
  const now = { ...view, publication: undefined }
  return (
    <Section id="anderen" title={t.others}>
      {rows.length === 0 ? <Text>{t.othersNone}</Text> : <Practices view={view} rows={rows} />}
      {total > rows.length ? (
        <Text>
          <Link to={href(now, PLACE, { norm })}>{t.found(total)}</Link>
        </Text>
      ) : null}
      {door ? (
        <Text>
          {t.shareText} <Link to={href(now, SHARE, { norm })}>{t.shareLink}</Link>
        </Text>
      ) : null}
    </Section>
  )
}
