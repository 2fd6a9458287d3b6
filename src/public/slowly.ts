/** Sends a large file as fast as its reader takes it, and never so fast that others wait for it. */
import { setImmediate as othersFirst } from 'node:timers/promises'
import { BOM } from '../lib/csv-write.ts'
import { inTurns } from '../lib/in-turn.ts'
import { refuse } from '../web/refuse.ts'

export type Pace = {
  /** Files that are being sent at a time; who comes after hears that it is busy. */
  readonly files: number
  /** Parts that are being made at a time, of all those files: so many connections to the database at most. */
  readonly parts: number
  /** Milliseconds that a reader may take nothing, and in which the whole must be over. */
  readonly pause: number
  readonly whole: number
}

/**
 * A pace that files share. Between two parts nothing is held but the part that waits: no connection, no transaction. A
 * reader that stops, or takes too long, is cut off, so that it does not keep a place for ever.
 */
export function sharedPace({ files, parts, pause, whole }: Pace) {
  const inTurn = inTurns({ running: parts, waiting: files })
  let sending = 0
  return function slowly(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
    if (sending >= files) refuse('busy')
    sending += 1
    const encoder = new TextEncoder()
    const end = Date.now() + whole
    let first = true
    let waiting: NodeJS.Timeout | undefined
    let over = false
    const close = async () => {
      clearTimeout(waiting)
      if (over) return
      over = true
      sending -= 1
      await lines.return(undefined)
    }
    return new ReadableStream(
      {
        async pull(controller) {
          clearTimeout(waiting)
          try {
            const { done, value } = await inTurn(() => lines.next())
            await othersFirst()
            if (over) return
            if (done) {
              await close()
              return controller.close()
            }
            controller.enqueue(encoder.encode((first ? BOM : '') + value))
            first = false
            const left = Math.min(pause, end - Date.now())
            waiting = setTimeout(
              () => {
                controller.error(new Error('the reader of a file takes too long'))
                void close()
              },
              Math.max(0, left),
            ).unref()
          } catch (error) {
            await close()
            throw error
          }
        },
        cancel: close,
      },
      { highWaterMark: 1 },
    )
  }
}

export const slowly = sharedPace({ files: 32, parts: 2, pause: 60_000, whole: 1_800_000 })
