import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "./tags";

/** What a helper that creates is given first: for whom it makes resources, and how they are called and tagged. */
export interface Context {
  parent: pulumi.Resource;
  /** The component's name, or that of a part of it: the beginning of every child's. */
  name: string;
  tags: Tags | undefined;
}
