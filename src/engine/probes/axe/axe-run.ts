/** Runs axe-core, and the second engine after it, in every frame of a page, each in that frame's isolated world. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { clean } from '../../../lib/clean.ts'
import { counted, markOf } from '../../reading/barrier.ts'
import type { Axe, AxeNode } from '../../../model/evidence.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { doubtInPage } from './axe-doubt.ts'
import { finishInPage, forgetInPage, framesInPage, partialInPage, writeLittle } from './axe-in-page.ts'
import type { FrameContext } from './axe-in-page.ts'
import { lacksOf } from '../lacks.ts'
import { domOf } from '../page/page-dom.ts'
import { traitsOf } from '../page/page-traits.ts'
import { RULES, secondOpinion } from './second.ts'
import { keptUrl } from '../page/kept-url.ts'
import type { VisitedPage } from '../page/visited-page.ts'

const sourceOf = (file: string) => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')
/** One letter beyond ASCII makes each process on the way hold the whole text at twice its size. */
const plain = (text: string) =>
  text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
const SOURCE = plain(
  [
    sourceOf('axe-core/axe.min.js'),
    sourceOf('@accesslint/core/iife'),
    `(${writeLittle.toString()})()`,
    `globalThis.leidraadDoubt = ${doubtInPage.toString()}`,
    `globalThis.leidraadTraits = (${traitsOf.toString()})((${domOf.toString()})())`,
    '0',
  ].join('\n;'),
)
const BUDGET_MS = 15_000
const FRAME_MS = 5_000
const FRAMES = 20
const DEPTH = 4

/**
 * Throws NotSeen: 'timeout' beyond 15 s, 'probe-failed' when axe itself fails. A frame that fails is counted as missed;
 * one in which only the second engine fails is not: it confirms nothing there.
 */
export async function runAxe(page: VisitedPage): Promise<Axe> {
  const deadline = Date.now() + BUDGET_MS
  const left = () => deadline - Date.now()
  const top = page.document.frame
  const urls = new Map((await page.frames()).map((frame) => [frame.id, frame.url]))
  const frameOf = new Map<string, string>([['[]', urls.get(top) ?? page.asked]])
  const partials: (string | null)[] = []
  const second = secondOpinion(page)
  const marks = new Map<string, string>()
  let missed = 0

  /** Runs axe in one frame, then in the frames within, in the order finishRun wants: each before its children. */
  const visit = async (frame: string, context: FrameContext | null, path: readonly unknown[], depth: number) => {
    const ms = Math.min(left(), frame === top ? BUDGET_MS : FRAME_MS)
    const at = partials.push(null) - 1
    const contextId = await page.world(frame)
    const { exceptionDetails } = await within(
      ms,
      'axe',
      page.cdp.send('Runtime.evaluate', { expression: SOURCE, contextId, silent: true }),
    )
    if (exceptionDetails)
      throw new NotSeen('probe-failed', exceptionDetails.exception?.description ?? exceptionDetails.text)
    const { partial, frames, known } = await page.evaluate(
      frame,
      partialInPage,
      { context, rules: RULES, keep: frame === top },
      ms,
    )
    partials[at] = partial
    for (const [rule, selector, traits] of known)
      marks.set(`${rule} ${JSON.stringify([...path, JSON.parse(selector)])}`, markOf(rule, traits))
    await second.ask(frame, path, frameOf.get(JSON.stringify(path)) ?? '', left() - 1_000)
    const ids = frames.length > 0 ? await frameIds(page, frame, contextId) : []
    for (const [index, child] of frames.entries()) {
      const id = ids[index]
      const childPath = [...path, ...child.selector]
      if (!id || depth >= DEPTH || partials.length >= FRAMES || left() < 500) {
        partials.push(null)
        missed++
        continue
      }
      frameOf.set(JSON.stringify(childPath), urls.get(id) ?? '')
      const before = partials.length
      try {
        await visit(id, child.context, childPath, depth + 1)
      } catch (error) {
        if (page.document.crashed()) throw error
        partials.length = before
        partials.push(null)
        missed++
      }
    }
  }

  try {
    await visit(top, null, [], 0)
    const done = await page.evaluate(top, finishInPage, { partials, rules: RULES, agreed: second.agreed }, left())
    const markOn = (rule: string, target: string) => marks.get(`${rule} ${target}`)
    const shown = (rule: string, nodes: (typeof done.violations)[number]['nodes']): AxeNode[] =>
      nodes.map((node) => ({
        ...marked(markOn(rule, JSON.stringify(node.target))),
        target: clean(node.target.flat().join(' >> '), 300),
        html: clean(node.html, 300),
        summary: clean(node.summary, 500),
        frame: keptUrl(frameOf.get(JSON.stringify(node.target.slice(0, -1))) ?? ''),
      }))
    return {
      violations: done.violations.map((one) => ({
        rule: clean(one.rule, 100),
        tags: one.tags,
        impact: one.impact,
        help: clean(one.help, 300),
        count: one.count,
        confirmed: one.confirmed,
        marks: counted(one.targets.flatMap((target) => markOn(one.rule, target) ?? [])),
        nodes: shown(one.rule, one.nodes),
      })),
      incomplete: done.incomplete.map((one) => ({ ...one, nodes: shown(one.rule, one.nodes) })),
      passed: done.passed,
      framesTested: partials.filter((partial, index) => index === 0 || partial !== null).length,
      framesMissed: missed,
      second: second.told(),
      lacks: lacksOf(page.lacks, {
        barriers: [...(missed > 0 ? ['frames' as const] : []), ...(page.withheld ? ['withheld' as const] : [])],
      }),
    }
  } catch (error) {
    if (error instanceof NotSeen && error.why === 'timeout')
      page.cdp.send('Runtime.terminateExecution').catch(() => undefined)
    throw error
  } finally {
    // Frees its memory; a page that is gone has freed it already.
    await page.evaluate(top, forgetInPage, undefined, 1_000).catch(() => undefined)
  }
}

const marked = (mark: string | undefined) => (mark === undefined ? {} : { mark })

/**
 * The frame ids of the frame elements that partialInPage left behind, in its order; undefined for one without a frame.
 */
async function frameIds(page: VisitedPage, frame: string, contextId: number): Promise<(string | undefined)[]> {
  const count = await page.evaluate(frame, framesInPage, undefined, 2_000)
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const expression = `leidraadAxe.frames[${index}]`
      const { result } = await within(2_000, 'frame', page.cdp.send('Runtime.evaluate', { expression, contextId }))
      if (!result.objectId) return undefined
      const { node } = await within(2_000, 'frame', page.cdp.send('DOM.describeNode', { objectId: result.objectId }))
      return node.frameId
    }),
  )
}
