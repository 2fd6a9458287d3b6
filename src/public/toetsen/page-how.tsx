/** How the IT-toets works. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { howSays } from './messages-how.ts'

/** What the IT-toets is, in plain words. */
export function HowPage({ view }: { view: View }) {
  const { m } = view
  const t = howSays(view.lang)
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: m.nav.decisions, to: href(view, '/toetsen') },
        { name: t.title, to: href(view, '/zo-werkt-de-it-toets') },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      <Section id="stappen" title={t.steps}>
        <ol className="ld-list">
          {t.line.map(([step, text]) => (
            <li key={step}>
              <strong>{step}.</strong> {text}
            </li>
          ))}
        </ol>
      </Section>
      {t.parts.map((part) => (
        <Section key={part.id} id={part.id} title={part.title}>
          {part.text.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </Section>
      ))}
      <Section id="termijnen" title={t.terms}>
        <Table
          id="termijnen-tabel"
          caption={t.termsCaption}
          hideCaption
          stacked
          columns={[{ head: t.termColumn.step }, { head: t.termColumn.term }]}
          rows={t.termRows.map(([step, term]) => ({ key: step, cells: [step, term] }))}
        />
      </Section>
      <Text>
        <Link to={href(view, '/toetsen')}>{t.back}</Link>
      </Text>
    </Page>
  )
}
