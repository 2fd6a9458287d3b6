/**
 * Every digital product in use: one row per version, configuration and deployment; what was measured and tested of it.
 */
import type { Tx } from '../../db/as.ts'
import { allows } from '../../model/roles.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import { resultOf } from '../../scoring/result.ts'
import { record } from '../../db/audit.ts'
import { answersOf, currentAnswers, formById } from '../../db/forms.ts'
import { day, number, percent, points } from '../../web/language.ts'
import { Area, Button, Buttons, Choice, ErrorSummary, Field, Form, none, type Problems } from '../../web/desk/form.tsx'
import { Day } from '../../web/desk/day.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { go, missing, page, type Asked, type DeskView, type Route, type Sent } from '../../web/desk/route.ts'
import { Facts, Heading, Link, Section, Table, Text } from '../../web/parts.tsx'
import { emptyProduct, inputOf, problemsOf, type ProductInput } from './rules.ts'
import { keepProduct, listProducts, productById, type Product } from './store.ts'

const crumbs = [{ name: 'Producten', to: '/balie/producten' }]

function ListPage({
  view,
  q,
  products,
  today,
  mayEdit,
}: {
  view: DeskView
  q: string
  products: readonly Product[]
  today: string
  mayEdit: boolean
}) {
  const soon = new Date(Date.parse(today) + 183 * 86_400_000).toISOString().slice(0, 10)
  return (
    <DeskPage view={view} title="Producten" wide>
      <div className="ld-opening">
        <Heading level={1}>Digitale producten</Heading>
        <Text lead>Wat gebruikt de gemeente, waarvoor, en is het getoetst?</Text>
      </div>
      {mayEdit ? (
        <Buttons>
          <a className="nl-button nl-button--primary" href="/balie/producten/nieuw">
            Voeg een product toe
          </a>
        </Buttons>
      ) : null}
      <form method="get" action="/balie/producten" className="ld-filters" role="search">
        <Field name="q" label="Zoek op naam of leverancier" type="search" value={q} />
        <Buttons>
          <Button kind="secondary">Toon</Button>
        </Buttons>
      </form>
      {products.length === 0 ? (
        <Text>Er zijn geen producten die hierbij passen.</Text>
      ) : (
        <form method="get" action="/balie/producten/vergelijken">
          <Table
            id="producten"
            caption="Producten op naam"
            stacked
            columns={[
              { head: 'Product' },
              { head: 'Leverancier' },
              { head: 'Inzet' },
              { head: 'Contract tot' },
              { head: 'Getoetst' },
              { head: 'Vergelijk' },
            ]}
            rows={products.map((product) => ({
              key: product.id,
              cells: [
                <Link key="n" to={`/balie/producten/${product.id}`}>
                  {`${product.name} ${product.version}`.trim()}
                </Link>,
                product.supplier,
                product.deployment,
                product.contractEndsOn === null ? (
                  'onbekend'
                ) : product.contractEndsOn <= soon ? (
                  <strong key="c">
                    <Day on={product.contractEndsOn} />
                  </strong>
                ) : (
                  <Day key="c" on={product.contractEndsOn} />
                ),
                product.testedOn === null ? 'nog niet' : <Day key="t" on={product.testedOn} />,
                product.form === null ? (
                  ''
                ) : (
                  <label key="v">
                    <input type="checkbox" name="p" value={product.id} />{' '}
                    <span className="ld-hidden">vergelijk {product.name}</span>
                  </label>
                ),
              ],
            }))}
          />
          <Buttons>
            <Button kind="secondary">Vergelijk wat is aangevinkt</Button>
          </Buttons>
        </form>
      )}
    </DeskPage>
  )
}

function FormPage({
  view,
  input,
  question,
  title,
  action,
  problems = none,
}: {
  view: DeskView
  input: ProductInput
  question: Questionnaire['questions'][number] | undefined
  title: string
  action: string
  problems?: Problems
}) {
  return (
    <DeskPage view={view} title={title} crumbs={crumbs}>
      <Heading level={1}>{title}</Heading>
      <Text>Een andere versie, configuratie of inzet is een ander product: zet die er apart bij.</Text>
      <ErrorSummary problems={problems} />
      <Form view={view} action={action}>
        <Field name="naam" label="Naam" value={input.naam} problems={problems} maxLength={200} />
        <Field name="leverancier" label="Leverancier" value={input.leverancier} problems={problems} maxLength={200} />
        <Field name="versie" label="Versie" optional value={input.versie} maxLength={100} />
        <Area
          name="configuratie"
          label="Configuratie"
          hint="Welke instellingen en uitbreidingen staan aan?"
          optional
          rows={3}
          value={input.configuratie}
          maxLength={2_000}
        />
        <Area
          name="inzet"
          label="Inzet"
          hint="Waarvoor en door wie wordt het gebruikt?"
          rows={2}
          value={input.inzet}
          problems={problems}
          maxLength={1_000}
        />
        <Area name="omschrijving" label="Omschrijving" optional rows={3} value={input.omschrijving} maxLength={2_000} />
        <Choice
          name="gegevens"
          label={question?.text ?? 'Welke gegevens gaan erin?'}
          several
          optional
          value={input.gegevens}
          options={(question?.options ?? []).map(({ id, label }) => ({ value: id, label }))}
          problems={problems}
        />
        <Field name="van" label="Contract vanaf" type="date" optional value={input.van} problems={problems} />
        <Field name="tot" label="Contract tot en met" type="date" optional value={input.tot} problems={problems} />
        <Field
          name="kosten"
          label="Kosten per jaar in hele euro’s"
          inputMode="numeric"
          optional
          value={input.kosten}
          problems={problems}
          maxLength={12}
        />
        <Field
          name="eigenaar"
          label="Eigenaar"
          hint="Een functie, zoals hoofd dienstverlening."
          optional
          value={input.eigenaar}
          maxLength={200}
        />
        <Area
          name="websites"
          label="Websites"
          hint="Eén adres per regel, zoals afspraken.gemeente.nl. Wat wij daar meten, staat naast de antwoorden."
          optional
          rows={3}
          value={input.websites}
          problems={problems}
          maxLength={4_000}
        />
        <Buttons>
          <Button>Bewaar</Button>
        </Buttons>
      </Form>
    </DeskPage>
  )
}

function ProductPage({
  view,
  product,
  cases,
  measured,
  mayEdit,
  mayTest,
  labels,
}: NonNullable<Awaited<ReturnType<typeof productById>>> & {
  view: DeskView
  mayEdit: boolean
  mayTest: boolean
  labels: ReadonlyMap<string, string>
}) {
  return (
    <DeskPage view={view} title={product.name} crumbs={crumbs}>
      <div className="ld-opening">
        <Heading level={1}>{`${product.name} ${product.version}`.trim()}</Heading>
        <Text lead>{product.deployment}</Text>
      </div>
      <Buttons>
        {mayTest ? (
          <a className="nl-button nl-button--primary" href={`/balie/zaken/nieuw?product=${product.id}`}>
            Begin een IT-toets
          </a>
        ) : null}
        {mayEdit ? <Link to={`/balie/producten/${product.id}/wijzigen`}>Pas aan</Link> : null}
      </Buttons>
      {product.description === '' ? null : <Text>{product.description}</Text>}
      <Facts
        items={[
          { name: 'Leverancier', value: product.supplier || 'onbekend' },
          { name: 'Configuratie', value: product.configuration || 'niet beschreven' },
          { name: 'Gegevens', value: product.data.map((each) => labels.get(each) ?? each).join(', ') || 'onbekend' },
          {
            name: 'Contract',
            value:
              `${product.contractStartsOn ? day('nl', product.contractStartsOn) : 'onbekend'} tot ` +
              `${product.contractEndsOn ? day('nl', product.contractEndsOn) : 'onbekend'}`,
          },
          {
            name: 'Kosten per jaar',
            value: product.costPerYear === null ? 'onbekend' : `€ ${number('nl', product.costPerYear)}`,
          },
          { name: 'Eigenaar', value: product.owner || 'onbekend' },
        ]}
      />
      <Section id="toetsen" title="IT-toetsen">
        {cases.length === 0 ? (
          <Text>Er is nog geen toets begonnen.</Text>
        ) : (
          <ul className="ld-tasks">
            {cases.map((each) => (
              <li key={each.id}>
                <Link to={`/balie/zaken/${each.id}`}>{each.title}</Link>
                <span className="ld-quiet">{each.retestOn ? `opnieuw op ${day('nl', each.retestOn)}` : ''}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {measured.length === 0 ? null : (
        <Section id="gemeten" title="Gemeten op de websites">
          <Table
            id="meting"
            caption="Gemeten bevindingen"
            hideCaption
            stacked
            columns={[
              { head: 'Website' },
              { head: 'Voldoet', numeric: true },
              { head: 'Deels', numeric: true },
              { head: 'Voldoet niet', numeric: true },
              { head: 'Onbekend', numeric: true },
            ]}
            rows={measured.map((row) => ({
              key: `${row.organisation} ${row.address}`,
              cells: [
                <Link key="a" to={`/organisaties/${row.organisation}/${encodeURIComponent(row.address)}`}>
                  {row.address}
                </Link>,
                row.met,
                row.partly,
                row.unmet,
                row.unknown,
              ],
            }))}
          />
        </Section>
      )}
    </DeskPage>
  )
}

async function ComparePage({ tx, municipality, view, query }: Asked<Tx>) {
  const ids = query
    .getAll('p')
    .filter((id) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    .slice(0, 6)
  const found = (
    await Promise.all(
      ids.map(async (id) => {
        const product = (await productById(tx, municipality.id, id))?.product
        const form = product?.form ? await formById(tx, municipality.id, product.form) : undefined
        return product && form
          ? { product, form, answers: answersOf(await currentAnswers(tx, municipality.id, product.form!)) }
          : undefined
      }),
    )
  ).filter((each) => each !== undefined)
  const versions = new Set(found.map(({ form }) => form.form.version))
  const columns = found.map(({ product }) => ({ head: `${product.name} ${product.version}`.trim(), numeric: true }))
  const results = found.map(({ form, answers }) => resultOf(form.questionnaire, answers))
  return (
    <DeskPage view={view} title="Vergelijk producten" crumbs={crumbs} wide>
      <Heading level={1}>Vergelijk producten</Heading>
      {found.length < 2 ? (
        <Text lead>Kies in de lijst minstens twee producten die getoetst zijn.</Text>
      ) : versions.size > 1 ? (
        <Text lead>
          Deze toetsen zijn gedaan met verschillende versies van de vragenlijst. Die zijn niet eerlijk te vergelijken.
          Stap eerst over op dezelfde versie.
        </Text>
      ) : (
        <>
          <Text lead>Per deel, alleen waar genoeg bekend is. Een cijfer voor het geheel is er niet.</Text>
          <Table
            id="vergelijking"
            caption="Uitkomst per deel (van 100)"
            columns={[{ head: 'Deel' }, ...columns]}
            rows={found[0]!.form.questionnaire.sections
              .filter(({ scored }) => scored)
              .map((section) => ({
                key: section.id,
                cells: [
                  section.title,
                  ...results.map((result) => {
                    const part = result.parts.find((each) => each.section === section.id)
                    return !part || part.coverage === null
                      ? 'n.v.t.'
                      : part.score === null
                        ? `te weinig bekend (${percent('nl', part.coverage)})`
                        : `${points('nl', part.score)}${part.flags.length === 0 ? '' : ` · ⚑ ${part.flags.length}`}`
                  }),
                ],
              }))}
          />
          <Text>⚑ is het aantal rode vlaggen bij dat deel; hieronder staat welke.</Text>
          {found.map(({ product }, index) => (
            <Section key={product.id} id={`vlaggen-${product.id}`} title={`Rode vlaggen: ${product.name}`}>
              {results[index]!.flags.length === 0 ? (
                <Text>Geen.</Text>
              ) : (
                <ul className="ld-flags">
                  {results[index]!.flags.map((flag) => (
                    <li key={flag.question}>{flag.text}</li>
                  ))}
                </ul>
              )}
            </Section>
          ))}
        </>
      )}
    </DeskPage>
  )
}

export function productRoutes({
  questionnaires,
}: {
  readonly questionnaires: readonly Questionnaire[]
}): readonly Route<Tx>[] {
  // The kinds of data are those of the product test itself: one list, in one place.
  const question = questionnaires
    .find(({ purpose, about }) => purpose === 'full-test' && about.includes('product'))
    ?.questions.find(({ kind, options }) => kind === 'choices' && options.some(({ id }) => id === 'bsn'))
  const known = new Set(question?.options.map(({ id }) => id))
  const labels = new Map(question?.options.map(({ id, label }) => [id, label]))
  const keep = async (
    { tx, municipality, view, sent }: Asked<Tx> & { sent: Sent },
    id: string | undefined,
    title: string,
    action: string,
  ) => {
    const input = inputOf(sent)
    const problems = problemsOf(input, known)
    if (Object.keys(problems).length > 0)
      return page(
        <FormPage view={view} input={input} question={question} title={title} action={action} problems={problems} />,
        422,
      )
    const kept = await keepProduct(tx, municipality.id, id, input)
    await record(tx, municipality.id, {
      act: id === undefined ? 'product.added' : 'product.changed',
      object: `product/${kept}`,
    })
    return go(`/balie/producten/${kept}`, 'Bewaard.')
  }
  return [
    {
      method: 'GET',
      path: '/producten',
      may: 'register.read',
      answer: async ({ tx, municipality, query, today, view, who }) => {
        const q = (query.get('q') ?? '').trim().slice(0, 200)
        return page(
          <ListPage
            view={view}
            q={q}
            products={await listProducts(tx, municipality.id, q)}
            today={today}
            mayEdit={allows(who.roles, 'register.edit')}
          />,
        )
      },
    },
    {
      method: 'GET',
      path: '/producten/vergelijken',
      may: 'register.read',
      answer: async (asked) => page(await ComparePage(asked)),
    },
    {
      method: 'GET',
      path: '/producten/nieuw',
      may: 'register.edit',
      answer: async ({ view }) =>
        page(
          <FormPage
            view={view}
            input={emptyProduct}
            question={question}
            title="Voeg een product toe"
            action="/balie/producten/nieuw"
          />,
        ),
    },
    {
      method: 'POST',
      path: '/producten/nieuw',
      may: 'register.edit',
      answer: (asked) => keep(asked, undefined, 'Voeg een product toe', '/balie/producten/nieuw'),
    },
    {
      method: 'GET',
      path: '/producten/:product',
      may: 'register.read',
      answer: async ({ tx, municipality, params, view, who }) => {
        const found = await productById(tx, municipality.id, params['product']!)
        return found
          ? page(
              <ProductPage
                view={view}
                {...found}
                labels={labels}
                mayEdit={allows(who.roles, 'register.edit')}
                mayTest={allows(who.roles, 'case.create')}
              />,
            )
          : missing
      },
    },
    {
      method: 'GET',
      path: '/producten/:product/wijzigen',
      may: 'register.edit',
      answer: async ({ tx, municipality, params, view }) => {
        const found = await productById(tx, municipality.id, params['product']!)
        if (!found) return missing
        const { product } = found
        return page(
          <FormPage
            view={view}
            question={question}
            title={`Pas ${product.name} aan`}
            action={`/balie/producten/${product.id}/wijzigen`}
            input={{
              naam: product.name,
              leverancier: product.supplier,
              versie: product.version,
              configuratie: product.configuration,
              inzet: product.deployment,
              omschrijving: product.description,
              gegevens: product.data,
              van: product.contractStartsOn ?? '',
              tot: product.contractEndsOn ?? '',
              kosten: product.costPerYear === null ? '' : String(product.costPerYear),
              eigenaar: product.owner,
              websites: product.websites.join('\n'),
            }}
          />,
        )
      },
    },
    {
      method: 'POST',
      path: '/producten/:product/wijzigen',
      may: 'register.edit',
      answer: async (asked) => {
        const id = asked.params['product']!
        return (await productById(asked.tx, asked.municipality.id, id))
          ? keep(asked, id, 'Pas het product aan', `/balie/producten/${id}/wijzigen`)
          : missing
      },
    },
  ]
}
