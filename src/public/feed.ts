/** An Atom feed (RFC 4287) as text. */
import { escapeXml } from '../lib/xml.ts'
import type { Lang } from '../web/language.ts'

export type FeedEntry = {
  /** Address of the page that tells more; also the identity of the entry, so it must never change. */
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly at: Date
  readonly author: string
}
export type Feed = {
  readonly lang: Lang
  /** Address of the feed itself. */
  readonly url: string
  /** The page that the feed follows. */
  readonly page: string
  readonly title: string
  readonly author: string
  /** Newest first. */
  readonly entries: readonly FeedEntry[]
  /** When nothing was ever published, a feed still has a moment (§4.2.15). */
  readonly since: Date
}

const person = (name: string): string => `<author><name>${escapeXml(name)}</name></author>`

const entryOf = ({ url, title, summary, at, author }: FeedEntry): string => `  <entry>
    <id>${escapeXml(url)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${at.toISOString()}</updated>
    ${person(author)}
    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
    <summary>${escapeXml(summary)}</summary>
  </entry>
`

/** The feed as XML. */
export const atom = ({
  lang,
  url,
  page,
  title,
  author,
  entries,
  since,
}: Feed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${escapeXml(url)}</id>
  <title>${escapeXml(title)}</title>
  <updated>${(entries[0]?.at ?? since).toISOString()}</updated>
  ${person(author)}
  <link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
${entries.map(entryOf).join('')}</feed>
`
