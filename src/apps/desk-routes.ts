/** Every route of the desk, feature by feature: what is not listed here does not exist. */
import { taskRoutes } from '../features/tasks/pages.tsx'
import type { DeskRoute } from './desk.ts'

export function deskRoutes(): readonly DeskRoute[] {
  return [...taskRoutes]
}
