import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editorSchemas, siteConfigurationEditorSchema } from '../../../src/core/schema/editor-schema.ts';

const FOLDER = join(import.meta.dirname, '../../../rules/schema');

test.each(Object.keys(editorSchemas()))('rules/schema/%s is what the code says (else: npm run schema)', (name) => {
  expect(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(editorSchemas()[name])),
  );
});

test('public/site.schema.json is what the code says (else: npm run schema)', () => {
  expect(JSON.parse(readFileSync(join(FOLDER, '../../public/site.schema.json'), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(siteConfigurationEditorSchema())),
  );
});
