/** What was said of one party, as the API gives it. */
import { z } from '@hono/zod-openapi'
import type { PartyVerdict } from '../../model/public-covenant.ts'
import { wordText } from './parts.tsx'

export const PartyVerdictSchema = z.strictObject({
  uitkomst: z.string(),
  op: z.iso.date(),
  door: z.string(),
  dagenTeLaat: z.int().nullable(),
})
/** By function, never a person. */
export const partyVerdict = ({ outcome, on, by, late }: PartyVerdict): z.infer<typeof PartyVerdictSchema> => ({
  uitkomst: wordText('nl', outcome),
  op: on,
  door: by,
  dagenTeLaat: late,
})
