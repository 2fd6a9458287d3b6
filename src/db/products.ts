/** The columns of a product, as the model calls them: the list of products and the forms about one read the same. */
export const PRODUCT = [
  'product.id',
  'product.name',
  'product.supplier',
  'product.version',
  'product.configuration',
  'product.deployment',
  'product.description',
  'product.contract_starts_on as contractStartsOn',
  'product.contract_ends_on as contractEndsOn',
  'product.cost_per_year as costPerYear',
  'product.data',
  'product.owner',
  'product.websites',
] as const
