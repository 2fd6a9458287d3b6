/** One version of a covenant, as it can be read: its articles, what is promised, the rules of exercises. */
import type { Tx } from '../../db/as.ts'
import { VERSION_STATES } from '../../vocabulary/covenant.ts'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Section, Text } from '../../web/parts.tsx'
import type { Article } from '../../model/covenant.ts'
import { headings } from './rules.ts'
import { covenantById, versionOf, type Covenant, type Version } from './store.ts'

function Articles({ articles, numbered }: { articles: readonly Article[]; numbered: boolean }) {
  const named = headings(articles)
  return articles.map(({ id, title, paragraphs }) => (
    <Section key={id} id={`artikel-${id}`} title={numbered ? named.get(id)! : title}>
      {paragraphs.map((each) => (
        <Text key={each}>{each}</Text>
      ))}
    </Section>
  ))
}

function VersionPage({ view, covenant, version }: { view: DeskView; covenant: Covenant; version: Version }) {
  const { text, no, state, shownAt, until } = version
  return (
    <DeskPage
      view={view}
      title={`Versie ${no} van ${covenant.title}`}
      crumbs={[
        { name: 'Afspraken', to: '/balie/afspraken' },
        { name: covenant.title, to: `/balie/convenanten/${covenant.id}` },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">
          Versie {no}, {VERSION_STATES[state]}
        </p>
        <Heading level={1}>{covenant.title}</Heading>
        <Text lead>
          {shownAt === null
            ? 'Deze versie wordt geschreven. Alleen de gemeente ziet haar.'
            : `Voorgelegd op ${day('nl', shownAt)}.${
                until === null ? '' : ` Reageren kan tot en met ${day('nl', until)}.`
              }`}
        </Text>
      </div>
      <Articles articles={text.articles} numbered />
      {text.exercises.length === 0 ? null : (
        <>
          <Heading level={2}>Bijlage 2. Regels voor oefeningen</Heading>
          <Articles articles={text.exercises} numbered={false} />
        </>
      )}
    </DeskPage>
  )
}

export const versionRoutes: readonly Route<Tx>[] = [
  {
    method: 'GET',
    path: '/convenanten/:covenant/versies/:version',
    may: 'covenant.read',
    answer: async ({ tx, municipality, params, view }) => {
      const covenant = await covenantById(tx, municipality.id, params['covenant']!)
      const version = covenant && (await versionOf(tx, municipality.id, covenant.id, Number(params['version'])))
      return covenant && version ? page(<VersionPage view={view} covenant={covenant} version={version} />) : missing
    },
  },
]
