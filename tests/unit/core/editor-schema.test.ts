import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { editorSchemas } from '../../../src/core/schema/editor-schema.ts';

const FOLDER = join(import.meta.dirname, '../../../rules/schema');

test.each(Object.keys(editorSchemas()))('rules/schema/%s is what the code says (else: npm run schema)', (name) => {
  expect(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(editorSchemas()[name])),
  );
});
