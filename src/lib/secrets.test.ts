/** Passwords, one-time codes and sealed secrets: what opens, and what must not. */
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Busy } from './in-turn.ts'
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
  ['          kort          ', /minstens 12/],
  ['a'.repeat(129), /hoogstens 128/],
  ['ﷺ'.repeat(12), /hoogstens 128/],
  ['wachtwoord123456', /wachtwoord/],
  ['aaaaaaaaaaaaaaaa', /herhaalt/],
  ['footballfootball', /herhaalt/],
  ['kaaskaaskaaskaas', /herhaalt/],
  ['qwertyuiop[]', /rij toetsen/],
  ["asdfghjkl;'\\", /rij toetsen/],
  ['ｑｗｅｒｔｙｕｉｏｐ［］', /rij toetsen/],
  ['abcdefghijkl', /reeks/],
  ['1qaz2wsx3edc', /veelgebruikte/],
  ['P@ssw0rd1234', /veelgebruikte/],
  ['sluiswijk1234', /naam van de gemeente/],
  ['Sluiswijk2026!', /naam van de gemeente/],
  ['annadevries!', /uw naam/],
  ['seirvedanna12', /uw naam/],
  ['feyenoord1908', /makkelijk/],
  ['welkom2026!!!', /naam|makkelijk|herhaalt/],
  ['leidraadleidraad', /naam|herhaalt/],
])('the password %j is refused, with what to do', async (password, why) => {
  const problem = await passwordProblem(password, ['Anna de Vries', 'a.devries@sluiswijk.nl', 'Sluiswijk'])
  expect(problem).toMatch(why)
  expect(problem).toMatch(/Kies/)
})
test.each([
  'vier paarse fietsen',
  'W!nd-molen_in Sluiswijk 88',
  'ééénñandere zin',
  'k7#Qp9!xLm2$',
  'koffie thee suiker',
  '🦆🌲🚲🎻🧀🛶🔭🪁🥨🦔🧭🪵',
])('the password %j is fine', async (password) =>
  expect(await passwordProblem(password, ['Anna de Vries', 'Sluiswijk'])).toBeUndefined(),
)

test.each([
  ['é en ñ samengesteld', 'é en ñ samengesteld'.normalize('NFD')],
  ['  spaties eromheen ', 'spaties eromheen\u00A0'],
  ['ﬁets ½ ﷺ ﷺ ﷺ nog wat', 'fiets 1⁄2 صلى الله عليه وسلم صلى الله عليه وسلم صلى الله عليه وسلم nog wat'],
  ['🦆'.repeat(128), '🦆'.repeat(128)],
  ['ﷺ'.repeat(7), 'ﷺ'.repeat(7)],
  ['x\0y en verder', 'xy en verder'],
  ['half \uD800 teken hier', 'half \uFFFD teken hier'],
])('what is set as %j signs in as %j', async (set, typed) =>
  expect(await verifyPassword(typed, await hashPassword(set))).toBe(true),
)
test('what is longer than can be set signs nobody in', async () => {
  const kept = await hashPassword('a'.repeat(128))
  expect([await verifyPassword('a'.repeat(128), kept), await verifyPassword('a'.repeat(129), kept)]).toEqual([
    true,
    false,
  ])
  // Nor does it pass for the empty one.
  expect(await verifyPassword('a'.repeat(5_000), await hashPassword(''))).toBe(false)
})
test('without anything kept it takes as long', async () => {
  const kept = await hashPassword('vier paarse fietsen')
  const median = async (hash: string | null) => {
    const times: number[] = []
    for (let at = 0; at < 9; at++) {
      const begin = performance.now()
      await verifyPassword(`gok ${at}`, hash)
      times.push(performance.now() - begin)
    }
    return times.toSorted((a, b) => a - b)[4]!
  }
  // Without a hash it would be a thousand times as fast.
  expect((await median(null)) / (await median(kept))).toBeGreaterThan(0.2)
})
test('a hundred at once: what does not fit is told to come back', async () => {
  const all = await Promise.allSettled(Array.from({ length: 100 }, () => verifyPassword('x', null)))
  expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(42)
  expect(all.every((each) => each.status === 'fulfilled' || each.reason instanceof Busy)).toBe(true)
})

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
