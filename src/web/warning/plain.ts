/** Text of a source as paragraphs: its Markdown is taken off, its HTML stays signs, and its links become text. */

export type Block = { readonly kind: 'paragraph' | 'item'; readonly text: string }

/** Addresses stay readable: `[text](address)` becomes `text (address)`. */
const inline = (line: string): string =>
  line
    .replaceAll(/!?\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]{0,600})>?(?:\s+"[^"\n]{0,200}")?\s*\)/g, (_, text, to) =>
      text === '' || text === to ? String(to) : `${text} (${to})`,
    )
    .replaceAll(/<(https?:\/\/[^>\s]{1,600})>/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replaceAll(/`([^`\n]{1,500})`/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** At most so many blocks: what is more is not for people. */
const MOST = 200

/** The blocks of a text, in its order. */
export function plainBlocks(text: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const close = () => {
    const said = inline(lines.join(' '))
    if (said !== '') blocks.push({ kind: 'paragraph', text: said })
    lines = []
  }
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const item = /^\s{0,8}(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined) {
      close()
      const said = inline(item)
      if (said !== '') blocks.push({ kind: 'item', text: said })
    } else if (/^\s*$/.test(line) || /^\s*(?:[-*_]\s*){3,}$/.test(line) || /^\s*```/.test(line)) close()
    else if (/^#{1,6}\s/.test(line)) {
      close()
      lines = [line.replace(/^#{1,6}\s+/, '')]
      close()
    } else lines.push(line.replace(/^\s*>\s?/, ''))
  }
  close()
  return blocks.slice(0, MOST)
}
