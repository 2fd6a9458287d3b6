/** Whom to ask behind a link that has ended: the municipality, in the way it wrote down. */
import type { View } from './view.ts'

/** One sentence, in the language of the page. */
export function whomToAsk({ contact, lang }: Pick<View, 'contact' | 'lang'>): string {
  const ways = [contact?.phone ?? '', contact?.email ?? ''].filter((way) => way !== '')
  if (lang === 'en')
    return `Is this wrong, or do you have a question? Ask the municipality${
      ways.length === 0 ? '.' : `: ${ways.join(' or ')}.`
    }`
  const how = ways.length === 0 ? '.' : `: ${ways.join(' of ')}.`
  return `Klopt dit niet, of heeft u een vraag? Vraag het de gemeente${how}`
}
