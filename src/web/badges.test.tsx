/** A verdict is a word and a shape; advice that is not followed looks like no fault. */
import { expect, test } from 'vitest'
import { VerdictBadge, type Told } from './badges.tsx'
import { html } from './layout.tsx'
import { messages } from './messages.ts'
import type { VerdictWord } from '../model/finding.ts'
import type { View } from './view.ts'

const drawn = (verdict: VerdictWord, told: Told) =>
  html(<VerdictBadge view={{ m: messages.nl } as View} verdict={verdict} told={told} />).toString()

test('advice that is not followed has no cross and no colour of a fault', () => {
  expect(drawn('unmet', 'verdict')).toContain('M4 4 L12 12')
  expect(drawn('unmet', 'barrier')).toContain('ld-badge--unmet')
  const advice = drawn('unmet', 'advice')
  expect(advice).toContain('niet ingesteld (advies)')
  expect(advice).toContain('ld-badge--advice')
  expect(advice).not.toContain('M4 4 L12 12')
})

test('what else is said of advice keeps its shape', () => {
  for (const verdict of ['met', 'partly', 'unknown', 'not-applicable'] as const)
    expect(drawn(verdict, 'advice')).toContain(`ld-badge--${verdict}`)
})
