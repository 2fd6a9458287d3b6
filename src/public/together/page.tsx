/** The page that leads to all that the city shares with each other: the doors that are there. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { DOORS } from './doors.ts'
import { says } from './messages.ts'

export function TogetherPage({ view }: { view: View }) {
  const { lang } = view
  const t = says(lang)
  return (
    <Page view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/samen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      <Section id="deuren" title={t.doors}>
        <List
          plain
          items={DOORS.map(({ to, name, text }) => ({
            key: to,
            body: (
              <>
                <Link to={href(view, to)}>{name[lang]}</Link>
                <span className="ld-quiet ld-block">{text[lang]}</span>
              </>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}
