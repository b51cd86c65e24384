export { bundleFunction, DEFAULT_BUNDLE_TARGET, type BundleOptions } from "./src/function/bundle";
