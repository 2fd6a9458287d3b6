/** IT-toetsen: what the city tested and decided, how much of its rules is tested, and one test in full. */
import { Progress } from '../../web/charts/bars.tsx'
import { DocumentBody } from '../../web/document.tsx'
import { day, moment, percent } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Table, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import {
  TOETSEN,
  type FullToets,
  type listToetsen,
  type readDraws,
  type readShares,
  type Regulation,
} from './store-toetsen.ts'

type Overview = {
  readonly view: View
  readonly q: string
  readonly page: number
  readonly found: Awaited<ReturnType<typeof listToetsen>>
  readonly regulations: readonly Regulation[]
  readonly shares: Awaited<ReturnType<typeof readShares>>
  readonly draws: Awaited<ReturnType<typeof readDraws>>
}

/** Dutch content on an English page. */
const dutch = (view: View): 'nl' | undefined => (view.lang === 'nl' ? undefined : 'nl')

export function ToetsenPage({ view, q, page, found, regulations, shares, draws }: Overview) {
  const { m } = view
  const t = m.toetsen
  const pages = Math.max(1, Math.ceil(found.total / TOETSEN))
  return (
    <Page view={view} title={m.nav.toetsen} crumbs={[{ name: m.nav.toetsen, to: href(view, '/toetsen') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>
          <Link to={href(view, '/zo-werkt-de-it-toets')}>{t.how}</Link>
        </Text>
      </div>
      <form
        method="get"
        action={view.lang === 'en' ? '/en/toetsen' : '/toetsen'}
        role="search"
        aria-label={t.search}
        className="ld-desk-form"
      >
        <div className="utrecht-form-field ld-field ld-field--wide">
          <label className="utrecht-form-label" htmlFor="veld-q">
            {t.search}
          </label>
          <input
            className="utrecht-textbox utrecht-textbox--html-input"
            id="veld-q"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={q}
          />
        </div>
        <div className="ld-form__submit">
          <button type="submit" className="nl-button nl-button--primary">
            {m.organisations.submit}
          </button>
        </div>
      </form>
      <Section id="uitkomsten" title={t.found(found.total)} wide>
        {found.rows.length === 0 ? (
          <Text>{q === '' ? t.none : t.noneFound}</Text>
        ) : (
          <Table
            id="toetsen"
            caption={t.caption}
            hideCaption
            stacked
            columns={[
              { head: t.column.title },
              { head: t.column.outcome },
              { head: t.column.advice },
              { head: t.column.deviations },
              { head: t.column.date },
            ]}
            rows={found.rows.map((row) => ({
              key: `${row.no}`,
              cells: [
                <span key="a">
                  <a className="nl-link" href={href(view, `/toetsen/${row.no}`)} lang={dutch(view)}>
                    {row.title}
                  </a>
                  <span className="ld-small ld-block">
                    {row.number}, {t.kinds[row.kind]}
                  </span>
                </span>,
                <span key="b" lang={dutch(view)}>
                  {row.outcome}
                </span>,
                row.advice === null ? (
                  t.noAdvice
                ) : (
                  <span key="c" lang={dutch(view)}>
                    {row.advice}
                  </span>
                ),
                row.deviations === 0 ? t.noneOf : row.deviations,
                day(view.lang, row.decidedOn),
              ],
            }))}
          />
        )}
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pagination}>
            {page > 1 ? (
              <a className="nl-link" rel="prev" href={href(view, '/toetsen', { q, pagina: page - 1 })}>
                {m.organisations.previous}
              </a>
            ) : null}
            {page < pages ? (
              <a className="nl-link" rel="next" href={href(view, '/toetsen', { q, pagina: page + 1 })}>
                {m.organisations.next}
              </a>
            ) : null}
          </nav>
        )}
      </Section>
      <Share view={view} regulations={regulations} shares={shares} />
      <Section id="steekproef" title={t.draws}>
        <Text>{t.drawsText}</Text>
        {draws.length === 0 ? (
          <Text>{t.noDraws}</Text>
        ) : (
          <List
            items={draws.map((draw) => ({
              key: `${draw.no}`,
              body: (
                <>
                  {t.draw(draw.no, draw.at, draw.drawn.length, draw.among.length)}{' '}
                  <code className="nl-code ld-break">{draw.seed}</code>
                  <Details summary={t.drawNumbers}>
                    <p>
                      {t.among}: {draw.among.join(', ')}
                    </p>
                    <p>
                      {t.drawn}: {draw.drawn.join(', ')}
                    </p>
                  </Details>
                </>
              ),
            }))}
          />
        )}
      </Section>
    </Page>
  )
}

function Share({ view, regulations, shares }: Pick<Overview, 'view' | 'regulations' | 'shares'>) {
  const t = view.m.toetsen
  const tested = regulations.filter(({ toets }) => toets !== null).length
  return (
    <Section id="regelingen" title={t.share} wide>
      {regulations.length === 0 ? (
        <Text>{t.noRegulations}</Text>
      ) : (
        <>
          <Text lead>{t.shareOf(tested, regulations.length)}</Text>
          <Progress label={t.share} share={tested / regulations.length} />
          {shares.length < 2 ? null : (
            <Table
              id="verloop"
              caption={t.shareCaption}
              stacked
              columns={[
                { head: t.column.month },
                { head: t.column.tested },
                { head: t.column.total },
                { head: t.column.share },
              ]}
              rows={shares.map((each) => ({
                key: each.month,
                cells: [
                  day(view.lang, each.month).replace(/^\d+ /, ''),
                  each.tested,
                  each.total,
                  each.total === 0 ? '–' : percent(view.lang, each.tested / each.total),
                ],
              }))}
            />
          )}
          <Details summary={t.allRegulations(regulations.length)}>
            <Table
              id="alle-regelingen"
              caption={t.regulationsCaption}
              hideCaption
              stacked
              columns={[{ head: t.column.regulation }, { head: t.column.tested }, { head: t.column.due }]}
              rows={regulations.map((each) => ({
                key: each.work,
                cells: [
                  each.url !== null && /^https?:\/\//.test(each.url) ? (
                    <a key="a" className="nl-link" href={each.url} lang={dutch(view)}>
                      {each.title}
                    </a>
                  ) : (
                    <span key="a" lang={dutch(view)}>
                      {each.title}
                    </span>
                  ),
                  each.toets === null || each.testedOn === null ? (
                    t.notTested
                  ) : (
                    <a key="b" className="nl-link" href={href(view, `/toetsen/${each.toets}`)}>
                      {t.testedOn(each.testedOn)}
                    </a>
                  ),
                  each.dueOn === null ? '–' : day(view.lang, each.dueOn),
                ],
              }))}
            />
          </Details>
        </>
      )}
    </Section>
  )
}

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
  const t = m.toetsen
  const { document, no } = toets
  const files = toets.current ? `/toetsen/${no}` : `/toetsen/${no}/versie/${toets.version}`
  return (
    <Page
      view={view}
      title={document.title}
      crumbs={[
        { name: m.nav.toetsen, to: href(view, '/toetsen') },
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

/** What the IT-toets is, in plain words. */
export function HowPage({ view }: { view: View }) {
  const { m } = view
  const t = m.toetsHow
  return (
    <Page
      view={view}
      title={t.title}
      crumbs={[
        { name: m.nav.toetsen, to: href(view, '/toetsen') },
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
