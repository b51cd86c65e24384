/** What `npm run promote -- --help` prints. */
export const HELP = `promote approves an AMI for an environment, in stacks/approved-amis.yaml.

Usage:
  npm run promote -- NAME ENVIRONMENT [OPTION]...        approve the newest candidate
  npm run promote -- --check [NAME [ENVIRONMENT]]        compare what is approved with AWS

Options:
      --from ENVIRONMENT         approve the build that ENVIRONMENT launches, instead of the candidate
      --by NAME                  who approves; git's user.name unless given
      --expires DAY              the last day, as YYYY-MM-DD; in 90 days unless given, or when the AMI is deprecated
      --accept-findings REASON   approve in spite of critical or high vulnerabilities, or without a scan
      --profile NAME             a profile of AWS's configuration; repeat it, once for each account
      --dry-run                  show what would change, and write nothing
  -y, --yes                      do not ask
      --check                    write nothing; compare the catalogue with AWS
  -h, --help                     print this

Without --profile it takes AWS's own order of credentials (AWS_PROFILE, AWS_ACCESS_KEY_ID, …).

Exit status:
  0  approved, or nothing is wrong
  1  the AMI is not fit, or something approved is wrong
  2  the arguments or a file is wrong, or AWS could not be asked
`;
