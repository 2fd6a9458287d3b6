/** Opening hours that a document tells search engines: in blocks of JSON-LD, and in microdata. */
import { hoursInData, hoursLine, LINES } from './opening-hours.ts'

const BLOCKS = 10
const LONG = 100_000

/** Hears the tags and scripts of a document in their order; `hours` tells what they come to, at its end. */
export function hoursIn() {
  const blocks: string[] = []
  const written: string[] = []
  let inBlock = false
  return {
    open(name: string, attribute: (name: string) => string | null) {
      if (name === 'script') {
        inBlock = blocks.length < BLOCKS && /^\s*application\/ld\+json/i.test(attribute('type') ?? '')
        if (inBlock) blocks.push('')
      }
      if (written.length < LINES && attribute('itemprop') === 'openingHours')
        written.push(...hoursLine(attribute('content') ?? attribute('datetime') ?? ''))
    },
    hear(text: string) {
      if (!inBlock) return
      const block = blocks.length - 1
      // Half a block is no JSON: what is longer than we read says nothing.
      if (blocks[block]!.length <= LONG) blocks[block] += text.slice(0, LONG)
    },
    close(name: string) {
      if (name === 'script') inBlock = false
    },
    hours: (): string[] => [...new Set([...written, ...blocks.flatMap(hoursInData)])].slice(0, LINES),
  }
}
