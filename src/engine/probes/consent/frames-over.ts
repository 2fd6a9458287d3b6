/** Frames that lie over the page, so that what asks in them asks for the site; a widget in it asks for itself. */
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import type { Frame, VisitedPage } from '../page/visited-page.ts'

const READ_MS = 3_000
/** Frames that are looked into: a question for consent stands in one of the first. */
const FRAMES = 12

/** The page itself first; then each frame that lies over it, or stands in one that does. */
export async function framesOver(page: VisitedPage): Promise<readonly Frame[]> {
  const frames = (await page.frames()).slice(0, FRAMES)
  const [top] = frames
  const over = new Set(top ? [top.id] : [])
  for (const frame of frames) {
    if (frame.parent === undefined) continue
    const isOver = frame.parent === top?.id ? await liesOver(page, frame) : over.has(frame.parent)
    if (isOver) over.add(frame.id)
  }
  return frames.filter(({ id }) => over.has(id))
}

/** Whether the element of a frame of the page, or what is around it, lies over the page; one that is gone does not. */
async function liesOver({ cdp, world, document }: VisitedPage, { id }: Frame): Promise<boolean> {
  const asking = async () => {
    const { backendNodeId } = await cdp.send('DOM.getFrameOwner', { frameId: id })
    const { object } = await cdp.send('DOM.resolveNode', {
      backendNodeId,
      executionContextId: await world(document.frame),
    })
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `${isOverPage}`,
      arguments: [{ objectId: object.objectId! }],
      returnByValue: true,
      silent: true,
    })
    return result.value === true
  }
  try {
    return await within(READ_MS, 'the element of a frame', asking())
  } catch (error) {
    // An element that was taken away meanwhile is not there to be asked.
    if (error instanceof NotSeen) throw error
    return false
  }
}

/** Runs in our own world of the page, on the element of the frame. */
function isOverPage(frame: Element): boolean {
  const said = (element: Element, name: string) =>
    Element.prototype.getAttribute.call(element, name)?.slice(0, 400) ?? ''
  // A window to talk in floats as well, and asks for its own maker.
  if (
    /\bchat|messenger|whatsapp|helpdesk/i.test(
      ['id', 'name', 'title', 'src'].map((name) => said(frame, name)).join(' '),
    )
  )
    return false
  let at: Node | null = frame
  for (let up = 0; at && up < 60; up++) {
    if (at instanceof Element) {
      if (at.localName === 'dialog' || /^(?:alert)?dialog$/i.test(said(at, 'role'))) return true
      if (said(at, 'aria-modal') === 'true' || /^(?:fixed|sticky)$/.test(getComputedStyle(at).position)) return true
    }
    const outer: Node | null = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')!.get!.call(at)
    at = outer instanceof ShadowRoot ? outer.host : outer
  }
  return false
}
