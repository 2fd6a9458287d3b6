/** By which a browser offers to search this site from its own bar (OpenSearch 1.1), in each language. */
import { Hono } from 'hono'
import { escapeXml } from '../../lib/xml.ts'
import type { Lang } from '../../web/language.ts'
import { OPEN_SEARCH } from '../../web/view.ts'
import { readShelf } from '../store.ts'
import type { Site } from '../view.ts'
import { says } from './messages.ts'

/** Browsers show no more of a name than this (OpenSearch 1.1, `ShortName`). */
const SHORT = 16

function description(origin: string, lang: Lang, city: string): string {
  const [t, base] = [says(lang), lang === 'en' ? `${origin}/en` : origin]
  const name = `Leidraad ${city}`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeXml(name.length <= SHORT ? name : 'Leidraad')}</ShortName>`,
    `<LongName>${escapeXml(name.slice(0, 48))}</LongName>`,
    `<Description>${escapeXml(t.lead)}</Description>`,
    `<Url type="text/html" template="${escapeXml(base)}/zoeken?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(base)}${OPEN_SEARCH}"/>`,
    `<Image width="32" height="32" type="image/svg+xml">${escapeXml(origin)}/beeldmerk.svg</Image>`,
    `<Language>${lang}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

/** `/zoeken/opensearch.xml`, and the same under `/en`. */
export function openSearch(site: Site): Hono {
  const app = new Hono()
  for (const lang of ['nl', 'en'] as const)
    app.get(`${lang === 'en' ? '/en' : ''}${OPEN_SEARCH}`, async (c) =>
      c.body(description(site.origin, lang, (await readShelf(site)).name), 200, {
        'Content-Type': 'application/opensearchdescription+xml; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
      }),
    )
  return app
}
