// Says what three validators find in descriptions of an API: one line for each finding, with the file it is about; the last line
// tells how many. One process judges all, for reading the validators takes longer than a description. Nothing is fetched: a
// description refers to nothing outside.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import SwaggerParser from '@apidevtools/swagger-parser';
import spectralCore from '@stoplight/spectral-core';
import spectralParsers from '@stoplight/spectral-parsers';
import { redocly, spectral } from './rules.mjs';

const { Document, Ruleset, Spectral } = spectralCore;

async function bySwaggerParser(file) {
  try {
    await SwaggerParser.validate(file, { resolve: { external: false } });
    return [];
  } catch (invalid) {
    return [`swagger-parser: ${invalid.message}`];
  }
}

async function bySpectral(text) {
  const judge = new Spectral();
  judge.setRuleset(new Ruleset(spectral));
  const findings = await judge.run(new Document(text, spectralParsers.Yaml));
  return findings.map(found => `spectral: ${found.code}: ${found.path.join('.')}: ${found.message}`);
}

async function byRedocly(text, file) {
  const findings = await lintFromString({ source: text, absoluteRef: file, config: await createConfig(redocly) });
  return findings.map(
    found => `redocly: ${found.ruleId}: ${found.location.map(at => at.pointer).join(' ')}: ${found.message}`,
  );
}

async function judged(file) {
  const text = await readFile(file, 'utf8');
  const findings = await Promise.all([bySwaggerParser(file), bySpectral(text), byRedocly(text, file)]);
  return findings.flat().map(found => `${basename(file)}: ${found.replaceAll('\n', ' ')}`);
}

const files = process.env.DESCRIPTIONS?.split(':') ?? process.argv.slice(2);
const findings = (await Promise.all(files.map(judged))).flat();
findings.forEach(found => console.log(found));
console.log(`findings: ${findings.length}`);
