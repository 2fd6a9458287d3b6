/** What was found, by kind: the best of each, and where all of it stands; or what to try where nothing was. */
import { Page } from '../../web/layout.tsx'
import { Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { href, type View } from '../../web/view.ts'
import { HOW_TO } from '../norms/how-to.ts'
import { SearchFrame } from '../search-frame.tsx'
import { says } from './messages.ts'
import { marked, snippetOf, type Piece } from './snippet.ts'
import { SOURCES, type SourceName } from './sources.ts'
import { MOST_FOUND, type Group, type Hit } from './store.ts'

export const SEARCH = '/zoeken'
/** How many stand on a page of one kind. */
export const SIZE = 20

type Props = {
  readonly view: View
  readonly q: string
  readonly only: SourceName | undefined
  readonly page: number
  readonly groups: readonly Group[]
  /** More fits than is weighed. */
  readonly more: boolean
  /** Not all words fit together: what fits some of them. */
  readonly some: boolean
  /** What fits other words than were typed, which they may have meant. */
  readonly meant: string | undefined
  /** What each register is called, by its id. */
  readonly registers: ReadonlyMap<string, Readonly<Record<'nl' | 'en', string>>>
}

export function SearchPage(props: Props) {
  const { view, q, groups } = props
  const t = says(view.lang)
  return (
    <Page view={view} title={q === '' ? t.title : t.titleOf(q)} crumbs={[{ name: t.title, to: href(view, SEARCH) }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        {q === '' ? <Text lead>{t.lead}</Text> : null}
      </div>
      <SearchFrame view={view} to={SEARCH} label={t.title} words={t.words} q={q} />
      <p className="ld-small">{t.privacy}</p>
      {q === '' ? <Doors view={view} /> : groups.length === 0 ? <Nothing {...props} /> : <Found {...props} />}
    </Page>
  )
}

function Found({ q: typed, ...rest }: Props) {
  const { view, only, groups, more, some, meant } = rest
  const q = meant ?? typed
  const props = { ...rest, q }
  const t = says(view.lang)
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const shown = only === undefined ? groups : groups.filter(({ source }) => source === only)
  return (
    <>
      <div className="ld-opening">
        {meant === undefined ? null : (
          <Text>
            {t.meant(typed)} <Link to={href(view, SEARCH, { q: meant })}>{meant}</Link>
          </Text>
        )}
        <Text lead>
          {some ? t.some : more ? t.more(MOST_FOUND) : meant === undefined ? t.found(total) : t.foundSo(total)}
        </Text>
      </div>
      {groups.length < 2 && only === undefined ? null : (
        <nav aria-label={t.kinds} className="ld-jump">
          <ul>
            {only === undefined ? null : (
              <li>
                <Link to={href(view, SEARCH, { q })}>{t.allKinds}</Link>
              </li>
            )}
            {groups.map(({ source, total: count }) => (
              <li key={source}>
                {source === only ? (
                  <strong aria-current="true">
                    {SOURCES[source][view.lang]} ({t.count(count)})
                  </strong>
                ) : (
                  <Link to={href(view, SEARCH, { q, soort: source })}>
                    {SOURCES[source][view.lang]} ({t.count(count)})
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.map((group) => (
        <Kind key={group.source} {...props} group={group} />
      ))}
    </>
  )
}

function Kind({ view, q, only, page, registers, group: { source, total, hits } }: Props & { group: Group }) {
  const t = says(view.lang)
  const name = SOURCES[source][view.lang]
  const pages = Math.max(1, Math.ceil(total / SIZE))
  const to = (at: number) => href(view, SEARCH, { q, soort: source, pagina: at === 1 ? undefined : at })
  return (
    <Section id={source} title={`${name} (${t.count(total)})`}>
      <ul className="ld-found">
        {hits.map((hit) => (
          <Result key={hit.key} view={view} q={q} hit={hit} registers={registers} />
        ))}
      </ul>
      {only === undefined && total > hits.length ? (
        <Text>
          <Link to={to(1)}>{t.all(name, total)}</Link>
        </Text>
      ) : null}
      {only === undefined || pages === 1 ? null : (
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
  )
}

type ResultProps = Pick<Props, 'view' | 'q' | 'registers'> & { readonly hit: Hit }
function Result({ view, q, registers, hit }: ResultProps) {
  const t = says(view.lang)
  const register = hit.source === 'entry' ? registers.get(hit.path.split('/')[2] ?? '') : undefined
  const title = hit.source === 'how-to' ? t.howTo(hit.title) : hit.title
  // Where the line under the title holds nothing of what was looked for, a piece of the rest that does.
  const lead = snippetOf(hit.lead, q)
  const body = lead.some(({ hit: is }) => is) || hit.body === '' ? lead : snippetOf(hit.body, q)
  const told = body.some(({ hit: is }) => is) || lead.length === 0 ? body : lead
  const dutch = hit.lang === view.lang ? undefined : hit.lang
  return (
    <li>
      {register === undefined ? null : <p className="ld-small">{register[view.lang]}</p>}
      <p className="ld-found__title" lang={dutch}>
        <a className="nl-link" href={href({ ...view, publication: undefined }, hit.path)}>
          <Marked pieces={marked(title, q)} />
        </a>
      </p>
      {told.length === 0 ? null : (
        <p className="ld-found__text" lang={dutch}>
          <Marked pieces={told} />
        </p>
      )}
    </li>
  )
}

/** Text as it is, with what was looked for marked. */
const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))

function Nothing({ view, only, q }: Props) {
  const t = says(view.lang)
  return (
    <>
      <div className="ld-empty">
        <Text lead>{t.none}</Text>
        {only === undefined ? null : (
          <Text>
            <Link to={href(view, SEARCH, { q })}>{t.allKinds}</Link>
          </Text>
        )}
        <List items={t.hints.map((hint) => ({ key: hint, body: hint }))} />
      </div>
      <Doors view={view} />
    </>
  )
}

function Doors({ view }: { view: View }) {
  const t = says(view.lang)
  const doors = [
    ['/rechten', t.doors.rights],
    ['/leren/hulp', t.doors.help],
    [HOW_TO, t.doors.howTo],
    ['/fout-melden', t.doors.report],
  ] as const
  return (
    <Section id="elders" title={t.elsewhere}>
      <List items={doors.map(([to, name]) => ({ key: to, body: <Link to={href(view, to)}>{name}</Link> }))} />
    </Section>
  )
}
