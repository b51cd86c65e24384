import { Checks } from "@groundwork/core";
import { checkAmiId } from "./ami-id";
import { type ApprovedAmiTagsArgs } from "./approved-ami-tags-args";

/**
 * Checks the AMIs to tag.
 *
 * @throws ConfigError with every mistake.
 */
export function checkApprovedAmiTags(name: string, { amis }: ApprovedAmiTagsArgs): void {
  const checks = new Checks("ApprovedAmiTags", name);
  amis.forEach(({ id, region }, index) => {
    checkAmiId(checks, `amis[${index}].id`, id);
    checks.region(`amis[${index}].region`, region);
  });
  const ids = amis.map(({ id }) => id);
  checks.different("amis", ids, "different AMIs", "name each once");
  checks.done();
}
