/** How somebody who wants nothing of it gets past a question for consent, and whether that is one. Pure. */
import type { ConsentBox, ConsentStep, ControlKind } from '../../model/evidence-consent.ts'

/** Kinds that make of a notice a question: without any of these nothing is asked. */
const ASKS: readonly ControlKind[] = ['accept', 'reject', 'settings', 'save']

/** `leaves`: it is a link to another address. */
type Pressable = { readonly kind: ControlKind; readonly text: string; readonly leaves?: boolean }
type Tickable = Pick<ConsentBox, 'label' | 'ticked' | 'fixed'> & { readonly at: unknown }
export type Way<C extends Pressable, B extends Tickable> = {
  readonly untick: readonly B[]
  readonly press: C
  /** Whether it should end the question, and not lead to more of it. */
  readonly last: boolean
}

/** Whether these controls ask something. */
export const asks = (controls: readonly Pressable[]): boolean => controls.some(({ kind }) => ASKS.includes(kind))

/**
 * What is pressed next: to refuse; where there are boxes to tick, to keep none of these; else to the choices; else,
 * once, what tells more and does not lead away, because the choices may stand there. `steps`: what was pressed before.
 * Undefined: there is no such way, or a box that is ticked cannot be reached.
 */
export function wayOut<C extends Pressable, B extends Tickable>(
  controls: readonly C[],
  boxes: readonly B[],
  steps: readonly ConsentStep[] = [],
): Way<C, B> | undefined {
  const of = (kind: ControlKind) => controls.find((control) => control.kind === kind)
  const [reject, save, settings] = [of('reject'), of('save'), of('settings')]
  if (reject) return { untick: [], press: reject, last: true }
  const ticked = boxes.filter((box) => box.ticked && !box.fixed)
  if (save && boxes.length > 0 && ticked.every(({ at }) => at !== null))
    return { untick: ticked, press: save, last: true }
  const more = steps.some(({ kind }) => kind === 'more')
    ? undefined
    : controls.find(({ kind, leaves }) => kind === 'more' && leaves === false)
  const further = settings ?? more
  return further && { untick: [], press: further, last: false }
}

/** What is pressed to agree: only what says so. Undefined: nothing does. */
export function wayIn<C extends Pressable>(controls: readonly C[]): Way<C, never> | undefined {
  const accept = controls.find(({ kind }) => kind === 'accept')
  return accept && { untick: [], press: accept, last: true }
}
