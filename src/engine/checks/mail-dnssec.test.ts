/** Signed mail domains. */
import { expect, test } from 'vitest'
import { judgeWith, mail } from '../../../test/evidence.ts'
import { mailDnssec } from './mail-dnssec.ts'

const WORDS = [
  ['secure', 'met'],
  ['insecure', 'unmet'],
  ['bogus', 'unmet'],
  ['unvalidated', 'unknown'],
] as const

test.each(WORDS)('a mail domain that is %s is %s', (word, verdict) => {
  expect(judgeWith(mailDnssec, { mail: mail({ dnssec: word }) })).toMatchObject({
    reason: word,
    verdict,
    seen: { domain: 'voorbeeld.nl' },
  })
})
