/** "None" is only said when every question was answered. */
import { expect, test } from 'vitest'
import { flagsInWords, noFlagIn } from './flags.ts'

const of = (asked: number, open: number, flags = 0, unknown = 0) =>
  flagsInWords({
    asked,
    open: Array.from({ length: open }),
    flags: Array.from({ length: flags }),
    unknown: Array.from({ length: unknown }),
  })

test.each([
  [of(22, 0), 'Er zijn geen rode vlaggen.'],
  [of(22, 16), 'In de 6 beantwoorde vragen staat geen rode vlag. 16 vragen zijn nog niet beantwoord.'],
  [of(22, 1), 'In de 21 beantwoorde vragen staat geen rode vlag. Eén vraag is nog niet beantwoord.'],
  [of(22, 21), 'In de beantwoorde vraag staat geen rode vlag. 21 vragen zijn nog niet beantwoord.'],
  [of(22, 22), 'Er is nog geen vraag beantwoord. Over rode vlaggen is dus nog niets te zeggen.'],
  [of(0, 0), 'Er is nog geen vraag beantwoord. Over rode vlaggen is dus nog niets te zeggen.'],
  [of(22, 0, 1), 'Er is één rode vlag.'],
  [of(22, 3, 2), 'Er zijn 2 rode vlaggen. 3 vragen zijn nog niet beantwoord.'],
  [of(22, 0, 0, 4), 'Er zijn geen rode vlaggen. Op 4 vragen is het antwoord “weet ik niet”.'],
  [of(22, 0, 1, 1), 'Er is één rode vlag. Op één vraag is het antwoord “weet ik niet”.'],
])('%s', (said, expected) => expect(said).toBe(expected))

test.each([
  [{ asked: 4, answered: 4 }, 'geen'],
  [{ asked: 4, answered: 3 }, 'geen in 3 van 4 vragen'],
  [{ asked: 4, answered: 0 }, 'nog niets beantwoord'],
])('of a part: %j is “%s”', (part, expected) => expect(noFlagIn(part)).toBe(expected))
