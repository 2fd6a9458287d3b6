/** What is RED opens by a press, so that each reading is written down: until then no word of it is on the page. */
import type { Tlp } from '../../vocabulary/tlp.ts'
import { Button, Buttons, Form } from '../../web/desk/form.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Heading, Text } from '../../web/parts.tsx'
import { TlpBanner } from '../../web/warning/label.tsx'
import { PLACE } from './page-list.tsx'

type Props = { readonly view: DeskView; readonly id: string; readonly label: Tlp; readonly opens: 'lezen' | 'openen' }

export const ClosedPage = ({ view, id, label, opens }: Props) => (
  <DeskPage view={view} title="Een waarschuwing" crumbs={[{ name: 'Waarschuwingen', to: PLACE }]}>
    <div className="ld-opening">
      <TlpBanner label={label} />
      <Heading level={1}>Een waarschuwing voor u bij naam</Heading>
      <Text lead>U bent bij naam genoemd. Wij schrijven op dat u dit leest, en wanneer.</Text>
      <Text>Zorg dat niemand meekijkt. Wat u leest, vertelt u aan niemand anders.</Text>
    </div>
    <Form view={view} action={`${PLACE}/${id}/${opens}`}>
      <Buttons>
        <Button>Lezen</Button>
      </Buttons>
    </Form>
  </DeskPage>
)
