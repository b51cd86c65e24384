import * as assert from "node:assert/strict";
import {
  AMI_NAME,
  APPROVED_PARAMETERS,
  APPROVED_TAG,
  approvedImage,
  approvedParameter,
  candidateParameter,
  imageInParameter,
} from "@groundwork/core";

describe("a golden AMI's names", () => {
  it("keep the candidate and the approved AMI apart, because whoever writes one may not write the other", () => {
    assert.equal(candidateParameter("web"), "/golden-ami/web/candidate");
    assert.equal(approvedParameter("web"), "/golden-ami/web/approved");
    assert.equal(approvedParameter("web", "dev"), "/golden-ami/web/dev/approved");
  });

  it("lead from a launch to the approved AMI, not to the candidate", () => {
    assert.equal(approvedImage("web"), "resolve:ssm:/golden-ami/web/approved");
    assert.equal(imageInParameter("/golden-ami/web/candidate"), "resolve:ssm:/golden-ami/web/candidate");
  });

  it("have one pattern for all approved AMIs, which the policy pack's configuration is written in", () => {
    assert.equal(APPROVED_PARAMETERS, "/golden-ami/*/approved");
  });

  it("have one tag for every approved AMI, of a form that lifecycle rules take", () => {
    assert.deepEqual(APPROVED_TAG, { "golden-ami:approved": "true" });
    assert.match(Object.keys(APPROVED_TAG)[0]!, /^(?!aws:)[a-zA-Z+-=._:/]{1,128}$/);
  });

  it("are such that none reaches into another's parameters", () => {
    for (const name of ["web", "web-2", "2", "a".repeat(63)]) {
      assert.match(name, AMI_NAME);
    }
    for (const name of ["", "web/beta", "-web", "Web", "*", "web_2", "a".repeat(64), "web\n"]) {
      assert.doesNotMatch(name, AMI_NAME, JSON.stringify(name));
    }
  });
});
