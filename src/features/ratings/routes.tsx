/** How services went, at the desk: the products, what people wrote, what was done, and tests with people. */
import { z } from 'zod'
import type { Tx } from '../../db/as.ts'
import { record } from '../../db/audit.ts'
import { registerFor } from '../../catalogue/registers.ts'
import { isDate } from '../../lib/iso-date.ts'
import type { Register } from '../../model/register.ts'
import { allows } from '../../vocabulary/roles.ts'
import { go, missing, notYet, page, type Asked, type Route } from '../../web/desk/route.ts'
import { filled, oneOf, readForm, text, thatIs, ticked, word } from '../../web/desk/schema.ts'
import type { Problems } from '../../web/desk/form.tsx'
import { ProductPage, ProductsPage, type TypedRating } from './pages.tsx'
import {
  actsOf,
  addAct,
  addTest,
  countsOf,
  listProducts,
  productById,
  readWords,
  tellRatings,
  testsOf,
  wordsOf,
} from './store.ts'

export type RatingDeps = { readonly registers: readonly Register[] }
const PLACE = '/oordelen/:rated'
const hereOf = (id: string): string => `/balie/oordelen/${id}`

async function shown(asked: Asked<Tx>, came: { problems?: Problems; typed?: TypedRating } = {}) {
  const { tx, municipality, params, view, who, origin } = asked
  const product = await productById(tx, municipality.id, params['rated']!)
  if (!product) return undefined
  const at = [tx, municipality.id, product.id] as const
  return (
    <ProductPage
      {...{ view, product, origin, ...came }}
      counts={await countsOf(...at)}
      words={await wordsOf(...at)}
      acts={await actsOf(...at)}
      tests={await testsOf(...at)}
      mayAnswer={allows(who.roles, 'rating.answer')}
    />
  )
}

/** A day that was: nothing is done, or seen, tomorrow. */
const past = (today: string) =>
  thatIs((typed) => isDate(typed) && typed <= today && typed >= '2020-01-01', 'Vul een dag in die er al was.')
const whole = (says: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, says)
    .transform(Number)

export const ratingRoutes = ({ registers }: RatingDeps): readonly Route<Tx>[] => [
  {
    method: 'GET',
    path: '/oordelen',
    may: 'rating.read',
    answer: async ({ tx, municipality, view }) => {
      const register = registerFor(registers, 'product')
      const products = register ? await listProducts(tx, municipality.id, register.id) : []
      return page(<ProductsPage {...{ view, products }} />)
    },
  },
  {
    method: 'GET',
    path: PLACE,
    may: 'rating.read',
    answer: async (asked) => {
      const body = await shown(asked)
      return body ? page(body) : missing
    },
  },
  {
    method: 'POST',
    path: `${PLACE}/gelezen`,
    may: 'rating.answer',
    answer: async ({ tx, municipality, params, who, sent }) => {
      const product = await productById(tx, municipality.id, params['rated']!)
      if (!product) return missing
      const { oordeel, tonen } = readForm({ oordeel: word(z.string()), tonen: ticked }, sent).typed
      if (!/^[0-9a-f-]{36}$/.test(oordeel)) return missing
      const show = tonen.includes('ja')
      if (!(await readWords(tx, municipality.id, oordeel, who.id, show)))
        return notYet('Deze woorden zijn er niet meer, of de schrijver wilde ze niet laten zien.')
      await tellRatings(tx, municipality.id, product.id)
      await record(tx, municipality.id, { act: 'rating.read', object: `rating/${product.id}`, detail: { shown: show } })
      return go(hereOf(product.id), show ? 'Gelezen. De woorden staan nu op de site.' : 'Gelezen.')
    },
  },
  {
    method: 'POST',
    path: `${PLACE}/gedaan`,
    may: 'rating.answer',
    answer: async (asked) => {
      const { tx, municipality, params, who, sent, today } = asked
      const product = await productById(tx, municipality.id, params['rated']!)
      if (!product) return missing
      const { held, typed, problems } = readForm(
        {
          gedaan: text(2_000, filled('Schrijf wat u met de antwoorden deed.')),
          wie: text(120, filled('Schrijf wie erover gaat: een functie of een afdeling.')),
          wanneer: word(past(today)),
        },
        sent,
      )
      if (!held) return page((await shown(asked, { problems, typed }))!, 422)
      await addAct(tx, municipality.id, who.id, {
        product: product.id,
        text: held.gedaan,
        owner: held.wie,
        on: held.wanneer,
      })
      await tellRatings(tx, municipality.id, product.id)
      await record(tx, municipality.id, { act: 'rating.done-with', object: `rating/${product.id}` })
      return go(hereOf(product.id), 'Dit staat nu op de site.')
    },
  },
  {
    method: 'POST',
    path: `${PLACE}/test`,
    may: 'rating.answer',
    answer: async (asked) => {
      const { tx, municipality, params, who, sent, today } = asked
      const product = await productById(tx, municipality.id, params['rated']!)
      if (!product) return missing
      const { held, typed, problems } = readForm(
        {
          taak: text(300, filled('Schrijf wat de mensen probeerden.')),
          mensen: text(300, filled('Schrijf wat voor mensen het waren, zonder namen.')),
          dag: word(past(today)),
          aantal: word(whole('Vul een getal in, zoals 5.')),
          klaar: word(whole('Vul een getal in, zoals 4.')),
          'met-hulp': word(whole('Vul een getal in, zoals 1.')),
          minuten: word(whole('Vul een getal in, zoals 12.')),
          gezien: text(4_000, filled('Schrijf wat u zag.')),
          erbij: word(oneOf(['ja'] as const, 'Alleen wie erbij was, legt de test vast.')),
        },
        sent,
        [
          {
            field: 'aantal',
            holds: ({ aantal }) => Number(aantal) >= 1 && Number(aantal) <= 200,
            says: 'Vul 1 tot en met 200 in.',
          },
          {
            field: 'klaar',
            holds: ({ klaar, aantal }) => Number(klaar) <= Number(aantal),
            says: 'Dit zijn er meer dan er meededen.',
          },
          {
            field: 'met-hulp',
            holds: (all) => Number(all['met-hulp']) <= Number(all.klaar),
            says: 'Dit zijn er meer dan er klaar waren.',
          },
          {
            field: 'minuten',
            holds: ({ minuten }) => Number(minuten) >= 1 && Number(minuten) <= 600,
            says: 'Vul 1 tot en met 600 in.',
          },
        ],
      )
      if (!held) return page((await shown(asked, { problems, typed }))!, 422)
      await addTest(tx, municipality.id, who.id, {
        product: product.id,
        on: held.dag,
        task: held.taak,
        people: held.mensen,
        number: held.aantal,
        finished: held.klaar,
        withHelp: held['met-hulp'],
        minutes: held.minuten,
        found: held.gezien,
        witness: who.id,
      })
      await tellRatings(tx, municipality.id, product.id)
      await record(tx, municipality.id, { act: 'rating.tested', object: `rating/${product.id}` })
      return go(hereOf(product.id), 'De test staat nu op de site, als gezien door een medewerker.')
    },
  },
]
