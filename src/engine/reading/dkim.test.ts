/** Keys of DKIM by their grammar, and beside what mailauth reads in the same records. */
import { generateKeyPairSync } from 'node:crypto'
import { getPublicKey } from 'mailauth/lib/tools.js'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/cpu.ts'
import { ed25519Record, rsaRecord } from '../../../test/keys.ts'
import { readDkim } from './dkim.ts'

const strong = rsaRecord(2048)
const p = strong.slice(strong.indexOf('p='))
const bare = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'pkcs1', format: 'der' })

test.each([
  ['an RSA key', strong, { kind: 'rsa', bits: 2048, test: false }],
  ['without version or type', p, { kind: 'rsa', bits: 2048, test: false }],
  ['on trial', `v=DKIM1; t=s:y; ${p}`, { kind: 'rsa', bits: 2048, test: true }],
  ['for subdomains not', `v=DKIM1; t=s; ${p}`, { kind: 'rsa', bits: 2048, test: false }],
  ['for mail alone', `v=DKIM1; s=email; ${p}`, { kind: 'rsa', bits: 2048, test: false }],
  ['with spaces in the key', strong.replace(/(.{60})/g, '$1 '), { kind: 'rsa', bits: 2048, test: false }],
  ['short', rsaRecord(1024), { kind: 'rsa', bits: 1024, test: false }],
  ['without the name of its algorithm', `p=${bare.toString('base64')}`, { kind: 'rsa', bits: 1024, test: false }],
  ['Ed25519', ed25519Record(), { kind: 'ed25519', bits: null, test: false }],
  ['for something else than mail', `v=DKIM1; s=tlsrpt; ${p}`, { kind: 'other' }],
  ['withdrawn', 'v=DKIM1; k=rsa; p=', { kind: 'revoked' }],
  ['withdrawn, and on trial', 'v=DKIM1; t=y; p=;', { kind: 'revoked' }],
])('%s', (_, record, key) => {
  expect(readDkim(record)).toEqual(key)
})

test.each([
  ['no key', 'v=DKIM1; k=rsa'],
  ['not base64', 'v=DKIM1; p=een sleutel!'],
  ['bytes that are no key', `v=DKIM1; p=${Buffer.alloc(200, 7).toString('base64')}`],
  ['another type', `v=DKIM1; k=dsa; ${p}`],
  ['an RSA key that says to be Ed25519', `v=DKIM1; k=ed25519; ${p}`],
  ['another version', `v=DKIM2; ${p}`],
  ['SHA-1 alone', `v=DKIM1; h=sha1; ${p}`],
  ['a tag twice', `v=DKIM1; ${p}; ${p}`],
])('receivers cannot use a record with %s', (_, record) => {
  expect(readDkim(record)).toEqual({ kind: 'broken' })
})

/** What mailauth makes of it; it refuses what it cannot use, and what is shorter than `least` bits. */
async function mailauth(record: string, least = 1024): Promise<string> {
  try {
    await getPublicKey('DKIM', 'a._domainkey.b.nl', least, async () => [[record]])
    return 'usable'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

test('mailauth takes the same keys, and finds the same ones short', async () => {
  for (const record of [strong, p, rsaRecord(1024), ed25519Record(), `v=DKIM1; t=y; ${p}`]) {
    expect(await mailauth(record)).toBe('usable')
    expect(readDkim(record)).toHaveProperty('bits')
  }
  for (const record of ['v=DKIM1; k=rsa; p=', 'v=DKIM1; p=een!', `v=DKIM2; ${p}`, `v=DKIM1; k=ed25519; ${p}`]) {
    expect(await mailauth(record)).not.toBe('usable')
    expect(readDkim(record)).not.toHaveProperty('bits')
  }
  expect(await mailauth(rsaRecord(1024), 2048)).toBe('ESHORTKEY')
  expect(await mailauth(strong, 2048)).toBe('usable')
})

test('hostile records are read in good time', () => {
  const before = cpuMs()
  for (const record of ['p='.repeat(2_000), `p=${'A'.repeat(4_000)}`, `p=${' '.repeat(3_990)}`, ';'.repeat(4_000)])
    readDkim(record)
  expect(cpuMs() - before).toBeLessThan(500)
})
