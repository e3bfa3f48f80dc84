// Says what the entries besides flows may hold: figures, statements, precedents and the glossary.
import { z } from 'zod';
import {
  amountSchema,
  articleSchema,
  currencySchema,
  evidenceSchema,
  idSchema,
  partialDateSchema,
  referencesSchema,
  textSchema,
  verdictSchema,
} from './schema.ts';

/** The currency of a figure; the reports of TSMC and Samsung are in their own. */
export const figureCurrencySchema = z.enum(['USD', 'EUR', 'GBP', 'TWD', 'KRW']);
export type FigureCurrency = z.infer<typeof figureCurrencySchema>;

/** The unit of a figure. bn: billions of its currency; for the rest, the unit itself. */
export const unitSchema = z.enum(['bn', '%', 'Prozentpunkte', 'USD', 'EUR', 'jobs', 'fach', 'GW']);
export type Unit = z.infer<typeof unitSchema>;

/** What was learnt later about a figure or a statement. */
export const laterSchema = z.strictObject({
  /** when it became known */
  date: partialDateSchema,
  /** what became known, in German */
  text: textSchema,
  /** what bears it out */
  references: referencesSchema,
});
export type Later = z.infer<typeof laterSchema>;

/** A number that is no flow: revenue, loss, order book, share, price, exchange rate. */
export const figureSchema = z.strictObject({
  /** unique among links, figures, statements and precedents */
  id: idSchema,
  /** id of the node it is about */
  node: idSchema,
  /** what is measured, in German */
  measure: textSchema,
  /** negative for a loss or a fall; null where none is public */
  value: z.number().nullable(),
  /** of the value */
  unit: unitSchema,
  /** null where the value is no money */
  currency: figureCurrencySchema.nullable(),
  /** of which time, in German */
  period: textSchema,
  /** what the retold article says about it */
  article: articleSchema.nullable().default(null),
  /** whether that is right */
  verdict: verdictSchema,
  /** what is true instead */
  correction: textSchema.nullable().default(null),
  /** what to beware of */
  note: textSchema.nullable().default(null),
  /** the best of its references */
  evidence: evidenceSchema,
  /** ids of references, the best first */
  references: referencesSchema,
  /** true only where no reference could be found: the page then says „nicht belegt“ */
  unproven: z.boolean().default(false),
  /** what was learnt since */
  later: z.array(laterSchema).default([]),
});
export type Figure = z.infer<typeof figureSchema>;

/** A claim without a number, or a voice for or against. */
export const statementSchema = z.strictObject({
  /** unique among links, figures, statements and precedents */
  id: idSchema,
  /** heading of the section it belongs to */
  section: textSchema,
  /** what is claimed, in German */
  claim: textSchema,
  /** whether it is right */
  verdict: verdictSchema,
  /** what is true instead */
  correction: textSchema.nullable().default(null),
  /** what to beware of */
  note: textSchema.nullable().default(null),
  /** of a voice: for, against or neither */
  side: z.enum(['kritik', 'antwort', 'neutral']).nullable().default(null),
  /** the best of its references */
  evidence: evidenceSchema,
  /** what the retold article says about it */
  article: articleSchema.nullable().default(null),
  /** id of the link it speaks of */
  link: idSchema.nullable().default(null),
  /** ids of references, the best first */
  references: referencesSchema,
  /** what was learnt since */
  later: z.array(laterSchema).default([]),
});
export type Statement = z.infer<typeof statementSchema>;

/** An earlier case of suppliers who paid their customers. */
export const precedentSchema = z.strictObject({
  /** unique among links, figures, statements and precedents */
  id: idSchema,
  /** the company, or companies */
  name: textSchema,
  /** from when to when */
  period: textSchema,
  /** the sum most often named, in billions of the currency */
  amount: amountSchema,
  /** of the amount */
  currency: currencySchema,
  /** who gave money to whom, in one sentence */
  pays: textSchema,
  /** what happened */
  fact: textSchema,
  /** how it ended */
  outcome: textSchema,
  /** where the comparison with today holds or limps */
  difference: textSchema,
  /** ids of references, the best first */
  references: referencesSchema,
});
export type Precedent = z.infer<typeof precedentSchema>;

/** A term of the trade, explained once. */
export const termSchema = z.strictObject({
  /** its own id space; named by <Term id="…"> */
  id: idSchema,
  /** as it stands in the glossary */
  term: textSchema,
  /** one or two plain sentences */
  definition: textSchema,
});
export type Term = z.infer<typeof termSchema>;
