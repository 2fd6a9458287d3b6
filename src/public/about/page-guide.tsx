/** How a resident uses this site: what can be done, in steps, and where each begins. */
import { Counter } from '../../web/counter.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { GUIDE } from './guide.ts'
import { says } from './messages.ts'

export function GuidePage({ view }: { view: View }) {
  const { lang } = view
  const t = says(lang).guide
  return (
    <Page view={view} title={t.title}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <List items={GUIDE.map(({ id, title }) => ({ key: id, body: <Link to={`#${id}`}>{title[lang]}</Link> }))} />
      </div>
      {GUIDE.map(({ id, title, steps, to }) => (
        <Section key={id} id={id} title={title[lang]}>
          <ol className="ld-list">
            {steps.map((step) => (
              <li key={step.nl}>{step[lang]}</li>
            ))}
          </ol>
          {to.map(({ path, name }) => (
            <Text key={path}>
              <Link to={href(view, path)}>{name[lang]}</Link>
            </Text>
          ))}
        </Section>
      ))}
      <Section id="contact" title={t.contact}>
        <Contact view={view} subject={t.title} term={false} />
        <Counter view={view} />
      </Section>
    </Page>
  )
}
