/** What a source says, as paragraphs and lists of plain text. */
import { List, Text } from '../parts.tsx'
import { plainBlocks, type Block } from './plain.ts'

/** Blocks that follow each other as items are one list. */
function grouped(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block)
    else groups.push([block])
  }
  return groups
}

export const SourceText = ({ text, lang }: { text: string; lang?: string | undefined }) => (
  <div className="ld-source-text" lang={lang}>
    {grouped(plainBlocks(text)).map((group, at) =>
      group[0]!.kind === 'item' ? (
        <List key={at} items={group.map((item, no) => ({ key: `${no}`, body: item.text }))} />
      ) : (
        <Text key={at}>{group[0]!.text}</Text>
      ),
    )}
  </div>
)
