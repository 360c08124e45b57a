import type {
  EarlierImagingDocument,
  ExaminationsDocument,
  ReasonsDocument,
  SafetyDocument,
} from '../../schema/imaging.ts';
import type { OrderDefinition } from '../../schema/vocabulary.ts';
import type { Vocabulary } from '../library.ts';
import { type Path, type Remark, unknownId } from '../remark.ts';

/** Regions that are not there, and codes that stand for two examinations. */
export function lintExaminations(document: ExaminationsDocument, orders: Vocabulary['orders']): readonly Remark[] {
  const known = Object.keys(document.regions);
  const region = (id: string, path: Path): readonly Remark[] =>
    known.includes(id) ? [] : [unknownId('unknown-region', 'region', id, known, path)];
  return [
    ...Object.entries(document.regions).flatMap(([id, { partOf }]) =>
      partOf === undefined ? [] : region(partOf, ['regions', id, 'partOf']),
    ),
    ...Object.entries(document.examinations).flatMap(([id, { regions }]) =>
      regions.flatMap((one, at) => region(one, ['examinations', id, 'regions', at])),
    ),
    ...regionsOfOrders(orders, known),
    ...codesTwice(document, orders),
  ];
}

function regionsOfOrders(orders: Vocabulary['orders'], known: readonly string[]): readonly Remark[] {
  return Object.entries(orders).flatMap(([id, { regions }]) =>
    regions
      .filter((region) => !known.includes(region))
      .map((region) => ({
        code: 'unknown-region' as const,
        path: ['regions'],
        message: `The examination "${id}" of orders.json has a region "${region}" that is not among these.`,
        remedy: 'Add it, with the region it lies in.',
      })),
  );
}

function codesTwice({ examinations }: ExaminationsDocument, orders: Vocabulary['orders']): readonly Remark[] {
  const owners = new Map<string, string>();
  const keyOf = ({ system, code }: OrderDefinition['codes'][number]): string => `${system} ${code}`;
  for (const [id, { codes }] of Object.entries(orders)) for (const code of codes) owners.set(keyOf(code), id);
  return Object.entries(examinations).flatMap(([id, { codes }]) =>
    codes.flatMap((code, at): readonly Remark[] => {
      const owner = owners.get(keyOf(code));
      owners.set(keyOf(code), id);
      if (owner === undefined) return [];
      const message = `The code ${code.code} stands for "${owner}" and for "${id}".`;
      const path = ['examinations', id, 'codes', at];
      return [{ code: 'duplicate-id', path, message, remedy: 'Keep it with one of them.' }];
    }),
  );
}

/** Windows of examinations that are not there. */
export function lintEarlierImaging(
  { windows }: EarlierImagingDocument,
  examinations: readonly string[],
): readonly Remark[] {
  return unknownOrders(Object.keys(windows.orders), examinations, ['windows', 'orders']);
}

/** Regions and value sets that are not there. */
export function lintSafety(
  { pregnancy, implant, contrast }: SafetyDocument,
  regions: readonly string[],
  valueSets: readonly string[],
): readonly Remark[] {
  return [
    ...pregnancy.regions.flatMap((id, at) =>
      regions.includes(id) ? [] : [unknownId('unknown-region', 'region', id, regions, ['pregnancy', 'regions', at])],
    ),
    ...unknownValueSet(pregnancy.valueSet, valueSets, ['pregnancy', 'valueSet']),
    ...unknownValueSet(implant.valueSet, valueSets, ['implant', 'valueSet']),
    ...unknownValueSet(contrast.kidneyFunction.valueSet, valueSets, ['contrast', 'kidneyFunction', 'valueSet']),
    ...unknownValueSet(contrast.metformin.valueSet, valueSets, ['contrast', 'metformin', 'valueSet']),
  ];
}

/** Examinations and the value set that are not there. */
export function lintReasons(
  { unspecific, orders }: ReasonsDocument,
  examinations: readonly string[],
  valueSets: readonly string[],
): readonly Remark[] {
  return [
    ...unknownValueSet(unspecific.valueSet, valueSets, ['unspecific', 'valueSet']),
    ...unknownOrders(Object.keys(orders), examinations, ['orders']),
  ];
}

function unknownOrders(named: readonly string[], known: readonly string[], path: Path): readonly Remark[] {
  return named
    .filter((id) => !known.includes(id))
    .map((id) => unknownId('unknown-order', 'examination', id, known, [...path, id]));
}

function unknownValueSet(id: string, known: readonly string[], path: Path): readonly Remark[] {
  const otherwise = `Write rules/vocabulary/value-sets/${id}.json, or use one that exists.`;
  return known.includes(id) ? [] : [unknownId('unknown-value-set', 'value set', id, known, path, otherwise)];
}
