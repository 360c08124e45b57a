import type {
  EarlierImagingDocument,
  ExaminationsDocument,
  ReasonsDocument,
  SafetyDocument,
} from '../../schema/imaging.ts';
import type { OrderDefinition } from '../../schema/vocabulary.ts';
import type { Vocabulary } from '../library.ts';
import { NONE, type Path, type Remark, unknownId, unknownValueSet } from '../remark.ts';

/** Regions that are not there, and codes that stand for two examinations. */
export function lintExaminations(document: ExaminationsDocument, orders: Vocabulary['orders']): readonly Remark[] {
  const known = Object.keys(document.regions);
  const region = (id: string, path: Path): readonly Remark[] =>
    known.includes(id) ? [] : [unknownId('unknown-region', NONE.region, id, known, path)];
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
        message: {
          da: `Undersøgelsen "${id}" i orders.json har en del af kroppen, "${region}", som ikke er blandt disse.`,
          en: `The examination "${id}" of orders.json has a region "${region}" that is not among these.`,
        },
        remedy: {
          da: 'Tilføj den, og den del af kroppen, den ligger i.',
          en: 'Add it, with the region it lies in.',
        },
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
      const message = {
        da: `Koden ${code.code} står for både "${owner}" og "${id}".`,
        en: `The code ${code.code} stands for "${owner}" and for "${id}".`,
      };
      const remedy = { da: 'Behold den ved en af dem.', en: 'Keep it with one of them.' };
      return [{ code: 'duplicate-id', path: ['examinations', id, 'codes', at], message, remedy }];
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
      regions.includes(id) ? [] : [unknownId('unknown-region', NONE.region, id, regions, ['pregnancy', 'regions', at])],
    ),
    ...lintValueSet(pregnancy.valueSet, valueSets, ['pregnancy', 'valueSet']),
    ...lintValueSet(pregnancy.status.valueSet, valueSets, ['pregnancy', 'status', 'valueSet']),
    ...lintValueSet(implant.valueSet, valueSets, ['implant', 'valueSet']),
    ...lintValueSet(contrast.kidneyFunction.valueSet, valueSets, ['contrast', 'kidneyFunction', 'valueSet']),
    ...lintValueSet(contrast.metformin.valueSet, valueSets, ['contrast', 'metformin', 'valueSet']),
  ];
}

/** Examinations and the value set that are not there. */
export function lintReasons(
  { unspecific, orders }: ReasonsDocument,
  examinations: readonly string[],
  valueSets: readonly string[],
): readonly Remark[] {
  return [
    ...lintValueSet(unspecific.valueSet, valueSets, ['unspecific', 'valueSet']),
    ...unknownOrders(Object.keys(orders), examinations, ['orders']),
  ];
}

function unknownOrders(named: readonly string[], known: readonly string[], path: Path): readonly Remark[] {
  return named
    .filter((id) => !known.includes(id))
    .map((id) => unknownId('unknown-order', NONE.order, id, known, [...path, id]));
}

function lintValueSet(id: string, known: readonly string[], path: Path): readonly Remark[] {
  return known.includes(id) ? [] : [unknownValueSet(id, known, path)];
}
