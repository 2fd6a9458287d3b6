/**
 * Makes a photo anew, whatever was sent: opened and drawn in a browser of its own without a network, in its sandbox and
 * within bounds, so that nothing of the file comes along but what is to be seen. Place, camera and time are gone.
 */
import { lookAtPicture } from '../lib/picture.ts'
import { launchBrowser } from './browser.ts'
import { within } from './within.ts'

/** Pixels of the longest side, as the phone makes them too. */
export const LONGEST_SIDE = 1600
const QUALITY = 0.82
/** Milliseconds for one photo; a large one takes less than two seconds. */
const PATIENCE = 20_000

type Photo = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/** A JPEG of at most 1600 pixels, or a Dutch sentence why it is not taken. */
export async function remakePhoto(bytes: Uint8Array): Promise<Photo | { readonly problem: string }> {
  const look = lookAtPicture(bytes)
  if ('problem' in look) return look
  const browser = await launchBrowser({ proxyUrl: null, ignoreCertificates: false })
  try {
    const context = await browser.browser.newContext({ offline: true })
    const page = await context.newPage()
    const input = { base64: Buffer.from(bytes).toString('base64'), type: look.media, side: LONGEST_SIDE, QUALITY }
    const made = await within(PATIENCE, 'remaking a photo', page.evaluate(draw, input))
    if (made === null)
      return { problem: 'Deze foto is beschadigd of niet compleet. Maak een foto als jpg en kies die.' }
    return { bytes: new Uint8Array(Buffer.from(made.base64, 'base64')), width: made.width, height: made.height }
  } finally {
    await browser.close()
  }
}

type Input = { base64: string; type: string; side: number; QUALITY: number }

/** Runs in that browser. Null when the picture does not open. */
async function draw({ base64, type, side, QUALITY: quality }: Input) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type })).catch(() => null)
  if (picture === null) return null
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height))
  const pen = canvas.getContext('2d')!
  // What is transparent would become black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  const out = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < out.length; at += 0x8000) text += String.fromCharCode(...out.subarray(at, at + 0x8000))
  return { base64: btoa(text), width: canvas.width, height: canvas.height }
}
