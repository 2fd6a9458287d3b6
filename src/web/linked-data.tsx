/** What a page is about, for machines (JSON-LD): data and no script, so the content policy of the site is not asked. */

/** `data`: of schema.org, with its own `@type`. */
export function LinkedData({ data }: { data: Readonly<Record<string, unknown>> }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data })
  // A `<` in what somebody typed could end the element; in JSON it may be written as a number.
  const safe = text.replaceAll('<', String.raw`\u003c`)
  // oxlint-disable-next-line react/no-danger
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safe }} />
}
