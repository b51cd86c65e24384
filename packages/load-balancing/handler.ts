export { albHandler, isHealthCheck, toRequest, toResult, type FetchHandler } from "./src/function/handler";
