/** What stands where a covenant was that two people took away. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'

export function GoneCovenant({ view, reason, at }: { view: View; reason: string; at: Date }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.gone} crumbs={[{ name: t.title, to: href(view, '/convenanten') }]}>
      <Heading level={1}>{t.gone}</Heading>
      <Text lead>{t.goneText(at, reason)}</Text>
      <Text>
        <Link to={href(view, '/convenanten')}>{t.newsAll}</Link>
      </Text>
    </Page>
  )
}
