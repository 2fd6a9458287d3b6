/** The sheets of an exercise, on a screen and on paper: a card for each role, the messages by the clock, a record. */
import type { Scenario, ScenarioMessage } from '../../model/exercise.ts'
import { WAYS } from '../../vocabulary/exercise.ts'
import type { Lang } from '../language.ts'
import { Facts, Heading, List, Text } from '../parts.tsx'
import { Table } from '../table.tsx'
import { says } from './words.ts'

type Of = { readonly lang: Lang; readonly scenario: Scenario }

/** For whom a message is, in words. */
export const toWhom = ({ to }: ScenarioMessage, { roles }: Scenario, lang: Lang): string =>
  to.length === 0
    ? says(lang).everybody
    : to.map((id) => roles.find((role) => role.id === id)?.name[lang] ?? id).join(', ')

/** A card each, to cut out; `names`: who plays it, by role. */
export function RoleCards({ lang, scenario, names }: Of & { readonly names?: ReadonlyMap<string, string> }) {
  return (
    <div className="ld-cards">
      {scenario.roles.map(({ id, name, task }) => (
        <section key={id} className="ld-card" aria-labelledby={`rol-${id}`}>
          <Heading level={3} id={`rol-${id}`}>
            {name[lang]}
          </Heading>
          <Text>{task[lang]}</Text>
          {names === undefined ? null : (
            <Text>
              {says(lang).played}: {names.get(id) ?? '……………………'}
            </Text>
          )}
        </section>
      ))}
    </div>
  )
}

/** One message as its leader reads it. */
export function MessageFacts({ lang, scenario, message }: Of & { readonly message: ScenarioMessage }) {
  const t = says(lang)
  return (
    <Facts
      items={[
        { name: t.to, value: toWhom(message, scenario, lang) },
        { name: t.way, value: WAYS[message.way][lang] },
        ...(message.onlyIf === null ? [] : [{ name: t.onlyIf, value: message.onlyIf[lang] }]),
        { name: t.text, value: <strong>{message.text[lang]}</strong> },
        { name: t.expected, value: message.expected[lang] },
        ...(message.hint === null ? [] : [{ name: t.hint, value: message.hint[lang] }]),
      ]}
    />
  )
}

/** All messages by the clock, for who leads. */
export function MessageSheet({ lang, scenario }: Of) {
  const t = says(lang)
  return (
    <Table
      id="berichten-tabel"
      caption={t.messagesCaption}
      hideCaption
      stacked
      columns={[{ head: t.when }, { head: t.to }, { head: t.text }, { head: t.expected }]}
      rows={scenario.messages.map((message, index) => ({
        key: String(index),
        cells: [
          `${t.minute(message.after)} (${WAYS[message.way][lang]})`,
          [toWhom(message, scenario, lang), message.onlyIf?.[lang]].filter(Boolean).join('. '),
          message.text[lang],
          [message.expected[lang], message.hint?.[lang]].filter(Boolean).join(' '),
        ],
      }))}
    />
  )
}

/** Lines to write on, where there is no screen. */
export function EmptyRecord({ lang, lines = 14 }: { readonly lang: Lang; readonly lines?: number }) {
  const t = says(lang)
  return (
    <table className="utrecht-table ld-empty-record">
      <caption className="ld-quiet">{t.recordHint}</caption>
      <thead>
        <tr>
          {[t.clock, t.role, t.done].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: lines }, (_, line) => (
          <tr key={line}>
            {[t.clock, t.role, t.done].map((head) => (
              <td key={head}>{'\u00A0'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is talked over afterwards. */
export const Questions = ({ lang, scenario }: Of) => (
  <List items={scenario.questions.map((each) => ({ key: each.nl, body: each[lang] }))} />
)
