/** What everybody may know of weaknesses that were mended: what waits for a colleague, and what stands on the site. */
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { day } from '../../web/language.ts'
import { Heading, Link, Section, Text } from '../../web/parts.tsx'
import type { Note } from './weakness-store.ts'

type Props = { readonly view: DeskView; readonly notes: readonly Note[]; readonly me: string }

export function NotesPage({ view, notes, me }: Props) {
  const [waiting, told] = [notes.filter((note) => note.toldOn === null), notes.filter((note) => note.toldOn !== null)]
  return (
    <DeskPage view={view} title="Herstelde zwakke plekken" crumbs={[{ name: 'Verzoeken', to: '/balie/verzoeken' }]}>
      <div className="ld-opening">
        <Heading level={1}>Herstelde zwakke plekken</Heading>
        <Text lead>
          Wie een melding behandelt, schrijft wat iedereen mag weten. Een collega leest het en maakt het openbaar, met
          dank aan wie het vond. <Link to="/zwakke-plekken">Zo staat het op de site</Link>
        </Text>
      </div>
      <Section id="wacht" title="Wacht op een collega">
        {waiting.length === 0 ? <Text>Er wacht niets.</Text> : null}
        {waiting.map((note) => (
          <One key={note.id} view={view} note={note} mine={note.writtenBy === me} />
        ))}
      </Section>
      <Section id="openbaar" title="Openbaar">
        {told.length === 0 ? <Text>Er staat nog niets op de site.</Text> : null}
        {told.map((note) => (
          <One key={note.id} view={view} note={note} mine={note.writtenBy === me} />
        ))}
      </Section>
    </DeskPage>
  )
}

function One({ view, note, mine }: { view: DeskView; note: Note; mine: boolean }) {
  const { id, title, text, thanked, fixedOn, writer, toldOn, takenBackOn } = note
  const at = `/balie/zwakke-plekken/${id}`
  return (
    <article aria-labelledby={`plek-${id}`}>
      <Heading level={3} id={`plek-${id}`}>
        {title}
      </Heading>
      <p className="ld-preline">{text}</p>
      <p className="ld-quiet">
        Hersteld op {day('nl', fixedOn)}. Geschreven door {writer ?? 'een oud-collega'}.
        {thanked === '' ? ' Zonder naam van de melder.' : ` Met dank aan ${thanked}.`}
        {toldOn === null ? '' : ` Openbaar sinds ${day('nl', toldOn)}.`}
        {takenBackOn === null ? '' : ` Teruggenomen op ${day('nl', takenBackOn)}.`}
      </p>
      {takenBackOn === null ? (
        <>
          {toldOn === null && !mine ? (
            <Form view={view} action={`${at}/openbaar`}>
              <Buttons>
                <Button>Maak openbaar</Button>
              </Buttons>
            </Form>
          ) : null}
          <Form view={view} action={`${at}/terugnemen`}>
            <Buttons>
              <Button kind="secondary">{toldOn === null ? 'Gooi weg' : 'Neem terug'}</Button>
            </Buttons>
          </Form>
        </>
      ) : null}
    </article>
  )
}
