// Prints a hash of all drawings, for a test that runs it in several languages and time zones.

import { createHash } from 'node:crypto';
import { laid } from '../../src/laid.ts';
import { entries } from '../../src/model/entries.ts';
import { network } from '../../src/model/network.ts';
import { story } from '../../src/model/story.ts';
import { contentFiles } from './folder.ts';

const files = contentFiles();
const record = network(entries(files), story(files));
const drawings = [...record.charts.values()].map((chart) => laid(record, chart).geometries);
process.stdout.write(createHash('sha256').update(JSON.stringify(drawings)).digest('hex'));
