/** Mail about a warning: as much of it as its label lets out by mail, and the label itself in the subject. */
import type { CityContact, Letter } from '../../model/letter.ts'
import type { WarningWords } from '../../model/warning.ts'
import { atDoor, lineOf, tlpMeans, tlpName, type Tlp } from '../../vocabulary/tlp.ts'
import { day } from '../../web/language.ts'
import { sentFor } from '../../web/letter.ts'

type From = { readonly city: string; readonly contact: CityContact; readonly url: string }

/** That a warning waits for who gets this. `words`: read by who sends it, and left out where the label says so. */
export function toReceiver(
  label: Tlp,
  words: Pick<WarningWords, 'title' | 'what' | 'act' | 'actBy' | 'works' | 'call'>,
  { city, contact, url }: From,
): Letter {
  const { shows } = atDoor(label, 'mail')
  const { title, what, act, actBy, works, call } = words
  return {
    subject:
      `[${tlpName(label)}] ` + (shows === 'link' ? 'Er staat een waarschuwing voor u klaar' : `Waarschuwing: ${title}`),
    body: [
      'Beste lezer,',
      `Label: ${tlpName(label)}. ${tlpMeans(label)}`,
      ...(shows === 'link'
        ? ['Er staat een waarschuwing voor u klaar. Waarover zij gaat, leest u pas na het inloggen.']
        : [title]),
      ...(shows === 'all'
        ? [
            what,
            `Doe dit${actBy === null ? '' : `, uiterlijk ${day('nl', actBy)}`}:\n${act}`,
            `Zo ziet u dat het werkte:\n${works}`,
            `Hulp nodig? ${call}`,
          ]
        : []),
      `Lees de waarschuwing, en zeg of zij voor u geldt:\n${url}`,
      sentFor(city, contact),
    ].join('\n\n'),
  }
}

/** What stands in a list of tasks. */
export const taskLine = (label: Tlp | null, asks: string, title: string): string =>
  `${asks}: ${lineOf(label, 'task', title)}`.slice(0, 300)
