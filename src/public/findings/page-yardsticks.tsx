/** What the tests of others would say of what we saw at an address: ours in their manner, never their verdict. */
import type { Mark, Yardstick, YardstickId } from '../../model/yardstick.ts'
import { number } from '../../web/language.ts'
import { Page } from '../../web/layout.tsx'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { href, type View } from '../../web/view.ts'
import { gradeOf } from '../../yardsticks/observatory.ts'
import { subjectPath } from '../texts.ts'
import { yardstickSays, type YardstickWords } from './messages-yardsticks.ts'
import type { Organisation, Subject } from './page-subject.tsx'

/** Where their own verdict is asked for. */
const SITES: Readonly<Record<YardstickId, string>> = {
  'internet-nl-web': 'https://internet.nl/test-site/',
  'internet-nl-mail': 'https://internet.nl/test-mail/',
  observatory: 'https://developer.mozilla.org/observatory',
}

export function YardsticksPage({
  view,
  organisation,
  subject,
  yardsticks,
}: {
  view: View
  organisation: Organisation
  subject: Subject
  yardsticks: readonly (readonly [YardstickId, Yardstick | null])[]
}) {
  const { m } = view
  const t = yardstickSays(view.lang)
  const back = subjectPath(organisation.slug, subject.kind, subject.address)
  return (
    <Page
      view={view}
      title={`${t.title}: ${subject.address}`}
      crumbs={[
        { name: m.nav.organisations, to: href(view, '/organisaties') },
        { name: organisation.name, to: href(view, `/organisaties/${organisation.slug}`) },
        { name: subject.address, to: href(view, back) },
        { name: t.title, to: href(view, `${back}/meetlat`) },
      ]}
    >
      <Heading level={1}>{t.title}</Heading>
      <Text lead>{t.lead}</Text>
      <Text>{t.unknown}</Text>
      {yardsticks.map(([id, yardstick]) => (
        <Section key={id} id={id} title={t.yardstick[id]} wide>
          {yardstick ? <Told {...{ view, id, yardstick }} /> : <Text>{t.none}</Text>}
          <Text>
            {t.asked} <Link to={SITES[id]}>{t.yardstick[id]}</Link>
          </Text>
        </Section>
      ))}
    </Page>
  )
}

function Told({ view, id, yardstick }: { view: View; id: YardstickId; yardstick: Yardstick }) {
  const t = yardstickSays(view.lang)
  const say = (value: number) => number(view.lang, value)
  const [low, high] = yardstick.total
  const grade = id === 'observatory' ? t.grade(gradeOf(low), gradeOf(high)) : ` ${t.most}`
  return (
    <>
      <Text>{t.score(t.yardstick[id], say(low), say(high), grade)}</Text>
      {yardstick.parts
        .filter(({ marks }) => marks.length > 0)
        .map(({ part, marks }) => (
          <Table
            key={part}
            id={`${id}-${part}`}
            caption={word(t.part, part)}
            columns={[{ head: t.column.test }, { head: t.column.says }, { head: t.column.points }]}
            rows={marks.map((mark) => ({
              key: mark.test,
              cells: [word(t.test, mark.test), t.says[outcome(id, mark)], points(t, id, mark, say)],
            }))}
          />
        ))}
    </>
  )
}

const word = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? words[key]! : key

/** Theirs take points off or give them; the others give of a most. */
export function outcome(id: YardstickId, { span: [low, high], most }: Mark): keyof YardstickWords['says'] {
  if (low !== high) return id === 'observatory' && low >= 0 ? 'pass' : 'unknown'
  if (id === 'observatory') return low >= 0 ? 'pass' : 'fail'
  return low === most ? 'pass' : low === 0 ? 'fail' : 'part'
}

function points(
  t: YardstickWords,
  id: YardstickId,
  { span: [low, high], most }: Mark,
  say: (value: number) => string,
): string {
  const signed = (value: number) => (value > 0 ? `+${say(value)}` : say(value).replace('-', '−'))
  return id === 'observatory' ? t.change(signed(low), signed(high)) : t.points(say(low), say(high), say(most))
}
