/** What the city shares with each other: the doors that are there. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { says } from './messages.ts'
import { PLACE } from './page-list.tsx'

export function TogetherPage({ view }: { view: View }) {
  const t = says(view.lang)
  return (
    <Page view={view} title={t.together} crumbs={[{ name: t.together, to: href(view, '/samen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.together}</Heading>
        <Text lead>{t.togetherLead}</Text>
      </div>
      <Section id="deuren" title={t.doors}>
        <List
          plain
          items={[
            {
              key: 'warnings',
              body: (
                <>
                  <Link to={href(view, PLACE)}>{t.title}</Link>
                  <span className="ld-quiet ld-block">{t.door}</span>
                </>
              ),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
