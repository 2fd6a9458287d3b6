/** A catalogue that was made as JSON-LD, in Turtle (W3C, RDF 1.1): the same facts, for who reads no JSON-LD. Pure. */
import { addressOf, type Node } from './dcat-parts.ts'
import type { Catalogue } from './dcat.ts'

const iri = (address: unknown): string => `<${addressOf(address)}>`
const literal = (text: unknown): string => JSON.stringify(String(text))
/** Something of which more is said than where it is. */
const tells = (node: Node): boolean => Object.keys(node).some((name) => name !== '@id')

function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return literal(value)
  const { '@id': id, '@value': text, '@language': language, '@type': type } = value as Node
  if (id !== undefined) return iri(id)
  return literal(text) + (language ? `@${String(language)}` : type ? `^^${String(type)}` : '')
}

function* factsOf(node: Node): Generator<string> {
  const within: Node[] = []
  const facts = Object.entries(node).flatMap(([name, given]) => {
    if (name === '@id') return []
    const values: readonly unknown[] = Array.isArray(given) ? given : [given]
    if (name === '@type') return [`a ${values.join(', ')}`]
    within.push(
      ...values.filter((value): value is Node => typeof value === 'object' && value !== null && '@id' in value),
    )
    return values.length === 0 ? [] : [`${name} ${values.map(written).join(', ')}`]
  })
  yield `${iri(node['@id'])}\n  ${facts.join(' ;\n  ')} .\n`
  for (const each of within.filter(tells)) yield* factsOf(each)
}

/** Each thing once, in the order in which it is first told. */
export function turtleOf({ '@context': prefixes, '@graph': graph }: Catalogue): string {
  const heads = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: ${iri(address)} .\n`)
  return [...heads, '\n', ...new Set(graph.flatMap((node) => [...factsOf(node)]))].join('')
}
