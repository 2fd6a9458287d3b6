/** Shows a document on a page and on paper: the same headings, texts, lists and tables. Its content is Dutch. */
import type { Block, DocumentField, DocumentSection, Paper } from '../model/document.ts'
import { paper } from './paper.tsx'
import { Heading } from './parts.tsx'
import { Table } from './table.tsx'

/** One block of a document. */
export function DocumentPart({ block, id }: { block: Block; id: string }) {
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
  document: { readonly sections: readonly DocumentSection[] }
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
                field.blocks.map((block, index) => (
                  <DocumentPart key={`${index}`} block={block} id={`${field.id}-${index}`} />
                ))
              )}
              {after?.(field)}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

/** A whole HTML document to print; it asks for nothing from outside. */
export const paperOf = (sheet: Paper): string =>
  paper(
    sheet.name,
    <>
      <p>{sheet.above}</p>
      <h1>{sheet.title}</h1>
      <p>
        <strong>{sheet.below}</strong>
      </p>
      <DocumentBody document={sheet} />
    </>,
  )
