/** A firm to look at when one has not told one's own: the foundry of the example files. A test keeps the two the same. */
import type { Firm } from '@ieum/catalogue/records'

export const exampleFirm: Firm = {
  id: 'gyeongbuk-foundry',
  name: { ko: '예시주물(경북 고령)', en: 'Example Foundry (Goryeong)' },
  declares: ['standard'],
  facts: {
    business_form: 'corporation',
    industry: 'C24311',
    founded: '2009-04-01',
    region: '경상북도',
    employees: 32,
    sales: 8200000000,
    sales_3y_avg: 7900000000,
    sales_history: [8200000000, 7800000000, 7700000000, 7100000000],
    assets: 9500000000,
    equity: 3400000000,
    debt_ratio_history: [1.79, 1.85, 1.92],
    current_ratio_history: [1.2, 1.1, 1.1],
    has_factory: true,
    ceo_age: 57,
    exports_usd: 40000,
    root_technology: true,
    smart_factory_level: 'basic',
    smart_factory_source: 'government',
    certificates: ['root-company', 'factory-registered'],
    patents: 1,
    participations: [
      { programme: 'mss-smart-factory-basic', edition: '2024', outcome: 'completed', role: 'lead', on: '2025-03-31' },
    ],
  },
}
