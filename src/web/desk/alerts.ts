/** What is said above a page on which something that was typed is waiting. */
import { number } from '../language.ts'
import type { Alert } from './route.ts'

/** After a session that ended, or another button of the same page. `files`: names of what could not be kept. */
export const keptAlert = (files: readonly string[]): Alert => ({
  title: 'Wat u invulde, staat er nog',
  text: [
    'Het is nog niet opgeslagen. Kijk het na en verstuur het.',
    ...files.slice(0, 5).map((name) => `Het bestand “${name}” konden wij niet bewaren. Kies dat bestand opnieuw.`),
  ].join(' '),
})

/** Bytes in words: whole kilobytes, or megabytes to a tenth. */
const sizeOf = (bytes: number): string =>
  bytes < 1_048_576
    ? `${number('nl', Math.ceil(bytes / 1_024))} kB`
    : `${number('nl', Math.round(bytes / 104_857.6) / 10)} MB`

/** `files`: this form takes files, and has room for some text beside them. */
export const tooLargeAlert = ({ size, most }: { size: number; most: number }, files: boolean): Alert => ({
  wrong: true,
  title: files ? 'Dit bestand is te groot' : 'Dit is te veel tekst',
  text: files
    ? `Wat u verstuurde is ${sizeOf(size)}. Een bestand mag hier hoogstens ${sizeOf(most - ROOM_FOR_TEXT)} zijn. ` +
      'Er is niets opgeslagen. De tekst die u invulde, staat er nog. Kies een kleiner bestand.'
    : `Wat u verstuurde is ${sizeOf(size)}. Hier past ${sizeOf(most)}. Er is niets opgeslagen. Maak de tekst korter.`,
})

/** What a form with files may be larger than its file. */
export const ROOM_FOR_TEXT = 1_048_576
