/** What the demo tells of covenants that are written: who was invited, what was said, and what became of it. */
import { z } from 'zod'

const text = z.string().min(2)
const email = z.string().regex(/^[a-z.]+@[a-z-]+\.test$/)
const comment = { door: email, artikel: text, tekst: text }

export const covenants = z.array(
  z.strictObject({
    titel: text,
    sjabloon: text,
    groep: z.enum(['A', 'B', 'C', 'D']),
    jaren: z.int().positive(),
    door: email,
    uitgenodigd: z.array(
      z.strictObject({ organisatie: text, als: z.enum(['party', 'observer']), naam: text, functie: text, email }),
    ),
    /** From an example of the template, with the totals of the day. */
    afspraken: z.array(
      z.strictObject({ voorbeeld: text, aantal: z.int(), van: z.int(), beoordelaar: email, eigenaar: email }),
    ),
    waarom: text,
    reacties: z.array(
      z.strictObject({ ...comment, stand: z.enum(['adopted', 'declined', 'answered']), antwoord: text }),
    ),
    advies: z.array(
      z.strictObject({
        door: email,
        rol: z.enum(['fg', 'security-officer']),
        oordeel: z.enum(['agree', 'agree-if', 'disagree']),
        tekst: text,
        voorwaarden: z.array(text),
      }),
    ),
    /** What the second version adds, and why. */
    wijziging: z.strictObject({ artikel: text, lid: text, waarom: text }),
    nieuwe_reacties: z.array(z.strictObject(comment)),
  }),
)
export type DemoCovenants = Readonly<z.infer<typeof covenants>>
