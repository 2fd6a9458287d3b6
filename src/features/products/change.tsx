/**
 * Changes a product. What a colleague changed meanwhile is shown and not overwritten; what was tested does not change
 * under its test: then it is a product of its own, or a person says why the test still counts.
 */
import type { Tx } from '../../db/as.ts'
import { lastAct, record } from '../../db/audit.ts'
import { basisOf, changesBetween, Clash, trailOf, type Change, merged } from '../../web/desk/edit.tsx'
import { go, missing, page, type Asked, type Reply, type Route } from '../../web/desk/route.ts'
import type { Kinds } from './kinds.ts'
import { FormPage } from './product-form.tsx'
import { readProduct, readTest } from './fields.ts'
import { inputOfProduct, LABELS, retestKind, touchesTest, type ProductInput } from './rules.ts'
import { proposeRetest } from '../../db/cases.ts'
import { addProduct, changeProduct, productById } from './store.ts'

export const changeRoutes = ({ question, known, labels }: Kinds): readonly Route<Tx>[] => {
  const shown = (name: string, value: string) => (name === 'gegevens' ? (labels.get(value) ?? value) : value)
  const formOf = (id: string, title: string) => ({ question, title, action: `/balie/producten/${id}/wijzigen` })
  return [
    {
      method: 'GET',
      path: '/producten/:product/wijzigen',
      may: 'register.edit',
      answer: async ({ tx, municipality, params, view }) => {
        const found = await productById(tx, municipality.id, params['product']!)
        if (!found) return missing
        const { product } = found
        const input = inputOfProduct(product)
        const form = formOf(product.id, `Pas ${product.name} aan`)
        return page(<FormPage view={view} input={input} basis={basisOf(input)} {...form} />)
      },
    },
    {
      method: 'POST',
      path: '/producten/:product/wijzigen',
      may: 'register.edit',
      answer: async (asked) => {
        const { tx, municipality, params, view, sent } = asked
        const found = await productById(tx, municipality.id, params['product']!, 'to-change')
        if (!found) return missing
        const { product } = found
        const [read, test] = [readProduct(sent, known), readTest(sent)]
        const { toets, reden } = test.typed
        const [before, input] = [inputOfProduct(product), read.typed]
        const changes = changesBetween(before, input, shown)
        const tested = product.testedOn !== null && touchesTest(changes) ? product.testedOn : undefined
        const form = {
          view,
          input,
          basis: basisOf(before),
          tested,
          toets,
          reden,
          ...formOf(product.id, `Pas ${product.name} aan`),
        }
        if (sent.mark('basis') !== form.basis) {
          const last = await lastAct(tx, municipality.id, `product/${product.id}`)
          const { values, taken } = merged(sent.mark('basis'), before, input)
          const clash = { changes: changesBetween(before, values, shown), labels: LABELS, last, taken }
          return page(<FormPage {...form} input={values} clash={<Clash {...clash} />} />, 409)
        }
        const problems = { ...read.problems, ...(tested === undefined ? {} : test.problems) }
        if (Object.keys(problems).length > 0) return page(<FormPage {...form} problems={problems} />, 422)
        if (changes.length === 0) return go(`/balie/producten/${product.id}`, 'Er is niets veranderd.')
        if (tested !== undefined && toets === 'nieuw') return apart(asked, product.id, input, changes)
        await changeProduct(tx, municipality.id, product.id, input)
        await record(tx, municipality.id, {
          act: 'product.changed',
          object: `product/${product.id}`,
          detail: { ...trailOf(changes), ...(tested === undefined ? {} : { reason: reden }) },
        })
        return go(`/balie/producten/${product.id}`, 'Het product is gewijzigd.')
      },
    },
  ]
}

/** As a product of its own, not tested yet; whoever handled the test of the old one hears of it. */
async function apart(
  { tx, municipality, who, today }: Asked<Tx>,
  old: string,
  input: ProductInput,
  changes: readonly Change[],
): Promise<Reply> {
  const id = await addProduct(tx, municipality.id, input)
  await record(tx, municipality.id, { act: 'product.added', object: `product/${id}`, detail: trailOf(changes) })
  const name = `${input.naam} ${input.versie}`.trim()
  const what = changes.filter((change) => touchesTest([change])).map((change) => LABELS[change.name]!.toLowerCase())
  const retested = await proposeRetest(tx, municipality.id, {
    old,
    product: id,
    kind: retestKind(changes),
    text: `Veranderd: ${what.join(', ')}. Het nieuwe product is ${name}.`,
    name,
    by: who.id,
    today,
  })
  if (retested !== undefined)
    await record(tx, municipality.id, {
      act: 'case.retest-asked',
      object: `case/${retested}`,
      detail: { kind: retestKind(changes) },
    })
  return go(`/balie/producten/${id}`, 'Dit staat nu apart op de lijst. De oude toets geldt hier niet voor.')
}
