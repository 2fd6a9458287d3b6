/** A value reads back the same from each of its guises, and what cannot be read is told in words. */
import { expect, test } from 'vitest'
import { readRegisters, registerFor } from '../catalogue/registers.ts'
import type { Field, Value } from '../model/register.ts'
import { readField, valuesFrom } from './reading.ts'
import { missingForPublication } from './conditions.ts'
import { inputOf, publicValues, told, typed } from './values.ts'

const sensors = registerFor(readRegisters('registers'), 'sensor')!
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  ...sensors.fields[0]!,
  kind,
  required: undefined,
  max: 200,
  ...more,
})
const OPTIONS = [
  { id: 'rood', label: 'Rood', labelEnglish: 'Red', external: {} },
  { id: 'blauw', label: 'Blauw', labelEnglish: 'Blue', external: {} },
]
const ROWS = { parts: [field('text', { id: 'titel', required: 'always' }), field('url', { id: 'link' })], max: 2 }
const DAYS = {
  parts: [field('date', { id: 'dag' }), field('choice', { id: 'kleur', options: OPTIONS })],
  max: 2,
}

test.each<[Field['kind'], Partial<Field>, string | readonly string[], Value]>([
  ['text', {}, 'Camera 12', 'Camera 12'],
  ['long-text', {}, 'een\n\ntwee', 'een\n\ntwee'],
  ['choice', { options: OPTIONS }, 'rood', 'rood'],
  ['choice', { options: OPTIONS }, 'ROOD', 'rood'],
  ['choices', { options: OPTIONS }, ['blauw', 'rood'], ['rood', 'blauw']],
  ['choices', { options: OPTIONS }, 'Blauw; Rood', ['rood', 'blauw']],
  ['yes-no', {}, 'ja', true],
  ['yes-no', {}, 'Nee', false],
  ['date', {}, '31-12-2026', '2026-12-31'],
  ['date', {}, '2026-02-28', '2026-02-28'],
  ['month', {}, '2026-11', '2026-11'],
  ['month', {}, '11-2026', '2026-11'],
  ['number', {}, '12,5', 12.5],
  ['number', {}, '0', 0],
  ['number', {}, '12.5', 12.5],
  ['amount', {}, '€ 1.250,50', 1250.5],
  ['amount', {}, '1.250', 1250],
  ['email', {}, 'sensoren@gemeente.nl', 'sensoren@gemeente.nl'],
  ['url', {}, 'https://data.gemeente.nl/x', 'https://data.gemeente.nl/x'],
  ['reach', {}, 'algoritmes@gemeente.nl', 'algoritmes@gemeente.nl'],
  ['reach', {}, 'https://gemeente.nl/contact', 'https://gemeente.nl/contact'],
  ['place', {}, 'Stationsplein 1', { label: 'Stationsplein 1', lon: null, lat: null }],
  [
    'place',
    {},
    'Binnenstad (52.1, 4.4; 52.2, 4.4; 52.2, 4.5)',
    {
      label: 'Binnenstad',
      lon: 4.433333,
      lat: 52.166667,
      area: [
        [4.4, 52.1],
        [4.4, 52.2],
        [4.5, 52.2],
      ],
    },
  ],
  ['place', {}, 'Zaal (noord)', { label: 'Zaal (noord)', lon: null, lat: null }],
  ['place', {}, 'Perron (1, 2 en 3)', { label: 'Perron (1, 2 en 3)', lon: null, lat: null }],
  ['place', {}, 'Stationsplein 1 (52.1663, 4.4814)', { label: 'Stationsplein 1', lon: 4.4814, lat: 52.1663 }],
  ['list', ROWS, 'Drukte | https://a.nl/x\nGeluid', [{ titel: 'Drukte', link: 'https://a.nl/x' }, { titel: 'Geluid' }]],
  ['list', DAYS, '31-12-2026 | Rood\n | blauw', [{ dag: '2026-12-31', kleur: 'rood' }, { kleur: 'blauw' }]],
])('%s %#: what is typed is read, and reads back the same', (kind, more, input, value) => {
  const one = field(kind, more)
  expect(readField(one, input)).toEqual({ value })
  expect(readField(one, typed(one, value, new Map()))).toEqual({ value })
  expect(told(one, value, 'nl', new Map()).join('')).not.toBe('')
})

test.each<[Field['kind'], Partial<Field>, string, RegExp]>([
  ['choice', { options: OPTIONS }, 'groen', /“groen” staat niet in de lijst\. Kies uit: Rood, Blauw\./],
  ['yes-no', {}, 'misschien', /ja of nee/],
  ['date', {}, '31-02-2026', /31-12-2026/],
  ['date', {}, 'morgen', /datum/],
  ['month', {}, '2026-13', /maand/],
  ['number', {}, 'veel', /getal/],
  ['amount', {}, '1,2,3', /bedrag/],
  ['email', {}, 'iemand', /naam@gemeente/],
  ['url', {}, 'javascript:alert(1)', /webadres/],
  ['url', {}, 'gemeente.nl', /webadres/],
  ['reach', {}, 'gemeente.nl', /naam@gemeente\.nl, of een webadres/],
  ['reach', {}, 'http://gemeente.nl', /https:/],
  ['place', {}, 'Hier (152.1, 4.4)', /bestaat niet/],
  ['place', {}, 'Hier (52.1, 4.4; 52.2, 4.4)', /drie tot 60 hoekpunten/],
  [
    'place',
    { max: 2_000 },
    `Hier (${Array.from({ length: 61 }, () => '52.1, 4.4').join('; ')})`,
    /drie tot 60 hoekpunten/,
  ],
  ['place', {}, 'Hier (52.1, 4.4; 52.2, 4.4; 52.1.2, 4.4)', /bestaat niet/],
  ['place', {}, 'Hier (93500, 463500; 93600, 463500; 463500, 93600)', /niet in Nederland/],
  ['text', { max: 5 }, 'te lang', /7 tekens\. Er passen er 5/],
  ['list', ROWS, 'a\nb\nc', /3 regels\. Er passen er 2/],
  ['list', ROWS, 'a | b', /Regel 1, .*webadres/],
  ['list', ROWS, ' | https://a.nl', /Regel 1 mist/],
  ['list', DAYS, '31-02-2026 | rood', /Regel 1, .*31-12-2026/],
  ['list', DAYS, '31-12-2026 | groen', /Regel 1, .*Rood, Blauw/],
])('%s %#: what cannot be read is told', (kind, more, input, problem) => {
  expect(readField(field(kind, more), input).problem).toMatch(problem)
})

test('what was not filled in is not there; what is asked is told', () => {
  const { values, problems } = valuesFrom(sensors, {
    naam: 'Teller',
    soort: 'personenteller',
    plaats: 'Markt',
    bord: '',
  })
  expect(values).toEqual({ naam: 'Teller', soort: 'personenteller', plaats: { label: 'Markt', lon: null, lat: null } })
  expect(problems).toEqual({ eigenaar: 'Vul eigenaar in.' })
  expect(valuesFrom(sensors, { naam: 'Teller' }).problems).toMatchObject({
    soort: 'Kies een antwoord bij “Wat is het?”.',
    plaats: 'Vul een antwoord in bij “Waar?”.',
  })
  expect(missingForPublication(sensors, values).map(({ id }) => id)).toContain('einde')
  expect(inputOf(sensors, values, new Map())['bord']).toBe('')
})

test('an end before its beginning is told at the end', () => {
  const { problems } = valuesFrom(sensors, { geplaatst: '2026-05-01', einde: '2026-04-30' })
  expect(problems['einde']).toBe('Dit is vóór “Geplaatst op” (1 mei 2026).')
  expect(valuesFrom(sensors, { geplaatst: '2026-05-01', einde: '2026-05-01' }).problems['einde']).toBeUndefined()
})

test('only what is public leaves', () => {
  expect(publicValues(sensors, { naam: 'Teller', nazien: '2027-01-01' })).toEqual({ naam: 'Teller' })
})

test('what was written when a field held something else is told as text, and breaks nothing', () => {
  const kinds = ['text', 'choice', 'choices', 'yes-no', 'date', 'month', 'number', 'place', 'link', 'list'] as const
  const values = ['zomer 2027', 3, true, ['a', 'b'], { label: 'Hier', lon: null, lat: null }, [{ dag: 'x' }]] as const
  for (const kind of kinds)
    for (const value of values) {
      const held = { ...sensors.fields[0]!, kind, options: [], parts: [] }
      expect(told(held, value, 'nl', new Map()), `${kind} ${JSON.stringify(value)}`).toBeInstanceOf(Array)
      expect(() => typed(held, value, new Map())).not.toThrow()
    }
  const dated = { ...sensors.fields[0]!, kind: 'date' as const }
  expect(told(dated, 'zomer 2027', 'nl', new Map())).toEqual(['zomer 2027'])
  expect(typed(dated, 'zomer 2027', new Map())).toBe('zomer 2027')
})

test('a long text that is no place costs next to nothing', () => {
  const long = `a${' '.repeat(200_000)}b`
  const place = { ...sensors.fields[0]!, kind: 'place' as const, max: 1_000_000 }
  expect(readField(place, long).value).toMatchObject({ lon: null })
})
