/**
 * The national register of algorithms on loopback, in the shape of the real API for who delivers
 * (MinBZK/Algoritmeregister, backend/app/routers/v1_0): its states, answers and errors, with faults to be switched on.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RegisterFault = 'none' | 'away' | 'busy' | 'created-unanswered' | 'refuses-fields' | 'html'
type State = 'STATE_1' | 'STATE_2' | 'PUBLISHED' | 'EXPIRED'
type Version = { state: State; body: Record<string, unknown> }

export const KEY = 'een-sleutel-die-nergens-staat'
export const LOGIN = 'een-wachtwoord-dat-nergens-staat'
const REQUIRED = [
  'name',
  'description_short',
  'organization',
  'status',
  'contact_email',
  'publication_category',
  'lang',
]

const bodyIn = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

/** Serves the register for this organisation. What is in `kept`, `asked` and `fault` may be read and changed. */
export async function startAlgorithmRegister(organisation = 'gm9999') {
  const kept = new Map<string, Version[]>()
  const state = { fault: 'none' as RegisterFault, asked: [] as string[], next: 1, retracted: 'STATE_1' as State }
  const latest = (lars: string) => kept.get(lars)?.at(-1)
  const published = (lars: string) => kept.get(lars)?.findLast((each) => each.state === 'PUBLISHED')
  const told = ({ state: now, body }: Version, lars: string) => ({
    ...body,
    lars,
    create_dt: '2026-11-28T04:00:00',
    published: now === 'PUBLISHED',
    released: now === 'STATE_2',
  })

  const issues = (body: Record<string, unknown>) => [
    ...REQUIRED.filter((name) => body[name] === undefined).map((name) => ({
      loc: ['body', name],
      msg: 'field required',
      type: 'value_error.missing',
    })),
    ...(state.fault === 'refuses-fields'
      ? [
          {
            loc: ['body', 'description_short'],
            msg: 'ensure this value has at most 350 characters',
            type: 'value_error.any_str.max_length',
            ctx: { limit_value: 350 },
          },
          { loc: ['body', 'lawful_basis_grouping', 1, 'link'], msg: 'invalid url', type: 'value_error.url.scheme' },
        ]
      : []),
  ]

  type Reply = readonly [status: number, body: unknown]
  const NONE = (lars: string): Reply => [404, { detail: `Er is geen algoritme met LARS-code: ${lars}.` }]

  function algorithms(method: string, lars: string | undefined, action: string | undefined, body: string): Reply {
    if (lars === undefined && method === 'GET')
      return [
        200,
        [...kept].map(([number, versions]) => ({
          name: versions.at(-1)!.body['name'],
          schema_version: '1.0',
          last_update_dt: '2026-11-28T04:00:00',
          lars: number,
          source_id: versions.at(-1)!.body['source_id'] ?? null,
          published: published(number) !== undefined,
          current_version_released: latest(number)!.state === 'STATE_2',
          current_version_published: latest(number)!.state === 'PUBLISHED',
          last_update_by: 'Temporarily unavailable',
        })),
      ]
    if (method === 'POST' || (method === 'PUT' && action === undefined)) {
      const read = JSON.parse(body) as Record<string, unknown>
      const wrong = issues(read)
      if (wrong.length > 0) return [422, { detail: wrong }]
      const number = lars ?? String(20_000_000 + state.next++)
      if (lars !== undefined && !kept.has(lars)) return NONE(lars)
      if (JSON.stringify(latest(number)?.body) === body) return [200, { message: 'Version has no changes.' }]
      kept.set(number, [...(kept.get(number) ?? []), { state: 'STATE_1', body: read }])
      return [200, lars === undefined ? { lars_code: number } : null]
    }
    const now = latest(lars!)
    if (!now) return NONE(lars!)
    if (method === 'PUT' && action === 'release') {
      if (now.state !== 'STATE_1') return [400, { detail: `INVALID ORIGIN_STATE, CURRENT STATE: ${now.state}` }]
      now.state = 'STATE_2'
      return [200, null]
    }
    return [200, told(now, lars!)]
  }

  const server = createServer(async (request, response) => {
    const send = ([status, body]: Reply, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
    const text = await bodyIn(request)
    const { pathname } = new URL(request.url!, 'http://x')
    state.asked.push(`${request.method} ${pathname}`)
    if (state.fault === 'away') return void request.socket.destroy()
    if (state.fault === 'html') return void response.writeHead(502).end('<h1>Bad gateway</h1>')
    if (state.fault === 'busy') return void send([429, { detail: 'Rate limit' }], { 'Retry-After': '120' })
    if (pathname === '/realms/algreg/protocol/openid-connect/token')
      return void send(
        new URLSearchParams(text).get('password') === LOGIN
          ? [200, { access_token: KEY }]
          : [401, { error: 'invalid' }],
      )
    if (request.headers.authorization !== `Bearer ${KEY}`)
      return void send([401, { detail: 'Inloggegevens konden niet succesvol worden gevalideerd.' }])
    const [, owner, kind, lars, action] =
      /^\/aanleverapi\/v1_0\/organizations\/([^/]+)\/(algorithms|published-algorithms)(?:\/([^/]+))?(?:\/(\w+))?$/.exec(
        pathname,
      ) ?? []
    if (owner !== organisation) return void send([403, { detail: 'Geen toegang.' }])
    if (kind === 'algorithms') {
      const reply = algorithms(request.method!, lars, action, text)
      if (state.fault === 'created-unanswered' && request.method === 'POST') return void request.socket.destroy()
      return void send(reply)
    }
    const there = published(lars!)
    if (!there) return void send([404, { detail: `Er is geen gepubliceerd algoritme met LARS-code: ${lars}.` }])
    if (request.method === 'DELETE' && action === 'retract') {
      // Whatever is newest goes where the way of working of the organisation says, published or not.
      there.state = 'EXPIRED'
      latest(lars!)!.state = state.retracted
      return void send([200, null])
    }
    send([200, told(there, lars!)])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    kept,
    get asked(): readonly string[] {
      return state.asked
    },
    set: (fault: RegisterFault) => {
      state.fault = fault
      state.asked = []
    },
    /** Where a version comes that is taken back: with who wrote it, or with who publishes it again. */
    retractTo: (where: 'STATE_1' | 'STATE_2') => {
      state.retracted = where
    },
    /** The ministry publishes what was released. */
    publish: (lars: string) => {
      for (const each of kept.get(lars)!) if (each.state === 'PUBLISHED') each.state = 'EXPIRED'
      latest(lars)!.state = 'PUBLISHED'
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
