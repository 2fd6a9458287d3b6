/** A label goes out in CSAF 2.0 and comes back the same, and never wider; what a source writes becomes plain text. */
import { expect, test } from 'vitest'
import { TLP, type Tlp } from '../../vocabulary/tlp.ts'
import { csafOf, distributionOf, labelIn } from './csaf.ts'
import { plainBlocks } from './plain.ts'

test.each([
  ['CLEAR', 'WHITE'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'RED'],
  ['RED', 'RED'],
] as const)('%s goes out as %s, and comes back as it was', (label, code) => {
  const distribution = distributionOf(label)
  expect(distribution.tlp.label).toBe(code)
  expect(labelIn(distribution)).toBe(label)
})

test('AMBER+STRICT says so in words that a converter to CSAF 2.1 reads', () =>
  expect(distributionOf('AMBER+STRICT').text).toContain('TLP v2.0: TLP:AMBER+STRICT'))

test('it is Dutch as it says, and a draft until it was sent', () => {
  const words = {
    no: 2,
    at: new Date('2026-11-05T12:00:00Z'),
    title: 'Gat in de kassa',
    what: '',
    act: 'Werk bij.',
    actBy: '2026-12-01',
    works: '',
    call: '',
    urgency: null,
    products: [],
    references: [],
  }
  const of = (state: 'open' | 'sent' | 'ended') =>
    csafOf(
      {
        number: '7HX3M9WF2C',
        label: 'AMBER+STRICT',
        source: 'own',
        publisher: '',
        tracking: '',
        state,
        words,
        at: new Date('2026-11-01'),
      },
      { name: 'Gemeente Sluiswijk', origin: 'https://leidraad.sluiswijk.test' },
    ).document
  expect(of('sent').lang).toBe('nl')
  for (const label of TLP) expect(distributionOf(label).text).not.toMatch(/\b(?:only|for everyone|the)\b/i)
  expect(JSON.stringify(of('sent').notes)).toContain('uiterlijk 1 december 2026')
  expect(of('open').tracking).toMatchObject({ status: 'draft', version: '0', revision_history: [{ number: '0' }] })
  for (const state of ['sent', 'ended'] as const)
    expect(of(state).tracking).toMatchObject({ status: 'final', version: '2' })
})

test('without a label there is none, and of two the narrower counts', () => {
  expect(labelIn(undefined)).toBeNull()
  expect(labelIn({ text: 'Deel dit met niemand' })).toBeNull()
  expect(labelIn({ tlp: { label: 'PURPLE' } })).toBeNull()
  const both = (code: string, text: string) => labelIn({ tlp: { label: code }, text })
  expect(both('WHITE', 'TLP v2.0: TLP:RED')).toBe('RED')
  expect(both('RED', 'TLP v2.0: TLP:CLEAR')).toBe('RED')
  expect(both('AMBER', 'TLP v2.0: TLP:AMBER+STRICT')).toBe('AMBER+STRICT')
  // Whatever stands together, it is never read as wider than either.
  for (const label of TLP)
    for (const code of ['WHITE', 'GREEN', 'AMBER', 'RED']) {
      const read = both(code, `TLP v2.0: TLP:${label}`)!
      const coded = (code === 'WHITE' ? 'CLEAR' : code) as Tlp
      expect(TLP.indexOf(read)).toBeLessThanOrEqual(TLP.indexOf(label))
      if (!(label === 'AMBER+STRICT' && code === 'RED'))
        expect(TLP.indexOf(read)).toBeLessThanOrEqual(TLP.indexOf(coded))
    }
})

test('Markdown is taken off, HTML stays signs, and a link becomes text', () => {
  expect(
    plainBlocks(
      '# Kop\n\nLees [hier](https://kwaad.test/x) **nu**.\n\n- een\n- <b>twee</b>\n\n![x](http://y.test/p.png)',
    ),
  ).toEqual([
    { kind: 'paragraph', text: 'Kop' },
    { kind: 'paragraph', text: 'Lees hier (https://kwaad.test/x) nu.' },
    { kind: 'item', text: 'een' },
    { kind: 'item', text: '<b>twee</b>' },
    { kind: 'paragraph', text: 'x (http://y.test/p.png)' },
  ])
  expect(plainBlocks('<script>alert(1)</script>')).toEqual([{ kind: 'paragraph', text: '<script>alert(1)</script>' }])
  expect(plainBlocks(`${'*'.repeat(5_000)} ${'['.repeat(5_000)}`).length).toBeLessThanOrEqual(2)
})
