export { albHandler, isHealthCheck, toRequest, toResult, type FetchHandler } from "./src/handler";
