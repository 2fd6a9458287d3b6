/** What differs between two versions, article by article and agreement by agreement, word by word. */
import type { Tx } from '../../db/as.ts'
import { toldDifferences } from '../../lib/told-differences.ts'
import type { Part } from '../../lib/word-difference.ts'
import { Select } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { SearchForm } from '../../web/desk/search-form.tsx'
import { counted } from '../../web/language.ts'
import { Heading, Notice, Section, Text } from '../../web/parts.tsx'
import { commentsOf } from './comment-store.ts'
import { onVersion, placeOf, readPlace } from './frame.tsx'
import { pledgeSaid } from './pledge-words.ts'
import { versionOf, versionsOf, type Covenant, type Version } from './store.ts'
import { differencesBetween, piecesOf, type Difference } from './text.ts'

const WHAT: Readonly<Record<Difference['what'], string>> = {
  added: 'nieuw',
  removed: 'weggehaald',
  changed: 'gewijzigd',
  moved: 'verplaatst, verder hetzelfde',
}

type Props = {
  readonly view: DeskView
  readonly covenant: Covenant
  readonly version: Version
  readonly other: Version
  /** Numbers of the versions that it can be laid beside. */
  readonly others: readonly number[]
  /** What a comment was adopted of, and did not change. */
  readonly unchanged: readonly string[]
  readonly differences: readonly { readonly of: Difference; readonly parts: readonly Part[] | undefined }[]
}

function DifferencesPage({ view, covenant, version, other, others, unchanged, differences }: Props) {
  const at = readPlace(covenant, version.no, view.who)
  const partner = view.who.organisation !== null
  return (
    <DeskPage
      view={view}
      title={`Verschillen tussen versie ${other.no} en ${version.no}`}
      crumbs={[
        { name: covenant.title, to: partner ? `/balie/onze-afspraken/${covenant.id}` : placeOf(covenant) },
        { name: `Versie ${version.no}`, to: at },
      ]}
    >
      <div className="ld-opening">
        <p className="ld-kicker">{covenant.title}</p>
        <Heading level={1}>
          Van versie {other.no} naar versie {version.no}
        </Heading>
        <Text lead>
          {differences.length === 0
            ? 'De tekst is gelijk.'
            : `Er ${differences.length === 1 ? 'is' : 'zijn'} ` +
              `${counted('nl', differences.length, 'artikel of afspraak', 'artikelen of afspraken')} anders.`}
        </Text>
        {version.why === '' ? null : <Text>{version.why}</Text>}
        {differences.length === 0 ? null : (
          <Text>
            Wat weg is, staat tussen rechte haken met een streep erdoor. Wat nieuw is, staat tussen accolades met een
            streep eronder.
          </Text>
        )}
      </div>
      {others.length < 2 ? null : (
        <SearchForm list={`${at}/verschillen`} button="Vergelijken" filtered={false}>
          <Select
            name="met"
            label="Vergelijk met"
            value={`${other.no}`}
            options={others.map((no) => ({ value: `${no}`, label: `Versie ${no}` }))}
          />
        </SearchForm>
      )}
      {unchanged.length === 0 ? null : (
        <Notice title="Overgenomen, maar niet gewijzigd">
          <Text>
            Volgens het antwoord op een reactie is hier iets overgenomen. De tekst is gelijk gebleven:{' '}
            {unchanged.join(', ')}.
          </Text>
        </Notice>
      )}
      {differences.map(({ of, parts }) => (
        <Section key={of.id} id={`verschil-${of.id}`} title={`${of.title}: ${WHAT[of.what]}`}>
          <Told of={of} parts={parts} />
        </Section>
      ))}
    </DeskPage>
  )
}

/** Line by line: a title, a paragraph or a term of an agreement each stands by itself. */
function linesOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const lines: Part[][] = [[]]
  for (const part of parts)
    part.value.split('\n').forEach((value, index) => {
      if (index > 0) lines.push([])
      if (value !== '') lines.at(-1)!.push({ ...part, value })
    })
  return lines.filter((line) => line.length > 0)
}

/** Where two texts differ too much to be told word by word, both stand there as they are. */
function Told({ of, parts }: { of: Difference; parts: readonly Part[] | undefined }) {
  if (of.what === 'moved') return <Text>Dit staat nu op een andere plaats.</Text>
  if (parts === undefined)
    return (
      <>
        <Text>Deze tekst is te lang of te veel veranderd om per woord te vergelijken.</Text>
        <div className="ld-comment">
          <p className="ld-quiet">Was</p>
          <p>{of.before || 'niets'}</p>
        </div>
        <div className="ld-comment">
          <p className="ld-quiet">Is nu</p>
          <p>{of.after || 'niets'}</p>
        </div>
      </>
    )
  return (
    <div className="ld-comment">
      {linesOf(parts).map((line, no) => (
        <p key={no}>
          {line.map(({ value, added, removed }, at) =>
            added ? (
              <ins key={at}>{`{${value}}`}</ins>
            ) : removed ? (
              <del key={at}>{`[${value}]`}</del>
            ) : (
              <span key={at}>{value}</span>
            ),
          )}
        </p>
      ))}
    </div>
  )
}

const read = onVersion('to-read', async ({ tx, municipality, view, who, query }, covenant, version) => {
  const partner = who.organisation !== null
  if (partner && version.state === 'draft') return missing
  const others = (await versionsOf(tx, municipality.id, covenant.id))
    .filter(({ no, state }) => no !== version.no && !(partner && state === 'draft'))
    .map(({ no }) => no)
  const asked = query.get('met')
  const no = asked === null ? others.find((each) => each < version.no) : others.find((each) => `${each}` === asked)
  const other = no === undefined ? undefined : await versionOf(tx, municipality.id, covenant.id, no)
  if (!other) return missing
  const differences = differencesBetween(piecesOf(other.text, pledgeSaid), piecesOf(version.text, pledgeSaid))
  const pieces = piecesOf(version.text, pledgeSaid)
  const adopted = (await commentsOf(tx, municipality.id, covenant.id)).filter(
    (each) => each.doneIn === version.no && each.version === other.no,
  )
  const unchanged = pieces
    .filter(({ id }) => adopted.some(({ article }) => article === id) && !differences.some((each) => each.id === id))
    .map(({ title }) => `“${title}”`)
  const told = await toldDifferences(differences.map(({ before, after }) => ({ before, after })))
  return page(
    <DifferencesPage
      view={view}
      covenant={covenant}
      version={version}
      other={other}
      others={others}
      unchanged={unchanged}
      differences={differences.map((of, at) => ({ of, parts: told[at] }))}
    />,
  )
})

export const differenceRoutes: readonly Route<Tx>[] = [
  { method: 'GET', path: '/convenanten/:covenant/versies/:version/verschillen', may: 'covenant.read', answer: read },
  { method: 'GET', path: '/onze-afspraken/:covenant/versies/:version/verschillen', may: 'covenant.own', answer: read },
]
