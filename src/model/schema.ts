// Says what an entry of content/data may hold; every type of the record is inferred from here.
import { z } from 'zod';
import { isPartialDate } from './date.ts';

/** What the money is for. */
export const kindSchema = z.enum([
  'equity',
  'cloud',
  'hardware',
  'debt',
  'acquisition',
  'energy',
  'capex',
  'other',
  'licence',
  'manufacturing',
]);
export type Kind = z.infer<typeof kindSchema>;

/** How firm a flow is, from a plan to money that has arrived, and the two ways it can end. */
export const statusSchema = z.enum([
  'planned',
  'announced',
  'reported',
  'contracted',
  'paid',
  'cancelled',
  'superseded',
]);
export type Status = z.infer<typeof statusSchema>;

/** How exactly the amount is known. */
export const qualifierSchema = z.enum(['exact', 'about', 'up_to', 'at_least']);
export type Qualifier = z.infer<typeof qualifierSchema>;

/** The currency of a flow. */
export const currencySchema = z.enum(['USD', 'EUR', 'GBP']);
export type Currency = z.infer<typeof currencySchema>;

/** Where the best reference comes from: the company or a filing, a first-rank outlet, or others. */
export const evidenceSchema = z.enum(['primary', 'press', 'secondary']);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Whether the record bears out what the retold article says; `not_in_article` where it says nothing. */
export const verdictSchema = z.enum(['supported', 'inexact', 'wrong', 'unsupported', 'not_in_article']);
export type Verdict = z.infer<typeof verdictSchema>;

/** Lower-case ASCII words joined by hyphens; unique, and never changed once published. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'is no id. Write lower-case ASCII letters and digits, joined by hyphens.',
});

/** YYYY, YYYY-MM or YYYY-MM-DD, as exactly as it is known. A bare year stands in quotes. */
export const partialDateSchema = z.string().refine(isPartialDate, {
  error: 'is no date of the calendar. Write YYYY-MM-DD, YYYY-MM or a year in quotes.',
});

/** Words, at least one letter of them. */
export const textSchema = z.string().min(1);
const urlSchema = z.string().regex(/^https?:\/\/\S+$/, {
  error: 'is no address. Write it whole, with https:// or http://.',
});

/** A sum of money. */
export const amountSchema = z
  .number({ error: 'must be a number above zero, or null where none is public.' })
  .positive({ error: 'must be a number above zero, or null where none is public.' });

/** What the retold article says about an entry. */
export const articleSchema = z.strictObject({
  /** heading of the section it stands in */
  section: textSchema,
  /** its words, or their gist */
  says: textSchema,
});
export type Article = z.infer<typeof articleSchema>;

/** A company, group, place or measure that pays or is paid. */
export const nodeSchema = z.strictObject({
  /** its own id space: a node and an entry may share one */
  id: idSchema,
  /** as written on the drawing */
  name: textSchema,
  /** as written where many names share a drawing; without it the name, less what stands in brackets behind it */
  short: textSchema.optional(),
  /** its part in the chain */
  role: z.enum([
    'lab',
    'cloud',
    'chips',
    'fab',
    'memory',
    'equipment',
    'capital',
    'energy',
    'device',
    'nutzer',
    'other',
  ]),
  /** two-letter code; null for groups without one */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is no country code. Write two capital letters, or null.' })
    .nullable(),
  /** only companies and groups may stand in a chart */
  type: z.enum(['company', 'group', 'place', 'measure']),
  /** one sentence: who this is */
  about: textSchema,
});
export type Node = z.infer<typeof nodeSchema>;

/** A page a fact comes from. One entry per address. */
export const referenceSchema = z.strictObject({
  /** publisher and date, in lower case */
  id: idSchema,
  /** as it was found; never mended from memory */
  url: urlSchema,
  /** who published it, and after whom where it is a reprint */
  publisher: textSchema,
  /** sometimes abridged; null where it is not known */
  title: textSchema.nullable(),
  /** day of publication; null where it is not known */
  date: partialDateSchema.nullable(),
  /** two-letter code; null where it is not known */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'is no language code. Write two small letters, or null.' })
    .nullable(),
});
export type Reference = z.infer<typeof referenceSchema>;

/** Where an entry comes from: ids of references, the best first. */
export const referencesSchema = z.array(idSchema);

/** How a flow stood from a day on. What a state leaves out holds on from the state before. */
export const stateSchema = z.strictObject({
  /** from when; states stand in this order */
  date: partialDateSchema,
  /** how firm the flow was from then on */
  status: statusSchema,
  /** in billions of the link's currency; null where none is public */
  amount: amountSchema.nullable().optional(),
  /** how exactly the amount is known */
  qualifier: qualifierSchema.nullable().optional(),
  /** of an amount „up to“, the part that hangs on no condition, in the same unit */
  firm: amountSchema.optional(),
  /** how much of the amount had been paid by then, in the same unit */
  paid: amountSchema.optional(),
  /** what happened that day, in German */
  text: textSchema.optional(),
  /** what bears this state out; without it the link's own references hold */
  references: referencesSchema.optional(),
});
export type State = z.infer<typeof stateSchema>;

/** One flow of money: `source` pays `target`. */
export const linkSchema = z.strictObject({
  /** unique among links, figures, statements and precedents, which are all cited by the same tag */
  id: idSchema,
  /** id of the node that pays */
  source: idSchema,
  /** id of the node that is paid */
  target: idSchema,
  /** what the money is for */
  kind: kindSchema,
  /** of every amount in the history */
  currency: currencySchema,
  /** over which time or on what terms, in German words */
  term: textSchema.nullable().default(null),
  /** length of the term in years */
  years: z.number().positive().nullable().default(null),
  /** the amounts are per year */
  perYear: z.boolean().default(false),
  /** shares for shares: no cash moves, never summed with cash */
  inShares: z.boolean().default(false),
  /** pays only on default: a guarantee, never summed with cash */
  contingent: z.boolean().default(false),
  /** id of the link whose place this one takes; the two never stand in one scene */
  replaces: idSchema.nullable().default(null),
  /** first year or month of the term, where the term says it */
  start: partialDateSchema.nullable().default(null),
  /** last year or month of the term, where the term says it */
  end: partialDateSchema.nullable().default(null),
  /** what is known, as a working note in German */
  fact: textSchema,
  /** what to beware of */
  note: textSchema.nullable().default(null),
  /** what the retold article says about it */
  article: articleSchema.nullable().default(null),
  /** whether that is right */
  verdict: verdictSchema,
  /** what is true instead */
  correction: textSchema.nullable().default(null),
  /** the best of its references */
  evidence: evidenceSchema,
  /** ids of references, the best first */
  references: referencesSchema,
  /** true only where no reference could be found: the page then says „nicht belegt“ */
  unproven: z.boolean().default(false),
  /** its states in the order of their dates, the announcement first */
  history: z.array(stateSchema).min(1, { error: 'needs at least one state: the announcement.' }),
});
export type Link = z.infer<typeof linkSchema>;

/** The words of the interface: content/ui.yaml. */
export const uiSchema = z.strictObject({
  /** one German word for every kind of money */
  kinds: z.record(kindSchema, z.string()),
  /** one for every status */
  statuses: z.record(statusSchema, z.string()),
  /** one for every qualifier; empty where none is said */
  qualifiers: z.record(qualifierSchema, z.string()),
  /** one for every language of a reference */
  languages: z.record(z.string(), textSchema),
  /** all others, by the key the components ask for */
  words: z.record(z.string(), z.string()),
});
export type Ui = z.infer<typeof uiSchema>;
