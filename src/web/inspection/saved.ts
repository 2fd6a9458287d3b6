/** What stands on the phone as a file: a way out when nothing can be sent, that the desk reads in. */
import type { Kept } from './kept.ts'

const base64 = (bytes: ArrayBuffer): string => {
  let text = ''
  const all = new Uint8Array(bytes)
  for (let at = 0; at < all.length; at += 0x8000) text += String.fromCharCode(...all.subarray(at, at + 0x8000))
  return btoa(text)
}

/** The text of the file, as `routes-file.tsx` reads it. */
export const savedText = (round: string, who: string, all: readonly Kept[]): string =>
  JSON.stringify({
    soort: 'leidraad-schouw',
    versie: 1,
    ronde: round,
    schouwer: who,
    panden: all.map(({ id, no, premises, answers, remark, seenAt, photos }) => ({
      nummer: id,
      keer: no,
      pand: premises,
      antwoorden: answers,
      opmerking: remark,
      gezien: seenAt,
      // What nobody looked at goes nowhere.
      fotos: photos.flatMap(({ hash, bytes, looked }) => (looked ? [{ hash, foto: base64(bytes) }] : [])),
    })),
  })
