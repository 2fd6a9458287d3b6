/** Open data, privacy and accessibility: what you may take, and how this site behaves itself. */
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { earlierRead, href, inDutch, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import type { PublicFile } from '../published.ts'
import { says } from './messages.ts'

type OpenData = { view: View; files: readonly PublicFile[]; example: string }

export function OpenDataPage({ view, files, example }: OpenData) {
  const { m } = view
  const t = says(view.lang)
  const earlier = earlierRead(view)
  const asked = earlier === undefined ? '' : `?publicatie=${earlier}`
  const examples = [
    ['/api/v1/publicaties', t.openData.exampleText.newest],
    ['/api/v1/organisaties?aantal=10', t.openData.exampleText.organisations],
    [`/api/v1/bevindingen?norm=${example}&oordeel=voldoet-niet`, t.openData.exampleText.findings],
    [`/api/v1/normen/${example}`, t.openData.exampleText.norm],
  ] as const
  return (
    <Page view={view} title={m.nav.openData} crumbs={[{ name: m.nav.openData, to: href(view, '/open-data') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.openData.title}</Heading>
        <Text lead>{t.openData.lead}</Text>
      </div>
      <Section id="bestanden" title={t.openData.files} wide>
        <Table
          id="bestanden-tabel"
          caption={t.openData.filesCaption}
          hideCaption
          stacked
          columns={[{ head: m.column.file }, { head: m.column.content }]}
          rows={files.map(({ name, text, lines }) => ({
            key: name,
            cells: [
              <a key="a" className="nl-link" href={`/open-data/${name}.csv${lines.of === 'now' ? '' : asked}`}>
                {name}.csv
              </a>,
              text[view.lang],
            ],
          }))}
        />
        <Text>{t.openData.csv}</Text>
        <Text>
          {t.openData.catalogue}{' '}
          <a className="nl-link" href="/open-data/dcat.jsonld">
            JSON-LD
          </a>
          ,{' '}
          <a className="nl-link" href="/open-data/dcat.ttl">
            Turtle
          </a>
        </Text>
      </Section>
      <Section id="api" title={t.openData.api}>
        <Text>{t.openData.apiText}</Text>
        <Text>
          <a className="nl-link" href="/api/v1/openapi.json">
            {t.openData.apiLink}
          </a>
        </Text>
        <Heading level={3}>{t.openData.examples}</Heading>
        <dl className="ld-examples">
          {examples.map(([path, text]) => (
            <div key={path}>
              <dt>{text}</dt>
              <dd>
                <a className="nl-link" href={path}>
                  <code className="nl-code">{path}</code>
                </a>
              </dd>
            </div>
          ))}
        </dl>
        <Text>{t.openData.earlier}</Text>
      </Section>
      <Section id="licentie" title={t.openData.licence}>
        <Text>{t.openData.licenceText}</Text>
      </Section>
      <Section id="publicaties" title={t.openData.publications} wide>
        {view.publications.length === 0 ? (
          <Text>{m.none.title}.</Text>
        ) : (
          <Table
            id="publicaties-tabel"
            caption={t.openData.publicationsCaption}
            hideCaption
            stacked
            columns={[
              { head: m.column.publication },
              { head: m.column.date },
              { head: m.column.by },
              { head: m.column.catalogue },
            ]}
            rows={view.publications.map((each) => ({
              key: `${each.no}`,
              cells: [
                <span key="a">
                  <a className="nl-link" href={href({ ...view, publication: each }, '/')}>
                    {t.openData.read(each.no)}
                  </a>
                  {each.provisional ? ` (${t.openData.provisional})` : ''}
                </span>,
                day(view.lang, each.at),
                <>
                  {each.byName}, <span lang={inDutch(view)}>{each.byFunction}</span>
                </>,
                each.catalogueVersion,
              ],
            }))}
          />
        )}
      </Section>
    </Page>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="ld-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export function PrivacyPage({ view }: { view: View }) {
  const { m } = view
  const t = says(view.lang)
  return (
    <Page view={view} title={m.footer.privacy} crumbs={[{ name: m.footer.privacy, to: href(view, '/privacy') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.privacy.title}</Heading>
        <Text lead>{t.privacy.lead}</Text>
      </div>
      <Lines lines={t.privacy.list} />
      <Section id="over-wie" title={t.privacy.about}>
        <Text>{t.privacy.aboutText}</Text>
        <Text>{t.privacy.by}</Text>
        <Contact view={view} />
      </Section>
    </Page>
  )
}

export function AccessibilityPage({ view }: { view: View }) {
  const { m } = view
  const t = says(view.lang)
  return (
    <Page
      view={view}
      title={m.footer.accessibility}
      crumbs={[{ name: m.footer.accessibility, to: href(view, '/toegankelijkheid') }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{t.accessibility.title}</Heading>
        <Text lead>{t.accessibility.lead}</Text>
      </div>
      <Section id="gedaan" title={t.accessibility.done}>
        <Lines lines={t.accessibility.doneList} />
      </Section>
      <Section id="nog-niet" title={t.accessibility.notDone}>
        <Lines lines={t.accessibility.notDoneList} />
        <Text>{t.accessibility.statement}</Text>
      </Section>
      <Section id="vertel" title={t.accessibility.tell}>
        <Text>{t.accessibility.tellText}</Text>
        <Contact view={view} />
      </Section>
    </Page>
  )
}

export function RefusalPage({ view, title, text }: { view: View; title: string; text: string }) {
  const { m } = view
  return (
    <Page view={view} title={title}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{text}</Text>
      </div>
      <ul className="ld-list">
        <li>
          <Link to={href(view, '/organisaties')}>{m.errors.search}</Link>
        </li>
        <li>
          <Link to={href(view, '/')}>{m.errors.home}</Link>
        </li>
      </ul>
    </Page>
  )
}
