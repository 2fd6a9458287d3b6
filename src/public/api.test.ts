/** The API held against its own OpenAPI document and against the NLGov API Design Rules that a program can check. */
import { z } from 'zod'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { READ_ON, seedPublished, STORE } from '../../test/published.ts'
import { createSite } from '../apps/site.ts'

type Schema = { [key: string]: unknown }
type Operation = {
  operationId: string
  summary: string
  tags: string[]
  parameters?: { name: string; in: string }[]
  responses: Record<string, { headers?: object; content?: Record<string, { schema: Schema }> }>
}
type Document = {
  openapi: string
  info: { version: string; contact: Record<string, string>; license: object }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

let database: Awaited<ReturnType<typeof testDatabase>>
let site: Hono
let document: Document
beforeAll(async () => {
  database = await testDatabase()
  await seedPublished(database.db)
  site = createSite({
    today: READ_ON,
    db: database.publicDb,
    store: STORE,
    municipality: 'voorbeeldstad',
    city: 'Voorbeeldstad aan Zee',
    origin: 'https://leidraad.voorbeeldstad.nl',
    css: '',
    assets: {},
    contact: { email: 'digitaal@voorbeeldstad.nl', phone: '14 071', days: 10 },
  })
  document = (await (await site.request('/api/v1/openapi.json')).json()) as Document
})
afterAll(() => database.close())

/** Holds an answer against the schema the document promises for it. */
async function hold(response: Response, path: string): Promise<unknown> {
  const told = document.paths[path]?.['get']?.responses[String(response.status)]
  expect(told, `${path} answers ${response.status}, which the document does not know`).toBeDefined()
  const media = (response.headers.get('content-type') ?? '').split(';')[0]!
  const schema = told!.content?.[media]?.schema
  expect(schema, `${path} answers ${media}, which the document does not know`).toBeDefined()
  const body: unknown = await response.json()
  const inlined = JSON.parse(
    JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as Parameters<typeof z.fromJSONSchema>[0]
  const checked = z.fromJSONSchema(inlined).safeParse(body)
  expect(checked.error?.issues ?? []).toEqual([])
  return body
}

/** What every answer carries, whatever it says. */
function told(response: Response): void {
  const value = (name: string) => response.headers.get(name)
  expect(value('api-version')).toBe(document.info.version)
  expect(value('access-control-allow-origin')).toBe('*')
  expect(value('access-control-expose-headers')).toMatch(/API-Version/)
}

const examples: readonly (readonly [string, string, number])[] = [
  ['/publicaties', '/publicaties', 200],
  ['/organisaties', '/organisaties', 200],
  ['/organisaties?aantal=3&pagina=2', '/organisaties', 200],
  ['/organisaties?aantal=0', '/organisaties', 400],
  ['/organisaties?aantal=101', '/organisaties', 400],
  ['/organisaties?pagina=-1', '/organisaties', 400],
  ['/organisaties?q=%00', '/organisaties', 400],
  ['/organisaties?publicatie=9', '/organisaties', 404],
  ['/organisaties/bakkerij-de-korenaar', '/organisaties/{slug}', 200],
  ['/organisaties/onbekend', '/organisaties/{slug}', 404],
  ['/organisaties/On%20zin', '/organisaties/{slug}', 400],
  ['/organisaties/bakkerij-de-korenaar/bevindingen', '/organisaties/{slug}/bevindingen', 200],
  ['/organisaties/onbekend/bevindingen', '/organisaties/{slug}/bevindingen', 404],
  ['/bevindingen?oordeel=voldoet-niet&thema=VEI', '/bevindingen', 200],
  ['/bevindingen?oordeel=fout', '/bevindingen', 400],
  ['/bevindingen?na=onzin', '/bevindingen', 400],
  ['/bevindingen?publicatie=1&norm=PRV-05', '/bevindingen', 200],
  ['/normen/VEI-11/aanpak', '/normen/{id}/aanpak', 200],
  ['/normen/VEI-99/aanpak', '/normen/{id}/aanpak', 404],
  ['/convenanten', '/convenanten', 200],
  ['/convenanten/9', '/convenanten/{nummer}', 404],
  ['/convenanten/9/afspraken/geen', '/convenanten/{nummer}/afspraken/{afspraak}', 404],
  ['/landschap', '/landschap', 200],
  ['/landschap?publicatie=99', '/landschap', 404],
  ['/speerpunten', '/speerpunten', 200],
  ['/normen', '/normen', 200],
  ['/normen/VEI-11', '/normen/{id}', 200],
  ['/normen/XXX-1', '/normen/{id}', 404],
]

test.each(examples)('%s is as the document says of %s (%i)', async (address, path, status) => {
  const response = await site.request(`/api/v1${address}`)
  expect(response.status).toBe(status)
  told(response)
  const body = await hold(response, path)
  if (status >= 400) expect(body).toMatchObject({ status, instance: `/api/v1${decodeURI(address).split('?')[0]}` })
})

test('holding against the document can fail', async () => {
  const schema = document.components.schemas['Publicatie'] as Parameters<typeof z.fromJSONSchema>[0]
  expect(z.fromJSONSchema(schema).safeParse({ nummer: 'een' }).success).toBe(false)
})

test('walking along `volgende` meets every finding once', async () => {
  const seen: string[] = []
  let next: string | null = '/api/v1/bevindingen?aantal=7'
  while (next) {
    const body = (await (await site.request(next)).json()) as {
      resultaten: { adres: string; criterium: string }[]
      volgende: string | null
    }
    seen.push(...body.resultaten.map((row) => `${row.adres} ${row.criterium}`))
    next = body.volgende
  }
  expect(seen).toHaveLength(80)
  expect(new Set(seen).size).toBe(80)
})

test('filters hold and an earlier publication is as it was', async () => {
  const read = async (query: string) =>
    (
      (await (await site.request(`/api/v1/bevindingen?${query}`)).json()) as {
        resultaten: { oordeel: string; norm: string; organisatie: string }[]
      }
    ).resultaten
  const unmet = await read('oordeel=voldoet-niet&norm=VEI-11')
  expect(unmet.map((row) => row.organisatie).toSorted()).toEqual(['bakkerij-de-korenaar'])
  expect(
    (await read('oordeel=voldoet-niet&norm=VEI-11&publicatie=1')).map((row) => row.organisatie).toSorted(),
  ).toEqual(['bakkerij-de-korenaar', 'bibliotheek-de-boog'])
})

describe('design rules', () => {
  test('the document names version, contact, licence and a server with the major version', () => {
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
    expect(document.info.contact).toMatchObject({
      name: expect.any(String),
      email: 'digitaal@voorbeeldstad.nl',
      url: expect.stringMatching(/^http/),
    })
    expect(document.servers[0]?.url).toMatch(/\/v1$/)
  })

  test('the document names the address people use, never the one a request came with', async () => {
    const text = await (
      await site.request('http://kwaad.example/api/v1/openapi.json', { headers: { host: 'kwaad.example' } })
    ).text()
    expect(text).not.toContain('kwaad.example')
    expect(document.servers[0]?.url).toBe('https://leidraad.voorbeeldstad.nl/api/v1')
  })

  test('contact is whole, also where nobody was named', async () => {
    const shared = {
      db: database.publicDb,
      store: STORE,
      municipality: 'voorbeeldstad',
      city: 'Voorbeeldstad aan Zee',
      origin: 'http://127.0.0.1:3000',
    }
    const bare = createSite({ ...shared, css: '', assets: {} })
    const { info } = (await (await bare.request('/api/v1/openapi.json')).json()) as Document
    for (const each of ['name', 'email', 'url']) expect(info.contact[each]).toMatch(/\S/)
  })

  test('a field with a day has the form of a day, a moment carries its time zone', () => {
    const fields = Object.values(document.components.schemas).flatMap((schema) =>
      Object.entries((schema['properties'] ?? {}) as Record<string, Schema>),
    )
    const formats = (field: Schema): unknown[] =>
      [field, ...((field['anyOf'] ?? field['oneOf'] ?? []) as Schema[])].flatMap(({ format }) => format ?? [])
    for (const [name, field] of fields) {
      if (/^(datum|date)$|Datum$|Date$/.test(name)) expect([name, ...formats(field)]).toEqual([name, 'date'])
      if (name.endsWith('Op'))
        expect([name, formats(field)[0]]).toEqual([name, expect.stringMatching(/^date(-time)?$/)])
      for (const format of formats(field)) expect(['time', 'date-time-local']).not.toContain(format)
    }
    expect(fields.map(([name]) => name)).toContain('datum')
  })

  test(
    'paths are kebab-case without a slash at the end, queries camelCase, and every operation reads only and tells ' +
      'its errors',
    () => {
      const paths = Object.entries(document.paths)
      expect(paths.map(([path]) => path).toSorted()).toEqual([
        '/badges',
        '/badges/{nummer}',
        '/bevindingen',
        '/bijeenkomsten',
        '/bijeenkomsten/{nummer}',
        '/campagnes',
        '/campagnes/{nummer}',
        '/convenanten',
        '/convenanten/{nummer}',
        '/convenanten/{nummer}/afspraken/{afspraak}',
        '/hulp',
        '/hulp/{soort}/{nummer}',
        '/landschap',
        '/lessen',
        '/lessen/{id}',
        '/normen',
        '/normen/{id}',
        '/normen/{id}/aanpak',
        '/oefeningen',
        '/oefeningen/cijfers',
        '/oefeningen/{oefening}',
        '/organisaties',
        '/organisaties/{slug}',
        '/organisaties/{slug}/bevindingen',
        '/praktijken',
        '/praktijken/{nummer}',
        '/publicaties',
        '/rechten',
        '/rechten/cijfers',
        '/regelingen',
        '/registers',
        '/registers/{register}/entries',
        '/registers/{register}/entries/{uuid}',
        '/registers/{register}/schema',
        '/speerpunten',
        '/straten',
        '/toetsen',
        '/toetsen/{nummer}',
        '/waarschuwingen',
        '/waarschuwingen/{nummer}',
      ])
      for (const [path, operations] of paths) {
        expect(path).toMatch(/^(\/([a-z]+(-[a-z]+)*|\{[a-z][A-Za-z]*\}))+$/)
        expect(Object.keys(operations)).toEqual(['get'])
        const operation = operations['get']!
        expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
        for (const parameter of operation.parameters ?? []) expect(parameter.name).toMatch(/^[a-z][A-Za-z]*$/)
        for (const [status, response] of Object.entries(operation.responses)) {
          expect(Object.keys(response.headers ?? {})).toContain('API-Version')
          if (Number(status) >= 400) expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json'])
        }
      }
    },
  )

  test('a slash at the end, an unknown path and a wrong method are problems, not pages', async () => {
    for (const [path, method, status] of [
      ['/api/v1/normen/', 'GET', 404],
      ['/api/v1/niets', 'GET', 404],
      ['/api/v1/normen', 'POST', 405],
    ] as const) {
      const response = await site.request(path, { method })
      expect(response.status).toBe(status)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      told(response)
      expect(await response.json()).toMatchObject({ status, instance: path })
    }
    const preflight = await site.request('/api/v1/normen', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    told(preflight)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/If-None-Match/)
    const tag = (await site.request('/api/v1/normen')).headers.get('etag')!
    const same = await site.request('/api/v1/normen', { headers: { 'If-None-Match': tag } })
    expect(same.status).toBe(304)
    told(same)
    told(await site.request('/api/v1/openapi.json'))
  })
})
