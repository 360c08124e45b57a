import { describe, expect, test } from 'vitest';
import { FLOW_WIDTH, type FlowShape, type FlowStep, placeStep, TEXT_SIZE } from '../../../src/docs/flow-layout.ts';
import { widthOf, wrapText } from '../../../src/docs/text-measure.ts';

const step: FlowStep = {
  number: 7,
  when: '»Fald, lavenergitraume eller pludselig lokaliseret smerte« og risiko for skøre knogler, eller uudholdelige bensmerter i rodmønster',
  title: 'Svær eller tiltagende parese: ring til rygafdelingen i dag, og undersøg for mere',
  verdict: 'appropriate',
  ratings: 'Indiceret: MR af lænderyg, MR af hele columna, CT af lænderyg, Røntgen af lænderyg',
  urgency: { level: 'same-day', words: 'Samme dag' },
};

describe.each(['wide', 'narrow'] as const)('a step drawn %s', (shape: FlowShape) => {
  const drawn = placeStep(step, shape, 100);

  test('every line of text stands inside one of its boxes', () => {
    const boxes = [drawn.question, drawn.outcome].filter((box) => box !== null);
    expect(boxes).toHaveLength(2);
    for (const { x, y, text } of drawn.lines) {
      const right = x + widthOf(text) * TEXT_SIZE;
      const inside = boxes.filter(
        (box) => x >= box.x && right <= box.x + box.width && y - TEXT_SIZE >= box.y && y <= box.y + box.height,
      );
      expect(inside, text).toHaveLength(1);
    }
  });

  test('all its words are drawn, in order', () => {
    const words = drawn.lines.map(({ text }) => text).join(' ');
    expect(words).toBe([step.when, step.title, step.ratings, step.urgency?.words].join(' '));
  });

  test('its boxes stand within the drawing and below what came before, and do not overlap', () => {
    const { question, outcome } = drawn;
    for (const box of [question, outcome]) {
      expect(box?.y).toBeGreaterThan(100);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(FLOW_WIDTH[shape]);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(100 + drawn.height);
    }
    const apart = question && (question.x + question.width < outcome.x || question.y + question.height < outcome.y);
    expect(apart).toBe(true);
  });

  test('the last step asks nothing and is reached by the trunk', () => {
    const last = placeStep({ ...step, when: null }, shape, 0);
    expect(last.question).toBeNull();
    expect(last.lines.some(({ kind }) => kind === 'question')).toBe(false);
    expect(last.disc.x).toBe(last.trunk.x);
  });
});

describe('text in lines', () => {
  test('a word longer than a line is cut, and nothing is lost', () => {
    const lines = wrapText('Spondylodiskitisudredningsprogrammet nu', 60, 14);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join('').replaceAll('-', '').replaceAll(' ', '')).toBe('Spondylodiskitisudredningsprogrammetnu');
    for (const line of lines) expect(widthOf(line) * 14).toBeLessThanOrEqual(60);
  });

  test('nothing is no line', () => {
    expect(wrapText('  ', 100, 14)).toEqual([]);
  });
});
