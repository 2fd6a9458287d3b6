/** Where axe is sure of what it cannot know. Runs in a frame's isolated world, and refers to nothing outside itself. */

type Checked = { result?: boolean | undefined }
type Judged = {
  readonly id: string
  readonly nodes: readonly {
    readonly any: readonly Checked[]
    readonly all: readonly Checked[]
    readonly none: readonly Checked[]
    readonly node: { readonly selector: readonly unknown[] }
  }[]
}
type Here = { axe: { utils: { shadowSelect(selector: unknown): Element | null } } }

/**
 * Turns failures into questions, in the results of a frame, before they are counted. The word of an icon is read as
 * text where the font that draws it did not come (`label-content-name-mismatch`); a frame behind an open dialog takes
 * no focus, whatever it says (`frame-focusable-content`).
 */
export function doubtInPage(results: readonly Judged[]): void {
  const { axe } = globalThis as unknown as Here
  const ICONS = /icon|symbol|glyph|awesome/i
  const unquoted = (family: string) => family.trim().replace(/^["']|["']$/g, '')
  const isUndrawnIcon = (element: Element): boolean => {
    const family = unquoted(getComputedStyle(element).fontFamily.split(',')[0] ?? '')
    const came = [...document.fonts].some((face) => unquoted(face.family) === family && face.status === 'loaded')
    return ICONS.test(family) && !came
  }
  const isBehindDialog = (): boolean => {
    const frame = window.frameElement
    const open = frame?.ownerDocument.querySelector(':modal')
    return !!frame && !!open && !open.contains(frame)
  }
  for (const { id, nodes } of results) {
    if (id !== 'label-content-name-mismatch' && id !== 'frame-focusable-content') continue
    for (const { any, all, none, node } of nodes) {
      const selector = node.selector[0]
      const element = selector === ':root' ? null : axe.utils.shadowSelect(selector)
      const doubted = id === 'frame-focusable-content' ? isBehindDialog() : element !== null && isUndrawnIcon(element)
      if (!doubted) continue
      for (const check of [...any, ...all]) if (check.result === false) check.result = undefined
      for (const check of none) if (check.result === true) check.result = undefined
    }
  }
}
