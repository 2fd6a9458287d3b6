/** Key records of DKIM in the city: real public keys, of which nobody kept the other half. */

const joined = (...parts: readonly string[]): string => parts.join('')

const p2048 = joined(
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvRszmxvgwzPAJvEEwEnoHlwocnYsX266K9Qto5bFLoEL2+3/d9tuslRI',
  'GE1p0sDg+HMKZSGIZ0lUpUF5cT5h9s3Q0+P7zwwSZb12J2WqV39JviWrpYiJ1P3lFetKd2+dN/T19UcbOFGVGqgK86KmEzSIlqTE',
  'juj4xEUirFGfwnsNyd4NHCsRgTy977lO2YSAy5cdU61DEZ+W94Qd8U09m/VlmiJauHnCDH7bw0AdoKQdLnl7fBLjdtDdIxL3s2rF',
  'SZyPQEgfmCvgCJn7Pc+b2VKBOsBL1fFdhBqVDBcrm+0D4514lcrISCOBXgMnQVOWBO1ZHVmtk4kiuKjdaaoYnwIDAQAB',
)
const p1024 = joined(
  'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC+3eyxk54TvrdaArFLbGxNpoGE2cwoIkahzB2KNr/1zll5yfEZ99pfAolU/p8Y',
  'lVFMcMM2WXveTjJbnOWAFnFxqLPMdr13sC6KGZ5mMjrzqKStEMqV3l2m0pD3sLQ7AqiyrKGq3Ftt9EPJvXn3svA+axNWc+yHaJU1',
  'j3FWofV4bwIDAQAB',
)
const p512 = joined(
  'MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMjAwh2c6aGBFaoC8mtOt6gD2rwuNiyflGDuBh4kwXA2DGKAzmS+/vqt8P+8Aaw8vns8',
  'u411MEMBedJxS07g1A0CAwEAAQ==',
)

export const dkimKeys = {
  strong: `v=DKIM1; k=rsa; p=${p2048}`,
  onTrial: `v=DKIM1; k=rsa; t=y; p=${p2048}`,
  short: `v=DKIM1; k=rsa; p=${p1024}`,
  weak: `v=DKIM1; k=rsa; p=${p512}`,
  ed25519: 'v=DKIM1; k=ed25519; p=7eua7NBcTENwGNjMm1WD2N8FWFOEaq0UwYkfR9kaWFg=',
  withdrawn: 'v=DKIM1; p=',
} as const
