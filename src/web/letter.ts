/** The sentences that every letter shares: who it is from, how to check that, and how it ends. Dutch, plain text. */

import type { CityContact, Sender } from '../model/letter.ts'

const NAMED = /\b(gemeente|provincie|waterschap|omgevingsdienst|veiligheidsregio)\b/i

/** `gemeente Sluiswijk`, in the middle of a sentence; a name that says what it is stays as it is. */
export const theCity = (name: string): string => (NAMED.test(name) ? name : `gemeente ${name}`)
/** `Gemeente Sluiswijk`, at the start of one. */
export const TheCity = (name: string): string => theCity(name).replace(/^./, (sign) => sign.toUpperCase())

/** How the reader can check that it is real, without a link in this very letter. */
export const ifInDoubt = ({ phone }: CityContact, asks: string): string =>
  phone === ''
    ? `Twijfelt u of deze e-mail echt is? Zoek zelf het telefoonnummer van de gemeente op, bel, en vraag naar ${asks}.`
    : `Twijfelt u of deze e-mail echt is? Bel de gemeente op ${phone} en vraag naar ${asks}.`

export const NEVER_ASKS = 'Wij vragen nooit per e-mail om uw wachtwoord.'

/** The end of a letter of a colleague. */
export const signedBy = ({ name, function: what }: Sender, city: string): string =>
  `Met vriendelijke groet,\n\n${name}\n${what === '' ? '' : `${what}, `}${theCity(city)}\n`

/** The end of a letter that nobody wrote: what a program sends, and whom to ask. */
export const sentFor = (city: string, { phone, email }: CityContact): string => {
  const ways = [phone === '' ? [] : `bel ${phone}`, email === '' ? [] : `mail naar ${email}`].flat()
  return (
    `Dit bericht is automatisch verstuurd door Leidraad van ${theCity(city)}.` +
    `${ways.length === 0 ? '' : ` Vragen? ${ways.join(' of ').replace(/^./, (sign) => sign.toUpperCase())}.`}\n`
  )
}

/** A task as the end of a sentence: no stop of its own, no capital unless it is a name, no “Voer uit:” before it. */
export function asPhrase(text: string): string {
  const phrase = text
    .trim()
    .replace(/^(?:Voer uit|Te doen):\s*/i, '')
    .replace(/[.\s…]+$/u, '')
  const [first = ''] = phrase.split(/\s/, 1)
  // DigiD, IT-toets, Café 't Anker: a second capital, or a sign, says that it is a name.
  return /^\p{Lu}[\p{Ll}]+$/u.test(first) ? phrase.replace(/^./u, (sign) => sign.toLowerCase()) : phrase
}
