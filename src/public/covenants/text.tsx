/** The text of an edition: its articles, the opinions beforehand, and what was done with comments of parties. */
import type { CovenantDocument } from '../../model/public-covenant.ts'
import { day } from '../../web/language.ts'
import { Details, Heading, List, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import type { View } from '../../web/view.ts'
import { dutch } from '../toetsen/share.tsx'
import { targetText } from './figured.ts'
import { says } from './messages.ts'

type Props = { readonly view: View; readonly document: CovenantDocument; readonly current: boolean }

const Articles = ({ view, articles }: { view: View; articles: CovenantDocument['articles'] }) => (
  <div lang={dutch(view)}>
    {articles.map(({ id, title, paragraphs }) => (
      <Details key={id} summary={title}>
        {paragraphs.map((text, index) => (
          <Text key={`${id}${index}`}>{text}</Text>
        ))}
      </Details>
    ))}
  </div>
)

export function DocumentText({ view, document, current }: Props) {
  const t = says(view.lang)
  const { articles, exercises, pledges, opinions, comments } = document
  return (
    <>
      <Section id="tekst" title={t.text}>
        <Articles view={view} articles={articles} />
        {current || pledges.length === 0 ? null : (
          <List
            items={pledges.map((each) => ({
              key: each.id,
              body: (
                <span lang={dutch(view)}>
                  {each.title}: {targetText(view.lang, each)}, {day(view.lang, each.due)}
                </span>
              ),
            }))}
          />
        )}
        {exercises.length === 0 ? null : (
          <>
            <Heading level={3}>{t.exercises}</Heading>
            <Articles view={view} articles={exercises} />
          </>
        )}
      </Section>
      {opinions.length === 0 ? null : (
        <Section id="adviezen" title={t.opinions}>
          {opinions.map(({ role, stance, text, conditions, on }) => (
            <div key={role}>
              <Heading level={3}>
                {t.roles[role]}: {t.stances[stance]}, {day(view.lang, on)}
              </Heading>
              <div lang={dutch(view)}>
                <Text>{text}</Text>
                {conditions.length === 0 ? null : <List items={conditions.map((body) => ({ key: body, body }))} />}
              </div>
            </div>
          ))}
        </Section>
      )}
      {comments.length === 0 ? null : (
        <Section id="reacties" title={t.comments}>
          <Table
            id="reacties-lijst"
            caption={t.commentsCaption}
            hideCaption
            stacked
            columns={[
              { head: t.column.comment },
              { head: t.column.adopted, numeric: true },
              { head: t.column.declined, numeric: true },
              { head: t.column.answered, numeric: true },
            ]}
            rows={comments.map((each) => ({
              key: `${each.version}/${each.article}`,
              cells: [
                <span key="a" lang={dutch(view)}>
                  {each.title} ({t.version(each.version)})
                </span>,
                each.adopted,
                each.declined,
                each.answered,
              ],
            }))}
          />
        </Section>
      )}
    </>
  )
}
