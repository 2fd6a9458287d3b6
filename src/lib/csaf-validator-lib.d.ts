/** What we use of the validator of CSAF files, which gives no types of its own. */
declare module '@secvisogram/csaf-validator-lib/basic.js' {
  const tests: Readonly<Record<string, unknown>>
  export = tests
}
declare module '@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests.js' {
  type Failed = {
    readonly message?: string
    readonly instancePath?: string
    readonly keyword?: string
    readonly params?: Readonly<Record<string, unknown>>
  }
  export function csaf_2_1_strict(document: unknown): { readonly isValid: boolean; readonly errors: readonly Failed[] }
}
declare module '@secvisogram/csaf-validator-lib/validate.js' {
  type Told = {
    readonly isValid: boolean
    readonly tests: readonly {
      readonly name: string
      readonly isValid: boolean
      readonly errors: readonly {
        readonly message?: string
        readonly instancePath?: string
        readonly keyword?: string
        readonly params?: Readonly<Record<string, unknown>>
      }[]
    }[]
  }
  export default function validate(tests: readonly unknown[], document: unknown): Promise<Told>
}
