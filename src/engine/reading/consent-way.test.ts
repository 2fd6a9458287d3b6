/** What is pressed next by who wants nothing of it. */
import { expect, test } from 'vitest'
import { wayOut } from './consent-way.ts'
import { controlKind } from './consent-words.ts'

const control = (text: string, leaves?: boolean) => ({
  kind: controlKind(text),
  text,
  ...(leaves === undefined ? {} : { leaves }),
})
const way = (...controls: readonly ReturnType<typeof control>[]) => wayOut(controls, [])

test('what tells more here is pressed last of all, and once', () => {
  const more = control('Meer informatie', false)
  expect(way(control('Akkoord'), more)).toMatchObject({ press: more, last: false })
  expect(way(more, control('Instellingen'))!.press.text).toBe('Instellingen')
  expect(way(more, control('Weigeren'))!.press.text).toBe('Weigeren')
  expect(wayOut([more], [], [{ text: 'Meer informatie', kind: 'more' }])).toBeUndefined()
})

test('what leads to another address, or of which that is not known, is not pressed', () => {
  expect(way(control('Akkoord'), control('Meer informatie', true))).toBeUndefined()
  expect(way(control('Akkoord'), control('Meer informatie'))).toBeUndefined()
})

test('a no that leads to the choices is not taken for the last press', () => {
  expect(way(control('Ja, prima'), control('Nee, aanpassen'))).toMatchObject({ last: false })
  expect(way(control('Ja, prima'), control('Nee, ik pas niets aan'))).toMatchObject({ last: true })
})
