/** A date on the desk: in Dutch, on one line, and for machines. */
import { day } from '../language.ts'

/** `on`: an ISO date, or a moment. */
export const Day = ({ on }: { on: string | Date }) => (
  <time className="ld-oneline" dateTime={typeof on === 'string' ? on.slice(0, 10) : on.toISOString()}>
    {day('nl', on)}
  </time>
)
