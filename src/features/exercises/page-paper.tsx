/** An exercise on paper: cards of roles, messages by the clock and a record to write on; it needs no internet. */
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { EmptyRecord, MessageSheet, Questions, RoleCards } from '../../web/exercise/sheets.tsx'
import { says } from '../../web/exercise/words.ts'
import { Heading, List, Section, Text } from '../../web/parts.tsx'
import { crumbsOf, whenOf } from './parts.tsx'
import type { Exercise } from './store.ts'

type Props = { readonly view: DeskView; readonly exercise: Exercise; readonly players: ReadonlyMap<string, string> }

export function PaperPage({ view, exercise, players }: Props) {
  const t = says('nl')
  const { content } = exercise
  return (
    <DeskPage view={view} title={`Op papier: ${content.title.nl}`} crumbs={crumbsOf(exercise)} wide>
      <div className="ld-opening">
        <Heading level={1}>{content.title.nl}</Heading>
        <Text lead>
          {exercise.name}, {whenOf(exercise)}, {exercise.place}
        </Text>
        <Text>{t.rest}</Text>
      </div>
      <Section id="rollen" title={t.roles} wide>
        <RoleCards lang="nl" scenario={content} names={players} />
      </Section>
      <Section id="klaar" title="Klaarleggen">
        <List items={content.needs.map((each) => ({ key: each.nl, body: each.nl }))} />
      </Section>
      <Section id="berichten" title={t.messages} wide>
        <MessageSheet lang="nl" scenario={content} />
      </Section>
      <Section id="verslag" title={t.record} wide>
        <EmptyRecord lang="nl" />
      </Section>
      <Section id="nagesprek" title={t.questions}>
        <Questions lang="nl" scenario={content} />
      </Section>
    </DeskPage>
  )
}
