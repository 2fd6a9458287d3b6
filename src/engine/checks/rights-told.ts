/**
 * Which rights a privacy statement tells its readers (AVG art. 13(2)(b)): to see data, to have them corrected, to have
 * them erased; to object where it names a ground with which that holds (art. 21: legitimate interest, public task,
 * direct marketing). Restriction and portability are not asked.
 * Trips on: a statement that names none of them (`none-told`) or not all (`some`). Near misses: "u mag uw gegevens
 * bekijken, laten verbeteren of weghalen" without a word of the law; "kunt u hier wijzigen" in a web shop tells
 * correction; a link "Uw rechten" to another page (`elsewhere`, unknown); a page of which next to nothing was
 * read.
 */
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { hardlyRead } from '../reading/privacy-parts.ts'
import { leadsOn, NO_TEXT, privacyText } from '../reading/privacy-text.ts'

const any = (...each: readonly string[]) => new RegExp(each.join('|'), 'i')
const NEAR = '[^.!?]{0,90}'
const MAY =
  '\\b(?:mag|mogen|kunt|kan|wilt?(?= (?:u|je|jij)\\b)|(?:u|je|jij) wilt?|recht(?:en)?|vragen|vraag|' +
  'verzoek\\w*|may|can|right)\\b'

const RIGHTS: readonly (readonly [nl: string, en: string, pattern: RegExp])[] = [
  [
    'gegevens bekijken',
    'seeing data',
    any(
      '\\binzage',
      'inzien\\b|in te zien',
      `${MAY}${NEAR}\\b(?:bekijken|zien|opvragen|kopie|weten|toestur\\w*|toe te sturen)\\b`,
      `${MAY}${NEAR}\\bwelke gegevens`,
      'welke gegevens (?:wij|we) (?:van|over) (?:u|je|jou)',
      'right (?:of|to) access|access (?:to )?(?:your|the) (?:personal )?(?:data|information)|copy of your',
    ),
  ],
  [
    'gegevens laten verbeteren',
    'having data corrected',
    any(
      'rectific',
      'correctie|corrigeren',
      `${MAY}${NEAR}\\b(?:te )?(?:laten )?(?:verbeter|wijzig|aanpas|aan te passen|aan(?:ge)?past|` +
        'verander|aanvul|aan te vullen|herstel)',
      '(?:verbetering|wijziging|aanpassing|aanvulling)\\b',
      'rectif|correct',
    ),
  ],
  [
    'gegevens laten wissen',
    'having data erased',
    any(
      'vergetelheid|vergeten te worden',
      `${MAY}${NEAR}\\b(?:te )?(?:laten )?(?:verwijder|wis|weghal|weg te halen|vernietig|schrap|uit te schrijven)`,
      '\\b(?:verwijdering|gegevenswissing|wissing)\\b|\\b(?:uw|je|jouw|de) gegevens (?:te )?(?:laten ' +
        ')?(?:verwijderen|wissen|weghalen)',
      'eras|delet',
    ),
  ],
  [
    'bezwaar maken',
    'objecting',
    any(
      '\\bbezwaar',
      'verzet',
      'niet (?:meer )?wilt? dat wij',
      `${MAY}${NEAR}\\bstoppen\\b`,
      '\\bobject(?:ion|ing)?\\b|opt[ -]out',
    ),
  ],
]

/** Grounds and purposes with which one may object (AVG art. 21). */
const OBJECTED = new RegExp(
  'gerechtvaardigd|algemeen belang|publieke taak|nieuwsbrief|reclame|marketing|legitimate interest|' +
    'public (?:task|interest)',
  'i',
)

export const rightsTold = defineCheck({
  id: 'rights-told',
  needs: { statements: true },
  reasons: {
    ...NO_TEXT,
    all: shown('met'),
    some: whole('partly', 'statements'),
    'none-told': whole('unmet', 'statements'),
    elsewhere: 'unknown',
  },
  judge({ statements }) {
    const read = privacyText(statements)
    if (read.reason !== undefined) return read
    const asked = OBJECTED.test(read.text) ? RIGHTS : RIGHTS.slice(0, 3)
    const missing = asked.filter(([, , pattern]) => !pattern.test(read.text))
    const seen = {
      url: clip(read.statement.url),
      total: asked.length,
      found: asked.length - missing.length,
      missing: missing.map(([nl]) => nl).join(', '),
      missingEn: missing.map(([, en]) => en).join(', '),
      details: missing.map(([nl]) => nl),
    }
    if (missing.length === 0) return { reason: 'all', seen }
    if (leadsOn(read.statement)) return { reason: 'elsewhere', seen }
    if (hardlyRead(read.text, read.statement)) return { reason: 'unread', seen }
    return { reason: missing.length === asked.length ? 'none-told' : 'some', seen }
  },
})
