/** A picture of a small part of a page, to hold beside another of the same part. */
import { NotSeen } from '../../../outside/not-seen.ts'
import { within } from '../../../outside/within.ts'
import type { VisitedPage } from '../page/visited-page.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Side in CSS pixels beyond which no picture is made. */
const MOST = 1_300

/** The same text for the same picture of what stands in the window; null: it did not come in time. */
export async function viewOf({ cdp }: VisitedPage): Promise<string | null> {
  return dataOf(cdp.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: false }))
}

/** The same text for the same picture; null: there is nothing to make a picture of, or it did not come in time. */
export async function pictureOf({ cdp }: VisitedPage, { x, y, width, height }: Box): Promise<string | null> {
  const clip = { x: Math.max(0, x), y: Math.max(0, y), width, height, scale: 1 }
  if (width < 1 || height < 1 || width > MOST || height > MOST) return null
  return dataOf(cdp.send('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: false }))
}

async function dataOf(shot: Promise<{ readonly data: string }>): Promise<string | null> {
  try {
    return (await within(2_000, 'a picture', shot)).data
  } catch (error) {
    if (error instanceof NotSeen) return null
    throw error
  }
}
