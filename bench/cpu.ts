/** CPU seconds of this process and of everything it started, read from /proc: also of what has ended meanwhile. */
import { readdirSync, readFileSync } from 'node:fs'

export type Cpu = { readonly self: number; readonly children: number }

/** Ticks per second in /proc on Linux. */
const HZ = 100

type Process = { readonly parent: number; readonly own: number; readonly reaped: number }

function processes(): Map<number, Process> {
  const found = new Map<number, Process>()
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    let stat: string
    try {
      stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    } catch {
      continue // ended between the two looks
    }
    // The name of the program stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const seconds = (at: number) => Number(fields[at]) / HZ
    found.set(Number(name), {
      parent: Number(fields[1]),
      own: seconds(11) + seconds(12),
      reaped: seconds(13) + seconds(14),
    })
  }
  return found
}

/** The processes that one started, and those they started. `leaveOut`: one that is not counted, nor what it started. */
export const processesUnder = (root: number, leaveOut?: number): number[] => under(processes(), root, leaveOut)

function under(all: ReadonlyMap<number, Process>, root: number, leaveOut: number | undefined): number[] {
  const counted = [root]
  for (const parent of counted)
    for (const [id, { parent: of }] of all) if (of === parent && id !== leaveOut) counted.push(id)
  return counted.slice(1)
}

/** CPU used so far. `leaveOut`: a process that is not counted, nor what it started. */
export function cpuNow(leaveOut?: number): Cpu {
  const all = processes()
  const self = all.get(process.pid)!
  const rest = under(all, process.pid, leaveOut).reduce((sum, id) => sum + all.get(id)!.own + all.get(id)!.reaped, 0)
  return { self: self.own, children: self.reaped + rest }
}

export const cpuBetween = (from: Cpu, to: Cpu): Cpu => ({
  self: to.self - from.self,
  children: to.children - from.children,
})
