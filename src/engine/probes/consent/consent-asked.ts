/** Finds the question for consent that a page shows, in the page or in a frame over it, and presses what is in it. */
import { clean } from '../../../lib/clean.ts'
import type { ConsentAsked, ConsentBox, ConsentControl } from '../../../model/evidence-consent.ts'
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import { isConsentQuestion } from '../../reading/consent-question.ts'
import { asks } from '../../reading/consent-way.ts'
import { boxKind, controlKind } from '../../reading/consent-words.ts'
import { contrastOf } from '../../reading/contrast.ts'
import { consentReader, type ReadAsked, type ReadControl } from './consent-reader.ts'
import type { Tool } from './consent-tool.ts'
import { framesOver } from './frames-over.ts'
import { keptUrl } from '../page/kept-url.ts'
import type { Frame, VisitedPage } from '../page/visited-page.ts'

const READ_MS = 3_000

type Place = { readonly x: number; readonly y: number }
/** Where a document begins on the screen, and which share of the window it has. */
type Corner = Place & { readonly share: number }
type Found<T> = T & { readonly at: Place }
/** `hinted`: what it does is said by a rule and not by its words. */
type Pressable = Found<ConsentControl> & { readonly hinted: boolean }
/** A question with where its controls are on the screen, in pixels. */
export type Asked = Omit<ConsentAsked, 'controls' | 'boxes'> & {
  readonly controls: readonly Pressable[]
  readonly boxes: readonly (ConsentBox & { readonly at: Place | null })[]
}

/**
 * The question that stands there now; undefined: none to be seen, or what stands there asks something else. What words
 * do not tell of a control, the rules of the program may. `before`: the question that was answered last, which is one
 * whatever it says now; another that stands there as well comes first. Throws NotSeen when the page cannot be read.
 */
export async function askedOn(page: VisitedPage, tool?: Tool, before?: Asked): Promise<Asked | undefined> {
  const again = (one: Asked) => one.selector === before?.selector && one.frame === before.frame
  let same: Asked | undefined
  for (const frame of await framesOver(page)) {
    const corner = frame.parent === undefined ? { x: 0, y: 0, share: 1 } : await cornerOf(page, frame)
    if (!corner) continue
    const found = await readIn(page, frame)
    const questions = found
      .map((each) => shaped(each, frame, corner, tool?.frame === frame.id ? tool.hints : []))
      .filter((one) => asks(one.controls) && (again(one) || isQuestion(one)))
    const one = questions.find((question) => !again(question))
    if (one) return one
    same ??= questions[0]
  }
  return same
}

/** Of what a rule of a program for consent presses in it, it is known that it asks for that. */
const isQuestion = ({ text, controls, boxes }: Asked): boolean =>
  controls.some(({ hinted }) => hinted) || isConsentQuestion(text, controls, boxes)

/** What was read in a frame; one that is gone or answers nothing shows nothing. */
async function readIn(page: VisitedPage, { id, parent }: Frame): Promise<readonly ReadAsked[]> {
  try {
    return await page.evaluate(id, consentReader, undefined, READ_MS)
  } catch (error) {
    if (!(error instanceof NotSeen) || parent === undefined) throw error
    page.lacks.add('frames')
    return []
  }
}

/** Where a frame begins on the screen, and how much of that it has; undefined: it is not shown, or gone. */
async function cornerOf({ cdp }: VisitedPage, { id }: Frame): Promise<Corner | undefined> {
  try {
    const { backendNodeId } = await within(READ_MS, 'a frame', cdp.send('DOM.getFrameOwner', { frameId: id }))
    const { model } = await within(READ_MS, 'a frame', cdp.send('DOM.getBoxModel', { backendNodeId }))
    if (model.width <= 50 || model.height <= 30) return undefined
    const { cssLayoutViewport: window } = await within(READ_MS, 'the window', cdp.send('Page.getLayoutMetrics'))
    const [x, y] = [model.content[0]!, model.content[1]!]
    const across = Math.min(x + model.width, window.clientWidth) - Math.max(x, 0)
    const down = Math.min(y + model.height, window.clientHeight) - Math.max(y, 0)
    return { x, y, share: (Math.max(across, 0) * Math.max(down, 0)) / (window.clientWidth * window.clientHeight) }
  } catch {
    // An element that is not drawn has no box.
    return undefined
  }
}

function shaped(
  { text, selector, blocks, controls, boxes, unread }: ReadAsked,
  frame: Frame,
  corner: Corner,
  hints: Tool['hints'],
): Asked {
  const on = (at: Place): Place => ({ x: at.x + corner.x, y: at.y + corner.y })
  return {
    text: clean(text, 2_000),
    selector: clean(selector, 300),
    frame: frame.parent === undefined ? null : keptUrl(frame.url),
    blocks: Math.round(blocks * corner.share * 100) / 100,
    unread,
    controls: controls.map((control) => ({ ...controlOf(control, hints), at: on(control.at) })),
    boxes: boxes.map(({ label, ticked, fixed, at }) => ({
      label: clean(label, 200),
      ticked,
      // Many programs leave what is needed open to a press that does nothing.
      fixed: fixed || boxKind(label) === 'needed',
      at: at && on(at),
    })),
  }
}

/** A control with what it does: by its words, and where these say nothing by the rule of the program that asks. */
function controlOf({ at, text, selector, colour, behind, ground, around, ...look }: ReadControl, hints: Tool['hints']) {
  const said = controlKind(text)
  const hint = said === 'other' ? hints.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) < 3) : undefined
  return {
    ...look,
    kind: hint?.kind ?? said,
    text: clean(text, 60),
    selector: clean(selector, 300),
    contrast: behind === null ? null : (contrastOf(colour, behind) ?? null),
    // What has no surface of its own is as what is around it.
    surface: ground === null || around === null ? null : (contrastOf(ground, around) ?? null),
    hinted: hint !== undefined,
  }
}

/** The question as it is kept, without where things were on the screen. */
export const keptAsked = ({ controls, boxes, ...rest }: Asked): ConsentAsked => ({
  ...rest,
  controls: controls.map(({ at: _at, hinted: _hinted, ...control }) => control),
  boxes: boxes.map(({ at: _at, ...box }) => box),
})

/** Presses there with the mouse, as a visitor does. */
export async function press({ cdp, time }: VisitedPage, { x, y }: Place): Promise<void> {
  const button = { x, y, button: 'left', clickCount: 1 } as const
  const pressed = (async () => {
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
    await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button })
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button })
  })()
  await within(READ_MS, 'a press of the mouse', time.during(pressed))
}
