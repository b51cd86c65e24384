import { ImageTest, type TestedService } from "./image-tests-args";

/** Gets a token of the metadata service, and defines how to ask with it. */
const METADATA = `metadata=http://169.254.169.254/latest
token=$(curl --fail --silent --show-error --max-time 5 --request PUT \\
  --header 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$metadata/api/token")
ask() {
  curl --fail --silent --show-error --max-time 5 --header "X-aws-ec2-metadata-token: $token" "$metadata/meta-data/$1"
}`;

/** The tests of a Linux AMI, as scripts for bash. */
export const LINUX_TESTS = {
  [ImageTest.Boots]: () => `set -euo pipefail
state=$(systemctl is-system-running --wait || true)
if [ "$state" != running ]; then
  echo "The system is $state. What has failed:" >&2
  systemctl list-units --state=failed --no-legend >&2
  exit 1
fi`,

  [ImageTest.NoSecurityUpdates]: () => `set -euo pipefail
if command -v dnf > /dev/null; then
  # It ends with 100 where there are updates.
  if ! dnf --quiet check-update --security; then
    echo 'Security updates are pending, or cannot be looked for.' >&2
    exit 1
  fi
else
  apt-get --quiet --quiet update
  pending=$(apt-get --simulate upgrade | grep '^Inst .*-security' || true)
  if [ -n "$pending" ]; then
    printf 'Security updates are pending:\\n%s\\n' "$pending" >&2
    exit 1
  fi
fi`,

  [ImageTest.MetadataTokens]: () => `set -euo pipefail
${METADATA}
ask instance-id > /dev/null
code=$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "$metadata/meta-data/instance-id")
if [ "$code" != 401 ]; then
  echo "The metadata service answers $code without a token." >&2
  exit 1
fi`,

  [ImageTest.Encrypted]: () => `set -euo pipefail
${METADATA}
ami=$(ask ami-id)
region=$(ask placement/region)
volumes=$(aws ec2 describe-images --region "$region" --image-ids "$ami" --output text \\
  --query 'Images[0].BlockDeviceMappings[?Ebs].[DeviceName, Ebs.Encrypted]')
if [ -z "$volumes" ] || printf '%s\\n' "$volumes" | grep --quiet --invert-match 'True$'; then
  printf 'Not every volume of %s is encrypted:\\n%s\\n' "$ami" "$volumes" >&2
  exit 1
fi`,

  [ImageTest.PortsClosed]: (openPorts: number[]) => `set -euo pipefail
allowed=' ${openPorts.join(" ")} '
# The kernel writes addresses byte by byte, in hexadecimal; 0A is the state of listening. Loopback is nobody else's.
listening=$(cat /proc/net/tcp /proc/net/tcp6 2> /dev/null | awk '$4 == "0A" {
  split($2, at, ":")
  if (length(at[1]) == 8 && substr(at[1], 7) == "7F") next
  if (at[1] == "00000000000000000000000001000000") next
  if (substr(at[1], 1, 24) == "0000000000000000FFFF0000" && substr(at[1], 31) == "7F") next
  print at[2]
}' | sort --unique)
failed=0
for port in $listening; do
  port=$((16#$port))
  if [[ $allowed != *" $port "* ]]; then
    echo "Port $port is open." >&2
    failed=1
  fi
done
exit "$failed"`,

  [ImageTest.ServicesHealthy]: ({ name, url }: TestedService) => `set -euo pipefail
if ! systemctl is-active --quiet '${name}'; then
  systemctl status --no-pager '${name}' >&2
  exit 1
fi${url === undefined ? "" : `\n${askUrl("curl", url)}`}`,
};

/** Asks a URL until it answers, for half a minute. */
export function askUrl(curl: string, url: string): string {
  const options =
    "--fail --silent --show-error --insecure --max-time 10 --retry 10 --retry-delay 3 --retry-connrefused";
  return `${curl} ${options} '${url}'`;
}
