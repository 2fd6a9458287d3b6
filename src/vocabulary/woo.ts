/** On what ground something may stay out of a publication: Woo, article 5.1, first and second paragraph. */

export type WooGround = { readonly id: string; readonly text: string }

/**
 * Source: Wet open overheid, https://wetten.overheid.nl/BWBR0045754, article 5.1. Paragraph 1 is absolute; at paragraph
 * 2 the interest is weighed.
 */
export const WOO_GROUNDS: readonly WooGround[] = [
  { id: '5.1.1.a', text: 'de eenheid van de Kroon' },
  { id: '5.1.1.b', text: 'de veiligheid van de Staat' },
  { id: '5.1.1.c', text: 'vertrouwelijk verstrekte bedrijfs- en fabricagegegevens' },
  { id: '5.1.1.d', text: 'bijzondere persoonsgegevens' },
  { id: '5.1.1.e', text: 'nummers om personen te identificeren' },
  { id: '5.1.2.a', text: 'betrekkingen met andere landen en internationale organisaties' },
  { id: '5.1.2.b', text: 'economische of financiële belangen van de overheid' },
  { id: '5.1.2.c', text: 'opsporing en vervolging van strafbare feiten' },
  { id: '5.1.2.d', text: 'inspectie, controle en toezicht' },
  { id: '5.1.2.e', text: 'eerbiediging van de persoonlijke levenssfeer' },
  { id: '5.1.2.f', text: 'andere concurrentiegevoelige bedrijfs- en fabricagegegevens' },
  { id: '5.1.2.g', text: 'bescherming van het milieu waarop de informatie betrekking heeft' },
  { id: '5.1.2.h', text: 'beveiliging van personen en bedrijven en voorkomen van sabotage' },
  { id: '5.1.2.i', text: 'het goed functioneren van de overheid' },
]

/** `Woo, artikel 5.1, lid 2, onder e: …`; undefined for a ground that is not in the law. */
export function groundInWords(id: string): string | undefined {
  const ground = WOO_GROUNDS.find((each) => each.id === id)
  const [, , paragraph, letter] = id.split('.')
  return ground && `Woo, artikel 5.1, lid ${paragraph}, onder ${letter}: ${ground.text}`
}
