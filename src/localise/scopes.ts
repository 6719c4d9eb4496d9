/** Where something holds, told from the body that speaks: 全市 is the city's own. */
export const scopes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    全国: 'nationwide',
    全省: 'across the province',
    全市: 'across the city',
    全县: 'across the county',
    全区: 'across the district',
    全州: 'across the prefecture',
    全球: 'worldwide',
    国内: 'in China',
    我省: 'in the province',
    我市: 'in the city',
    我县: 'in the county',
    我区: 'in the region',
    本市: 'in the city',
    各地: 'in various places',
    当地: 'locally',
  }),
)
