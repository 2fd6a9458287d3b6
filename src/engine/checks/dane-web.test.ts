/** DANE of a website. */
import { expect, test } from 'vitest'
import { certificate, dns, judgeWith, tls } from '../../../test/evidence.ts'
import type { Tlsa } from '../../model/evidence.ts'
import { daneWeb } from './dane-web.ts'

const [own, other] = ['ab'.repeat(32), 'cd'.repeat(32)]
const with_ = (state: Tlsa['state'], ...data: readonly string[]) => {
  const records = data.map((each) => ({ usage: 3, selector: 0, matching: 1, data: each }))
  const tlsa: Tlsa = { name: '_443._tcp.www.voorbeeld.nl', records, state }
  return judgeWith(daneWeb, { dns: dns({ tlsa }), tls: tls({ chain: [certificate({ fingerprint: own })] }) })
}

test('right, wrong, not to be relied on, and a next one beside that of now', () => {
  expect(with_('secure', own).verdict).toBe('met')
  expect(with_('secure', other, own).verdict).toBe('met')
  expect(with_('secure', other)).toMatchObject({ reason: 'mismatch', verdict: 'unmet', seen: { count: 1 } })
  expect(with_('secure', 'ab')).toMatchObject({ reason: 'unusable', verdict: 'unmet' })
  expect(with_('insecure', own)).toMatchObject({ reason: 'insecure', verdict: 'partly' })
})

test('none is no fault, and what was not seen is not known', () => {
  expect(with_('secure').verdict).toBe('not-applicable')
  expect(with_('insecure').verdict).toBe('not-applicable')
  expect(with_('unseen', other).verdict).toBe('unknown')
  expect(with_('bogus', other).verdict).toBe('unknown')
  expect(judgeWith(daneWeb, { dns: dns(), tls: tls() }).verdict).toBe('unknown')
})
