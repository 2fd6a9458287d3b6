/** One finding that somebody handed over: what was seen, and what became of it. */
import type { Noted, NotedStory } from '../../model/finding.ts'
import { NOTED_SOURCES, STRENGTH_WORDS, VERDICT_WORDS } from '../../vocabulary/finding.ts'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { Facts, Heading, Link, Notice, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'

const wordOf = (words: Readonly<Record<string, string>>, value: string): string =>
  Object.entries(words).find(([, each]) => each === value)?.[0] ?? value
const sourceOf = ({ source }: Pick<Noted, 'source'>): string =>
  Object.values(NOTED_SOURCES).find((each) => each.source === source)?.told ?? source
/** What one says: `voldoet niet`. */
export const verdictIn = ({ verdict }: Pick<Noted, 'verdict'>): string => wordOf(VERDICT_WORDS, verdict)

export const LIST = { name: 'Bevindingen van mensen', to: '/balie/bevindingen' }
/** Where one stands. */
export const placeOf = ({ id }: Pick<Noted, 'id'>): string => `${LIST.to}/${id}`
/** What one is called: the criterion, and what it is about. */
export const titleOf = ({ criterion }: Pick<Noted, 'criterion'>, about: string): string => `${criterion}: ${about}`

type Props = {
  readonly view: DeskView
  readonly finding: NotedStory
  /** Itself, what it replaced and what replaced it, the newest first. */
  readonly story: readonly NotedStory[]
  readonly about: string
  readonly mayNote: boolean
  /** YYYY-MM-DD. */
  readonly today: string
}

export function FindingPage({ view, finding, story, about, mayNote, today }: Props) {
  const at = placeOf(finding)
  const next = story.find(({ replaces }) => replaces === finding.id)
  const title = titleOf(finding, about)
  return (
    <DeskPage view={view} title={title} crumbs={[LIST]}>
      <div className="ld-opening">
        <Heading level={1}>{title}</Heading>
        <Text lead>{finding.said === '' ? `Het oordeel is: ${verdictIn(finding)}.` : finding.said}</Text>
      </div>
      {finding.withdrawn === undefined ? null : (
        <Notice title={next === undefined ? 'Dit is ingetrokken' : 'Dit is vervangen'}>
          <Text>
            {finding.withdrawn.by}, {moment('nl', finding.withdrawn.at)}: “{finding.withdrawn.why}”
          </Text>
          {next === undefined ? null : (
            <Text>
              <Link to={placeOf(next)}>Lees wat ervoor in de plaats kwam</Link>
            </Text>
          )}
        </Notice>
      )}
      {mayNote && finding.withdrawn === undefined ? (
        <Text>
          <Link to={`${at}/vervangen`}>Vervang deze bevinding</Link> of <Link to={`${at}/intrekken`}>trek die in</Link>.
        </Text>
      ) : null}
      <Facts
        items={[
          { name: 'Norm', value: <Link to={`/normen/${finding.norm}`}>{finding.norm}</Link> },
          { name: 'Oordeel', value: finding.until < today ? 'onbekend: te lang geleden gezien' : verdictIn(finding) },
          { name: 'Komt uit', value: sourceOf(finding) },
          { name: 'Hoe sterk', value: wordOf(STRENGTH_WORDS, finding.strength) },
          { name: 'Gezien op', value: <Day on={finding.at} /> },
          { name: 'Gezien door', value: finding.seenBy },
          { name: 'Geldig tot en met', value: <Day on={finding.until} /> },
          { name: 'Ingelezen', value: `${moment('nl', finding.notedAt)}, door ${finding.notedBy}` },
        ]}
      />
      {story.length < 2 ? null : <Story story={story} />}
    </DeskPage>
  )
}

const Story = ({ story }: { readonly story: readonly NotedStory[] }) => (
  <Section id="geschiedenis" title="Wat er eerder stond, en waarom dat veranderde" wide>
    <Table
      id="geschiedenis-tabel"
      caption="Alle keren, de nieuwste eerst"
      hideCaption
      stacked
      columns={[
        { head: 'Ingelezen' },
        { head: 'Oordeel' },
        { head: 'Gezien op' },
        { head: 'Wat is gezien' },
        { head: 'Vervangen of ingetrokken' },
      ]}
      rows={story.map((each) => ({
        key: each.id,
        cells: [
          <Link key="l" to={placeOf(each)}>
            {moment('nl', each.notedAt)}
          </Link>,
          verdictIn(each),
          <Day key="d" on={each.at} />,
          each.said,
          each.withdrawn === undefined ? 'nee, dit geldt' : `${each.withdrawn.by}: “${each.withdrawn.why}”`,
        ],
      }))}
    />
  </Section>
)
