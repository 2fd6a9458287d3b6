/** Good practices: the list, one of them, and one that went. */
import { spoken } from '../../lib/spoken-number.ts'
import { LICENCES } from '../../vocabulary/practice.ts'
import { Page } from '../../web/layout.tsx'
import { Facts, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, inDutch, type View } from '../../web/view.ts'
import { howToPath } from '../norms/how-to.ts'
import { says } from './messages.ts'
import { SIZE, type listPractices, type Row } from './store.ts'

export const PLACE = '/samen/praktijken'
export const SHARE = `${PLACE}/delen`
/** What norms are called, by their id; empty before the first publication. */
export type Labels = ReadonlyMap<string, string>

const crumbsOf = (view: View, ...more: readonly { readonly name: string; readonly to: string }[]) => [
  { name: says(view.lang).together, to: href(view, '/samen') },
  { name: says(view.lang).title, to: href(view, PLACE) },
  ...more,
]
/** Its path. */
export const pathOf = ({ number }: Pick<Row, 'number'>): string => `${PLACE}/${spoken(number)}`

type ListProps = {
  readonly view: View
  readonly norm: string
  readonly page: number
  readonly labels: Labels
  readonly norms: readonly { readonly norm: string; readonly count: number }[]
  readonly found: Awaited<ReturnType<typeof listPractices>>
  /** Something can be sent here. */
  readonly door: boolean
}

export function PracticesPage({ view, norm, page, labels, norms, found: { total, rows }, door }: ListProps) {
  const t = says(view.lang)
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const to = (at: number, of = norm) =>
    href(view, PLACE, { norm: of === '' ? undefined : of, pagina: at === 1 ? undefined : at })
  return (
    <Page view={view} title={t.title} crumbs={crumbsOf(view)} feed={{ path: `${PLACE}/nieuws.atom`, title: t.follow }}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>{t.how}</Text>
      </div>
      {norms.length < 2 && norm === '' ? null : (
        <nav aria-label={t.norms} className="ld-jump">
          <ul>
            {norm === '' ? null : (
              <li>
                <Link to={to(1, '')}>{t.all}</Link>
              </li>
            )}
            {norms.map((each) => (
              <li key={each.norm}>
                {each.norm === norm ? (
                  <strong aria-current="true">{labels.get(norm) ?? norm}</strong>
                ) : (
                  <Link to={to(1, each.norm)}>{`${labels.get(each.norm) ?? each.norm} (${each.count})`}</Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Section id="lijst" title={total === 0 ? t.none : t.found(total)}>
        <Practices view={view} rows={rows} />
        {pages === 1 ? null : (
          <nav className="ld-pagination" aria-label={t.pages}>
            {page > 1 ? (
              <a className="nl-link" rel="prev" href={to(page - 1)}>
                {view.m.list.previous}
              </a>
            ) : null}
            {page < pages ? (
              <a className="nl-link" rel="next" href={to(page + 1)}>
                {view.m.list.next}
              </a>
            ) : null}
          </nav>
        )}
      </Section>
      {door ? (
        <Section id="delen" title={t.share}>
          <Text>{t.shareText}</Text>
          <Text>
            <Link to={href(view, SHARE, { norm: norm === '' ? undefined : norm })}>{t.shareLink}</Link>
          </Text>
        </Section>
      ) : null}
      <Text>
        <Link to={href(view, `${PLACE}/nieuws.atom`)}>{t.follow}</Link>
      </Text>
    </Page>
  )
}

/** Their titles with whose they are and the problem, under each other. */
export function Practices({ view, rows }: { view: View; rows: readonly Row[] }) {
  return rows.length === 0 ? null : (
    <ul className="ld-found">
      {rows.map((row) => (
        <li key={row.number}>
          <p className="ld-found__title" lang={row.lang === view.lang ? undefined : row.lang}>
            <Link to={href({ ...view, publication: undefined }, pathOf(row))}>{row.title}</Link>
          </p>
          <p className="ld-small">{row.organisation}</p>
          <p lang={row.lang === view.lang ? undefined : row.lang}>{shortened(row.problem)}</p>
        </li>
      ))}
    </ul>
  )
}
const shortened = (text: string): string =>
  text.length <= 200 ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', 200), 1))} …`

type OneProps = { readonly view: View; readonly row: Row; readonly labels: Labels }
export function PracticePage({ view, row, labels }: OneProps) {
  const t = says(view.lang)
  const lang = row.lang === view.lang ? undefined : row.lang
  const licence = LICENCES[row.licence]
  const told = (id: string, title: string, text: string) =>
    text === '' ? null : (
      <Section id={id} title={title}>
        <p className="nl-paragraph ld-as-typed" lang={lang}>
          {text}
        </p>
      </Section>
    )
  return (
    <Page
      view={view}
      told={row.lang}
      title={row.title}
      crumbs={crumbsOf(view, { name: row.title, to: href(view, pathOf(row)) })}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{row.organisation}</p>
        <div lang={lang}>
          <Heading level={1}>{row.title}</Heading>
        </div>
      </div>
      {told('probleem', t.problem, row.problem)}
      {told('gedaan', t.did, row.did)}
      {told('opgeleverd', t.gained, row.gained)}
      <Section id="normen" title={row.norms.length === 1 ? t.about : t.aboutMany}>
        <List
          items={row.norms.map((norm) => ({
            key: norm,
            body: labels.has(norm) ? (
              <Link to={href({ ...view, publication: undefined }, howToPath(norm))}>{t.howTo(labels.get(norm)!)}</Link>
            ) : (
              norm
            ),
          }))}
        />
      </Section>
      <Section id="over" title={t.who}>
        <Facts
          items={[
            { name: t.organisation, value: row.organisation },
            {
              name: t.reviewed,
              value:
                row.reviewer === '' ? (
                  t.nobody(row.reviewedOn)
                ) : (
                  <>
                    {t.by(row.reviewer, row.reviewedOn)}
                    {row.function === '' ? '' : ', '}
                    <span lang={inDutch(view)}>{row.function}</span>
                  </>
                ),
            },
            {
              name: t.licence,
              value: (
                <a className="nl-link" rel="license" href={licence.url}>
                  {licence.name[view.lang]}
                </a>
              ),
            },
            ...(row.link === ''
              ? []
              : [
                  {
                    name: t.more,
                    value: (
                      <a className="nl-link ld-address" rel="nofollow ugc noopener noreferrer" href={row.link}>
                        {row.link}
                      </a>
                    ),
                  },
                ]),
            { name: t.number, value: spoken(row.number) },
          ]}
        />
        <Text>{t.caution}</Text>
      </Section>
      <Text>
        <Link to={href(view, PLACE)}>{t.toAll}</Link>
      </Text>
    </Page>
  )
}

/** What was there and is not any more; or, without a row, what never was. */
export function GonePracticePage({ view, row }: { view: View; row?: Row | undefined }) {
  const t = says(view.lang)
  const title = row === undefined ? t.missing : t.gone
  return (
    <Page view={view} title={title} crumbs={crumbsOf(view)}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{row?.withdrawnOn ? t.goneOn(row.withdrawnOn) : t.missingText}</Text>
        {row === undefined || row.reason === '' ? null : <Text>{t.why(row.reason)}</Text>}
        <Text>
          <Link to={href(view, PLACE)}>{t.toAll}</Link>
        </Text>
      </div>
    </Page>
  )
}
