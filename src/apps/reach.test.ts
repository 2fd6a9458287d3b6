/** Where the demo city may open, who is warned, and which names are ours. */
import { expect, test } from 'vitest'
import { Usage } from './command.ts'
import { isDemo, namesOf, reachOf, refuseEmpty, unanswered, warningOf, type Start } from './reach.ts'

const DEMO = 'Sluiswijk (demostad)'
const NEXT = 'Molendam (buurgemeente)'
const start = (env: NodeJS.ProcessEnv, more: Partial<Start> = {}): Start => ({
  env,
  reach: reachOf(env),
  named: undefined,
  empty: false,
  there: [],
  demo: [DEMO, NEXT],
  ...more,
})

test.each([
  [{}, {}],
  [{}, { there: [DEMO] }],
  [{}, { there: [DEMO, NEXT] }],
  [{ LEIDRAAD_HOST: 'localhost' }, {}],
  [{ LEIDRAAD_HOST: '127.0.0.2' }, {}],
  [{ LEIDRAAD_HOST: '::1' }, { there: [DEMO] }],
])('with %j and %j the demo city opens', (env, more) => expect(isDemo(start(env, more))).toBe(true))
test.each([
  [{ LEIDRAAD_HOST: '0.0.0.0' }, {}, 'LEIDRAAD_HOST is 0.0.0.0'],
  [{ LEIDRAAD_HOST: '::' }, { there: [DEMO] }, 'LEIDRAAD_HOST is ::'],
  [{ LEIDRAAD_HOST: '192.168.1.5' }, { there: [DEMO] }, 'LEIDRAAD_HOST is 192.168.1.5'],
  [{ LEIDRAAD_HOST: '127.0.0.1.nip.io' }, {}, 'LEIDRAAD_HOST is'],
  [{ LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl' }, { there: [DEMO] }, 'LEIDRAAD_URL'],
  [{ LEIDRAAD_URL: 'http://localhost:3000' }, {}, 'LEIDRAAD_URL'],
  [{ DATABASE_URL: 'postgres://x/y' }, {}, 'DATABASE_URL'],
  [{ DATABASE_URL: '' }, {}, 'DATABASE_URL'],
  [{}, { there: [DEMO, 'Gemeente Leiden'] }, 'andere gemeente'],
])('with %j and %j it is refused, with what to do', (env, more, why) => {
  expect(() => isDemo(start(env, more))).toThrow(why)
  expect(() => isDemo(start(env, more))).toThrow(/--gemeente NAAM/)
})
test.each([
  [{ LEIDRAAD_HOST: '0.0.0.0' }, { named: 'Gemeente Leiden' }],
  [{ LEIDRAAD_HOST: '0.0.0.0' }, { empty: true, there: [DEMO] }],
  [{ DATABASE_URL: 'postgres://x/y' }, { there: ['Gemeente Leiden'] }],
])('with %j and %j there is no demo, and nothing to refuse', (env, more) =>
  expect(isDemo(start(env, more))).toBe(false),
)

test('what is set and empty is told, for every command', () => {
  for (const name of ['DATABASE_URL', 'LEIDRAAD_URL', 'LEIDRAAD_HOST', 'LEIDRAAD_SMTP_URL', 'LEIDRAAD_KEY'])
    expect(() => refuseEmpty({ [name]: ' ' })).toThrow(`${name} is leeg`)
  expect(() => refuseEmpty({ DATABASE_URL: 'postgres://x/y', PORT: '', HOME: '' })).not.toThrow()
  for (const odd of ['leidraad.nl', 'ftp://x', 'https://x.nl/pad', 'https://u:p@x.nl', 'javascript:alert(1)'])
    expect(() => reachOf({ LEIDRAAD_URL: odd })).toThrow(Usage)
  expect(reachOf({ LEIDRAAD_URL: 'https://Leidraad.Voorbeeld.nl/' }).origin).toBe('https://leidraad.voorbeeld.nl')
})

test.each([
  [{ LEIDRAAD_HOST: '0.0.0.0' }, true],
  [{ LEIDRAAD_URL: 'http://leidraad.voorbeeld.nl' }, true],
  [{}, false],
  [{ LEIDRAAD_HOST: '0.0.0.0', LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl' }, false],
  [{ LEIDRAAD_URL: 'http://localhost:3000' }, false],
])('with %j a warning about https: %s', (env, warned) => expect(warningOf(reachOf(env)) !== undefined).toBe(warned))

test.each([
  [{}, '127.0.0.1:3000', true],
  [{}, 'localhost:3000', true],
  [{}, 'LOCALHOST:3000', true],
  [{}, '[::1]:3000', true],
  [{}, 'kwaad.example:3000', false],
  [{}, '127.0.0.1.kwaad.example:3000', false],
  [{}, '127.0.0.1:3001', false],
  [{}, '127.0.0.1', false],
  [{}, '', false],
  [{}, undefined, false],
  [{ LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl' }, 'leidraad.voorbeeld.nl', true],
  [{ LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl' }, '127.0.0.1:3000', true],
  [{ LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl' }, 'kwaad.example', false],
  [{ LEIDRAAD_URL: 'https://leidraad.voorbeeld.nl', LEIDRAAD_HOST: '0.0.0.0' }, 'kwaad.example', false],
  [{ LEIDRAAD_HOST: '0.0.0.0' }, 'server.gemeente.lan:3000', true],
])('with %j the name %j is ours: %s', (env, name, ours) => expect(namesOf(reachOf(env), 3000)(name)).toBe(ours))
test('on port 80 a name needs no port', () => {
  expect(namesOf(reachOf({}), 80)('localhost')).toBe(true)
  expect(namesOf(reachOf({}), 80)('kwaad.example')).toBe(false)
})

test.each([
  [{}, false],
  [{ LEIDRAAD_HOST: '::1' }, false],
  [{ LEIDRAAD_HOST: '0.0.0.0' }, true],
  [{ LEIDRAAD_URL: 'https://leidraad.stad.example' }, true],
  [{ LEIDRAAD_URL: 'https://leidraad.stad.example', LEIDRAAD_CONTACT_EMAIL: '' }, true],
  [{ LEIDRAAD_URL: 'https://leidraad.stad.example', LEIDRAAD_CONTACT_EMAIL: 'digitaal@stad.example' }, false],
])('with %j a warning that nobody can be written to: %s', (env, warned) =>
  expect(unanswered(reachOf(env), env) !== undefined).toBe(warned),
)
