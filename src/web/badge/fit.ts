/** Text that fits in a drawing without knowing which font it will be drawn in. Pure. */

const narrow = /[\s.,:;'’|!iljtfrI()[\]-]/u
const wide = /[mwMW@%]|\p{Lu}/u
/** About the width of a sign, as a share of its size; a little more than most fonts without serifs take. */
const widthOf = (sign: string): number =>
  /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sign)
    ? 1.25
    : narrow.test(sign)
      ? 0.38
      : wide.test(sign)
        ? 0.78
        : 0.6
const signs = new Intl.Segmenter('nl', { granularity: 'grapheme' })
const split = (text: string): string[] => [...signs.segment(text)].map(({ segment }) => segment)

/** About how wide it is in this size. */
export const widthIn = (text: string, size: number): number =>
  split(text).reduce((sum, sign) => sum + widthOf(sign), 0) * size

/** As much of it as fits, with an ellipsis when that is not all. */
export function cutTo(text: string, size: number, width: number): string {
  if (widthIn(text, size) <= width) return text
  let kept = ''
  for (const sign of split(text)) {
    if (widthIn(`${kept}${sign}…`, size) > width) break
    kept += sign
  }
  return `${kept.trimEnd()}…`
}

/** In at most so many lines, between words where that can be; what is left over is cut. */
export function linesOf(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < most - 1 && widthIn(rest, size) > width) {
    const all = split(rest)
    let end = 0
    let space = 0
    for (let line = ''; end < all.length && widthIn(line + all[end]!, size) <= width; end++) {
      line += all[end]!
      if (all[end] === ' ' || all[end] === '-') space = end + 1
    }
    const at = space > 0 ? space : Math.max(end, 1)
    lines.push(all.slice(0, at).join('').trim())
    rest = all.slice(at).join('').trim()
  }
  return rest === '' ? lines : [...lines, cutTo(rest, size, width)]
}
