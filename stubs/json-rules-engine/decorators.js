/** Stands in for json-rules-engine's operator decorators ("someFact:equal") in the page: rules have none, and the checker refuses them. */
export default [];
