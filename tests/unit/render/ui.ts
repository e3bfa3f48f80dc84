// The words of the interface, as far as tests need them.

import type { Ui } from '../../../src/model/schema.ts';

export const ui: Ui = {
  kinds: {
    equity: 'Beteiligung',
    cloud: 'Cloud-Vertrag',
    hardware: 'Chips',
    debt: 'Kredit',
    acquisition: 'Übernahme',
    energy: 'Strom',
    capex: 'Bau',
    other: 'Sonstiges',
    licence: 'Lizenz',
    manufacturing: 'Fertigung',
  },
  statuses: {
    planned: 'geplant',
    announced: 'angekündigt',
    reported: 'berichtet',
    contracted: 'zugesagt',
    paid: 'bezahlt',
    cancelled: 'geplatzt',
    superseded: 'überholt',
  },
  qualifiers: { exact: '', about: 'rund', up_to: 'bis zu', at_least: 'mindestens' },
  languages: { de: 'deutsch', en: 'englisch' },
  words: {
    customers: 'Kundschaft',
    reportedByCompany: 'gemeldet',
    amountUnknown: 'nicht beziffert',
    perYear: 'im Jahr',
    tinted: 'getönt',
    solid: 'durchgezogen',
    dashed: 'gestrichelt',
    dotted: 'gepunktet',
    or: 'oder',
    to: 'an',
  },
};
