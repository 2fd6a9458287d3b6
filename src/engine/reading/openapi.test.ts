/** Which descriptions of interfaces are as their specification has them, and what is named of those that are not. */
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readOpenapi } from './openapi.ts'

const ok = { 200: { description: 'Zo staat het' } }
const info = { title: 'Waterstanden', version: '1.0.0' }
const good = (openapi = '3.0.3') => ({ openapi, info, paths: { '/standen': { get: { responses: ok } } } })
const read = (said: unknown) => readOpenapi(JSON.stringify(said))

test.each(['3.0.0', '3.0.3', '3.1.0', '3.1.1', '3.2.0'])('%s, in JSON and in YAML', (version) => {
  const told = { version, title: 'Waterstanden', lacks: [] }
  expect(read(good(version))).toEqual(told)
  expect(readOpenapi(stringify(good(version)))).toEqual(told)
})
test('Swagger 2.0 is read as such', () => {
  const said = { swagger: '2.0', info, paths: { '/standen': { get: { responses: ok } } } }
  expect(read(said)).toEqual({ version: '2.0', title: 'Waterstanden', lacks: [] })
})

test.each<[string, unknown, string[]]>([
  ['no version', { ...good(), info: { title: 'Waterstanden' } }, ['/info: version']],
  ['no paths', { openapi: '3.0.3', info }, ['/: paths']],
  ['no paths, components or webhooks', { openapi: '3.1.0', info }, ['/: paths']],
  ['a path without stroke', { ...good(), paths: { standen: {} } }, ['/paths: standen']],
  ['a path without stroke, in 3.1', { ...good('3.1.0'), paths: { standen: {} } }, ['/paths: standen']],
  [
    'an answer without words',
    { ...good(), paths: { '/a': { get: { responses: { 200: {} } } } } },
    ['/paths/~1a/get/responses/200: description'],
  ],
])('%s is named with its place', (_, said, lacks) => {
  expect(read(said)).toMatchObject({ lacks })
})

test('of many faults the first twenty, outermost first', () => {
  const paths = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`/a${at}`, { get: { responses: { 200: {} } } }]),
  )
  const told = read({ ...good(), info: {}, paths })
  expect(told).toMatchObject({ lacks: { length: 20, 0: '/info: title' } })
})

test.each<[string, unknown]>([
  ['keys of its own', { ...good(), 'x-logo': { url: 'a' } }],
  ['parts in other files', { ...good(), paths: { '/a': { $ref: 'https://elders.test/pad.yaml#/a' } } }],
  [
    'a property with a name that references have',
    { ...good(), components: { schemas: { Link: { type: 'object', properties: { $id: { type: 'string' } } } } } },
  ],
  [
    'words beside a reference',
    {
      ...good(),
      paths: {
        '/a': {
          get: {
            parameters: [{ $ref: '#/components/parameters/Dag', description: 'Een dag' }],
            responses: { 200: { $ref: '#/components/responses/Ok', description: 'Goed' } },
          },
        },
      },
      components: {
        parameters: { Dag: { name: 'dag', in: 'query', schema: { type: 'string', nullable: true, example: 'ma' } } },
        responses: {
          Ok: { description: 'Goed', content: { 'application/json': { schema: { $ref: '#/x', title: 'x' } } } },
        },
        securitySchemes: { sleutel: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
      },
      tags: [{ name: 'dagen', 'x-naam': 'Dagen' }],
      servers: [{ url: '/api/v1' }],
    },
  ],
  ['parts alone, in 3.1', { openapi: '3.1.0', info, components: {} }],
  ['an address that is none', { ...good(), servers: [{ url: 'niet echt een adres' }] }],
])('near miss: %s', (_, said) => {
  expect(read(said)).toMatchObject({ lacks: [] })
})

test('a version that we do not know is told, and held against nothing', () => {
  expect(read({ openapi: '4.0.0', info: { title: 'Later' } })).toEqual({ version: '4.0.0', title: 'Later', lacks: [] })
  expect(read({ openapi: '3.10.0' })).toMatchObject({ version: '3.10.0', lacks: [] })
})

test.each([
  ['a page', '<!doctype html><title>API</title>'],
  ['other JSON', '{"data": []}'],
  ['a list', '[]'],
  ['half of it', JSON.stringify(good()).slice(0, -5)],
  ['words', 'Onze openapi komt nog'],
  ['other YAML', 'name: x'],
  ['broken YAML', 'openapi: 3.0.0\ninfo: [open'],
  ['a number', '{"openapi": 3}'],
])('%s is none', (_, text) => {
  expect(readOpenapi(text)).toBeUndefined()
})

test.each([
  ['long lists', JSON.stringify({ ...good(), tags: Array.from({ length: 600 }, (_, at) => ({ name: `${at}` })) })],
  ['many parts', JSON.stringify({ ...good(), 'x-a': Array.from({ length: 400 }, () => Array(400).fill({ a: 1 })) })],
  ['depth', `{"openapi":"3.0.0","x-a":${'['.repeat(100)}${']'.repeat(100)}}`],
  ['much depth', `{"openapi":"3.0.0","x-a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`],
  ['much depth in YAML', `openapi: 3.0.0\nx-a: ${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['references that grow', `openapi: 3.0.0\na: &a [x]\nb: [${'*a,'.repeat(50)}]`],
])('%s is not read', (_, text) => {
  expect(readOpenapi(text)).toBe('too-much')
})

test('what is hardest to hold against the schema takes seconds at most', () => {
  const parameters = Array.from({ length: 450 }, (_, at) => ({ name: `p${at}`, in: 'query', schema: {} }))
  const paths = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`/a${at}`, { get: { parameters } }]))
  const begun = performance.now()
  expect(read({ ...good(), paths })).toMatchObject({ lacks: { length: 20 } })
  expect(performance.now() - begun).toBeLessThan(20_000)
})

test('references into our own program lead nowhere', () => {
  const said = { ...good(), 'x-a': { $ref: '__proto__#', b: { $ref: '#/info' } } }
  expect(read(said)).toMatchObject({ lacks: [] })
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['b']).toBeUndefined()
})
