/** The campaigns that aimed at a norm, each with how it stands or what came out of it. */
import { spoken } from '../../lib/spoken-number.ts'
import { Link, List, Section, Text } from '../../web/parts.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE, standingIn } from './page-list.tsx'
import { SIZE, type Listed } from './store.ts'

type Props = { readonly view: View; readonly rows: readonly Listed[]; readonly today: string }

export function CampaignsOn({ view, rows, today }: Props) {
  if (rows.length === 0) return null
  const t = says(view.lang)
  const now = { ...view, publication: undefined }
  return (
    <Section id="campagnes" title={t.onNorm}>
      <List
        items={rows.map((row) => ({
          key: row.number,
          body: (
            <>
              <span lang={inDutch(view)}>
                <Link to={href(now, `${PLACE}/${spoken(row.number)}`)}>{row.title}</Link>
              </span>
              <span className="ld-quiet ld-block">{standingIn(view, row, today)}</span>
            </>
          ),
        }))}
      />
      {rows.length < SIZE ? null : (
        <Text>
          <Link to={href(now, PLACE)}>{t.toList}</Link>
        </Text>
      )}
    </Section>
  )
}
