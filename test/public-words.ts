/** Every text of the public pages: what they share, and what each noun says beside its pages. */
import type { Lang } from '../src/web/language.ts'
import { messages } from '../src/web/messages.ts'
import { sources } from './tree.ts'

const OF_A_NOUN = /^src\/(?:public|features|registers|publish)\/(?:.*\/)?messages[^/]*\.ts$/
const OF_ALL = /^src\/web\/(?:map\/words|messages\/[^/]+)\.ts$/

/** Whether a file holds texts, by its path: of one noun, of every map, or a part of what all share. */
export const isWords = (file: string): boolean =>
  (OF_A_NOUN.test(file) || OF_ALL.test(file)) && !file.includes('.test.')

/** All of them, by their path. */
export const textFiles = (): string[] => sources(['src'], /\.ts$/).filter(isWords)

/** The texts in a language, by the file they stand in. Fails on a file that gives anything but its texts. */
export async function publicWords(lang: Lang): Promise<Record<string, object>> {
  const all: Record<string, object> = { 'src/web/messages.ts': messages[lang] }
  for (const file of textFiles().filter((each) => !each.startsWith('src/web/messages/'))) {
    const [says, ...more] = Object.values((await import(`../${file}`)) as Record<string, (lang: Lang) => object>)
    if (says === undefined || more.length > 0) throw new Error(`${file} gives its texts, and nothing else`)
    all[file] = says(lang)
  }
  return all
}
