/** What the handler of a case asks to be changed at this question. */
import { day } from '../../web/language.ts'
import { Notice, Text } from '../../web/parts.tsx'
import type { Open } from './store.ts'

export function CameBack({ open, question }: { open: Open; question: string }) {
  const asked = open.asked.get(question)
  return asked ? (
    <Notice title="De behandelaar vraagt hier iets">
      <Text>{asked.text}</Text>
      <Text>
        {open.names.get(asked.by) ?? 'Een collega'}, {day('nl', asked.at)}. Pas uw antwoord aan, of leg in een opmerking
        uit waarom het zo blijft.
      </Text>
    </Notice>
  ) : null
}
