/** Shows a document on a page and on paper: the same headings, texts, lists and tables. Its content is Dutch. */
import { renderToStaticMarkup } from 'react-dom/server'
import type { Block, CaseDocument, DocumentField } from '../model/document.ts'
import { day } from './language.ts'
import { Heading, Table } from './parts.tsx'

function Part({ block, id }: { block: Block; id: string }) {
  if (block.kind === 'text') return <p className="nl-paragraph">{block.text}</p>
  if (block.kind === 'list')
    return (
      <ul className="ld-list">
        {block.items.map((item, index) => (
          <li key={`${index}`}>{item}</li>
        ))}
      </ul>
    )
  return (
    <Table
      id={id}
      caption={block.caption}
      hideCaption
      stacked
      columns={block.head.map((head) => ({ head }))}
      rows={block.rows.map((cells, index) => ({ key: `${index}`, cells }))}
    />
  )
}

/** The sections, headings from level 2. `after`: what follows a field, such as a link on the desk. */
export function DocumentBody({
  document,
  lang,
  after,
}: {
  document: CaseDocument
  lang?: 'nl' | undefined
  after?: (field: DocumentField) => React.ReactNode
}) {
  return (
    <div lang={lang}>
      {document.sections.map((section) => (
        <section className="ld-section" key={section.id} aria-labelledby={`deel-${section.id}`}>
          <Heading level={2} id={`deel-${section.id}`}>
            {section.title}
          </Heading>
          {section.fields.map((field) => (
            <div key={field.id}>
              <Heading level={3}>{field.title}</Heading>
              {field.omitted ? (
                <p className="nl-paragraph">
                  <strong>Niet openbaar.</strong> {field.omitted.ground}. {field.omitted.reason}
                </p>
              ) : (
                field.blocks.map((block, index) => <Part key={`${index}`} block={block} id={`${field.id}-${index}`} />)
              )}
              {after?.(field)}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

const PAPER = `body{font:11pt/1.5 sans-serif;margin:0}h1{font-size:20pt;line-height:1.2}h2{font-size:14pt;margin-top:18pt;break-after:avoid}h3{font-size:11pt;break-after:avoid}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:4pt;text-align:left;vertical-align:top}caption{text-align:left}`

/** A whole HTML document to print; it asks for nothing from outside. */
export function paperOf(document: CaseDocument, version: number): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <title>{`${document.number} ${document.title}`}</title>
        <style>{PAPER}</style>
      </head>
      <body>
        <main>
          <p>
            {document.municipality}, IT-toets {document.number}, versie {version}
          </p>
          <h1>{document.title}</h1>
          <p>
            <strong>{document.outcome}</strong>, {day('nl', document.decidedOn)}
          </p>
          <DocumentBody document={document} />
        </main>
      </body>
    </html>,
  )}`
}
