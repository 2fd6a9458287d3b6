/** What is left to a lawyer, told once. */
import { expect, test } from 'vitest'
import { catalogue } from '../../../test/published.ts'
import { leftToLawyer } from './routes.tsx'

test('a question that several norms raise stands once, with all of them', () => {
  const [one, two] = catalogue.norms
  const doubt = { nl: 'Of dit geldt, loopt een jurist nog na.', en: 'Whether this applies is for a lawyer.' }
  const norms = [one!, two!].map((norm) => ({ ...norm, sources: [], forLawyer: [doubt] }))
  expect(leftToLawyer({ sources: [], norms })).toEqual([
    { doubt: doubt.nl, about: [one!.label, two!.label], norms: [one!.id, two!.id] },
  ])
  expect(leftToLawyer({ sources: [], norms: norms.map((norm) => ({ ...norm, forLawyer: [] })) })).toEqual([])
})
