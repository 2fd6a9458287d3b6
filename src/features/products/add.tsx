/** Puts a product on the list. */
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { go, page, type Route } from '../../web/desk/route.ts'
import type { Kinds } from './kinds.ts'
import { FormPage } from './product-form.tsx'
import { readProduct } from './fields.ts'
import { emptyProduct } from './rules.ts'
import { addProduct } from './store.ts'

export const addRoutes = ({ question, known }: Kinds): readonly Route<Tx>[] => {
  const form = { question, title: 'Voeg een product toe', action: '/balie/producten/nieuw' }
  return [
    {
      method: 'GET',
      path: '/producten/nieuw',
      may: 'register.edit',
      answer: async ({ view }) => page(<FormPage view={view} input={emptyProduct} {...form} />),
    },
    {
      method: 'POST',
      path: '/producten/nieuw',
      may: 'register.edit',
      answer: async ({ tx, municipality, view, sent }) => {
        const { typed, held, problems } = readProduct(sent, known)
        if (!held) return page(<FormPage view={view} input={typed} {...form} problems={problems} />, 422)
        const id = await addProduct(tx, municipality.id, held)
        await record(tx, municipality.id, { act: 'product.added', object: `product/${id}` })
        return go(`/balie/producten/${id}`, 'Het product staat op de lijst.')
      },
    },
  ]
}
