/**
 * Whether news of a public body says from which day it is: in its words, or for machines (a meta element, `<time
 * datetime>`, datePublished of JSON-LD or microdata). A day without a year, a month without a day, "geplaatst op
 * maandag" or "gisteren" tells something, and which day exactly a program cannot say: unknown. Another
 * page counts when it says itself when it was last changed; the law asks that of a statement, which so says nothing of
 * the others. Trips on: a page of news, seen whole, without any day. Near misses: "© 2026" and "dinsdag om acht uur"
 * name no day; a meeting "op 12 mei 2026" names one and counts, because whose day it is a program cannot tell; so does
 * `<time datetime>`. In evidence of before that was not read: unknown.
 */
import { clip } from '../../lib/headers.ts'
import type { Session } from '../../model/evidence.ts'
import { pageWords } from '../reading/address.ts'
import { defineCheck, shown, whole } from '../reading/claims.ts'
import { datesIn, isNearDay } from '../reading/dates.ts'

const META = new RegExp(
  '^(?:article:(?:published|modified)_time|og:updated_time|dc(?:terms)?\\.(?:date|modified|issued|' +
    'created)(?:\\.\\w+)?|last-modified|date)$',
)
/** A page that has to name the day of itself. */
const STATEMENT = /(?<!\p{L})(?:privacy|cookie|toegankelijkheid|accessibility|disclaimer)/iu
/** What a page says of its own day. */
const CHANGED = new RegExp(
  '(?:laatst(?:e)? (?:gewijzigd|bijgewerkt|aangepast|herzien|update|wijziging)|(?:bijgewerkt|' +
    'gepubliceerd|geplaatst|gewijzigd) op|publicatiedatum|last (?:updated|modified|changed)|published ' +
    'on)[^.!?\\n]{0,40}',
  'gi',
)

export const pageDates = defineCheck({
  id: 'page-dates',
  needs: { session: ['before-consent'] },
  reasons: {
    dated: shown('met'),
    'no-year': 'unknown',
    'before-days': 'unknown',
    undated: whole('partly', 'content'),
    'no-news': 'unknown',
  },
  judge({ session }) {
    const pages = session.filter(({ value }) => value.status < 400)
    const news = pages.filter(({ role }) => role === 'news')
    const others = pages.filter(({ value }) => !STATEMENT.test(pageWords(value.finalUrl)))
    const told = [
      ...news.flatMap(({ value }) => dayOn(value, [...(value.days ?? []), value.text].join('\n'))),
      ...others.flatMap(({ value }) =>
        dayOn(value, [...value.text.matchAll(CHANGED)].map(([said]) => said).join('\n')),
      ),
    ]
    if (told.length > 0) return { reason: 'dated', seen: { details: [...new Set(told)].toSorted().slice(0, 20) } }
    if (news.length === 0) return { reason: 'no-news', seen: { pages: pages.length } }
    const seen = { pages: news.length, details: news.map(({ value }) => clip(value.finalUrl)) }
    if (news.some(({ value }) => isPartOfDay(value.text.slice(0, 20_000)))) return { reason: 'no-year', seen }
    return { reason: news.some(({ value }) => value.days === undefined) ? 'before-days' : 'undated', seen }
  },
})

/** A day of the week on which it was placed; any other tells when something is. */
const PLACED = new RegExp(
  String.raw`\b(?:geplaatst|gepubliceerd|bijgewerkt|verschenen|posted|published)(?: op| on)?:? ` +
    '(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)',
  'i',
)
const isPartOfDay = (text: string): boolean => isNearDay(text) || PLACED.test(text) || datesIn(text).length > 0

/** The first day that a text or a meta element of its page names, with the page. */
function dayOn({ metas, finalUrl }: Session, text: string): string[] {
  const meta = metas.find(({ name, content }) => META.test(name) && datesIn(content.slice(0, 100)).length > 0)
  const day = (meta ? datesIn(meta.content.slice(0, 100)) : datesIn(text.slice(0, 20_000))).find(({ exact }) => exact)
  return day ? [clip(`${day.day} · ${finalUrl}`)] : []
}
