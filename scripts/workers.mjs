/** What the program's worker threads and children run: each is bundled beside the program that starts it. */
export const workers = [
  { in: 'src/lib/heavy-work.ts', out: 'heavy-work' },
  { in: 'src/lib/csaf-inside.ts', out: 'csaf-inside' },
  { in: 'src/outside/pdf-inside.ts', out: 'pdf-inside' },
]
