import { ChooseByHand } from './choose-by-hand.tsx';
import { NoOrder, SeveralOrders } from './choose-order.tsx';
import { Failure, WrongPatient } from './failure.tsx';
import type { Model } from './model.ts';
import type { Stage } from './stage.ts';

/** A stage where nothing is being assessed: there is no draft, or which is not said, or something went wrong. */
export type OtherStage = Extract<
  Stage,
  { kind: 'no-order' | 'several-orders' | 'wrong-patient' | 'by-hand' | 'failed' }
>;

export interface OtherStageProps {
  readonly model: Model;
  readonly stage: OtherStage;
}

/** What the page shows then, with a way on. Fetched when it is needed: on the way to guidance it never is. */
export function OtherStageView({ model, stage }: OtherStageProps) {
  switch (stage.kind) {
    case 'no-order':
      return <NoOrder model={model} />;
    case 'several-orders':
      return <SeveralOrders model={model} orders={stage.orders} />;
    case 'wrong-patient':
      return <WrongPatient />;
    case 'by-hand':
      return <ChooseByHand model={model} forPatient={stage.forPatient} />;
    case 'failed':
      return <Failure model={model} code={stage.code} detail={stage.detail} />;
  }
}
