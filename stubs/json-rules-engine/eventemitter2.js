/**
 * Stands in for `eventemitter2` in the page: nobody listens to json-rules-engine, since results are read from what `run`
 * returns, so its rules and its engine are no emitters there (scripts/library-cuts.ts).
 */
export default undefined;
