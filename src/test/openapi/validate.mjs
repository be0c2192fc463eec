// Says what three validators find in a description of an API: one line for each finding, the last line tells how many.
// Nothing is fetched: the description refers to nothing outside.
import { readFile } from 'node:fs/promises';
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

const file = process.argv[2] ?? process.env.DESCRIPTION;
const text = await readFile(file, 'utf8');
const findings = await Promise.all([bySwaggerParser(file), bySpectral(text), byRedocly(text, file)]);
for (const found of findings.flat()) {
  console.log(found.replaceAll('\n', ' '));
}
console.log(`findings: ${findings.flat().length}`);
