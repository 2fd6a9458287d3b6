/** Who it is and whether they may comes before a body is read; what strangers send costs no memory. */
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson, ORIGIN, testDeps, testDesk, withDoors, type TestDesk } from '../../test/desk.ts'
import { beginSession, sessionOf } from '../features/people/sessions-store.ts'
import { deskRoutes } from './desk-routes.ts'

const MIB = 1024 * 1024
let desk: TestDesk
let app: Hono
beforeAll(async () => {
  desk = await testDesk([])
  app = withDoors(desk, deskRoutes(testDeps())).app
})
afterAll(() => desk.close())

/** A body of `size` bytes that tells how much of it was asked for. */
function watched(size: number) {
  let read = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull(to) {
        if (read >= size) return to.close()
        read += 64 * 1024
        to.enqueue(new Uint8Array(64 * 1024).fill(97))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, read: () => read }
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const send = async (path: string, headers: Record<string, string>, size = 10 * MIB) => {
  const { body, read } = watched(size)
  const init = { method: 'POST', body, duplex: 'half', headers: { ...FORM, ...headers } } as RequestInit
  const answer = await app.request(`${ORIGIN}${path}`, init)
  return { status: answer.status, read: read() }
}
const cookieOf = async (roles: Parameters<typeof addPerson>[2]) => {
  const person = await addPerson(desk.db, desk.municipality.id, roles)
  const cookie = await beginSession(desk.db, person.municipality, person.id, 'full', 'test')
  return { cookie: `balie=${cookie}` }
}

test('of a stranger no more is read than a small form, and nothing where a secret is asked', async () => {
  for (const path of ['/balie/zaken/nieuw', '/balie/beheer/nieuw', '/balie/account/mail']) {
    const { status, read } = await send(path, { origin: ORIGIN })
    expect([path, status, read <= 128 * 1024]).toEqual([path, 303, true])
  }
  for (const path of ['/balie/account/wachtwoord', '/balie/afmelden'])
    expect([path, await send(path, { origin: ORIGIN })]).toEqual([path, { status: 303, read: 0 }])
})
test('of somebody who may not, and of a form of another site, nothing is read', async () => {
  const { cookie } = await cookieOf(['policy-officer'])
  expect(await send('/balie/beheer/nieuw', { origin: ORIGIN, cookie })).toEqual({ status: 403, read: 0 })
  expect(await send('/balie/account/mail', { origin: 'https://kwaad.example', cookie })).toEqual({
    status: 403,
    read: 0,
  })
  expect(await send('/balie/aanmelden', { origin: 'https://kwaad.example' })).toEqual({ status: 403, read: 0 })
})
test('a stranger is read no further than the largest form of a door, told or not told', async () => {
  const told = await send('/balie/aanmelden', { origin: ORIGIN, 'content-length': String(10 * MIB) })
  const untold = await send('/balie/aanmelden', { origin: ORIGIN })
  expect([told.status, untold.status].every((status) => status >= 400 && status < 500)).toBe(true)
  // Thrown away as it comes, so that the answer is seen.
  expect(desk.faults).toEqual([])
})
test('a body without a token of this session changes nothing', async () => {
  const { cookie } = await cookieOf(['policy-officer'])
  expect((await send('/balie/account/mail', { origin: ORIGIN, cookie }, 64 * 1024)).status).toBe(403)
})

test('fifty strangers who send ten megabytes each cost no memory', async () => {
  const server: ServerType = await new Promise((resolve) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(starting))
  })
  const { port } = server.address() as AddressInfo
  const load = Buffer.alloc(10 * MIB, 97)
  const held = () => process.memoryUsage().arrayBuffers
  let most = 0
  const before = held()
  const watch = setInterval(() => {
    most = Math.max(most, held() - before)
  }, 5)
  const post = (path: string, chunked: boolean) =>
    new Promise<number>((resolve) => {
      const asking = request(
        {
          port,
          host: '127.0.0.1',
          path,
          method: 'POST',
          headers: { ...FORM, origin: ORIGIN, ...(chunked ? {} : { 'content-length': load.length }) },
        },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode!)
        },
      )
      asking.on('error', () => resolve(0)) // cut off before it had sent everything
      asking.end(load)
    })
  const statuses = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      post(['/balie/zaken/nieuw', '/balie/aanmelden', '/balie/wachtwoord-vergeten'][at % 3]!, at % 2 === 0),
    ),
  )
  clearInterval(watch)
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  // All of it would be 500 MiB; what is thrown away waits for the collector, and the senders live in this process too.
  expect(most).toBeLessThan(125 * MIB)
})

test.each([
  ['signed out', 303, (hash: string) => desk.db.deleteFrom('session').where('hash', '=', hash).execute()],
  [
    'blocked',
    303,
    (_: string, person: string) =>
      desk.db.updateTable('person').set({ state: 'blocked' }).where('id', '=', person).execute(),
  ],
  [
    'without that role',
    403,
    (_: string, person: string) =>
      desk.db
        .updateTable('person')
        .set({ roles: ['auditor'] })
        .where('id', '=', person)
        .execute(),
  ],
])('who is %s while a form is on its way changes nothing any more', async (_, status, happens) => {
  const person = await addPerson(desk.db, desk.municipality.id, ['policy-officer'])
  const cookie = await beginSession(desk.db, person.municipality, person.id, 'full', 'test')
  const { token, hash } = (await sessionOf(desk.db, cookie))!
  const product = { token, naam: `Van ${person.id}`, leverancier: 'X', inzet: 'meldingen' }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(to) {
        await happens(hash, person.id)
        to.enqueue(new TextEncoder().encode(new URLSearchParams(product).toString()))
        to.close()
      },
    },
    { highWaterMark: 0 },
  )
  const init = { method: 'POST', body, duplex: 'half', headers: { ...FORM, origin: ORIGIN, cookie: `balie=${cookie}` } }
  const answer = await app.request(`${ORIGIN}/balie/producten/nieuw`, init as RequestInit)
  expect(answer.status).toBe(status)
  expect(await desk.db.selectFrom('product').where('name', '=', product.naam).selectAll().execute()).toEqual([])
})
