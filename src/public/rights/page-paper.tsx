/** The same request as a form to print and fill in by pen. */
import type { RequestKind } from '../../model/request.ts'
import { Counter } from '../../web/counter.tsx'
import { Page } from '../../web/layout.tsx'
import { Heading, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import { says } from './messages.ts'

export function PaperPage({ view, kind }: { view: View; kind: RequestKind }) {
  const t = says(view.lang)
  const { lang } = view
  const title = t.paperTitle(kind.title[lang])
  const crumbs = [
    { name: t.title, to: href(view, '/rechten') },
    { name: kind.title[lang], to: href(view, `/rechten/${kind.id}`) },
  ]
  return (
    <Page view={view} title={title} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{kind.gives[lang]}</Text>
        <Text>
          {t.paperHow} {t.termText(kind.term.said[lang])}
        </Text>
        <Contact view={view} subject={kind.title[lang]} term={false} />
        <Counter view={view} />
      </div>
      <div className="ld-paper-form">
        {kind.fields.map((field) =>
          field.kind === 'choice' ? (
            <div key={field.id} className="ld-paper-field">
              <p>{field.label[lang]}</p>
              <ul className="ld-paper-boxes">
                {field.options.map(({ id, said }) => (
                  <li key={id}>{said[lang]}</li>
                ))}
              </ul>
            </div>
          ) : (
            <Blank key={field.id} label={field.label[lang]} lines={field.kind === 'words' ? 6 : 1} />
          ),
        )}
        {['public', 'nobody'].includes(kind.about) ? null : <Blank label={t.paperBehalf} lines={1} />}
        <Blank label={t.paperName} lines={1} />
        <Blank label={t.paperReach} lines={2} />
        <Blank label={t.paperSign} lines={1} />
        <p>{t.paperBsn}</p>
        <Blank label={t.paperOffice} lines={1} />
      </div>
    </Page>
  )
}

/** Lines to write on. */
function Blank({ label, lines }: { label: string; lines: number }) {
  return (
    <div className="ld-paper-field">
      <p>{label}</p>
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className="ld-paper-line" />
      ))}
    </div>
  )
}
