/** Domains that say they have no mail. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import type { Mail } from '../../model/evidence.ts'
import { nullMx } from './null-mx.ts'

const parked = (over: Partial<Mail>) =>
  judgeWith(nullMx, {
    mail: mail({
      mx: [],
      nullMx: true,
      spf: ['v=spf1 -all'],
      dmarc: { at: 'voorbeeld.nl', records: ['v=DMARC1; p=reject'] },
      ...over,
    }),
  })

test('all three say no', () => {
  expect(parked({})).toMatchObject({ reason: 'closed', verdict: 'met' })
})

test.each<[Partial<Mail>, string]>([
  [{ nullMx: false }, 'MX 0 .'],
  [{ spf: ['v=spf1 ~all'] }, 'v=spf1 -all'],
  [{ spf: [] }, 'v=spf1 -all'],
  [{ spf: ['v=spf1 -all moo'] }, 'v=spf1 -all'],
  [{ spf: ['v=spf1 exp=a.nl exp=a.nl -all'] }, 'v=spf1 -all'],
  [{ spf: ['v=spf1'] }, 'v=spf1 -all'],
  [{ dmarc: { at: 'voorbeeld.nl', records: ['v=DMARC1; p=none'] } }, 'v=DMARC1; p=reject'],
])('%j leaves one thing open', (over, lacking) => {
  expect(parked(over)).toMatchObject({ reason: 'partly', verdict: 'partly', seen: { lacking } })
})

test.each([
  'V=SPF1  -ALL ',
  'v=spf1 exp=uitleg.a.nl x=y -all',
  'v=spf1 -mx -all',
  'v=spf1 -all include:a.nl redirect=b.nl',
])('%j closes too', (record) => {
  expect(parked({ spf: [record] }).reason).toBe('closed')
})

test('a parked domain that says nothing is open to all', () => {
  expect(parked({ nullMx: false, spf: [], dmarc: { at: 'voorbeeld.nl', records: [] } })).toMatchObject({
    reason: 'nothing',
    verdict: 'unmet',
  })
})

test('the rule of the organisational domain for its subdomains counts', () => {
  const dmarc = { at: 'voorbeeld.nl', records: ['v=DMARC1; p=none; sp=reject'] }
  expect(parked({ domain: 'oud.voorbeeld.nl', dmarc }).verdict).toBe('met')
  expect(parked({ dmarc }).verdict).toBe('partly')
})

test.each(['v=spf1 redirect=b.nl', 'v=spf1 include:a.nl -all', 'v=spf1 +all -all'])('%j sends', (record) => {
  expect(parked({ spf: [record] }).reason).toBe('sends-mail')
})

test('a domain that uses mail is left alone', () => {
  expect(judgeWith(nullMx, { mail: mail() })).toMatchObject({ reason: 'receives-mail', verdict: 'not-applicable' })
  expect(parked({ nullMx: false, spf: ['v=spf1 include:nieuwsbrief.example -all'] })).toMatchObject({
    reason: 'sends-mail',
    verdict: 'not-applicable',
  })
})
