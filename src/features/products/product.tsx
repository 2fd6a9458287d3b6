/** One product: its facts, its tests, and what was measured of its websites. */
import type { ReactNode } from 'react'
import { registerFor } from '../../catalogue/registers.ts'
import type { Tx } from '../../db/as.ts'
import { publishedFindings, type OnAddress } from '../../db/findings.ts'
import type { Register } from '../../model/register.ts'
import { knownAbout } from '../../registers/known.tsx'
import type { House } from '../../registers/links-store.ts'
import { linksTo } from '../../registers/store.ts'
import { asItCounts } from '../../scoring/counting.ts'
import { allows } from '../../vocabulary/roles.ts'
import { day, euros } from '../../web/language.ts'
import { Buttons } from '../../web/desk/form.tsx'
import { MeasuredTable, onSite } from '../../web/desk/measured.tsx'
import { TestsOf } from '../../web/desk/tests-of.tsx'
import { DeskPage } from '../../web/desk/page.tsx'
import { missing, page, type DeskView, type Route } from '../../web/desk/route.ts'
import { Facts, Heading, Link, Section, Text } from '../../web/parts.tsx'
import { crumbs, type Kinds } from './kinds.ts'
import { productById } from './store.ts'

function ProductPage({
  view,
  product,
  cases,
  measured,
  mayEdit,
  mayTest,
  labels,
  registers,
  linked,
  known,
}: NonNullable<Awaited<ReturnType<typeof productById>>> & {
  view: DeskView
  mayEdit: boolean
  mayTest: boolean
  measured: readonly OnAddress[]
  labels: ReadonlyMap<string, string>
  registers: readonly Register[]
  linked: Awaited<ReturnType<typeof linksTo>>
  known: ReactNode
}) {
  const register = registerFor(registers, 'product')
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
            value: product.costPerYear === null ? 'onbekend' : euros('nl', product.costPerYear),
          },
          { name: 'Eigenaar', value: product.owner || 'onbekend' },
        ]}
      />
      <TestsOf
        cases={cases.map(({ id, title, retestOn }) => ({
          id,
          title,
          about: retestOn ? `opnieuw op ${day('nl', retestOn)}` : '',
        }))}
      />
      {measured.length === 0 ? null : (
        <Section id="gemeten" title="Gemeten op de websites">
          <MeasuredTable id="meting" findings={measured} link={onSite} />
        </Section>
      )}
      {register === undefined || linked.some((each) => each.register === register.id) ? null : (
        <Text>
          Dit product staat nog niet in het register{' '}
          <Link to={`/balie/registers/${register.id}`}>{register.title}</Link>. Zet het daar, en verwijs naar dit
          product.
        </Text>
      )}
      {known}
    </DeskPage>
  )
}

export const productPage = ({ labels }: Kinds, house: House): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/producten/:product',
    may: 'register.read',
    answer: async ({ tx, municipality, params, today, view, who }) => {
      const found = await productById(tx, municipality.id, params['product']!)
      return found
        ? page(
            <ProductPage
              view={view}
              {...found}
              measured={await publishedFindings(
                tx,
                municipality.id,
                { websites: found.product.websites },
                { today, count: asItCounts },
              )}
              labels={labels}
              known={await knownAbout(tx, municipality.id, house, { kind: 'product', id: found.product.id }, today)}
              registers={house.registers}
              linked={await linksTo(tx, municipality.id, 'product', found.product.id)}
              mayEdit={allows(who.roles, 'register.edit')}
              mayTest={allows(who.roles, 'case.create')}
            />,
          )
        : missing
    },
  },
]
