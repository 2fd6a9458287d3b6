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
  expect(text).toContain('Wat bezoekers merken')
  expect(text).not.toContain('kon ons programma niet beslissen')
  expect(shown('en', 'unmet', { rules: 'image-alt' })).toContain('An image has no text.')
})

test('what was not decided is no fact: it may be so, and no repair is asked', () => {
  const seen = {
    rules: '',
    details: ['? color-contrast · https://a.test/ · 4×', '? button-name · https://a.test/ · 1×'],
  }
  const text = shown('nl', 'unknown', seen)
  expect(text).toContain('Wat iemand nog moet nakijken')
  expect(text).toContain('Misschien: de kleur van een tekst')
  expect(text.match(/Misschien: /g)).toHaveLength(2)
  expect(text).not.toMatch(/Wat bezoekers merken|Herstel/)
  expect(shown('en', 'unknown', seen)).toContain('Perhaps: ')
  expect(shown('en', 'unknown', seen)).not.toMatch(/What visitors notice|Repair/)
  // A rule that failed beside a page that was not seen: the verdict is unknown, and so is the point.
  expect(shown('nl', 'unknown', { rules: 'image-alt' })).not.toContain('Herstel')
})

test('nothing is told where nothing was found, or of what names no rule', () => {
  const passed = { rules: '', details: ['? color-contrast · https://a.test/ · 4×'] }
  expect(shown('nl', 'met', passed)).toBe('')
  expect(shown('nl', 'unmet', { rules: '<script>, hsts' })).toBe('')
})
