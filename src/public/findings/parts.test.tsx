/** What the page of a finding of accessibility tells of the rules that it names. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { VerdictWord } from '../../model/finding.ts'
import { messages } from '../../web/messages.ts'
import type { View } from '../../web/view.ts'
import { Barriers } from './parts.tsx'

const shown = (lang: 'nl' | 'en', verdict: VerdictWord, seen: object) =>
  renderToStaticMarkup(
    <Barriers view={{ lang, m: messages[lang] } as View} verdict={verdict} seen={{ details: [], ...seen }} />,
  )

test('a rule that failed is told as what visitors notice, with its repair', () => {
  const text = shown('nl', 'unmet', { rules: 'image-alt' })
  expect(text).toContain('Een afbeelding heeft geen tekst.')
  expect(text).toContain('Herstel: Geef elke <code')
  expect(text).not.toContain('kon ons programma niet beslissen')
  expect(shown('en', 'unmet', { rules: 'image-alt' })).toContain('An image has no text.')
})

test('what was not decided is told as that', () => {
  const text = shown('nl', 'unknown', { rules: '', details: ['? color-contrast · https://a.test/ · 4×'] })
  expect(text).toContain('Dit kon ons programma niet beslissen.')
  expect(text).toContain('De kleur van een tekst')
})

test('nothing is told where nothing was found, or of what names no rule', () => {
  const passed = { rules: '', details: ['? color-contrast · https://a.test/ · 4×'] }
  expect(shown('nl', 'met', passed)).toBe('')
  expect(shown('nl', 'unmet', { rules: '<script>, hsts' })).toBe('')
})
