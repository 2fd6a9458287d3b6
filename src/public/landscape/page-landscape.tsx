/** The digital landscape: clusters and streets against themes, beside a year before, with all figures as a table. */
import { Fragment } from 'react'
import type { ThemeId } from '../../model/norm.ts'
import { Page } from '../../web/layout.tsx'
import { Details, Heading, Link, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { themeName, themeWord } from '../texts.ts'
import { says } from './messages.ts'
import {
  groupPath,
  keyOf,
  nameOf,
  scoreIn,
  scoreOf,
  ScoreLine,
  SignsText,
  Spearpoints,
  WalkedLink,
  type Beside,
  type Walked,
} from './parts.tsx'
import type { PublicSpearpoint, Standing } from './store.ts'

type Props = Beside & {
  readonly view: View
  readonly book: Book
  readonly spearpoints: readonly PublicSpearpoint[]
  readonly walked: Walked
}

export function LandscapePage(props: Props) {
  const { view, book, now } = props
  const spearpoints = props.spearpoints.filter(({ endedOn }) => endedOn === null)
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
      </div>
      {themes.length === 0 ? <Text>{t.none}</Text> : <Scores {...props} themes={themes} />}
      <Section id="speerpunten" title={t.spearpoints}>
        {now
          .filter((group) => spearpoints.some((each) => keyOf(each) === keyOf(group)))
          .map((group) => (
            <div key={keyOf(group)}>
              <p className="ld-kicker">
                <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>
              </p>
              <Spearpoints view={view} book={book} all={spearpoints.filter((each) => keyOf(each) === keyOf(group))} />
            </div>
          ))}
        {spearpoints.length === 0 ? <Text>{t.noneChosen}</Text> : null}
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

/** Groups that stand under a theme before it gets a heading of its own. */
const FEW = 2

/** All scores in one section: with few groups a line for each, else the lines of a theme under its name. */
function Scores({ view, book, now, earlier, shown, beside, themes }: Props & { themes: readonly ThemeId[] }) {
  const t = says(view.lang)
  const told = themes.map((theme) => ({
    theme,
    rows: now.flatMap((group) => {
      const score = scoreOf({ earlier }, group, theme)
      return score ? [{ group, score }] : []
    }),
  }))
  const headed = told.some(({ rows }) => rows.length > FEW)
  const linesOf = ({ theme, rows }: (typeof told)[number]) =>
    rows.map(({ group, score }) => (
      <li key={`${theme} ${keyOf(group)}`}>
        <div className="ld-dotlines__text">
          {headed ? '' : `${themeName(view, book, theme)}: `}
          <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>
        </div>
        <div>
          <ScoreLine view={view} name={`${themeName(view, book, theme)}, ${nameOf(view, group)}`} score={score} />
        </div>
      </li>
    ))
  return (
    <Section id="themas" title={t.scores} wide>
      <SignsText {...{ view, shown, beside }} scores={told.flatMap(({ rows }) => rows.map(({ score }) => score))} />
      {headed ? (
        told.map((each) => (
          <div key={each.theme}>
            <Heading level={3}>{themeName(view, book, each.theme)}</Heading>
            <ul className="ld-dotlines">{linesOf(each)}</ul>
          </div>
        ))
      ) : (
        <ul className="ld-dotlines">{told.flatMap(linesOf)}</ul>
      )}
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
  walked,
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
              <Fragment key="g">
                <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>{' '}
                {group.kind === 'street' ? <WalkedLink {...{ view, walked }} street={group.name} /> : null}
              </Fragment>,
              group.organisations === null ? t.fewer : t.atLeast(group.organisations),
              ...themes.map((theme) => scoreIn(view, scoreOf({ earlier }, group, theme), group)),
            ],
          }))}
        />
      )}
      {left.length === 0 ? null : (
        <Details summary={t.left(left.length)}>
          <List
            items={left.map((group) => ({
              key: keyOf(group),
              body: (
                <>
                  <Link to={href(view, groupPath(group))}>{nameOf(view, group)}</Link>{' '}
                  <WalkedLink {...{ view, walked }} street={group.name} />
                </>
              ),
            }))}
          />
        </Details>
      )}
    </Section>
  )
}
