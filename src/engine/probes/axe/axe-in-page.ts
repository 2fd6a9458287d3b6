/** The functions of the axe probe that run in a frame's isolated world; each refers to nothing outside itself. */
import type { ContextObject } from 'axe-core'
import type axeCore from 'axe-core'
import type { Traits } from '../../reading/barrier.ts'

export type FrameContext = ContextObject
type ChildFrame = { context: FrameContext; selector: unknown[] }
type Checked = { readonly id: string; readonly result: boolean | undefined; readonly relatedNodes: unknown[] }
type RawNode = { any: Checked[]; all: Checked[]; none: Checked[]; node: { nodeIndexes: number[] } }
/** What axe shows of how elements are written down, though its types do not say so. */
type Inside = {
  utils: { nodeSerializer: { mapRawNodeResults(nodes: RawNode[] | undefined): unknown[] | undefined } }
  _audit: { checks: Record<string, { after?: unknown }> }
}
type Left = {
  axe: typeof axeCore
  leidraadAxe: { frames: (Element | null)[]; own: unknown }
  leidraadTraits: (element: Element) => Traits
  leidraadDoubt: (results: unknown) => void
}
/** An element of which a rule says something: the rule, axe's name of it in its frame as JSON, by what it is known. */
type Known = [rule: string, selector: string, traits: Traits]

/**
 * Lets axe write down only elements that did not pass: else it works out a selector and the source of each element, of
 * hundreds that nobody reads. Of what passed, the count is all that is told.
 */
export function writeLittle(): void {
  const { axe } = globalThis as unknown as { axe: Inside }
  const { nodeSerializer } = axe.utils
  const whole = nodeSerializer.mapRawNodeResults
  /** A check that compares elements afterwards may still turn. */
  const settled = ({ id }: Checked) => axe._audit.checks[id]?.after === undefined
  const passed = ({ any, all, none }: RawNode) =>
    [...any, ...all, ...none].every(settled) &&
    (any.length === 0 || any.some(({ result }) => result === true)) &&
    all.every(({ result }) => result === true) &&
    none.every(({ result }) => result === false)
  const bare = (checks: Checked[]) => checks.map((check) => ({ ...check, relatedNodes: [] }))
  nodeSerializer.mapRawNodeResults = (nodes) =>
    nodes?.map((one) => {
      if (!passed(one)) return whole([one])![0]
      const { nodeIndexes } = one.node
      const node = { source: '', nodeIndexes, selector: [':root'], ancestry: [':root'], xpath: ['/'] }
      return { ...one, any: bare(one.any), all: bare(one.all), none: bare(one.none), node }
    })
}

/**
 * Runs axe in this frame alone. The result stays here for the second engine; `keep`: for finishInPage too, instead of
 * travelling.
 */
export async function partialInPage({
  context,
  rules,
  keep,
}: {
  context: FrameContext | null
  rules: readonly string[]
  keep: boolean
}): Promise<{ partial: string | null; frames: ChildFrame[]; known: Known[] }> {
  const here = globalThis as unknown as Left
  const { axe, leidraadTraits, leidraadDoubt } = here
  const subject = context ?? { exclude: [] }
  // Nothing is fetched for them: that would be traffic that the page did not make.
  const options = { runOnly: { type: 'rule' as const, values: [...rules] }, preload: false }
  const contexts = axe.utils.getFrameContexts(subject as never)
  const elements = contexts.map((one) => axe.utils.shadowSelect(one.frameSelector))
  const own = await axe.runPartial(subject as never, options as never)
  leidraadDoubt(own.results)
  here.leidraadAxe = { frames: elements, own }
  const specs = own.frames as unknown as { selector: unknown[] }[]
  const text = keep ? null : JSON.stringify(own)
  if (text && text.length > 4_000_000) throw new Error('more than 4 MB of results in one frame')
  const frames = contexts.map((one, index) => ({
    context: one.frameContext as FrameContext,
    selector: specs[index]?.selector ?? [],
  }))
  const known: Known[] = []
  type Named = { readonly id: string; readonly nodes: readonly { readonly node: { readonly selector: unknown[] } }[] }
  for (const { id, nodes } of own.results as unknown as readonly Named[])
    for (const { node } of nodes.slice(0, 1_000)) {
      const selector = node.selector[0]
      // What passed was given no name of its own.
      if (known.length >= 500 || selector === ':root') continue
      const element = axe.utils.shadowSelect(selector as never)
      if (element) known.push([id, JSON.stringify(selector), leidraadTraits(element)])
    }
  return { partial: text, frames, known }
}

/** How many frame elements partialInPage found. */
export function framesInPage(): number {
  return (globalThis as unknown as Left).leidraadAxe.frames.length
}

/** Lets go of what partialInPage kept. */
export function forgetInPage(): void {
  Reflect.deleteProperty(globalThis, 'leidraadAxe')
}

type Told = { rule: string; tags: string[]; count: number }
type Node = { target: (string | string[])[]; html: string; summary: string }
type Finished = {
  violations: (Told & { impact: string | null; help: string; confirmed: number; nodes: Node[]; targets: string[] })[]
  incomplete: (Told & { nodes: Node[] })[]
  passed: Told[]
}

/**
 * Puts the frames' results together; the first is this frame's own, kept by partialInPage. At most 5 nodes a rule.
 * `agreed`: the elements of which the second engine says the same, as rule and JSON of the whole target.
 */
export async function finishInPage({
  partials,
  rules,
  agreed,
}: {
  partials: (string | null)[]
  rules: readonly string[]
  agreed: readonly string[]
}): Promise<Finished> {
  const { axe, leidraadAxe } = globalThis as unknown as Left
  const all = partials.map((partial, index) =>
    index === 0 ? leidraadAxe.own : partial === null ? null : JSON.parse(partial),
  )
  const results = await axe.finishRun(
    all as never,
    {
      runOnly: { type: 'rule', values: [...rules] },
      resultTypes: ['violations', 'incomplete', 'passes'],
    } as never,
  )
  const cut = (selector: unknown) => String(selector).slice(0, 2_000)
  const count = ({ id, tags: its, nodes }: { id: string; tags: string[]; nodes: unknown[] }) => ({
    rule: id,
    tags: its,
    count: nodes.length,
  })
  type Found = (typeof results.violations)[number]['nodes']
  const shown = (nodes: Found) =>
    nodes.slice(0, 5).map((node) => ({
      target: node.target.map((step) => (Array.isArray(step) ? step.map(cut) : cut(step))),
      html: node.html.slice(0, 600),
      summary: (node.failureSummary ?? '').slice(0, 1_000),
    }))
  const both = new Set(agreed)
  return {
    violations: results.violations.map((one) => ({
      ...count(one),
      impact: one.impact ?? null,
      help: one.help,
      confirmed: one.nodes.filter(({ target }) => both.has(`${one.id} ${JSON.stringify(target)}`)).length,
      nodes: shown(one.nodes),
      targets: one.nodes.slice(0, 200).map(({ target }) => JSON.stringify(target).slice(0, 4_000)),
    })),
    incomplete: results.incomplete.map((one) => ({ ...count(one), nodes: shown(one.nodes) })),
    passed: results.passes.map(count),
  }
}
