/** Who reads how to reach the city is told of a telephone only where there is one; a made up city has none. */
import { expect, test } from 'vitest'
import { html } from './layout.tsx'
import { messages } from './messages.ts'
import type { View } from './view.ts'
import { Contact } from './wrong.tsx'

const told = (phone: string, lang: 'nl' | 'en') =>
  html(
    <Contact view={{ m: messages[lang], contact: { email: 'info@x.test', phone, days: 5 } } as unknown as View} />,
  ).toString()

test('a number is told where there is one', () => {
  expect(told('14 071', 'nl')).toContain('of bel 14 071')
  expect(told('14 071', 'en')).toContain('or call 14 071')
})

test('where there is none, nothing is said of calling: so it is in the demo', () => {
  expect(told('', 'nl')).toMatch(/info@x\.test<\/a>\.<\/p>$/)
  expect(told('', 'en')).not.toContain('call')
})
