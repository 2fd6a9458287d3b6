/** The sentences that every letter shares: who it is from, how to check that, and how it ends. Dutch, plain text. */

/** How people reach the municipality, as its administrator wrote it down; empty when nobody did. */
export type CityContact = { readonly phone: string; readonly email: string }

/** The colleague who sends it. */
export type Sender = { readonly name: string; readonly function: string }

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

/** The end of a letter of a colleague. */
export const signedBy = ({ name, function: what }: Sender, city: string): string =>
  `Met vriendelijke groet,\n\n${name}\n${what === '' ? '' : `${what}, `}${theCity(city)}\n`
