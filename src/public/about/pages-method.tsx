/** Methode: how it works, how good the measurement is, and what it cannot see. */
import type { SelfTestRow } from '../../model/publication.ts'
import { totals } from '../../scoring/self-test-totals.ts'
import { rowDay } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Facts, Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { Contact } from '../../web/wrong.tsx'
import type { Book } from '../store.ts'
import { themeName, versionFacts } from '../texts.ts'
import { methodSays } from './messages-method.ts'

export function MethodPage({ view, book }: { view: View; book: Book | undefined }) {
  const { m } = view
  const t = methodSays(view.lang)
  return (
    <Page view={view} title={m.nav.method} crumbs={[{ name: m.nav.method, to: href(view, '/methode') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
      </div>
      <Section id="hoe" title={t.how}>
        <ol className="ld-lines">
          {t.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Section>
      <Section id="weg" title={t.walk} wide>
        <Walk view={view} />
      </Section>
      <Section id="cijfer" title={t.grade}>
        <Text>{t.gradeText}</Text>
      </Section>
      <Section id="onbekend" title={t.unknown}>
        <Text>{t.unknownText}</Text>
      </Section>
      <Section id="tachtig" title={t.eighty}>
        <Text>{t.eightyText}</Text>
      </Section>
      <Section id="zelftest" title={t.selfTest} wide>
        <SelfTestPart view={view} book={book} />
      </Section>
      <Section id="getoetst" title={t.held} wide>
        <HeldPart view={view} />
      </Section>
      <Section id="grenzen" title={t.limits}>
        <ul className="ld-list">
          {t.limitsList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="bezoek" title={t.safe}>
        <Text>{t.safeText}</Text>
      </Section>
      <Section id="gewichten" title={t.weights} wide>
        <Text>{t.weightsText}</Text>
        {book
          ? book.catalogue.themes.map((theme) => <Weights key={theme.id} view={view} book={book} theme={theme.id} />)
          : null}
      </Section>
      <Section id="versies" title={t.versions}>
        {book && view.publication ? (
          <Facts
            items={[
              { name: t.catalogueVersion, value: view.publication.catalogueVersion },
              ...versionFacts(view, book.versions),
            ]}
          />
        ) : (
          <Text>{t.versionsNone}</Text>
        )}
      </Section>
      <Section id="fout-melden" title={t.object}>
        <Text>{t.objectText}</Text>
        <Contact view={view} />
      </Section>
    </Page>
  )
}

/** Seven stations on a line; on a narrow screen the list below says the same. */
function Walk({ view }: { view: View }) {
  const { walkSteps, walk, walkText } = methodSays(view.lang)
  const width = 1050
  const step = width / walkSteps.length
  return (
    <>
      <Text>{walkText}</Text>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="ld-scroll" role="group" aria-label={walk} tabIndex={0}>
        <svg className="ld-walk" viewBox={`0 0 ${width} 92`} role="img" aria-labelledby="walk-t walk-d">
          <title id="walk-t">{walk}</title>
          <desc id="walk-d">{walkText}</desc>
          <path className="ld-walk__line" d={`M${step / 2} 30 H${width - step / 2}`} />
          {walkSteps.map((name, index) => {
            const x = step * (index + 0.5)
            const person = index === 5
            return (
              <g key={name}>
                {person ? (
                  <rect className="ld-walk__person" x={x - 15} y={15} width="30" height="30" rx="3" />
                ) : (
                  <circle className="ld-walk__stop" cx={x} cy="30" r="15" />
                )}
                <text
                  className={person ? 'ld-walk__number ld-walk__number--person' : 'ld-walk__number'}
                  x={x}
                  y="35"
                  textAnchor="middle"
                >
                  {index + 1}
                </text>
                <text x={x} y="76" textAnchor="middle">
                  {name}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
    </>
  )
}

function SelfTestPart({ view, book }: { view: View; book: Book | undefined }) {
  const { m } = view
  const t = methodSays(view.lang)
  const test = book?.selfTest
  if (!test) return <Text>{t.selfTestNone}</Text>
  const { hits, misses, falseAlarms, rightlyQuiet, unknown } = totals(test)
  const odd = test.rows.filter((row) => row.misses + row.falseAlarms + row.unknown > 0)
  const table = (id: string, caption: string, rows: readonly SelfTestRow[], hideCaption = false) => (
    <Table
      id={id}
      caption={caption}
      hideCaption={hideCaption}
      columns={[
        { head: m.column.check },
        { head: m.column.recall, numeric: true },
        { head: m.column.falseAlarms, numeric: true },
        { head: m.column.unknown, numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.check,
        cells: [
          <CheckName key="c" view={view} book={book} check={row.check} />,
          t.ofTotal(row.hits, row.hits + row.misses),
          t.ofTotal(row.falseAlarms, row.falseAlarms + row.rightlyQuiet),
          `${row.unknown}`,
        ],
      }))}
    />
  )
  return (
    <>
      <Text>{t.selfTestText(test.at, test.addresses)}</Text>
      <Text>{t.selfTestTotals(hits + misses, hits, falseAlarms + rightlyQuiet, falseAlarms, unknown)}</Text>
      {odd.length > 0 && table('zelftest-niet-alles', t.selfTestOdd, odd)}
      <Details summary={t.selfTestAll(test.rows.length)}>
        {table('zelftest-tabel', t.selfTestCaption, test.rows, true)}
      </Details>
    </>
  )
}

/** A check by what it is about; by its own name when this catalogue knows no criterion of it. */
function CheckName({ view, book, check }: { view: View; book: Book; check: string }) {
  const criterion = [...book.criteria.values()].find(({ means }) => means.by === 'check' && means.check === check)
  const code = <code className="nl-code">{check}</code>
  return criterion === undefined ? (
    code
  ) : (
    <>
      {criterion.title[view.lang]} <span className="ld-small">{code}</span>
    </>
  )
}

function HeldPart({ view: { lang } }: { view: View }) {
  const t = methodSays(lang)
  return (
    <>
      <Text>{t.heldText}</Text>
      <Table
        id="getoetst-tabel"
        caption={t.heldCaption}
        hideCaption
        columns={[{ head: t.heldAgainst }, { head: t.heldOutcome }, { head: t.heldOn }]}
        rows={t.heldRows.map(({ on, against, outcome }) => ({
          key: against,
          cells: [against, outcome, rowDay(lang, on)],
        }))}
      />
    </>
  )
}

function Weights({ view, book, theme }: { view: View; book: Book; theme: string }) {
  const { m } = view
  const t = methodSays(view.lang)
  const criteria = book.catalogue.norms
    .filter((norm) => norm.theme === theme)
    .flatMap((norm) => norm.criteria)
    .filter((each) => each.means.by === 'check')
  if (criteria.length === 0) return null
  const name = themeName(view, book, theme)
  return (
    <Details summary={t.weightsCaption(name)}>
      <Table
        id={`gewichten-${theme}`}
        caption={t.weightsCaption(name)}
        hideCaption
        columns={[{ head: m.column.criterion }, { head: m.column.weight, numeric: true }, { head: m.column.check }]}
        rows={criteria
          .toSorted((a, b) => b.weight - a.weight)
          .map((criterion) => ({
            key: criterion.id,
            cells: [
              <a key="a" className="nl-link" href={href(view, `/normen/${criterion.norm}`)}>
                {criterion.title[view.lang]}
              </a>,
              `${criterion.weight}`,
              <code key="c" className="nl-code">
                {criterion.means.by === 'check' ? criterion.means.check : ''}
              </code>,
            ],
          }))}
      />
    </Details>
  )
}
