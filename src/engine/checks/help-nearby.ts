/**
 * Whether a public body says when one can call or come by, or where there is help with what goes by computer (Awb art.
 * 2:1; Informatiepunt Digitale Overheid).
 * Trips on: nothing, because what was not seen on a few pages may stand on another. Near misses that are no help: "24
 * uur per dag online", the hours of an event, "helpdesk voor leveranciers", for search engines "Mo-Su 00:00-23:59".
 */
import { asTyped } from '../../lib/words.ts'
import { clip } from '../../lib/headers.ts'
import { defineCheck, shown } from '../reading/claims.ts'
import type { Statements } from '../../model/evidence.ts'
import { hoursInText } from '../reading/opening-hours.ts'
import { quote, saidBy } from '../reading/said.ts'

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
    const said = (find: (text: string) => RegExpExecArray | null | undefined) =>
      pages.flatMap(({ text, url }) => {
        const found = find(text)
        return found ? [clip(`"${quote(text, found)}" · ${url}`)] : []
      })
    const help = said((text) => HELP.exec(text))
    if (help.length > 0) return { reason: 'help', seen: { details: help.slice(0, 10) } }
    const hours = [...said(hoursInText), ...forEngines(statements)]
    if (hours.length > 0) return { reason: 'hours', seen: { details: hours.slice(0, 10) } }
    return { reason: 'not-seen', seen: { pages: pages.length } }
  },
})

/** What the pages behind links tell search engines. */
const forEngines = ({ contact, privacy, accessibility }: Statements): string[] =>
  [contact, privacy, accessibility].flatMap((one) =>
    one?.seen === true && one.value.status < 400 && one.value.hours?.length
      ? [clip(`"${one.value.hours.join('; ')}" · ${one.value.url}`)]
      : [],
  )
