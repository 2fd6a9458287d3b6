/** The catalogue in Turtle says what the JSON-LD says, and nothing in a text ends it early. */
import { expect, test } from 'vitest'
import { catalogueOf } from './dcat.ts'
import { turtleOf } from './turtle.ts'

const made = (title: string) =>
  turtleOf(
    catalogueOf({
      origin: 'https://leidraad.test',
      name: 'Sluiswijk',
      email: 'a>b@sluiswijk.test',
      sets: [],
      files: [
        {
          name: 'bomen',
          title,
          text: { nl: 'Regel één\nregel "twee" \\', en: '' },
          theme: 'ENVI',
          page: '/bomen',
          json: '/api/v1/bomen',
          lines: { of: 'now', read: async function* () {} },
          changed: new Date('2026-03-01T10:00:00Z'),
        },
      ],
    }),
  )

test('each thing stands there once, with its facts', () => {
  const text = made('Bomen')
  expect(text.match(/^<\S+>$/gm)?.length).toBe(new Set(text.match(/^<\S+>$/gm)).size)
  expect(text).toContain('@prefix dcat: <http://www.w3.org/ns/dcat#> .')
  expect(text).toContain(
    '<https://leidraad.test/open-data/dcat.jsonld#bomen>\n  a dcat:Dataset ;\n  dct:title "Bomen"@nl ;',
  )
  expect(text).toContain('dct:modified "2026-03-01T10:00:00.000Z"^^xsd:dateTime')
  expect(text).toContain('authority/frequency/UPDATE_CONT>\n  a dct:Frequency .')
  expect(text).toContain('dcat:downloadURL <https://leidraad.test/api/v1/bomen>')
})

test('texts and addresses are closed off', () => {
  const text = made('A" . <x> <y> "')
  expect(text).toContain(String.raw`dct:title "A\" . <x> <y> \""@nl`)
  expect(text).toContain(String.raw`"Regel één\nregel \"twee\" \\"@nl`)
  expect(text).toContain('<mailto:a%3Eb@sluiswijk.test>')
})
