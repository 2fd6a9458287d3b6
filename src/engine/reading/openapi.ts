/**
 * OpenAPI documents (OpenAPI Specification 2.0, 3.0, 3.1 and 3.2) by their own schema: what is not as it should be,
 * with its place. References are never followed, neither to other files nor within. Pure.
 */
import { Validator } from '@seriousme/openapi-schema-validator'
import { clip } from '../../lib/headers.ts'
import { strangeValue } from '../../lib/strange-yaml.ts'
import type { Interface } from '../../model/evidence.ts'
import { openapiSchema } from './description-versions.ts'

/** Many times what an interface of a municipality has: what a schema asks costs more than its length. */
const PARTS = 50_000
const LISTED = 500
const DEEPEST = 60
const LACKS = 20

type Found = { readonly keyword: string; readonly instancePath: string; readonly params: Record<string, unknown> }
type Validate = { (value: unknown): boolean; readonly errors?: readonly Found[] | null }
/**
 * Of the library its schemas, compiled at the first document of a version. Its own `validate` follows references, and a
 * hostile one leads it into the prototypes of our program; formats (`uri`, `regex`) it would hold against the patterns
 * and expressions of a stranger.
 */
const schemas = new Validator({ allErrors: true, validateFormats: false }) as unknown as {
  getAjvValidator(version: string): Validate
}

/**
 * What the document tells; undefined: it is no OpenAPI document. `too-much`: it is more than we read, and may be in
 * order.
 */
export function readOpenapi(text: string): Interface | 'too-much' | undefined {
  const said = /^\s*\{/.test(text) ? jsonIn(text) : yamlIn(text)
  if (said === 'too-much') return said
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return undefined
  const { openapi, swagger, info } = said as Readonly<Record<string, unknown>>
  const version = typeof openapi === 'string' ? openapi : typeof swagger === 'string' ? swagger : undefined
  if (version === undefined) return undefined
  if (isTooMuch(said)) return 'too-much'
  const title = (info as { readonly title?: unknown } | null | undefined)?.title
  const schema = openapiSchema(version)
  return {
    version: clip(version, 20),
    title: typeof title === 'string' ? clip(title, 100) : null,
    lacks: schema === undefined ? [] : lacksOf(said, schema),
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // what is no JSON is no document
  }
}

function yamlIn(text: string): unknown {
  // Most of what stands behind links is a page, which YAML might read for long.
  if (!/^["']?(?:openapi|swagger)["']?\s*:/m.test(text)) return undefined
  const said = strangeValue(text)
  return said === 'broken' ? undefined : said
}

/** Counted without recursion, before anything else goes over it. */
function isTooMuch(said: object): boolean {
  const left: (readonly [object, number])[] = [[said, 0]]
  let parts = 0
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next
    const inside: readonly unknown[] = Object.values(value)
    parts += inside.length
    if (parts > PARTS || depth > DEEPEST || (Array.isArray(value) && inside.length > LISTED)) return true
    for (const one of inside) if (typeof one === 'object' && one !== null) left.push([one, depth + 1])
  }
  return false
}

/** The first fault of each place, outermost first: a choice that no branch fits tells each branch. */
function lacksOf(said: object, schema: string): string[] {
  const validate = schemas.getAjvValidator(schema)
  if (validate(said)) return []
  const places = new Map<string, string>()
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    const name = params['missingProperty'] ?? params['unevaluatedProperty'] ?? params['additionalProperty']
    if (name === '$ref' || places.has(instancePath)) continue
    places.set(instancePath, `${instancePath || '/'}: ${typeof name === 'string' ? name : keyword}`)
  }
  const depth = (place: string) => place.split('/').length
  return [...places]
    .toSorted(([a], [b]) => depth(a) - depth(b))
    .slice(0, LACKS)
    .map(([, told]) => clip(told, 150))
}
