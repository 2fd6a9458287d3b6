/** One group: how it stands per theme beside a year before, what it begins with, and who is named. */
import { Page } from '../../web/layout.tsx'
import { Heading, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import type { Book } from '../store.ts'
import { themeName } from '../texts.ts'
import { says } from './messages.ts'
import {
  groupPath,
  NamedList,
  nameOf,
  scoreOf,
  ScoreLine,
  SignsText,
  Spearpoints,
  WalkedLink,
  type Beside,
  type Walked,
} from './parts.tsx'
import type { Named, PublicSpearpoint, Standing } from './store.ts'

type Props = Beside & {
  readonly view: View
  readonly book: Book
  readonly group: Standing
  readonly spearpoints: readonly PublicSpearpoint[]
  readonly named: readonly Named[]
  readonly walked: Walked
}

export function GroupPage({ view, book, group, earlier, shown, beside, spearpoints, named, walked }: Props) {
  const t = says(view.lang)
  const title = nameOf(view, group)
  const themes = book.catalogue.themes.flatMap(({ id }) => {
    const score = scoreOf({ earlier }, group, id)
    return score ? [{ id, score }] : []
  })
  return (
    <Page
      scored
      view={view}
      title={title}
      crumbs={[
        { name: t.title, to: href(view, '/landschap') },
        { name: title, to: href(view, groupPath(group)) },
      ]}
    >
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{t.groupLead(group.organisations)}</Text>
        {group.kind === 'street' ? (
          <Text>
            <WalkedLink {...{ view, walked }} street={group.name} />
          </Text>
        ) : null}
      </div>
      <Section id="speerpunten" title={t.spearpoints}>
        {spearpoints.length === 0 ? (
          <Text>{t.noSpearpoints}</Text>
        ) : (
          <Spearpoints view={view} book={book} all={spearpoints} />
        )}
      </Section>
      {themes.length === 0 || !shown ? null : (
        <Section id="scores" title={t.scores} wide>
          <Text>{t.how}</Text>
          <SignsText {...{ view, shown, beside }} scores={themes.map(({ score }) => score)} />
          <ul className="ld-dotlines">
            {themes.map(({ id, score }) => (
              <li key={id}>
                <div className="ld-dotlines__text">{themeName(view, book, id)}</div>
                <div>
                  <ScoreLine view={view} name={themeName(view, book, id)} score={score} />
                </div>
              </li>
            ))}
          </ul>
          <Table
            id="scores-tabel"
            caption={t.scores}
            hideCaption
            stacked
            columns={[
              { head: t.theme },
              { head: t.scoreIn(shown), numeric: true },
              ...(beside ? [{ head: t.scoreIn(beside), numeric: true }] : []),
            ]}
            rows={themes.map(({ id, score }) => ({
              key: id,
              cells: [
                themeName(view, book, id),
                t.score(score.now),
                ...(beside ? [score.earlier === undefined ? t.noScore : t.score(score.earlier)] : []),
              ],
            }))}
          />
        </Section>
      )}
      <Section id="genoemd" title={t.named}>
        <NamedList view={view} all={named} />
      </Section>
    </Page>
  )
}
