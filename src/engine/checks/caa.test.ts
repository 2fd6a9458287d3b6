/** Who may issue certificates. */
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { dns, judgeWith } from '../../../test/evidence.ts'
import { caa } from './caa.ts'

const records = (...all: [flags: number, tag: string, value: string][]) =>
  judgeWith(caa, {
    dns: dns({ caa: { name: 'voorbeeld.nl', records: all.map(([flags, tag, value]) => ({ flags, tag, value })) } }),
  })

test('one issuer is enough, forbidding all of them too', () => {
  expect(records([0, 'issue', 'letsencrypt.org'])).toMatchObject({
    reason: 'present',
    seen: { name: 'voorbeeld.nl', issuers: 'letsencrypt.org' },
  })
  expect(records([0, 'issue', ';'])).toMatchObject({ reason: 'nobody', verdict: 'met' })
  expect(records([0, 'issue', ';'], [0, 'issue', 'a.nl'])).toMatchObject({
    reason: 'present',
    seen: { issuers: 'a.nl' },
  })
  expect(records([128, 'Issue', 'sectigo.com; accounturi=https://x/1'], [0, 'iodef', 'mailto:a@b.nl']).verdict).toBe(
    'met',
  )
})

test('no record leaves it to everybody', () => {
  expect(judgeWith(caa, { dns: dns({ caa: null }) }).verdict).toBe('unmet')
  expect(records().verdict).toBe('unmet')
})

test('without issue the ordinary certificate is not restricted', () => {
  expect(records([0, 'issuewild', ';'], [0, 'iodef', 'mailto:a@b.nl'])).toMatchObject({
    reason: 'no-issue',
    verdict: 'partly',
  })
})

test.each<[number, string, string]>([
  [0, 'iodef', 'beheer@voorbeeld.nl'],
  [0, 'issue', 'https://letsencrypt.org'],
  [0, 'issue', 'lets encrypt'],
  [128, 'onbekend', 'x'],
])('%i %s "%s" is not right', (...record) => {
  expect(records([0, 'issue', 'letsencrypt.org'], record)).toMatchObject({ reason: 'invalid', verdict: 'partly' })
})

test('an unknown tag that is not critical does no harm', () => {
  expect(records([0, 'issue', 'letsencrypt.org'], [0, 'onbekend', 'x']).verdict).toBe('met')
  expect(records([1, 'issue', 'letsencrypt.org']).reason).toBe('present')
})

test('a hostile value costs no time', () => {
  const begun = cpuMs()
  expect(records([0, 'issue', `${'a-'.repeat(50_000)}!`]).reason).toBe('invalid')
  expect(cpuMs() - begun).toBeLessThan(1_500)
})
