/** An event that the municipality took off the site: that it did, when and why. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { crumbsTo } from './page-list.tsx'
import { PLACE } from './shown.ts'
import type { Gone } from './store.ts'

export function GoneEventPage({ view, gone }: { view: View; gone: Gone }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.gone} crumbs={crumbsTo(view)}>
      <div className="ld-opening">
        <Heading level={1}>{t.gone}</Heading>
        <Text lead>{t.goneOn(gone.goneOn)}</Text>
        <Text lang={view.lang === 'en' ? 'nl' : undefined}>{gone.why}</Text>
        <Text>
          <Link to={href(view, PLACE)}>{t.toList}</Link>
        </Text>
      </div>
    </Page>
  )
}
