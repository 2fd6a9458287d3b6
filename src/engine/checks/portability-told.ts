/**
 * Whether a privacy statement tells that people can take their data along (AVG art. 13(2)(b) and 20). The right holds
 * for what is kept by consent or contract, and not for a public task.
 * Trips on: a statement that names consent or a contract as ground, tells other rights, and not this one. Near misses:
 * "u kunt een bestand met uw gegevens meenemen", "overdraagbaarheid", and a statement that names no such ground
 * (`no-ground`, not applicable).
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hardlyRead } from '../reading/privacy-parts.ts'
import { leadsOn, NO_TEXT, privacyText } from '../reading/privacy-text.ts'

const ALONG = new RegExp(
  [
    'overdra(?:agbaar|cht van (?:uw|je|jouw|de)? ?gegevens)|dataportabiliteit|data[- ]?portability|portabiliteit',
    '(?:gegevens|data|ze|die)\\b[^.!?]{0,60}(?:meenemen|mee te nemen|over te dragen|overdragen|' +
      'overzetten|over te zetten)',
    '(?:meenemen|overdragen|overstappen)\\b[^.!?]{0,40}\\bgegevens',
    'gegevens[^.!?]{0,80}(?:computerbestand|leesbaar (?:bestand|formaat)|gangbaar formaat|machineleesbaar)',
    '(?:computerbestand|digitaal bestand|leesbare vorm|gangbaar formaat)[^.!?]{0,80}(?:sturen|' +
      'ontvangen|krijgen|organisatie)',
    'port(?:able|ing)? (?:your )?(?:personal )?data|machine[- ]readable|transfer (?:of )?your ' +
      '(?:personal )?data to another',
  ].join('|'),
  'i',
)
const GROUND = /toestemming|overeenkomst|\bcontract\b|abonnement|lidmaatschap|bestelling|consent\b/i
const OTHER = /inzage|inzien|in te zien|verwijder|wissen|rectific|corrigeren|bezwaar|\baccess\b|eras|delet/gi

export const portabilityTold = defineCheck({
  id: 'portability-told',
  needs: { statements: true },
  reasons: {
    ...NO_TEXT,
    told: shown('met'),
    'not-told': whole('partly', 'statements'),
    'no-ground': whole('not-applicable', 'statements'),
    'public-task': shown('not-applicable'),
    elsewhere: 'unknown',
  },
  judge({ statements }, { subject }) {
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const seen = { url: clip(read.statement.url) }
    if (ALONG.test(read.text)) return { reason: 'told', seen }
    if (subject.publicBody) return { reason: 'public-task', seen }
    if (leadsOn(read.statement)) return { reason: 'elsewhere', seen }
    if (hardlyRead(read.text, read.statement)) return { reason: 'unread', seen }
    const others = new Set([...read.text.matchAll(OTHER)].map(([word]) => word.toLowerCase()))
    return { reason: GROUND.test(read.text) && others.size >= 2 ? 'not-told' : 'no-ground', seen }
  },
})
