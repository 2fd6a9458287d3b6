/**
 * The small parts pages are made of: headings, text, tables, notices. Markup of NL Design System, no logic of the city.
 */
import type { ReactNode } from 'react'
import type { View } from './view.ts'

export function Heading({ level, id, children }: { level: 1 | 2 | 3 | 4; id?: string; children: ReactNode }) {
  const Tag = `h${level}` as const
  return (
    <Tag className={`nl-heading nl-heading--level-${level}`} id={id}>
      {children}
    </Tag>
  )
}

export function Text({
  lead = false,
  lang,
  children,
}: {
  lead?: boolean
  lang?: string | undefined
  children: ReactNode
}) {
  return (
    <p className={lead ? 'nl-paragraph nl-paragraph--lead' : 'nl-paragraph'} lang={lang}>
      {children}
    </p>
  )
}

export function Link({
  to,
  current = false,
  children,
  lang,
}: {
  to: string
  current?: boolean
  children: ReactNode
  lang?: string
}) {
  return (
    <a className="nl-link" href={to} hrefLang={lang} lang={lang} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}

export function List({
  items,
  plain = false,
}: {
  items: readonly { key: string; body: ReactNode }[]
  plain?: boolean
}) {
  return (
    <ul className={plain ? 'ld-list ld-list--plain' : 'ld-list'}>
      {items.map((item) => (
        <li key={item.key}>{item.body}</li>
      ))}
    </ul>
  )
}

export function Section({
  id,
  title,
  children,
  wide = false,
}: {
  id: string
  title: string
  children: ReactNode
  wide?: boolean
}) {
  return (
    <section className={wide ? 'ld-section ld-section--wide' : 'ld-section'} aria-labelledby={id}>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

/** A calm message about the page itself. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="utrecht-alert utrecht-alert--info ld-notice" role="note" aria-label={title}>
      <div className="utrecht-alert__content">
        <p className="ld-notice__title">{title}</p>
        {children}
      </div>
    </div>
  )
}

/** Text of the catalogue: on English pages in English, or else in Dutch, marked as such, with a note. */
export function CatalogueText({
  view,
  text,
  english,
  note = true,
  className = 'nl-paragraph',
}: {
  view: View
  text: string
  english: string | undefined
  note?: boolean
  className?: string
}) {
  const translated = view.lang === 'en' && english !== undefined
  const dutch = view.lang === 'en' && !translated
  const paragraphs = (translated ? english : text)
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean)
  return (
    <>
      {dutch && note ? <p className="ld-small">{view.m.dutchOnly}</p> : null}
      {paragraphs.map((paragraph, index) => (
        <p className={className} lang={dutch ? 'nl' : undefined} key={`${index}${paragraph.slice(0, 20)}`}>
          {withCode(paragraph)}
        </p>
      ))}
    </>
  )
}

/** Turns `backticks` into code; everything else stays the text it is. */
export function withCode(text: string): ReactNode {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      <code className="nl-code" key={index}>
        {part}
      </code>
    ) : (
      part
    ),
  )
}

/** What stands behind a summary until it is opened; works without script. */
export function Details({ summary, open = false, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="ld-details" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

export function Facts({ items }: { items: readonly { readonly name: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="ld-facts">
      {items.map((item) => (
        <div key={item.name}>
          <dt>{item.name}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
