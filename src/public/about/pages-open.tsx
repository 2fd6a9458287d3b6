/** Open data, privacy and accessibility: what you may take, and how this site behaves itself. */
import { day } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { earlierRead, href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import type { PublicFile } from '../published.ts'

type OpenData = { view: View; files: readonly PublicFile[]; example: string }

export function OpenDataPage({ view, files, example }: OpenData) {
  const { m } = view
  const earlier = earlierRead(view)
  const asked = earlier === undefined ? '' : `?publicatie=${earlier}`
  const examples = [
    ['/api/v1/publicaties', m.openData.exampleText.newest],
    ['/api/v1/organisaties?aantal=10', m.openData.exampleText.organisations],
    [`/api/v1/bevindingen?norm=${example}&oordeel=voldoet-niet`, m.openData.exampleText.findings],
    [`/api/v1/normen/${example}`, m.openData.exampleText.norm],
  ] as const
  return (
    <Page view={view} title={m.nav.openData} crumbs={[{ name: m.nav.openData, to: href(view, '/open-data') }]}>
      <div className="ld-opening">
        <Heading level={1}>{m.openData.title}</Heading>
        <Text lead>{m.openData.lead}</Text>
      </div>
      <Section id="bestanden" title={m.openData.files} wide>
        <Table
          id="bestanden-tabel"
          caption={m.openData.filesCaption}
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
        <Text>{m.openData.csv}</Text>
        <Text>
          {m.openData.catalogue}{' '}
          <a className="nl-link" href="/open-data/dcat.jsonld">
            JSON-LD
          </a>
          ,{' '}
          <a className="nl-link" href="/open-data/dcat.ttl">
            Turtle
          </a>
        </Text>
      </Section>
      <Section id="api" title={m.openData.api}>
        <Text>{m.openData.apiText}</Text>
        <Text>
          <a className="nl-link" href="/api/v1/openapi.json">
            {m.openData.apiLink}
          </a>
        </Text>
        <Heading level={3}>{m.openData.examples}</Heading>
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
        <Text>{m.openData.earlier}</Text>
      </Section>
      <Section id="licentie" title={m.openData.licence}>
        <Text>{m.openData.licenceText}</Text>
      </Section>
      <Section id="publicaties" title={m.openData.publications} wide>
        {view.publications.length === 0 ? (
          <Text>{m.none.title}.</Text>
        ) : (
          <Table
            id="publicaties-tabel"
            caption={m.openData.publicationsCaption}
            hideCaption
            stacked
            columns={[
              { head: m.column.publication },
              { head: m.column.date },
              { head: m.column.by },
              { head: m.finding.catalogue },
            ]}
            rows={view.publications.map((each) => ({
              key: `${each.no}`,
              cells: [
                <span key="a">
                  <a className="nl-link" href={href({ ...view, publication: each }, '/')}>
                    {m.openData.read(each.no)}
                  </a>
                  {each.provisional ? ` (${m.openData.provisional})` : ''}
                </span>,
                day(view.lang, each.at),
                `${each.byName}, ${each.byFunction}`,
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
  return (
    <Page view={view} title={m.footer.privacy} crumbs={[{ name: m.footer.privacy, to: href(view, '/privacy') }]}>
      <div className="ld-opening">
        <Heading level={1}>{m.privacy.title}</Heading>
        <Text lead>{m.privacy.lead}</Text>
      </div>
      <Lines lines={m.privacy.list} />
      <Section id="over-wie" title={m.privacy.about}>
        <Text>{m.privacy.aboutText}</Text>
        <Text>{m.privacy.by}</Text>
        <Contact view={view} />
      </Section>
    </Page>
  )
}

export function AccessibilityPage({ view }: { view: View }) {
  const { m } = view
  return (
    <Page
      view={view}
      title={m.footer.accessibility}
      crumbs={[{ name: m.footer.accessibility, to: href(view, '/toegankelijkheid') }]}
    >
      <div className="ld-opening">
        <Heading level={1}>{m.accessibility.title}</Heading>
        <Text lead>{m.accessibility.lead}</Text>
      </div>
      <Section id="gedaan" title={m.accessibility.done}>
        <Lines lines={m.accessibility.doneList} />
      </Section>
      <Section id="nog-niet" title={m.accessibility.notDone}>
        <Lines lines={m.accessibility.notDoneList} />
        <Text>{m.accessibility.statement}</Text>
      </Section>
      <Section id="vertel" title={m.accessibility.tell}>
        <Text>{m.accessibility.tellText}</Text>
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
