/** What the program's worker threads run: each is bundled beside the program that starts it. */
export const workers = [
  { in: 'src/lib/heavy-work.ts', out: 'heavy-work' },
  { in: 'src/lib/csaf-inside.ts', out: 'csaf-inside' },
]
