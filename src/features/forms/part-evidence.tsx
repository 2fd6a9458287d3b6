/** What proves an answer: files, links and measurements, and room to add one. */
import { day } from '../../web/language.ts'
import { Button, Buttons, Field, FileField, Form, none } from '../../web/desk/form.tsx'
import { useTyped } from '../../web/desk/typed.tsx'
import { Details, Link, Section, Text } from '../../web/parts.tsx'
import type { QuestionProps } from './question-props.ts'

export function Evidence({
  view,
  open: form,
  question,
  locked,
  today,
  base,
  problems = none,
  typed = {},
}: QuestionProps & { base: string }) {
  const items = form.evidence.filter((item) => item.question === question.id)
  const waiting = useTyped(`${base}/bewijs`) !== undefined
  return (
    <Section id="bewijs" title="Bewijs">
      {items.length === 0 ? (
        <Text>Er staat nog niets bij dit antwoord.</Text>
      ) : (
        <ul className="ld-list">
          {items.map((item) => (
            <li key={item.id}>
              {item.upload === null ? (
                item.url === null ? (
                  item.title
                ) : (
                  <a className="nl-link" href={item.url} rel="noreferrer">
                    {item.title}
                  </a>
                )
              ) : (
                <Link to={`/balie/bestanden/${item.upload}`}>{item.title}</Link>
              )}
              <span className="ld-quiet">
                {item.kind === 'scan' ? ' · meting' : ''}
                {item.owner === '' ? '' : ` · ${item.owner}`}
                {item.endsOn === null
                  ? ''
                  : item.endsOn < today
                    ? ` · verlopen op ${day('nl', item.endsOn)}`
                    : ` · geldig tot ${day('nl', item.endsOn)}`}
              </span>
              {locked === undefined ? (
                <Form view={view} action={`${base}/bewijs/${item.id}/weg`}>
                  <Button kind="plain">
                    Haal weg<span className="ld-hidden"> {item.title}</span>
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {locked === undefined ? (
        <Details
          summary="Voeg bewijs toe"
          open={waiting || ['titel', 'bestand', 'link', 'tot'].some((name) => problems[name] !== undefined)}
        >
          <Form view={view} action={`${base}/bewijs`} files>
            <Field name="titel" label="Wat is het?" value={typed['titel'] ?? ''} problems={problems} />
            <FileField
              name="bestand"
              label="Bestand"
              hint="Pdf, document, rekenblad, afbeelding of tekst, tot 10 MB."
              optional
              problems={problems}
            />
            <Field
              name="link"
              label="Of een link"
              hint="Een meting van deze site kan ook: neem het deel dat begint met /organisaties/."
              optional
              value={typed['link'] ?? ''}
              problems={problems}
            />
            <Field name="eigenaar" label="Wie gaat erover?" optional value={typed['eigenaar'] ?? ''} />
            <Field
              name="tot"
              label="Geldig tot en met"
              type="date"
              optional
              value={typed['tot'] ?? ''}
              problems={problems}
            />
            <Buttons>
              <Button kind="secondary">Voeg toe</Button>
            </Buttons>
          </Form>
        </Details>
      ) : null}
    </Section>
  )
}
