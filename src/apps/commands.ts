/** Every command there is, in the order in which the overview tells them. */
import type { Command } from './command.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { catalogueCommand } from './commands/catalogue.ts'
import { clockCommand } from './commands/clock.ts'
import { covenantsCommand } from './commands/covenants.ts'
import { evidenceCommand } from './commands/evidence.ts'
import { exportCommand } from './commands/export.ts'
import { addCommand, importCommand } from './commands/import.ts'
import { judgeCommand } from './commands/judge.ts'
import { municipalityCommand } from './commands/municipality.ts'
import { measure, worker } from './commands/measure.ts'
import { publishCommand } from './commands/publish.ts'
import { regulationsCommand } from './commands/regulations.ts'
import { scan } from './commands/scan.ts'
import { selfTestCommand } from './commands/self-test.ts'
import { up } from './commands/up.ts'

export const commands: readonly Command[] = [
  up,
  municipalityCommand,
  importCommand,
  addCommand,
  measure,
  judgeCommand,
  covenantsCommand,
  publishCommand,
  exportCommand,
  scan,
  catalogueCommand,
  selfTestCommand,
  worker,
  clockCommand,
  auditCommand,
  regulationsCommand,
  evidenceCommand,
  backupCommand,
  restoreCommand,
]
