/** A file that takes too long to wait for: here it is asked for, and a worker makes it. */
import { Heading, Text } from '../parts.tsx'
import { Button, Buttons, Form, Hidden } from './form.tsx'
import { DeskPage } from './page.tsx'
import type { DeskView } from './route.ts'

/** `title`: of the file. Its address is that of the page itself. */
export function LaterPage({ view, title }: { view: DeskView; title: string }) {
  return (
    <DeskPage view={view} title="Dit bestand maken wij op de achtergrond">
      <div className="ld-opening">
        <Heading level={1}>Dit bestand maken wij op de achtergrond</Heading>
        <Text lead>Het maken duurt langer dan een paar tellen. U kunt intussen verder werken.</Text>
        <Text>{title}. U vindt het straks bij Mijn bestanden. Alleen u kunt het openen.</Text>
      </div>
      <Form view={view} action="/balie/mijn-bestanden">
        <Hidden name="pad" value={`${view.path}${view.query}`} />
        <Buttons>
          <Button>Bestand laten maken</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}
