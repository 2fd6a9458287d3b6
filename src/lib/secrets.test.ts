/** Passwords, one-time codes and sealed secrets: what opens, and what must not. */
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { codeNow, codeUri, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from './one-time-code.ts'
import { hashPassword, passwordProblem, verifyPassword } from './password.ts'
import { installationKey, secretBox } from './secret-box.ts'

test('a password opens what it was kept for, and nothing else does', async () => {
  const kept = await hashPassword('vier paarse fietsen lopen')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword('vier paarse fietsen lopen', kept)).toBe(true)
  for (const [given, from] of [
    ['vier paarse fietsen lope', kept],
    ['', kept],
    ['vier paarse fietsen lopen', null],
    ['vier paarse fietsen lopen', 'onzin'],
  ] as const) {
    expect(await verifyPassword(given, from)).toBe(false)
  }
})

test.each([
  ['kort', /minstens 12/],
  ['a'.repeat(129), /hoogstens 128/],
  ['wachtwoord123456', /makkelijk/],
  ['aaaaaaaaaaaaaaaa', /makkelijk/],
  ['sluiswijk1234', /makkelijk/],
])('the password %j is refused', (password, why) => expect(passwordProblem(password, ['Sluiswijk'])).toMatch(why))
test.each(['vier paarse fietsen', 'W!nd-molen_in Sluiswijk 88', 'ééénñandere zin'])(
  'the password %j is fine',
  (password) => expect(passwordProblem(password, ['Sluiswijk'])).toBeUndefined(),
)

test('a code works once, one step early or late, and not two', () => {
  const secret = newSecret()
  const now = 1_800_000_015_000
  const step = Math.floor(now / 30_000)
  expect(stepOf(secret, codeNow(secret, now), null, now)).toBe(step)
  expect(stepOf(secret, codeNow(secret, now), step, now)).toBeUndefined()
  expect(stepOf(secret, codeNow(secret, now - 30_000), null, now)).toBe(step - 1)
  expect(stepOf(secret, codeNow(secret, now - 60_000), null, now)).toBeUndefined()
  for (const wrong of ['', '12345', 'abcdef', '1234567']) expect(stepOf(secret, wrong, null, now)).toBeUndefined()
  expect(codeUri(secret, 'anna@sluiswijk.test', 'Leidraad Sluiswijk')).toMatch(
    /^otpauth:\/\/totp\/Leidraad%20Sluiswijk:anna/,
  )
})

test('recovery codes differ, and are read with or without dashes and capitals', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(hashOfRecoveryCode(codes[0]!.toUpperCase().replaceAll('-', ' '))).toBe(hashOfRecoveryCode(codes[0]!))
})

test('what is sealed opens with its key, in its place, unchanged', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'leidraad-sleutel-'))
  const key = installationKey(dir)
  expect(installationKey(dir)).toEqual(key)
  expect(statSync(path.join(dir, 'sleutel')).mode & 0o077).toBe(0)
  const sealed = secretBox(key, 'anna').seal('geheim')
  expect(secretBox(key, 'anna').open(sealed)).toBe('geheim')
  expect(() => secretBox(key, 'bram').open(sealed)).toThrow()
  expect(() => secretBox(installationKey(dir, 'x'.repeat(40)), 'anna').open(sealed)).toThrow()
  expect(() => secretBox(key, 'anna').open(`${sealed.slice(0, -3)}abc`)).toThrow()
  expect(() => installationKey(dir, 'kort')).toThrow(/te kort/)
})
