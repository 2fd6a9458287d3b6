/** A form gives back what was typed, and says in Dutch at each field what is not right. */
import { expect, test } from 'vitest'
import { z } from 'zod'
import { TooLong } from '../../lib/too-long.ts'
import { dateOrNone, emptyOr, file, filled, oneOf, readForm, secret, several, text, ticked, word } from './schema.ts'
import { sentOf } from './sent.ts'

const FORM = {
  naam: text(10, filled('Vul de naam in.')),
  soort: word(oneOf(['a', 'b'], 'Kies een soort.')),
  van: word(dateOrNone('31 december 2026')),
  tot: word(dateOrNone('31 december 2026')),
  rollen: several(z.array(oneOf(['x', 'y'], 'Kies uit de lijst.')).min(1, 'Kies minstens één rol.')),
  zeker: ticked,
  link: word(emptyOr((typed) => typed.startsWith('https://'), 'Begin met https://.')),
  geheim: secret,
  bestand: file,
}
const read = (body: Parameters<typeof sentOf>[0]) =>
  readForm(FORM, sentOf(body), [
    { field: 'tot', holds: ({ van, tot }) => tot === '' || van <= tot, says: 'Het einde ligt voor het begin.' },
  ])
const good = { naam: ' Sluis ', soort: 'b', van: '2026-01-01', rollen: ['x'], geheim: ' a b ' }

test('what is right comes out as its schema makes it', () => {
  const { held, problems } = read({ ...good, zeker: 'ja' })
  expect(problems).toEqual({})
  expect(held).toMatchObject({ naam: 'Sluis', soort: 'b', tot: '', rollen: ['x'], zeker: true, geheim: ' a b ' })
  expect(held!.bestand).toBeUndefined()
})

test('of everything that is not right one message, in the order of the form, and all that was typed', () => {
  const sent = { soort: 'c', van: '2026-02-30', tot: 'ooit', rollen: ['x', 'z', 'q'], link: 'http://a', zeker: 'nee' }
  const { typed, held, problems } = read(sent)
  expect(held).toBeUndefined()
  expect(Object.entries(problems)).toEqual([
    ['naam', 'Vul de naam in.'],
    ['soort', 'Kies een soort.'],
    ['van', 'Vul een datum in, zoals 31 december 2026.'],
    ['tot', 'Vul een datum in, zoals 31 december 2026.'],
    ['rollen', 'Kies uit de lijst.'],
    ['link', 'Begin met https://.'],
  ])
  expect(typed).toMatchObject({ naam: '', soort: 'c', van: '2026-02-30', rollen: ['x', 'z', 'q'], link: 'http://a' })
})

test('what must be so of fields together is asked beside the rest', () => {
  const { problems } = read({ ...good, naam: '', tot: '2025-01-01' })
  expect(problems).toEqual({ naam: 'Vul de naam in.', tot: 'Het einde ligt voor het begin.' })
  expect(read({ ...good, tot: '2026-01-01' }).problems).toEqual({})
})

test('a text that is too long is not cut', () => {
  expect(() => read({ ...good, naam: 'x'.repeat(11) })).toThrow(TooLong)
  expect(read({ ...good, naam: 'x'.repeat(10) }).held?.naam).toHaveLength(10)
})

test('nothing is said in English where a schema forgot its words', () => {
  const { problems } = readForm({ kosten: word(z.string().regex(/^\d+$/)) }, sentOf({ kosten: 'veel' }))
  expect(problems).toEqual({ kosten: 'Dit kunnen wij zo niet gebruiken. Vul het anders in.' })
})

test('names that every object has are no fields', () => {
  expect(read({ ...good, constructor: 'x', toString: 'y' } as never).problems).toEqual({})
})
