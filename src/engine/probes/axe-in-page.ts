/** The functions of the axe probe that run in a frame's isolated world; each refers to nothing outside itself. */
import type { ContextObject } from 'axe-core'
import type axeCore from 'axe-core'

export type FrameContext = ContextObject
type ChildFrame = { context: FrameContext; selector: unknown[] }
type Left = { axe: typeof axeCore; leidraadAxe: { frames: (Element | null)[]; own: unknown } }

/** Runs axe in this frame alone. `keep`: the result stays here for finishInPage instead of travelling. */
export async function partialInPage({
  context,
  tags,
  keep,
}: {
  context: FrameContext | null
  tags: string[]
  keep: boolean
}): Promise<{ partial: string | null; frames: ChildFrame[] }> {
  const here = globalThis as unknown as Left
  const { axe } = here
  const subject = context ?? { exclude: [] }
  // Media metadata only: fetching the page's style sheets anew would be traffic that the page did not make.
  const options = { runOnly: { type: 'tag' as const, values: tags }, preload: { assets: ['media'], timeout: 1_000 } }
  const contexts = axe.utils.getFrameContexts(subject as never)
  const elements = contexts.map((one) => axe.utils.shadowSelect(one.frameSelector))
  const own = await axe.runPartial(subject as never, options as never)
  here.leidraadAxe = { frames: elements, own: keep ? own : null }
  const specs = own.frames as unknown as { selector: unknown[] }[]
  const text = keep ? null : JSON.stringify(own)
  if (text && text.length > 4_000_000) throw new Error('more than 4 MB of results in one frame')
  const frames = contexts.map((one, index) => ({
    context: one.frameContext as FrameContext,
    selector: specs[index]?.selector ?? [],
  }))
  return { partial: text, frames }
}

/** How many frame elements partialInPage found. */
export function framesInPage(): number {
  return (globalThis as unknown as Left).leidraadAxe.frames.length
}

/** Lets go of what partialInPage kept. */
export function forgetInPage(): void {
  Reflect.deleteProperty(globalThis, 'leidraadAxe')
}

type Finished = {
  violations: {
    rule: string
    tags: string[]
    impact: string | null
    help: string
    count: number
    nodes: { target: (string | string[])[]; html: string; summary: string }[]
  }[]
  incomplete: { rule: string; tags: string[]; count: number }[]
  passed: { rule: string; tags: string[]; count: number }[]
}

/** Puts the frames' results together; the first is this frame's own, kept by partialInPage. At most 5 nodes a rule. */
export async function finishInPage({
  partials,
  tags,
}: {
  partials: (string | null)[]
  tags: string[]
}): Promise<Finished> {
  const { axe, leidraadAxe } = globalThis as unknown as Left
  const all = partials.map((partial, index) =>
    index === 0 ? leidraadAxe.own : partial === null ? null : JSON.parse(partial),
  )
  const results = await axe.finishRun(
    all as never,
    {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations', 'incomplete', 'passes'],
    } as never,
  )
  const cut = (selector: unknown) => String(selector).slice(0, 2_000)
  const count = ({ id, tags: its, nodes }: { id: string; tags: string[]; nodes: unknown[] }) => ({
    rule: id,
    tags: its,
    count: nodes.length,
  })
  return {
    violations: results.violations.map((one) => ({
      ...count(one),
      impact: one.impact ?? null,
      help: one.help,
      nodes: one.nodes.slice(0, 5).map((node) => ({
        target: node.target.map((step) => (Array.isArray(step) ? step.map(cut) : cut(step))),
        html: node.html.slice(0, 600),
        summary: (node.failureSummary ?? '').slice(0, 1_000),
      })),
    })),
    incomplete: results.incomplete.map(count),
    passed: results.passes.map(count),
  }
}
