/** The digital landscape: clusters and streets against themes, beside a year before, with all figures as a table. */
import type { ThemeId } from '../../model/norm.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { themeName, themeWord } from '../texts.ts'
import { says } from './messages.ts'
import { groupPath, keyOf, nameOf, scoreIn, scoreOf, ScoreLine, Spearpoints, type Beside } from './parts.tsx'
import type { PublicSpearpoint, Standing } from './store.ts'

type Props = Beside & {
  readonly view: View
  readonly book: Book
  readonly spearpoints: readonly PublicSpearpoint[]
}

export function LandscapePage(props: Props) {
  const { view, book, now, shown, beside, spearpoints } = props
  const t = says(view.lang)
  const themes = book.catalogue.themes
    .map(({ id }) => id)
    .filter((id) => now.some((group) => group.themes.some(({ theme }) => theme === id)))
  const ofKind = (kind: Standing['kind']) => now.filter((each) => each.kind === kind)
  return (
    <Page scored view={view} title={t.title} crumbs={[{ name: t.title, to: href(view, '/landschap') }]}>
      <div className="ld-opening">
        <Heading level={1}>{t.title}</Heading>
        <Text lead>{t.lead}</Text>
        <Text>
          {t.how} {t.rounded} {t.why}
        </Text>
        <Text>{shown && beside ? t.beside(shown, beside) : t.alone}</Text>
        {beside && shown && beside.catalogueVersion !== shown.catalogueVersion ? <Text>{t.otherNorms}</Text> : null}
      </div>
      {themes.length === 0 ? <Text>{t.none}</Text> : null}
      {themes.map((theme) => (
        <ThemeSection key={theme} {...props} theme={theme} />
      ))}
      <Section id="speerpunten" title={t.spearpoints}>
        {now
          .filter((group) => spearpoints.some((each) => keyOf(each) === keyOf(group)))
          .map((group) => (
            <div key={keyOf(group)}>
              <p className="ld-kicker">
                <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>
              </p>
              <Spearpoints
                view={view}
                book={book}
                all={spearpoints.filter((each) => keyOf(each) === keyOf(group) && each.endedOn === null)}
              />
            </div>
          ))}
        {spearpoints.length === 0 ? <Text>{t.noSpearpoints}</Text> : null}
      </Section>
      <Figures {...props} themes={themes} id="groepen" title={t.clusters} head={t.group} groups={ofKind('cluster')} />
      <Figures {...props} themes={themes} id="straten" title={t.streets} head={t.street} groups={ofKind('street')} />
      {ofKind('street').length === 0 ? null : (
        <Text>
          <Link to={href(view, '/landschap/kaart')}>{t.toMap}</Link>
        </Text>
      )}
    </Page>
  )
}

function ThemeSection({ view, book, now, earlier, theme }: Props & { theme: ThemeId }) {
  const rows = now.flatMap((group) => {
    const score = scoreOf({ earlier }, group, theme)
    return score ? [{ group, score }] : []
  })
  return (
    <Section id={`thema-${theme.toLowerCase()}`} title={themeName(view, book, theme)} wide>
      <ul className="ld-dotlines">
        {rows.map(({ group, score }) => (
          <li key={keyOf(group)}>
            <div className="ld-dotlines__text">
              <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>
            </div>
            <div>
              <ScoreLine view={view} name={nameOf(view, group)} score={score} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Every group with its figures, also those without: nothing is kept quiet but the figure. */
function Figures({
  view,
  earlier,
  themes,
  id,
  title,
  head,
  groups,
}: Props & {
  themes: readonly ThemeId[]
  id: string
  title: string
  head: string
  groups: readonly Standing[]
}) {
  const t = says(view.lang)
  if (groups.length === 0) return null
  // Of clusters each has its line; a city has too many streets for that.
  const lines = groups.filter(({ kind, organisations }) => kind === 'cluster' || organisations !== null)
  const left = groups.filter((each) => !lines.includes(each))
  return (
    <Section id={id} title={title} wide>
      {lines.length === 0 ? <Text>{t.noStreets}</Text> : null}
      {lines.length === 0 ? null : (
        <Table
          id={`${id}-tabel`}
          caption={`${title}: ${t.table.toLowerCase()}`}
          hideCaption
          stacked
          columns={[{ head }, { head: t.count }, ...themes.map((theme) => ({ head: themeWord(view, theme) }))]}
          rows={lines.map((group) => ({
            key: keyOf(group),
            cells: [
              <Link key="g" to={href(view, groupPath(group))}>
                {nameOf(view, group)}
              </Link>,
              group.organisations === null ? t.fewer : t.atLeast(group.organisations),
              ...themes.map((theme) => scoreIn(view, scoreOf({ earlier }, group, theme))),
            ],
          }))}
        />
      )}
      {left.length === 0 ? null : (
        <Details summary={t.left(left.length)}>
          <List
            items={left.map((group) => ({
              key: keyOf(group),
              body: <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>,
            }))}
          />
        </Details>
      )}
    </Section>
  )
}
