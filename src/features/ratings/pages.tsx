/** How services went, at the desk: a list of products, and of one what people wrote and what was done. */
import { DeskPage } from '../../web/desk/page.tsx'
import type { DeskView } from '../../web/desk/route.ts'
import { Button, Buttons, Choice, ErrorSummary, Form, Hidden, none, type Problems } from '../../web/desk/form.tsx'
import { day, number } from '../../web/language.ts'
import { Details, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { Table } from '../../web/table.tsx'
import { says } from './messages.ts'
import { ActForm, TestForm, type TypedRating } from './part-forms.tsx'
import { SIZE, type Act, type Counts, type Listed, type Said, type Tested } from './store.ts'

export type { TypedRating } from './part-forms.tsx'

export function ProductsPage({ view, products }: { view: DeskView; products: readonly Listed[] }) {
  const unread = products.reduce((sum, each) => sum + each.unread, 0)
  return (
    <DeskPage view={view} title="Oordelen over diensten" wide>
      <div className="ld-opening">
        <Heading level={1}>Hoe ging het met onze diensten?</Heading>
        <Text lead>
          {unread === 0 ? 'Alles is gelezen.' : `${number('nl', unread)} keer schreef iemand iets dat nog niemand las.`}
        </Text>
        <Text>Alleen diensten die openbaar in het productregister staan, kunnen een oordeel krijgen.</Text>
      </div>
      {products.length === 0 ? (
        <Text>Er staat nog geen product openbaar in het register.</Text>
      ) : (
        <Table
          id="diensten"
          caption="Ongelezen eerst"
          stacked
          columns={[
            { head: 'Dienst' },
            { head: 'Antwoorden', numeric: true },
            { head: 'Gelukt', numeric: true },
            { head: 'Ongelezen', numeric: true },
          ]}
          rows={products.map(({ id, title, count, yes, unread: left }) => ({
            key: id,
            cells: [
              <Link key="p" to={`/balie/oordelen/${id}`}>
                {title}
              </Link>,
              number('nl', count),
              number('nl', yes),
              number('nl', left),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

type Props = {
  readonly view: DeskView
  readonly product: { readonly id: string; readonly title: string; readonly slug: string }
  readonly origin: string
  readonly counts: Counts
  readonly words: readonly Said[]
  readonly acts: readonly Act[]
  readonly tests: readonly Tested[]
  readonly mayAnswer: boolean
  readonly problems?: Problems
  readonly typed?: TypedRating
}

export function ProductPage(props: Props) {
  const { view, product, counts, words, acts, tests, mayAnswer, problems = none } = props
  return (
    <DeskPage
      view={view}
      title={product.title}
      crumbs={[{ name: 'Oordelen over diensten', to: '/balie/oordelen' }]}
      oneForm={mayAnswer}
    >
      <div className="ld-opening">
        <Heading level={1}>{product.title}</Heading>
        <ErrorSummary problems={problems} />
        <Text lead>
          {counts.count === 0
            ? 'Nog niemand zei hoe het ging.'
            : `${number('nl', counts.count)} antwoorden: gelukt ${number('nl', counts.yes)}, ` +
              `deels ${number('nl', counts.partly)}, niet ${number('nl', counts.no)}.`}
        </Text>
        <Text>
          <Link to={`/oordelen/${product.slug}`}>Wat iedereen leest</Link> (in tientallen, van dagen die voorbij zijn)
        </Text>
      </div>
      <Section id="woorden" title="Wat mensen schreven">
        {words.length === 0 ? (
          <Text>Er is niets geschreven, of het is gewist. Woorden bewaren wij een jaar.</Text>
        ) : null}
        {words.slice(0, SIZE).map((said) => (
          <Words key={said.id} {...props} said={said} />
        ))}
        {words.length > SIZE ? <Text>Er is meer. Lees eerst wat hier staat.</Text> : null}
      </Section>
      <Section id="gedaan" title="Wat u ermee deed">
        {acts.length === 0 ? <Text>Nog niets.</Text> : null}
        {acts.map(({ id, text, owner, on }) => (
          <div key={id}>
            <p className="ld-quiet">
              {day('nl', on)}, {owner}
            </p>
            <p className="ld-said">{text}</p>
          </div>
        ))}
        {mayAnswer ? <ActForm {...props} /> : null}
      </Section>
      <Section id="testen" title="Geprobeerd met mensen">
        {tests.length === 0 ? <Text>Nog geen test.</Text> : null}
        {tests.map(({ id, on, task, people, number: count, finished, witness, found }) => (
          <div key={id}>
            <p className="ld-quiet">
              {day('nl', on)}: {task}. {finished} van de {count} kwamen klaar ({people}). Gezien door {witness}.
            </p>
            <p className="ld-said">{found}</p>
          </div>
        ))}
        {mayAnswer ? <TestForm {...props} /> : null}
      </Section>
      <Snippet {...props} />
    </DeskPage>
  )
}

function Words({ view, product, said, mayAnswer }: Props & { said: Said }) {
  const t = says('nl')
  const told = [
    t.doneOf[said.done],
    ...(said.ease === null ? [] : [t.easeOf[said.ease - 1]!]),
    ...said.stuck.map((each) => t.stuckOf[each as keyof typeof t.stuckOf] ?? each),
    ...(said.helped ? ['met hulp'] : []),
    ...(said.version === '' ? [] : [`versie ${said.version}`]),
    ...(said.step === '' ? [] : [`stap ${said.step}`]),
  ]
  return (
    <div className="ld-section">
      <p className="ld-quiet">
        {day('nl', said.on)}: {told.join(', ')}
        {said.readBy === null ? '' : said.shown ? ' · staat op de site' : ' · gelezen'}
      </p>
      <p className="ld-said">{said.words}</p>
      {mayAnswer && said.readBy === null ? (
        <Form view={view} action={`/balie/oordelen/${product.id}/gelezen`} prefix={`${said.id}-`}>
          <Hidden name="oordeel" value={said.id} />
          {said.leave ? (
            <Choice
              name="tonen"
              label="Op de site"
              several
              options={[{ value: 'ja', label: 'Laat deze woorden zien. De schrijver vindt dat goed.' }]}
            />
          ) : null}
          <Buttons>
            <Button kind="secondary">Gelezen</Button>
          </Buttons>
        </Form>
      ) : null}
    </div>
  )
}

/** What goes on the confirmation page of the service: a link, or three buttons. No script, no picture, no cookie. */
function Snippet({ product, origin }: Props) {
  const address = `${origin}/oordeel/${product.slug}`
  const form = `<form method="get" action="${address}">
  <input type="hidden" name="versie" value="1.0"><input type="hidden" name="stap" value="klaar">
  <p>Is het gelukt?</p>
  <button name="gelukt" value="yes">Ja</button>
  <button name="gelukt" value="partly">Deels</button>
  <button name="gelukt" value="no">Nee</button>
</form>`
  return (
    <Section id="vraag" title="De vraag op uw dienst">
      <Text>
        Zet de vraag op de pagina die zegt dat het klaar is. Daar antwoorden mensen. Vul bij versie en stap in waar het
        om gaat. Komt er een nieuwe versie, verander haar dan hier ook: zij staat op de site bij elk kwartaal waarin
        minstens tien antwoorden haar noemden.
      </Text>
      <Details summary="Als link">
        <pre className="ld-mail">{`<a href="${address}?versie=1.0&stap=klaar">Hoe ging het?</a>`}</pre>
      </Details>
      <Details summary="Als drie knoppen">
        <pre className="ld-mail">{form}</pre>
      </Details>
    </Section>
  )
}
