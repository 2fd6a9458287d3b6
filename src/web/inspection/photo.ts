/**
 * A photo on the phone: made small before it is kept, so that its place and camera are gone; blocks over people and
 * plates, by touch or by keyboard; and the inspector says that it was looked at.
 */
import type { KeptPhoto } from './kept.ts'

const LONGEST_SIDE = 1600
const QUALITY = 0.82

/** SHA-256 of what will be sent. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The picture in a canvas of at most 1600 pixels; rejects when this is no picture that the browser opens. */
export async function drawn(source: Blob): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(source)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}

/** A JPEG of what stands in the canvas, with its hash. */
export async function photoOf(canvas: HTMLCanvasElement, looked: boolean): Promise<KeptPhoto> {
  const blob = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', QUALITY),
  )
  const bytes = await blob.arrayBuffer()
  return { hash: await hashOf(bytes), bytes, looked }
}

type Block = { x: number; y: number; width: number; height: number }
/** What a button does with a block, in steps of a twentieth of the photo. */
const MOVES: readonly (readonly [label: string, change: Partial<Block>])[] = [
  ['Naar links', { x: -1 }],
  ['Naar rechts', { x: 1 }],
  ['Omhoog', { y: -1 }],
  ['Omlaag', { y: 1 }],
  ['Breder', { width: 1 }],
  ['Smaller', { width: -1 }],
  ['Hoger', { height: 1 }],
  ['Lager', { height: -1 }],
]

const element = <K extends keyof HTMLElementTagNameMap>(
  kind: K,
  text: string,
  className: string,
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(kind)
  made.textContent = text
  made.className = className
  return made
}
const button = (text: string, done: () => void): HTMLButtonElement => {
  const made = element('button', text, 'nl-button nl-button--secondary')
  made.type = 'button'
  made.addEventListener('click', done)
  return made
}

/** Shows one photo with what can be done with it. `told`: what it is now; undefined when it was taken away. */
export async function editorOf(
  photo: KeptPhoto,
  label: string,
  told: (now: KeptPhoto | undefined) => void,
): Promise<HTMLElement> {
  let now = photo
  const changed = (next: KeptPhoto): void => {
    now = next
    told(next)
  }
  const base = await drawn(new Blob([photo.bytes], { type: 'image/jpeg' }))
  const canvas = document.createElement('canvas')
  canvas.width = base.width
  canvas.height = base.height
  canvas.setAttribute('role', 'img')
  const blocks: Block[] = []
  const figure = element('figure', '', 'ld-photo')
  const tools = element('div', '', 'ld-photo__blocks')
  const id = `bekeken-${photo.hash.slice(0, 12)}`
  const looked = Object.assign(document.createElement('input'), { type: 'checkbox', id, checked: photo.looked })
  const row = element('div', '', 'ld-option')
  const says = Object.assign(element('label', 'Ik keek de foto na: geen mensen of kentekens', ''), { htmlFor: id })
  row.append(looked, says)

  const paint = (): void => {
    const pen = canvas.getContext('2d')!
    pen.drawImage(base, 0, 0)
    pen.fillStyle = '#000'
    for (const { x, y, width, height } of blocks) pen.fillRect(x, y, width, height)
    canvas.setAttribute('aria-label', `${label}, ${blocks.length} keer iets afgedekt`)
  }
  const list = (): void => {
    tools.replaceChildren(
      ...blocks.map((block, index) => {
        const group = element('fieldset', '', 'ld-photo__block')
        group.append(element('legend', `Vlak ${index + 1}`, ''))
        const step = Math.round(canvas.width / 20)
        for (const [text, change] of MOVES)
          group.append(
            button(text, () => {
              block.x += (change.x ?? 0) * step
              block.y += (change.y ?? 0) * step
              block.width = Math.max(step, block.width + (change.width ?? 0) * step)
              block.height = Math.max(step, block.height + (change.height ?? 0) * step)
              unlook()
            }),
          )
        group.append(
          button('Vlak weghalen', () => {
            blocks.splice(index, 1)
            unlook()
            list()
          }),
        )
        return group
      }),
    )
  }
  /** What changed has to be looked at again. */
  const unlook = (): void => {
    paint()
    if (!looked.checked) return
    looked.checked = false
    changed({ ...now, looked: false })
  }
  const add = (block: Block): void => {
    blocks.push(block)
    unlook()
    list()
  }
  looked.addEventListener('change', async () => {
    looked.disabled = true
    if (looked.checked) {
      // From here the covered picture is the only one there is.
      base.getContext('2d')!.drawImage(canvas, 0, 0)
      blocks.length = 0
      list()
      changed(await photoOf(base, true))
      paint()
    } else changed(await photoOf(base, false))
    looked.disabled = false
  })

  let from: { readonly x: number; readonly y: number } | undefined
  const at = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect()
    const scale = canvas.width / box.width
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }
  }
  canvas.addEventListener('pointerdown', (event) => {
    from = at(event)
    canvas.setPointerCapture(event.pointerId)
  })
  canvas.addEventListener('pointerup', (event) => {
    const to = at(event)
    const [width, height] = from ? [Math.abs(to.x - from.x), Math.abs(to.y - from.y)] : [0, 0]
    // A touch that hardly moves is none.
    if (from && width > 10 && height > 10) add({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width, height })
    from = undefined
  })
  const [third, fourth] = [canvas.width / 3, canvas.height / 4]
  figure.append(
    canvas,
    element('p', 'Veeg over wat u wilt afdekken, of voeg een vlak toe en verplaats het.', 'ld-small'),
    button('Vlak toevoegen', () => add({ x: third, y: fourth, width: third, height: fourth })),
    tools,
    row,
    button('Foto weghalen', () => {
      figure.remove()
      told(undefined)
    }),
  )
  paint()
  return figure
}
