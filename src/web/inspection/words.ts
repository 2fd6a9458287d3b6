/** What the page of a round says of sending. */
import type { Sent } from './send.ts'

/** So many premises. */
export const panden = (count: number): string => (count === 1 ? '1 pand' : `${count} panden`)

/** When nothing of a round is left to do. */
export const ALL_IN = 'Alle panden zijn binnen. Dank u wel.'
const KEPT = 'Alles blijft op deze telefoon.'
const STOPPED = {
  away: 'Geen verbinding met de gemeente. Alles blijft op deze telefoon en wordt later verstuurd.',
  'signed-out': `U bent niet meer ingelogd. ${KEPT} Log opnieuw in om te versturen.`,
  'no-role': `Wie nu is ingelogd, mag geen rondes lopen. ${KEPT} Vraag de gemeente, of sla het op als bestand.`,
  gone: `Deze ronde staat niet meer op uw naam. ${KEPT} Sla het op als bestand en geef dat aan de gemeente.`,
}
/** What came of sending; `count`: how many went in. */
export function saidOf(sent: Sent, count: number): string {
  if (sent.how === 'other')
    return (
      `Hier is nu ${sent.name} ingelogd. Dit werk is van wie de ronde op deze telefoon opende. ${KEPT} ` +
      'Laat die persoon inloggen en versturen.'
    )
  if (sent.how !== 'in') return STOPPED[sent.how]
  const { differs, refused } = sent
  if (differs.length > 0)
    return `Van ${differs.join(', ')} was al iets anders binnen. Beide zijn bewaard, een collega kijkt ernaar.`
  if (refused > 0)
    return `Van ${panden(refused)} is iets niet aangenomen. Bewaar het als bestand en geef dat aan de gemeente.`
  return `Verstuurd: ${panden(count)} binnen.`
}
/** What was changed while it was on its way. */
export const stillHere = (names: readonly string[]): string =>
  `U veranderde iets bij ${names.join(', ')} terwijl het werd verstuurd. Dat staat nog op deze telefoon, als ` +
  'verbetering. Open het pand en kies Klaar.'
