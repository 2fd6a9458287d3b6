/**
 * Whether a public body says when one can call or come by, or where there is help with what goes by computer (Awb art.
 * 2:1; Informatiepunt Digitale Overheid).
 * Trips on: nothing, because what was not seen on a few pages may stand on another. Near misses that are no help: "24
 * uur per dag online", the hours of an event, "helpdesk voor leveranciers".
 */
import { asTyped } from '../../lib/words.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import { quote, saidBy } from '../reading/said.ts'

const DAY =
  '(?:(?:op )?(?:werkdagen|weekdagen)|elke (?:werk)?dag|dagelijks|(?:maan|dins|woens|donder|vrij|' +
  'zater|zon)dag|\\b(?:ma|di|wo|do|vr)\\b|weekdays|(?:mon|tues|wednes|thurs|fri)day)'
const TIME = '\\d{1,2}(?:[.:]\\d{2})?(?: ?(?:uur|u\\b))?'
/** From a time until a time, on days. */
const HOURS = new RegExp(`${DAY}[^\\d!?\\n]{0,60}${TIME} ?(?:-|tot(?: en met)?|until|to) ?${TIME}`, 'i')
const HELP = new RegExp(
  [
    'informatiepunt(?:en)? digitale overheid',
    '\\bIDO\\b(?=.{0,40}(?:bibliotheek|hulp))',
    '(?:hulp|ondersteuning) (?:nodig )?bij (?:het )?(?:digitaal|digitale zaken|uw digid|aanvragen|invullen|formulier)',
    'hulp nodig\\?[^.!?\\n]{0,20}(?:bel|kom|neem)',
    '(?:lukt|komt) (?:het|u)(?: er)? (?:niet|er niet uit)[^.\\n]{0,40}(?:bel|kom|help|mail)',
    '(?:wij|we) helpen u (?:graag |gratis )?(?:bij|met) (?:het )?(?:invullen|aanvragen|formulier|digitale|uw zaken)',
    'vrijwilligers? die (?:u )?helpen',
    'formulierenbrigade|digitaal spreekuur|taalhuis|digihulp|digitaal hulppunt',
    'need help\\?|help with (?:forms|digid|online services)',
  ].join('|'),
  'i',
)

export const helpNearby = defineCheck({
  id: 'help-nearby',
  needs: { statements: true, session: ['before-consent'] },
  reasons: { help: shown('met'), hours: shown('met'), 'not-seen': 'unknown' },
  judge({ session, statements }) {
    const pages = saidBy(session, statements).map((page) => ({ ...page, text: asTyped(page.text) }))
    const said = (pattern: RegExp) =>
      pages.flatMap(({ text, url }) => {
        const found = pattern.exec(text)
        return found ? [clip(`"${quote(text, found)}" · ${url}`)] : []
      })
    const help = said(HELP)
    if (help.length > 0) return { reason: 'help', seen: { details: help.slice(0, 10) } }
    const hours = said(HOURS)
    if (hours.length > 0) return { reason: 'hours', seen: { details: hours.slice(0, 10) } }
    return { reason: 'not-seen', seen: { pages: pages.length } }
  },
})
