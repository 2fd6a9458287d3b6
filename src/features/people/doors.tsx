/**
 * The doors of the desk: everything that opens without being signed in. What goes wrong here never tells whether an
 * account exists. Each door has its own file under `doors/`.
 */
import { Hono } from 'hono'
import { askReset } from './doors/ask-reset.tsx'
import { newFactor } from './doors/new-factor.tsx'
import { newPassword } from './doors/new-password.tsx'
import { organisation } from './doors/organisation.tsx'
import { secondStep } from './doors/second-step.tsx'
import { doorShell, type DoorOptions } from './doors/shell.tsx'
import { signIn } from './doors/sign-in.tsx'
import { workAccount } from './doors/work-account.tsx'

/** All doors of one site as one app, to be hung below `/balie`. */
export function doors(options: DoorOptions): Hono {
  const shell = doorShell(options)
  const app = new Hono()
  for (const open of [signIn, secondStep, newFactor, askReset, newPassword, organisation, workAccount]) open(app, shell)
  return app
}
