/** Versions of publiccode.yml and OpenAPI of which we know what they ask. Pure. */

/** Whether a publiccode.yml follows a version that we know; one that says none is held against what all ask. */
export const isKnownPubliccode = (version: string | null): boolean =>
  version === null || /^0(?:\.[2-5](?:\.\d+)?)?$/.test(version)

/** The version of the schema that an OpenAPI document follows, such as `3.0`; undefined: one that we do not know. */
export const openapiSchema = (version: string): string | undefined =>
  /^(?:2\.0|3\.[012])(?=\.\d+$|$)/.exec(version)?.[0]
