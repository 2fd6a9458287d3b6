/** What may use one of the products, by rule; a person says whether it is so, and who works with it is told. */
import { Button, Buttons, Choice, Form } from '../../web/desk/form.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { moment } from '../../web/language.ts'
import { List, Section, Text } from '../../web/parts.tsx'
import { PLACE } from './page-list.tsx'
import type { Shown } from './shown.ts'

const KINDS = { entry: 'register', product: 'getoetst product', site: 'gezien op een website' } as const

export function MatchPart({ view, warning, proposed, matches }: Shown & { readonly view: DeskView }) {
  const said = new Set(matches.map(({ kind, object }) => `${kind} ${object}`))
  const open = proposed.filter(({ known }) => !said.has(`${known.kind} ${known.id}`)).slice(0, 40)
  return (
    <Section id="gebruikt" title="Wie gebruikt dit, naar wat wij weten">
      <Text>
        Dit zijn voorstellen uit de registers en de metingen. Een naam die lijkt, is nog geen bewijs: kijk het na.
      </Text>
      {matches.length === 0 ? null : (
        <List
          items={matches.map((each) => ({
            key: `${each.kind} ${each.object}`,
            body:
              `${each.name} (${KINDS[each.kind]}): ${each.fits ? 'gebruikt dit' : 'gebruikt dit niet'}, ` +
              `zei ${each.by} op ${moment('nl', each.at)}`,
          }))}
        />
      )}
      {open.length === 0 ? (
        <Text>{matches.length === 0 ? 'Wij vonden niets dat hierop lijkt.' : 'Alles is nagekeken.'}</Text>
      ) : warning.ended === null ? (
        <Form view={view} action={`${PLACE}/${warning.id}/past`}>
          <Choice
            name="past"
            label="Vink aan wat u heeft nagekeken"
            several
            options={open.map(({ known, why }) => ({
              value: `${known.kind}/${known.id}`,
              label: `${known.name} (${KINDS[known.kind]})`,
              hint: why,
            }))}
          />
          <Buttons>
            <Button kind="secondary" name="zegt" value="ja">
              Dit gebruikt het product
            </Button>
            <Button kind="secondary" name="zegt" value="nee">
              Dit gebruikt het niet
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  )
}
