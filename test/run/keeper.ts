/** Waits until the test run that started it ends, in whatever way, and then clears up after it. */
import { sweep } from './sweep.ts'

process.stdin.resume()
process.stdin.once('close', () => void sweep(process.argv[2]!))
