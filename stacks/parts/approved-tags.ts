import { type Place } from "@groundwork/core";
import { ApprovedAmiTags } from "@groundwork/golden-ami";
import { readCatalogue } from "../config/approved-amis";

/**
 * Tags the approved AMIs that an account owns, so that lifecycle rules leave them alone; what the catalogue lists no more loses
 * its tag. An approval that is over keeps it, since a fleet may still launch by it. Another account's AMIs are tagged there: tags
 * are not shared with an AMI.
 */
export function approvedTags({ accountId }: Pick<Place, "accountId">): ApprovedAmiTags {
  const own = readCatalogue().filter((ami) => (ami.owner ?? ami.accountId) === accountId);
  const amis = new Map(own.map(({ id, region }) => [id, { id, region }]));
  return new ApprovedAmiTags("approved", { amis: [...amis.values()] });
}
