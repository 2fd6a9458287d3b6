/** One decided IT-toets, as it was made public. */
import { DocumentBody } from '../../web/document.tsx'
import { moment } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import type { FullToets } from './store.ts'
import { dutch } from './share.tsx'
import { says } from './messages.ts'

export function ToetsPage({
  view,
  toets,
  versions,
}: {
  view: View
  toets: FullToets
  versions: readonly { readonly version: number; readonly current: boolean; readonly publishedAt: Date }[]
}) {
  const { m } = view
  const t = says(view.lang)
  const { document, no } = toets
  const files = toets.current ? `/toetsen/${no}` : `/toetsen/${no}/versie/${toets.version}`
  return (
    <Page
      view={view}
      title={document.title}
      crumbs={[
        { name: m.nav.decisions, to: href(view, '/toetsen') },
        { name: document.number, to: href(view, `/toetsen/${no}`) },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{document.number}</p>
        <Heading level={1}>
          <span lang={dutch(view)}>{document.title}</span>
        </Heading>
        <Text lead lang={dutch(view)}>
          {document.outcome}
        </Text>
        <Text>
          {document.basis === 'declared' ? t.declaredOn(document.decidedOn) : t.decidedOn(document.decidedOn)}{' '}
          {document.deviations > 0
            ? t.deviations(document.deviations)
            : (document.basis ?? 'advised') === 'advised'
              ? t.noDeviations
              : document.basis === 'unadvised'
                ? t.unadvised
                : ''}
        </Text>
        {toets.current ? null : (
          <Text>
            <strong>{t.earlier(toets.version)}</strong> <Link to={href(view, `/toetsen/${no}`)}>{t.toCurrent}</Link>
          </Text>
        )}
        {view.lang === 'en' ? <p className="ld-small">{m.dutchOnly}</p> : null}
      </div>
      <DocumentBody document={document} lang={dutch(view)} />
      <Section id="meenemen" title={t.take}>
        <List
          items={[
            ...(toets.pdf === null
              ? []
              : [
                  {
                    key: 'pdf',
                    body: (
                      <a className="nl-link" href={`${files}.pdf`}>
                        {t.pdf}
                      </a>
                    ),
                  },
                ]),
            ...(toets.odt === null
              ? []
              : [
                  {
                    key: 'odt',
                    body: (
                      <a className="nl-link" href={`${files}.odt`}>
                        {t.odt}
                      </a>
                    ),
                  },
                ]),
            {
              key: 'json',
              body: (
                <a className="nl-link" href={`${files}.json`}>
                  {t.json}
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section id="versies" title={t.versions}>
        <Text>{t.signed}</Text>
        <List
          items={versions.map((each) => ({
            key: `${each.version}`,
            body: (
              <Link
                to={href(view, each.current ? `/toetsen/${no}` : `/toetsen/${no}/versie/${each.version}`)}
                current={each.version === toets.version}
              >
                {t.version(each.version)}, {moment(view.lang, each.publishedAt)}
              </Link>
            ),
          }))}
        />
      </Section>
    </Page>
  )
}
