/**
 * The national register of algorithms by its API for who delivers (`aanleverapi/v1_0`), as the source of MinBZK has it:
 * algorithms of one organisation, each known by its number (LARS).
 */
import { clip } from '../lib/headers.ts'
import { retryAfter } from '../lib/retry-after.ts'
import type { RegisterAccess } from '../model/algorithm-register.ts'
import { askJson, type JsonAnswer, type JsonQuestion } from './ask-json.ts'
import type { Egress } from './egress.ts'
import { NotSeen } from './not-seen.ts'

/** It cannot be had now: later it may. `wait`: milliseconds that it asks for. */
export class RegisterAway extends Error {
  readonly wait: number
  constructor(said: string, wait = 0) {
    super(said)
    this.wait = wait
  }
}
/** It does not take what it was sent. `problems`: a Dutch sentence by the name of the field in the standard. */
export class RegisterRefuses extends Error {
  readonly status: number
  readonly problems: Readonly<Record<string, string>>
  constructor(status: number, said: string, problems: Readonly<Record<string, string>> = {}) {
    super(said)
    this.status = status
    this.problems = problems
  }
}

export type Known = {
  readonly lars: string
  readonly sourceId: string | undefined
  readonly published: boolean
  readonly released: boolean
}
type Body = Readonly<Record<string, unknown>>

/** The register as one organisation speaks with it. Everything throws RegisterAway or RegisterRefuses. */
export type AlgorithmRegister = {
  /** Every algorithm of the organisation. */
  list(): Promise<readonly Known[]>
  /** Gives the number that it got. */
  create(body: Body): Promise<string>
  update(lars: string, body: Body): Promise<void>
  /** So that the national register publishes it. Released already is fine. */
  release(lars: string): Promise<void>
  /** So that what is published there is no longer; what was not published stays as it was. */
  retract(lars: string): Promise<void>
  /** What it holds of this number: the version that is published, and the newest; undefined where there is none. */
  held(lars: string): Promise<{ readonly published: Body | undefined; readonly latest: Body | undefined }>
}

/** Speaks with the register at this address, as this organisation. */
export function algorithmRegister(egress: Egress, access: RegisterAccess, signal: AbortSignal): AlgorithmRegister {
  let token: Promise<string> | undefined
  const root = `${access.address.replace(/\/$/, '')}/organizations/${encodeURIComponent(access.organisation)}`
  const ask = async (method: JsonQuestion['method'], path: string, body?: Body): Promise<JsonAnswer> => {
    token ??= tokenOf(egress, access, signal)
    const question = { method, url: `${root}${path}`, token: await token, ...(body && { body }) }
    return answerTo(egress, question, signal)
  }
  const at = (lars: string) => `/algorithms/${encodeURIComponent(lars)}`
  const published = (lars: string) => `/published-algorithms/${encodeURIComponent(lars)}`
  const read = async (path: string): Promise<Body | undefined> => {
    const { json } = await ask('GET', path).catch((error: unknown) => {
      if (error instanceof RegisterRefuses && error.status === 404) return { json: undefined }
      throw error
    })
    return typeof json === 'object' && json !== null ? (json as Body) : undefined
  }
  return {
    list: async () => knownIn((await ask('GET', '/algorithms')).json),
    create: async (body) => {
      const { json } = await ask('POST', '/algorithms', body)
      const lars = (json as { lars_code?: unknown } | null)?.lars_code
      if (typeof lars !== 'string' || lars === '') throw new RegisterAway('Het landelijke register gaf geen nummer.')
      return lars
    },
    update: async (lars, body) => void (await ask('PUT', at(lars), body)),
    release: (lars) => unless([400, 409], () => ask('PUT', `${at(lars)}/release`)),
    retract: (lars) => unless([404], () => ask('DELETE', `${published(lars)}/retract`)),
    held: async (lars) => ({ published: await read(published(lars)), latest: await read(at(lars)) }),
  }
}

/** Does it, and takes these answers as done already. */
async function unless(statuses: readonly number[], work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof RegisterRefuses && statuses.includes(error.status))) throw error
  }
}

/** A login that lasts minutes where there is one (OpenID Connect); else the key itself. */
async function tokenOf(egress: Egress, { key, login }: RegisterAccess, signal: AbortSignal): Promise<string> {
  if (login === undefined) return key
  const body = new URLSearchParams({
    grant_type: 'password',
    client_id: login.client,
    username: login.user,
    password: key,
  })
  const { json } = await answerTo(egress, { method: 'POST', url: login.address, body }, signal)
  const token = (json as { access_token?: unknown } | null)?.access_token
  if (typeof token !== 'string') throw new RegisterAway(NO_KEY)
  return token
}

const NO_KEY = 'Het landelijke register neemt onze sleutel niet aan. De beheerder stelt een nieuwe in.'

async function answerTo(egress: Egress, question: JsonQuestion, signal: AbortSignal): Promise<JsonAnswer> {
  let answer
  try {
    answer = await askJson(egress, question, signal)
  } catch (error) {
    if (error instanceof NotSeen) throw new RegisterAway('Het landelijke register is niet te bereiken.')
    throw error
  }
  const { status, json } = answer
  if (status >= 200 && status < 300) return answer
  if (status === 401 || status === 403) throw new RegisterAway(NO_KEY)
  if (status === 408 || status === 429 || status >= 500 || status < 400)
    throw new RegisterAway(
      'Het landelijke register geeft nu geen goed antwoord.',
      retryAfter(answer.retryAfter, Date.now()),
    )
  const detail = (json as { detail?: unknown } | null)?.detail
  const problems = problemsIn(detail)
  const said = typeof detail === 'string' ? clip(detail, 300) : ''
  throw new RegisterRefuses(
    status,
    said === '' ? 'Het landelijke register neemt dit niet aan.' : `Het landelijke register zegt: “${said}”`,
    problems,
  )
}

function knownIn(json: unknown): readonly Known[] {
  if (!Array.isArray(json)) throw new RegisterAway('Het landelijke register geeft nu geen goed antwoord.')
  return json.flatMap((each: Record<string, unknown> | null): Known[] => {
    const { lars, source_id, published, state } = each ?? {}
    if (typeof lars !== 'string') return []
    return [
      {
        lars,
        sourceId: typeof source_id === 'string' ? source_id : undefined,
        // An older answer says yes or no, a newer one names the state.
        published: published === true || state === 'PUBLISHED',
        released: each?.['current_version_released'] === true || state === 'STATE_2',
      },
    ]
  })
}

type Issue = { readonly loc?: unknown; readonly type?: unknown; readonly msg?: unknown; readonly ctx?: unknown }
/** What it says of each field (FastAPI: `loc`, `type`, `ctx`), in Dutch, by the name of the field in the standard. */
export function problemsIn(detail: unknown): Readonly<Record<string, string>> {
  if (!Array.isArray(detail)) return {}
  const problems: Record<string, string> = {}
  for (const issue of detail.slice(0, 100) as readonly (Issue | null)[]) {
    const [, name, row, part] = Array.isArray(issue?.loc) ? (issue.loc as readonly unknown[]) : []
    if (typeof name !== 'string') continue
    const where = typeof row === 'number' ? `Regel ${row + 1}${part === 'link' ? ', webadres' : ''}: ` : ''
    problems[name] ??= `${where}${sentenceOf(issue!)}`
  }
  return problems
}

function sentenceOf({ type, msg, ctx }: Issue): string {
  const kind = String(type)
  const limits = (ctx ?? {}) as Readonly<Record<string, unknown>>
  const limit = Number(limits['limit_value'] ?? limits['max_length'] ?? limits['min_length'])
  const many = Number.isFinite(limit) ? String(limit) : undefined
  if (/missing|none\.not_allowed/.test(kind)) return 'Dit is verplicht in het landelijke register.'
  if (/any_str\.max_length|string_too_long/.test(kind))
    return `Dit is te lang voor het landelijke register${many ? `: er passen ${many} tekens` : ''}.`
  if (/any_str\.min_length|string_too_short/.test(kind)) return 'Dit is te kort voor het landelijke register.'
  if (/list\.max_items|^too_long/.test(kind))
    return `Dit zijn er te veel voor het landelijke register${many ? `: er passen er ${many}` : ''}.`
  if (/enum|literal|const/.test(kind)) return 'Dit antwoord kent het landelijke register niet.'
  if (/url|email/.test(kind)) return 'Het landelijke register ziet hierin geen goed adres.'
  if (kind === 'value_error') return `Het landelijke register zegt: “${clip(String(msg), 200)}”`
  return 'Dit heeft een andere vorm dan het landelijke register verwacht.'
}
